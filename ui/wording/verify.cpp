// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/verify.h"

#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <algorithm>

namespace unclench::ui::wording {

namespace {

/// Where something is off, in words; what is no kind of record keeps its own name.
QString placeOf(const std::string& where)
{
    if (const auto kind = fromId<RecordKind>(where)) {
        return recordKind(*kind);
    }
    if (where == "change_log") {
        return tr("earlier versions");
    }
    if (where == "note_text") {
        return tr("notes");
    }
    return QString::fromStdString(where);
}

QString upperFirst(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

/// "12 pain values, 3 medicines".
QString listed(const Salvaged& salvaged, int SalvagedKind::*number)
{
    QStringList parts;
    for (const SalvagedKind& kind : salvaged.kinds) {
        if (kind.*number > 0) {
            //: A number of records and what they are called: "12 pain values".
            parts << tr("%1 %2").arg(QString::number(kind.*number), recordKind(kind.kind));
        }
    }
    return parts.join(QLatin1String(", "));
}

QString kindOfFinding(const Finding& finding)
{
    const QString where = upperFirst(placeOf(finding.where));
    const QString count = QString::number(finding.count);
    switch (finding.check) {
    case Finding::Check::FileBroken:
        return tr("The file is broken: %1.").arg(QString::fromStdString(finding.where));
    case Finding::Check::IndexesOff:
        return tr("What leads to the records in the file is damaged, so some may not be shown: %1.")
            .arg(QString::fromStdString(finding.where));
    case Finding::Check::SchemaOff:
        return tr("The file is not built as this version builds it: %1.").arg(where);
    case Finding::Check::SchemaExtra:
        return tr("The file has something that Unclench did not make: %1.").arg(where);
    case Finding::Check::RowUnreadable: return tr("%1: %2 cannot be read.").arg(where, count);
    case Finding::Check::OrphanFound:
        return tr("%1: %2 refer to something that is not there.").arg(where, count);
    case Finding::Check::LooseEnd:
        return tr("%1: %2 name a spasm or a record that is no longer there.").arg(where, count);
    case Finding::Check::OwnerDeleted:
        return tr("%1: %2 belong to a spasm that was deleted without them.").arg(where, count);
    case Finding::Check::ErasedStands:
        return tr("%1: %2 were deleted for good and are there all the same.").arg(where, count);
    case Finding::Check::EndBeforeBegin:
        return tr("%1: %2 end before they begin.").arg(where, count);
    case Finding::Check::BoutsOverlap:
    case Finding::Check::EpisodesOverlap:
    case Finding::Check::SpansOverlap:
        return finding.count == 1 ? tr("%1: two are at the same time.").arg(where)
                                  : tr("%1: %2 times two are at the same time.").arg(where, count);
    case Finding::Check::SeveralOpen:
        return tr("%1: %2 are open, but only one can be.").arg(where, count);
    case Finding::Check::SeveralRunning:
        return tr("%1: %2 go on at the same time, but only one can.").arg(where, count);
    case Finding::Check::EpisodeHollow: return tr("%1: %2 have no beginning.").arg(where, count);
    case Finding::Check::UnknownWord:
        return tr("%1: %2 use a word that this version does not know.").arg(where, count);
    case Finding::Check::UnknownSetting:
        return tr("%1: %2 are not known to this version.").arg(where, count);
    case Finding::Check::SettingUnfit:
        return tr("%1: %2 have a value that is out of range, so the usual one counts.")
            .arg(where, count);
    case Finding::Check::ReportUnreadable: return tr("%1: %2 cannot be read.").arg(where, count);
    case Finding::Check::ValueUnfit:
        return tr("%1: %2 have a value that is out of range.").arg(where, count);
    case Finding::Check::InFuture:
        return tr("%1: %2 are told for a time that has not come yet.").arg(where, count);
    case Finding::Check::WrittenInFuture:
        return tr("%1: %2 were written by a clock that was ahead of this one.").arg(where, count);
    case Finding::Check::TextUnfit:
        return tr("%1: %2 hold text that is too long or not plain text.").arg(where, count);
    case Finding::Check::SeveralOfOne:
        return tr("%1: %2 say something that should be there once.").arg(where, count);
    case Finding::Check::NotesOff:
        return tr("The search does not know %1 of your notes as they are.").arg(count);
    }
    Q_UNREACHABLE();
}

/// "Sat 14 Nov 09:40 to 10:15".
QString foundText(const FoundRecord& found, const Moment& now)
{
    if (!found.at) {
        return QString::fromStdString(found.name.empty() ? found.id : found.name);
    }
    return found.until ? tr("%1 to %2").arg(moment(*found.at, now), moment(*found.until, now))
                       : moment(*found.at, now);
}

} // namespace

QString finding(const Finding& finding, const Moment& now)
{
    constexpr std::size_t kMostNamed = 10;
    const QString what = kindOfFinding(finding);
    if (finding.which.empty()) {
        return what;
    }
    QStringList named;
    for (std::size_t i = 0; i < std::min(finding.which.size(), kMostNamed); ++i) {
        named << foundText(finding.which[i], now);
    }
    const auto all = std::max(finding.which.size(), static_cast<std::size_t>(finding.count));
    const auto more = all - static_cast<std::size_t>(named.size());
    const QString list = named.join(QLatin1String("; "));
    return more == 0
               //: %1 is a sentence, %2 a list of days and times
               ? tr("%1 These: %2.").arg(what, list)
               //: the same, %3 a number
               : tr("%1 These: %2; and %3 more.").arg(what, list, QString::number(more));
}

QString remedy(Finding::Check check)
{
    switch (check) {
    case Finding::Check::IndexesOff:
        return tr("\"unclench restore --salvage\" builds it anew from the records themselves; "
                  "nothing that they say is lost by that.");
    case Finding::Check::FileBroken:
    case Finding::Check::SchemaOff:
    case Finding::Check::RowUnreadable:
    case Finding::Check::OrphanFound:
        return tr("Go back to a backup, or save what can be read into a new diary: \"unclench "
                  "restore --salvage\" does both at once.");
    case Finding::Check::OwnerDeleted:
        return tr("Restore that spasm in History, or delete what belongs to it.");
    case Finding::Check::ErasedStands:
        return tr("It came back from another computer or a backup. Delete it again in History if "
                  "you do not want it.");
    case Finding::Check::EndBeforeBegin:
    case Finding::Check::BoutsOverlap:
        return tr("Look at that spasm in History and correct when it began or ended.");
    case Finding::Check::EpisodesOverlap:
        return tr("Both were kept. If they are one spasm that was told twice, as on two computers, "
                  "delete one of them in History; else correct when they began or ended.");
    case Finding::Check::SpansOverlap:
        return tr("Both were kept. Nothing is lost; only their lengths count twice. Delete the one "
                  "that is not right.");
    case Finding::Check::SeveralOpen:
        return tr("End the one that is over: \"unclench end\", or its page in History.");
    case Finding::Check::SeveralRunning:
        return tr("End the one that is over: \"unclench stop\" for heat or cold.");
    case Finding::Check::EpisodeHollow:
        return tr("Say in History when that spasm began, or delete it.");
    case Finding::Check::UnknownWord:
        return tr("A newer version of Unclench may have written it. It is kept as it is; the newer "
                  "version can read it.");
    case Finding::Check::ReportUnreadable:
    case Finding::Check::ValueUnfit:
    case Finding::Check::TextUnfit:
        return tr("Correct or delete it in History. Until then it may be left out.");
    case Finding::Check::InFuture:
        return tr("Check the clock of this computer. If it is right, correct the time in History.");
    case Finding::Check::NotesOff:
        return tr("Nothing you wrote is lost. Make a backup and go back to it; that builds the "
                  "search anew.");
    case Finding::Check::SchemaExtra:
    case Finding::Check::LooseEnd:
    case Finding::Check::UnknownSetting:
    case Finding::Check::SettingUnfit:
    case Finding::Check::WrittenInFuture:
    case Finding::Check::SeveralOfOne: return tr("Nothing needs to be done.");
    }
    Q_UNREACHABLE();
}

QString recordKind(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Episode: return tr("spasms");
    case RecordKind::Bout: return tr("beginnings and ends of spasms");
    case RecordKind::Reading: return tr("pain values");
    case RecordKind::Report: return tr("details of spasms");
    case RecordKind::Symptom: return tr("symptoms");
    case RecordKind::FunctionLimit: return tr("limits in what you do");
    case RecordKind::Measurement: return tr("measured values");
    case RecordKind::Procedure: return tr("procedures");
    case RecordKind::Condition: return tr("conditions");
    case RecordKind::Relief: return tr("things tried against the pain");
    case RecordKind::PainFreeDay: return tr("days without pain");
    case RecordKind::Medicine: return tr("medicines");
    case RecordKind::Intake: return tr("times a medicine was taken");
    case RecordKind::ProfileEntry: return tr("facts about you");
    case RecordKind::Setting: return tr("settings");
    case RecordKind::Answer: return tr("answers to questions");
    case RecordKind::Alert: return tr("warnings");
    case RecordKind::AlertStep: return tr("steps of warnings");
    case RecordKind::CareSession: return tr("sessions of heat or cold");
    case RecordKind::SkinCheck: return tr("looks at the skin");
    case RecordKind::SeatSpan: return tr("spans of sitting");
    case RecordKind::SeatEvent: return tr("answers to breaks");
    case RecordKind::OwnExercise: return tr("exercises of your own");
    case RecordKind::SavedFilter: return tr("saved filters");
    case RecordKind::Visit: return tr("visits");
    case RecordKind::Background: return tr("entries of background");
    }
    Q_UNREACHABLE();
}

QStringList salvaged(const Salvaged& salvaged)
{
    QStringList sentences;
    const int read = salvaged.total(&SalvagedKind::read);
    sentences << (read == 1 ? tr("One record could be read whole.")
                            : tr("%1 records could be read whole.").arg(read));
    if (salvaged.wereOnlyIndexesOff) {
        sentences << tr("Only what leads to the records was damaged. It was built anew, and no "
                        "record is lost.");
    }
    if (const QString parts = listed(salvaged, &SalvagedKind::inPart); !parts.isEmpty()) {
        sentences << tr("Read in part, or something else in the file says otherwise, so look at "
                        "them once: %1.")
                         .arg(parts);
    }
    if (const QString copied = listed(salvaged, &SalvagedKind::fromCopy);
        salvaged.copy && !copied.isEmpty()) {
        sentences << tr("Filled in from the backup %1: %2.")
                         .arg(QString::fromStdString(salvaged.copy->filename().string()), copied);
    } else if (salvaged.copy) {
        sentences << tr("The backup %1 had nothing to add.")
                         .arg(QString::fromStdString(salvaged.copy->filename().string()));
    }
    if (const QString made = listed(salvaged, &SalvagedKind::madeUp); !made.isEmpty()) {
        sentences
            << tr("Made anew, because other records belong to them: %1. Their times and names "
                  "may not be right.")
                   .arg(made);
    }
    if (const QString lost = listed(salvaged, &SalvagedKind::lost); !lost.isEmpty()) {
        sentences << tr("Lost: %1.").arg(lost);
    }
    if (salvaged.mayMissMore) {
        sentences << tr("Some part of the file could not be read at all. Nobody can say what stood "
                        "there.");
    }
    if (salvaged.shouldAskAgain) {
        sentences << tr("Warnings or answers about warning signs may be lost. Please answer the "
                        "questions about them again.");
    }
    if (salvaged.damaged) {
        sentences << tr("The damaged file is kept as %1.")
                         .arg(QString::fromStdString(salvaged.damaged->string()));
    }
    return sentences;
}

QString lostMedicine()
{
    return tr("Name lost");
}

} // namespace unclench::ui::wording
