// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/merging.h"

#include "ui/wording/tr.h"

#include <QLocale>
#include <QStringList>

namespace unclench::ui::wording {

namespace {

void addMerged(QStringList& sentences, int count, const QString& one, const QString& many)
{
    if (count > 0) {
        sentences << (count == 1 ? one : many.arg(QLocale{}.toString(count)));
    }
}

} // namespace

QString merged(const MergeCounts& merged)
{
    QStringList sentences;
    addMerged(sentences, merged.added, tr("1 entry came in."), tr("%1 entries came in."));
    addMerged(sentences, merged.replaced, tr("1 entry has a later version now."),
              tr("%1 entries have a later version now."));
    if (merged.isNothingNew()) {
        sentences << tr("There was nothing new in it.");
    }
    addMerged(sentences, merged.older, tr("1 entry stays as it is: what is here is later."),
              tr("%1 entries stay as they are: what is here is later."));
    addMerged(sentences, merged.overlaps,
              tr("At one place two spasms or two sessions are there at the same time now. Both "
                 "were kept; look at them."),
              tr("At %1 places two spasms or two sessions are there at the same time now. All "
                 "were kept; look at them."));
    addMerged(sentences, merged.fromFuture,
              tr("1 entry was written by a clock that is ahead of this one. Check the date on "
                 "both computers."),
              tr("%1 entries were written by a clock that is ahead of this one. Check the date on "
                 "both computers."));
    return sentences.join(QLatin1Char(' '));
}

QString mergeFailure(const StorageError& error, const std::filesystem::path& file)
{
    const QString name = QString::fromStdString(file.string());
    switch (error.fault()) {
    case StorageFault::Newer:
        return tr("%1 was written by a newer version of Unclench. Install that here to take it in. "
                  "Your diary is as it was.")
            .arg(name);
    case StorageFault::Damaged:
        return tr("%1 is no diary of Unclench, or it is damaged. Your diary is as it was. Where it "
                  "was exported, use import.")
            .arg(name);
    case StorageFault::Gone:
    case StorageFault::CannotOpen:
        return tr("%1 cannot be opened. Check that it is there and that you may read it.")
            .arg(name);
    case StorageFault::Locked:
        return tr("%1 is being written to all the time. Close Unclench there and try again.")
            .arg(name);
    case StorageFault::Full:
        return tr("There is no room left for a copy of %1. Free some space and try again.")
            .arg(name);
    case StorageFault::ReadOnly:
    case StorageFault::Io:
        return tr("The disk reported an error with %1. Your diary is as it was. Check the disk and "
                  "try again.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
