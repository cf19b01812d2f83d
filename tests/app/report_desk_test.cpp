// SPDX-License-Identifier: GPL-3.0-or-later
// What a person hears in the window where the page cannot go to paper; what was typed stays.
#include "app/desktop/report_desk.h"

#include "tests/support/temp_folder.h"
#include "tests/ui/shell_fixture.h"
#include "ui/widgets/kept_text.h"

namespace unclench::app {
namespace {

using namespace std::chrono_literals;

class ReportDesks : public ui::ShellFixture {
protected:
    ReportDesks()
    {
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        press(QStringLiteral("visitButton"));
        Visit visit;
        visit.at = diary.clock.now().wall + 1h;
        static_cast<void>(tests::done(diary.journal().keepVisit(visit)));
        QApplication::processEvents();
    }

    tests::TempFolder folder;
    Vocabulary vocabulary = Vocabulary::builtIn();
    ReportDesk desk{window,     shell.visit(), folder.path(),       diary.clock,
                    vocabulary, words,         [] { return false; }};
};

TEST_F(ReportDesks, SaysWhatToDoWhereThereIsNoPrinter)
{
    auto* goal = field<ui::KeptNote>(QStringLiteral("visitGoalEdit"));
    goal->setPlainText(QStringLiteral("To sit through a day."));

    press(QStringLiteral("visitPrintButton"));

    EXPECT_TRUE(text("visitStatus").contains(QLatin1String("knows no printer")));
    EXPECT_TRUE(text("visitStatus")
                    .contains(field<QAbstractButton>(QStringLiteral("visitPdfButton"))
                                  ->text()
                                  .remove(QLatin1Char('&'))));
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr); // no dialog that offers nothing
    EXPECT_EQ(goal->toPlainText(), QStringLiteral("To sit through a day."));
    EXPECT_EQ(diary.engine.diary().visits().front().goal, "To sit through a day.");
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("visitPdfButton"))->isEnabled());
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("visitPrintButton"))->isEnabled());
}

TEST(PrinterStates, TellWhetherThePageWasTaken)
{
    EXPECT_TRUE(hasTaken(QPrinter::Idle));
    EXPECT_TRUE(hasTaken(QPrinter::Active));
    EXPECT_FALSE(hasTaken(QPrinter::Aborted));
    EXPECT_FALSE(hasTaken(QPrinter::Error));
}

} // namespace
} // namespace unclench::app
