// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/data.h"

#include "ui/wording/report.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QLocale>
#include <QStringList>

namespace unclench::ui::wording {

namespace {

QString heldDays(const Moment& first, const Moment& last)
{
    return first.localDay() == last.localDay()
               ? reportDay(last.localDay())
               //: Two days: "3 Mar 2024 to 28 Nov 2026"
               : tr("%1 to %2").arg(reportDay(first.localDay()), reportDay(last.localDay()));
}

QString heldAlert(Level level)
{
    switch (level) {
    case Level::Emergency: return tr("An emergency warning in it is open.");
    case Level::Urgent:
    case Level::Soon: return tr("A warning in it is open.");
    case Level::CheckIn: return {};
    }
    Q_UNREACHABLE();
}

QString backupWhy(BackupKind kind)
{
    switch (kind) {
    case BackupKind::Daily: return tr("of the day");
    case BackupKind::BeforeMigration: return tr("before a newer version of Unclench");
    case BackupKind::BeforeImport: return tr("before an import");
    case BackupKind::BeforeMerge: return tr("before another diary was merged");
    case BackupKind::BeforeRestore: return tr("before a backup was restored");
    case BackupKind::BeforeShare: return tr("before another computer's diary came in");
    case BackupKind::Elsewhere: return tr("elsewhere");
    }
    Q_UNREACHABLE();
}

QString targetName(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

} // namespace

QString held(const BackupContents& holds)
{
    if (holds.isNewer) {
        return tr("It was made by a newer version of Unclench. Install that to restore it.");
    }
    QStringList sentences;
    if (holds.first && holds.last) {
        const QString spasms = holds.episodes == 1
                                   ? tr("1 spasm")
                                   : tr("%1 spasms").arg(QLocale{}.toString(holds.episodes));
        const QString numbers = holds.readings == 1
                                    ? tr("1 pain number")
                                    : tr("%1 pain numbers").arg(QLocale{}.toString(holds.readings));
        sentences << tr("%1, %2, %3.").arg(spasms, numbers, heldDays(*holds.first, *holds.last));
    } else {
        sentences << tr("No spasm is in it.");
    }
    if (holds.highestOpen) {
        sentences << heldAlert(*holds.highestOpen);
    }
    sentences.removeAll(QString{});
    return sentences.join(QLatin1Char(' '));
}

QString backup(const Backup& backup, const Moment& now)
{
    //: When a backup was made and why: "Sat 14 Nov 09:40 (before an import)"
    return tr("%1 (%2)").arg(moment(Moment{backup.made, now.offset}, now), backupWhy(backup.kind));
}

QString targetRefusal(const TargetRefusal& refusal)
{
    const QString target = targetName(refusal.target);
    switch (refusal.fault) {
    case TargetFault::NotThere:
        return tr("%1 is not there. Plug the stick in, or choose another folder.").arg(target);
    case TargetFault::NotAllowed:
        return tr("You may not write to %1. Choose another folder.").arg(target);
    case TargetFault::ReadOnly:
        return tr("Nothing can be written to %1. Choose another folder.").arg(target);
    case TargetFault::Full:
        return tr("There is no room left for %1. Free some space and try again.").arg(target);
    case TargetFault::NotOurs:
        return tr("%1 is no backup of this diary, so it was left alone. Choose another name.")
            .arg(target);
    case TargetFault::BesideDiary:
        return tr("%1 is where the diary itself lies. What breaks one would break both. Choose "
                  "another folder.")
            .arg(target);
    case TargetFault::Io:
        return tr("The disk reported an error with %1. Check the disk, or choose another folder.")
            .arg(target);
    }
    Q_UNREACHABLE();
}

QString sealFault(SealFault fault)
{
    switch (fault) {
    case SealFault::NotOurs: return tr("This is no encrypted backup of Unclench.");
    case SealFault::NewerVersion:
        return tr("It was made by a newer version of Unclench. Install that to open it.");
    case SealFault::Truncated:
        return tr("Its end is missing: it was not copied whole. Take another copy of it.");
    case SealFault::Tampered:
        return tr("It was changed since it was made, by a bad disk or by somebody. Take another "
                  "copy of it.");
    case SealFault::WrongPassphrase:
        return tr("That is not its passphrase, and not its recovery key. Try again.");
    case SealFault::NoMemory:
        return tr("It takes more memory to open than this computer has free. Close other programs "
                  "and try again.");
    case SealFault::Unreadable:
        return tr("It cannot be read. Check that it is there and that you may read it.");
    }
    Q_UNREACHABLE();
}

QString keptElsewhere(const KeptElsewhere& kept, const Moment& now)
{
    const QString last =
        kept.last
            ? tr("The last one was written %1.").arg(moment(Moment{*kept.last, now.offset}, now))
            : tr("None was written there yet.");
    return kept.fault ? tr("The last try failed. %1 %2")
                            .arg(targetRefusal({*kept.fault, kept.folder}), last)
                      : last;
}

QString strength(Strength strength)
{
    switch (strength) {
    case Strength::TooShort:
        return tr("Too short. Take at least %1 letters.").arg(kShortestPassphrase);
    case Strength::Weak:
        return tr("Weak: a program that tries passphrases finds it in days. Four or five words "
                  "that do not belong together are better.");
    case Strength::Fair: return tr("Fair: it holds for years. One more word makes it strong.");
    case Strength::Strong: return tr("Strong: nobody finds it by trying.");
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
