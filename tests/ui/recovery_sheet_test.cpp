// SPDX-License-Identifier: GPL-3.0-or-later
// The page with a recovery key: all of the key, on one page.
#include "ui/report/recovery_sheet.h"

#include <QPageSize>
#include <QTextDocument>
#include <gtest/gtest.h>

namespace unclench::ui::report {
namespace {

RecoverySheet sheet()
{
    using namespace std::chrono;
    return {QStringLiteral("unclench-2026-03-02.unclench-sealed"),
            local_days{year{2026} / 3 / 2},
            {QStringLiteral("0123 4567 89AB CDEF"), QStringLiteral("GHJK MNPQ RSTV WXYZ"),
             QStringLiteral("WWWW WWWW WWWW WWWW"), QStringLiteral("ZYXW VTSR QPNM KJHG")}};
}

TEST(RecoverySheet, SaysTheKeyLineByLineAndWhatItOpens)
{
    const QString text = recoveryPage(sheet())->toPlainText();

    for (const QString& line : sheet().lines) {
        EXPECT_TRUE(text.contains(line)) << line.toStdString();
    }
    EXPECT_TRUE(text.contains(sheet().fileName));
    EXPECT_TRUE(text.contains(QStringLiteral("2026")));
}

TEST(RecoverySheet, TakesAFileNameAsItIs)
{
    RecoverySheet odd = sheet();
    odd.fileName = QStringLiteral("<b>mine</b> & %2.unclench-sealed");

    EXPECT_TRUE(recoveryPage(odd)->toPlainText().contains(odd.fileName));
}

TEST(RecoverySheet, FitsOnOnePageWithoutCuttingALine)
{
    for (const QPageSize::PageSizeId paper : {QPageSize::A4, QPageSize::Letter}) {
        const auto document = recoveryPage(sheet());
        // With the margins of 2 cm that Qt prints a document with.
        constexpr double kMargin = 2 * 72 / 2.54;
        const QSizeF size = QPageSize{paper}.size(QPageSize::Point);
        document->setPageSize(size - QSizeF{2 * kMargin, 2 * kMargin});

        EXPECT_EQ(document->pageCount(), 1);
        EXPECT_LE(document->size().width(), document->pageSize().width());
    }
}

} // namespace
} // namespace unclench::ui::report
