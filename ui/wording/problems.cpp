// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/problems.h"

#include "core/diary/visit.h"
#include "core/time/iso8601.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QStringList>

#include <array>

namespace unclench::ui::wording {

namespace {

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

QString outOfRange(const Problem& problem)
{
    const QString given = QString::fromStdString(problem.given);
    if (problem.field == "pain") {
        return tr("Pain is a whole number from 0 (none) to 10 (the worst there is), not %1.")
            .arg(given);
    }
    if (problem.field == "temperature") {
        return tr("A body temperature lies between 30 and 45 °C (86 and 113 °F).");
    }
    if (problem.field == "weight") {
        return tr("A weight lies between 0 and 500 kg (1102 lb).");
    }
    if (problem.field == "hours") {
        return tr("Give at least one hour.");
    }
    if (problem.field == "question") {
        return tr("The page has room for three questions, not for %1.").arg(given);
    }
    if (problem.field == "pause") {
        return tr("%1 minutes cannot be meant here: a pause takes 1 minute to 48 hours, a meeting "
                  "up to 60 minutes.")
            .arg(given);
    }
    if (problem.field == "level") {
        return tr("A level is 0 (not limited), 1 (a little), 2 (a lot) or 3 (cannot), not %1.")
            .arg(given);
    }
    return tr("%1 is out of range: %2.").arg(QString::fromStdString(problem.field), given);
}

struct FieldTopic {
    std::string_view field;
    Topic topic;
};
constexpr std::array kFieldTopics{
    FieldTopic{"region", Topic::Region},       FieldTopic{"trigger", Topic::Trigger},
    FieldTopic{"quality", Topic::Quality},     FieldTopic{"sign", Topic::Sign},
    FieldTopic{"pattern", Topic::Pattern},     FieldTopic{"activity", Topic::Activity},
    FieldTopic{"symptom", Topic::Symptom},     FieldTopic{"function", Topic::Function},
    FieldTopic{"relief", Topic::Relief},       FieldTopic{"class", Topic::MedicineClass},
    FieldTopic{"condition", Topic::Condition}, FieldTopic{"clinician_ok", Topic::Condition},
};

QString unknownId(const Problem& problem, const Vocabulary& vocabulary)
{
    const QString given = QString::fromStdString(problem.given);
    if (problem.field == "question") {
        return tr("There is no question \"%1\". \"unclench alerts --questions\" lists them.")
            .arg(given);
    }
    if (problem.field == "detail") {
        return tr("That question has no detail \"%1\".").arg(given);
    }
    if (problem.field == "kind") {
        return tr("There is no timed kind \"%1\". Known: pad, towel, bottle, shower, bath, pack.")
            .arg(given);
    }
    if (problem.field == "alert") {
        return tr("There is no alert \"%1\". \"unclench alerts\" lists what is open.").arg(given);
    }
    if (problem.field == "section") {
        QStringList known;
        for (const std::string_view id : kNames<ReportSection>) {
            known << QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
        }
        return tr("There is no section \"%1\". Known: %2.")
            .arg(given, known.join(QLatin1String(", ")));
    }
    QString sentence =
        tr("There is no %1 \"%2\".")
            .arg(QString::fromStdString(problem.field), QString::fromStdString(problem.given));
    if (problem.field == "side") {
        return sentence + QLatin1Char(' ') +
               tr("Known: left, right, both; on the back and neck also middle.");
    }
    for (const FieldTopic& entry : kFieldTopics) {
        if (entry.field == problem.field) {
            QStringList known;
            for (const Term& term : vocabulary.terms(entry.topic)) {
                known << QString::fromStdString(term.id);
            }
            sentence += QLatin1Char(' ') + tr("Known: %1.").arg(known.join(QLatin1String(", ")));
        }
    }
    return sentence;
}

} // namespace

QString problem(const Problem& problem, const Vocabulary& vocabulary, const Moment& now)
{
    const QString field = QString::fromStdString(problem.field);
    const QString given = QString::fromStdString(problem.given);
    const QString when = problem.moment ? wording::moment(*problem.moment, now) : QString{};
    const QString iso = problem.moment ? QString::fromStdString(toIso(*problem.moment)) : QString{};
    switch (problem.kind) {
    case ProblemKind::OutOfRange: return outOfRange(problem);
    case ProblemKind::UnknownId: return unknownId(problem, vocabulary);
    case ProblemKind::UnknownKey: return tr("There is no setting \"%1\".").arg(given);
    case ProblemKind::Unreadable: return tr("%1 cannot be read: %2.").arg(field, given);
    case ProblemKind::NotUtf8:
        return tr("The text for \"%1\" is not readable as UTF-8. Nothing was saved; write it "
                  "again.")
            .arg(field);
    case ProblemKind::HoldsNul:
        return tr("The text for \"%1\" holds a NUL character, which no text can keep. Nothing was "
                  "saved; take it out.")
            .arg(field);
    case ProblemKind::TooLong:
        return tr("The text for \"%1\" is longer than %2 bytes. Nothing was saved; shorten it.")
            .arg(field, given);
    case ProblemKind::Empty: return tr("The %1 is empty.").arg(field);
    case ProblemKind::InTheFuture:
        if (problem.field == "visit") {
            return tr("That visit is still ahead: %1 (%2). It can be done once it has been.")
                .arg(when, iso);
        }
        return tr("%1 lies in the future (now it is %2). Only what has happened can be saved.")
            .arg(iso, QString::fromStdString(toIso(now)));
    case ProblemKind::BeforeOnset:
        return tr("That is before the spasm began, which was at %1 (%2).").arg(when, iso);
    case ProblemKind::AfterEnd:
        return tr("That is after the spasm ended, which was at %1 (%2).").arg(when, iso);
    case ProblemKind::EndBeforeBegin:
        if (problem.field == "to_day") {
            return tr("The last day of the period cannot be before its first day.");
        }
        if (problem.field == "next") {
            return tr("The next visit cannot be before this one, which is at %1 (%2).")
                .arg(when, iso);
        }
        return tr("The end cannot be before the beginning, which was at %1 (%2).").arg(when, iso);
    case ProblemKind::BoutsOverlap:
        return tr("That would overlap with the spasm of %1 (%2).").arg(when, iso);
    case ProblemKind::NoEpisode: return tr("No spasm is open. Log one first.");
    case ProblemKind::EpisodeOpen:
        return tr("A spasm has been open since %1 (%2). End it first.").arg(when, iso);
    case ProblemKind::PainThatDay:
        return tr("There was a spasm on that day, from %1 on (%2).").arg(when, iso);
    case ProblemKind::NameTaken: return tr("Another medicine of your list has that name already.");
    case ProblemKind::NotThere: return tr("That is no longer in the diary.");
    case ProblemKind::ChangedSince:
        return tr("That was changed elsewhere in the meantime. Look at it again first.");
    case ProblemKind::CloseEmergency:
        return tr("This can need treatment within hours. Close it as \"seen\" once you have "
                  "contacted someone, or as \"mistake\" if the answer was wrong.");
    case ProblemKind::SnoozeEmergency:
        return tr("This cannot wait: it can need treatment within hours.");
    case ProblemKind::SnoozeTwice:
        return tr("You have put this off once already. Please speak to a health professional "
                  "today.");
    case ProblemKind::SnoozeTooLong:
        return tr("That is too long. What is for today can wait 12 hours, the rest 7 days.");
    case ProblemKind::OverTwentyMinutes:
        return tr("%1 minutes are too long: more than 20 can hurt your skin.").arg(given);
    case ProblemKind::CareBlocked:
        return problem.moment ? tr("Not now. It may start at %1 (%2).").arg(when, iso)
                              : tr("Not now. \"unclench status\" says why.");
    case ProblemKind::SessionRunning: return tr("A session is still running. Stop it first.");
    case ProblemKind::NoSession: return tr("No session of heat or cold is there to end or check.");
    case ProblemKind::SessionsOverlap:
        return tr("Another session lies in that time, from %1 on (%2).").arg(when, iso);
    case ProblemKind::NoSnoozeLeft:
        return tr("You have put this break off twice. Get up for a moment, or skip it.");
    case ProblemKind::NothingDue: return tr("No break is due now.");
    case ProblemKind::NotPaused: return tr("Reminders are not paused.");
    }
    Q_UNREACHABLE();
}

QString problems(const Problems& problems, const Vocabulary& vocabulary, const Moment& now)
{
    QStringList sentences;
    for (const Problem& each : problems) {
        sentences << problem(each, vocabulary, now);
    }
    return sentences.join(QLatin1Char(' '));
}

QString failure(const StorageError& error,
                const std::filesystem::path& dataFolder,
                const std::optional<std::filesystem::path>& goodCopy)
{
    const QString folder = text(dataFolder);
    const QString copy =
        goodCopy ? tr("The newest good copy is %1. To go back to it: unclench restore %1")
                       .arg(text(*goodCopy))
                 : tr("There is no good copy of it in %1.").arg(text(dataFolder / "copies"));
    switch (error.fault()) {
    case StorageFault::CannotOpen:
        return tr("The diary in %1 cannot be opened. Check that the folder exists and belongs to "
                  "you.")
            .arg(folder);
    case StorageFault::Gone:
        return tr("The diary in %1 is no longer there. Nothing was saved. Put it back and try "
                  "again.")
                   .arg(folder) +
               (goodCopy ? QLatin1Char(' ') + copy : QString{});
    case StorageFault::ReadOnly:
        return tr("The diary in %1 can be read but not written. Nothing was saved. Give yourself "
                  "the right "
                  "to write there and try again.")
            .arg(folder);
    case StorageFault::Full:
        return tr("The disk with %1 is full. Nothing was saved. Free some space and try again.")
            .arg(folder);
    case StorageFault::Locked:
        return tr("Another program holds the diary in %1. Nothing was saved. Close it and try "
                  "again.")
            .arg(folder);
    case StorageFault::Damaged:
        return tr("The diary in %1 is damaged. Nothing was changed in it. To save what can still "
                  "be "
                  "read of it into a new diary, filled in from the newest good copy: unclench "
                  "restore --salvage")
                   .arg(folder) +
               QLatin1String(". ") + copy;
    case StorageFault::Newer:
        return tr("The diary in %1 was written by a newer version of Unclench (%2). Nothing was "
                  "changed in it. "
                  "Install the newer version.")
            .arg(folder, QString::fromUtf8(error.what()).section(QLatin1Char('('), 1).chopped(1));
    case StorageFault::Io:
        return tr("The disk reported an error with the diary in %1. Nothing was saved. Check the "
                  "disk and try "
                  "again.")
            .arg(folder);
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
