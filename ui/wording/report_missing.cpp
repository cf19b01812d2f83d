// SPDX-License-Identifier: GPL-3.0-or-later
// What is not on the page for the doctor, and why there is no page.
#include "core/store/storage_error.h"
#include "ui/wording/report.h"
#include "ui/wording/tr.h"

#include <QLocale>

namespace unclench::ui::wording {

QString reportMore(int count)
{
    return tr("and %1 more").arg(QLocale{}.toString(count));
}

QString reportNoRoom(int count)
{
    return tr("%1, no room for them here").arg(QLocale{}.toString(count));
}

QString reportLeftOut(const QString& name, int left, int of)
{
    return tr("%1: %2 are not on the page.").arg(name, reportOf(left, of));
}

QString reportCut(const QString& name)
{
    return tr("%1: cut, because the text is longer than its place.").arg(name);
}

QString reportNotOnPage(const QString& name)
{
    return tr("%1: not on the page.").arg(name);
}

QString reportWithoutDays(const QString& name)
{
    return tr("%1: the days are not on the page.").arg(name);
}

QString reportNoGlyph(const QStringList& characters)
{
    constexpr int kMost = 8;
    QStringList codes;
    for (const QString& one : characters.mid(0, kMost)) {
        codes
            << QStringLiteral("U+%1").arg(one.toUcs4().value(0), 4, 16, QLatin1Char('0')).toUpper();
    }
    if (characters.size() > kMost) {
        codes << reportMore(static_cast<int>(characters.size()) - kMost);
    }
    return tr("No font on this computer can show these characters, so they are missing: %1.")
        .arg(codes.join(QLatin1String(", ")));
}

QString reportFailure(const StorageError& error, const std::filesystem::path& path)
{
    const QString name = QString::fromStdString(path.string());
    switch (error.fault()) {
    case StorageFault::Full:
        return tr("The disk is full. %1 was not written. Free some space and try again.").arg(name);
    case StorageFault::ReadOnly:
        return tr("%1 was not written: nothing can be written there. Choose another folder.")
            .arg(name);
    case StorageFault::CannotOpen:
    case StorageFault::Gone:
    case StorageFault::Locked:
    case StorageFault::Damaged:
    case StorageFault::Newer:
    case StorageFault::Io:
        return tr("%1 was not written. Check that the folder exists, that you may write there, and "
                  "that this is no folder.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
