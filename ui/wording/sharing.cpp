// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/sharing.h"

#include "ui/wording/data.h"
#include "ui/wording/merging.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

namespace unclench::ui::wording {

namespace {

QString sharedName(const std::filesystem::path& file)
{
    return QString::fromStdString(file.filename().string());
}

QString signOf(const Snapshot& snapshot)
{
    return QString::fromStdString(snapshot.machine);
}

QString snapshotFault(SnapshotFault fault)
{
    switch (fault) {
    case SnapshotFault::Unfinished:
        return tr("It is damaged, or not all of it is there yet. It is looked at again once it "
                  "changes.");
    case SnapshotFault::Newer:
        return tr("It was written by a newer version of Unclench. Install that here too.");
    case SnapshotFault::NotOurs:
        return tr("What is in it is not the diary that its name tells. It is left alone.");
    case SnapshotFault::Unreadable: return tr("It cannot be opened. Check that you may read it.");
    }
    Q_UNREACHABLE();
}

/// Absent where nothing is wrong: empty.
QString snapshotTrouble(const Snapshot& snapshot, const Moment& now)
{
    if (!snapshot.isMine) {
        //: %1 a file, %2 how a computer signs
        return tr("%1 is the diary of the computer %2. It is left alone until you say that this "
                  "computer is yours.")
            .arg(sharedName(snapshot.file), signOf(snapshot));
    }
    if (snapshot.fault) {
        //: %1 a file, %2 why it was not taken in
        return tr("%1 did not come in. %2")
            .arg(sharedName(snapshot.file), snapshotFault(*snapshot.fault));
    }
    if (isAhead(snapshot, now.utc)) {
        return tr("The clock of the computer %1 was ahead of this one: its last entry says %2. "
                  "Check the date on both computers.")
            .arg(signOf(snapshot), moment(Moment{*snapshot.latest, now.offset}, now));
    }
    if (snapshot.isConflict) {
        return tr("%1 is a second copy that the program which carries the files made. What is in "
                  "it came in; you can delete it.")
            .arg(sharedName(snapshot.file));
    }
    return {};
}

} // namespace

QString sharedState(const SharedFolder& shared, const Moment& now)
{
    const QString last = shared.last ? tr("Something was last carried %1.")
                                           .arg(moment(Moment{*shared.last, now.offset}, now))
                                     : tr("Nothing was carried yet.");
    return shared.fault ? tr("The last try failed. %1 %2")
                              .arg(targetRefusal({*shared.fault, shared.folder}), last)
                        : last;
}

QString snapshot(const Snapshot& snapshot, const Moment& now)
{
    QStringList sentences;
    //: %1 how a computer signs, %2 its file
    sentences << tr("Computer %1 (%2).").arg(signOf(snapshot), sharedName(snapshot.file));
    if (snapshot.holds) {
        sentences << held(*snapshot.holds);
    }
    if (snapshot.taken) {
        sentences
            << tr("It last came in %1.").arg(moment(Moment{*snapshot.taken, now.offset}, now));
    }
    if (snapshot.isMine) {
        sentences << snapshotTrouble(snapshot, now);
    }
    sentences.removeAll(QString{});
    return sentences.join(QLatin1Char(' '));
}

QStringList sharedTroubles(const SharedFolder& shared, const Moment& now)
{
    QStringList troubles;
    if (shared.fault) {
        troubles << targetRefusal({*shared.fault, shared.folder});
    }
    for (const Snapshot& each : shared.snapshots) {
        if (const QString trouble = snapshotTrouble(each, now); !trouble.isEmpty()) {
            troubles << trouble;
        }
    }
    for (const std::filesystem::path& other : shared.others) {
        troubles << tr("%1 is no diary that Unclench put there. It is left alone.")
                        .arg(sharedName(other));
    }
    if (shared.hasTwin) {
        troubles << tr("Another computer writes under the same name as this one, because its "
                       "data folder was copied from here or to here. Both come together, but heat "
                       "or cold that runs on one counts as running on both. On one of them begin "
                       "with an empty data folder and share that.");
    }
    return troubles;
}

QString exchanged(const Exchanged& exchanged)
{
    QStringList sentences;
    if (!exchanged.counts.isNothingNew() || exchanged.counts.overlaps > 0) {
        MergeCounts counts = exchanged.counts;
        counts.older = 0; // they stay as they are each time
        sentences << merged(counts);
    } else {
        sentences << tr("Nothing new came in.");
    }
    sentences << (exchanged.isSent ? tr("This diary was written anew for your other computers.")
                                   : tr("Nothing of this diary was new for them."));
    return sentences.join(QLatin1Char(' '));
}

} // namespace unclench::ui::wording
