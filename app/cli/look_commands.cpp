// SPDX-License-Identifier: GPL-3.0-or-later
// status and history.
#include "app/cli/commands.h"

#include "app/cli/alert_text.h"
#include "app/cli/care_text.h"
#include "app/cli/diary_json.h"
#include "app/cli/seat_text.h"
#include "app/cli/share_command.h"
#include "app/cli/tr.h"
#include "core/engine/exercise.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/shared_folder.h"
#include "core/store/upkeep_tasks.h"
#include "core/time/iso8601.h"
#include "ui/wording/data.h"
#include "ui/wording/guide.h"
#include "ui/wording/sharing.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

QString painText(const std::optional<int>& pain)
{
    return pain ? QString::number(*pain) : tr("not told");
}

QString regionsText(Session& session, const Details& details)
{
    QStringList names;
    for (const Place& place : details.regions.value_or(std::vector<Place>{})) {
        names << session.words().place(place.region, place.side);
    }
    return names.join(QLatin1String("; "));
}

ordered_json elsewhereJson(const KeptElsewhere& kept, const Moment& now)
{
    return {{"folder", kept.folder.string()},
            {"last", kept.last ? ordered_json(toIso(Moment{*kept.last, now.offset}))
                               : ordered_json(nullptr)},
            {"fault", kept.fault ? ordered_json(toId(*kept.fault)) : ordered_json(nullptr)}};
}

ExitStatus runStatus(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    engine.alerts().advance();
    const Moment now = session.clock().now().wall;
    // The highest level leads: whoever asks how things stand must see that first.
    std::string_view highest = "none";
    ordered_json alerts = ordered_json::array();
    for (const Alert& alert : engine.alerts().shown()) {
        if (highest == "none" && alert.level != Level::CheckIn) {
            highest = toId(alert.level);
        }
        sayAlert(session, alert);
        alerts.push_back({{"id", alert.rule},
                          {"level", toId(alert.level)},
                          {"state", toId(alert.state)},
                          {"because", splitIds(alert.because)}});
    }
    const auto open = engine.diary().openBout();
    const auto course = open ? engine.diary().course(open->episode) : std::nullopt;
    if (course) {
        session.say(tr("Spasm since %1 (%2), last pain %3, worst %4.")
                        .arg(ui::wording::moment(course->onset(), now),
                             ui::wording::length(now.utc - course->onset().utc),
                             painText(course->lastPain()), painText(course->worstPain())));
        if (const QString regions = regionsText(session, course->details); !regions.isEmpty()) {
            session.say(regions);
        }
    } else {
        session.say(tr("No spasm is open."));
    }
    const EpisodeCounts counts = countEpisodes(engine.diary(), now.utc);
    session.say(tr("Spasms in the last 30 days: %1; in the last 180 days: %2; in the diary: %3.")
                    .arg(counts.distinct30Days)
                    .arg(counts.distinct180Days)
                    .arg(counts.total));
    const ordered_json care = sayCare(session);
    const ordered_json sitting = saySitting(session);
    const ExerciseGate exercise = exerciseNow(engine);
    ordered_json exerciseBecause = ordered_json::array();
    for (const ExerciseBar bar : exercise.because) {
        exerciseBecause.push_back(toId(bar));
    }
    session.say((QStringList{ui::wording::exerciseState(exercise)} +
                 ui::wording::exerciseReasons(exercise, engine.guide()))
                    .join(QLatin1Char(' ')));
    ordered_json ignored = ordered_json::array();
    for (const std::string& key : engine.settings().ignored) {
        session.say(tr("The setting %1 is out of range and stands at its default.")
                        .arg(QString::fromStdString(key)));
        ignored.push_back(key);
    }
    const bool isDamaged = isFoundDamaged(engine.database());
    if (isDamaged) {
        session.say(tr("The diary is damaged: some records may not be shown, and no copy of it is "
                       "made any more. To repair it: unclench restore --salvage"));
    }
    const bool isReadOnly = engine.database().isReadOnly();
    if (isReadOnly) {
        session.say(engine.database().writeFault() == StorageFault::Full
                        ? tr("The disk is full: the diary can be read but not written.")
                        : tr("The diary can be read but not written."));
    }
    const bool isOnDisk = !engine.database().file().empty();
    if (isOnDisk && !isReadOnly && !engine.database().usesWal()) {
        session.say(
            tr("This file system cannot keep a write-ahead log; saving is as safe, but slower."));
    }
    const auto elsewhere = keptElsewhere(engine.database());
    if (elsewhere && elsewhere->fault) {
        session.say(tr("Backup elsewhere: %1").arg(ui::wording::keptElsewhere(*elsewhere, now)));
    }
    const auto shared = sharedFolder(engine.database());
    for (const QString& trouble :
         shared ? ui::wording::sharedTroubles(*shared, now) : QStringList{}) {
        session.say(tr("Shared folder: %1").arg(trouble));
    }
    session.print(
        {{"highest", highest},
         {"alerts", alerts},
         {"open", course ? toJson(*course) : ordered_json(nullptr)},
         {"episodes",
          {{"open", counts.open},
           {"total", counts.total},
           {"distinct_30d", counts.distinct30Days},
           {"distinct_180d", counts.distinct180Days}}},
         {"care", care},
         {"sitting", sitting},
         {"exercise", {{"allowed", exercise.isAllowed()}, {"because", exerciseBecause}}},
         {"data", session.options().dataFolder.string()},
         {"damaged", isDamaged},
         {"read_only", isReadOnly},
         {"wal", engine.database().usesWal()},
         {"backup_elsewhere", elsewhere ? elsewhereJson(*elsewhere, now) : ordered_json(nullptr)},
         {"shared_folder", sharedJson(shared, now)},
         {"ignored_settings", ignored}});
    return ExitStatus::Done;
}

template <class Record>
void addDated(Session& session, const char* key, ordered_json& document)
{
    ordered_json list = ordered_json::array();
    for (const Record& record :
         session.engine(Database::Access::Read).diary().dated<Record>(session.period())) {
        list.push_back(recordToJson(record));
    }
    document[key] = list;
}

void printHistory(Session& session, const std::vector<Course>& courses)
{
    ordered_json document;
    document["episodes"] = ordered_json::array();
    for (const Course& course : courses) {
        document["episodes"].push_back(toJson(course));
    }
    addDated<PainFreeDay>(session, "pain_free_days", document);
    addDated<Symptom>(session, "symptoms", document);
    addDated<FunctionLimit>(session, "functions", document);
    addDated<Measurement>(session, "measurements", document);
    addDated<Intake>(session, "intakes", document);
    addDated<Relief>(session, "reliefs", document);
    addDated<Procedure>(session, "procedures", document);
    addDated<Condition>(session, "conditions", document);
    document["care_sessions"] = careSessions(session);
    Engine& engine = session.engine(Database::Access::Read);
    document["medicines"] = ordered_json::array();
    for (const Medicine& medicine : engine.diary().medicines()) {
        document["medicines"].push_back(recordToJson(medicine));
    }
    document["profile"] = ordered_json::array();
    for (const ProfileEntry& entry : engine.diary().profileEntries()) {
        document["profile"].push_back(recordToJson(entry));
    }
    document["background"] = ordered_json::array();
    for (const BackgroundEntry& entry : engine.diary().backgroundEntries()) {
        document["background"].push_back(recordToJson(entry));
    }
    session.print(document);
}

ExitStatus runHistory(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    const auto courses = engine.diary().courses(session.period());
    if (session.isJson()) {
        printHistory(session, courses);
        return ExitStatus::Done;
    }
    if (courses.empty()) {
        session.say(tr("No spasm is written down for this time."));
    }
    const Moment now = session.clock().now().wall;
    for (const Course& course : courses) {
        const QString when = ui::wording::moment(course.onset(), now);
        const QString lasted =
            course.end() ? ui::wording::length(course.end()->utc - course.onset().utc)
                         : tr("open for %1").arg(ui::wording::length(now.utc - course.onset().utc));
        QString line = tr("%1, %2, worst pain %3").arg(when, lasted, painText(course.worstPain()));
        if (const QString regions = regionsText(session, course.details); !regions.isEmpty()) {
            line += QLatin1String(", ") + regions;
        }
        session.say(line);
        for (const Reading& reading : course.readings) {
            QString entry =
                tr("    %1  pain %2").arg(ui::wording::moment(reading.at, now)).arg(reading.pain);
            if (reading.atRest == true) {
                entry += tr(", at rest");
            }
            if (!reading.note.empty()) {
                entry += QLatin1String("  ") + QString::fromStdString(reading.note);
            }
            session.say(entry);
        }
    }
    return ExitStatus::Done;
}

} // namespace

void addLookCommands(CLI::App& parser, Command& chosen)
{
    parser.add_subcommand("status", tr("What is open now").toStdString())->callback([&chosen] {
        chosen = {runStatus};
    });
    parser.add_subcommand("history", tr("Every spasm with its readings").toStdString())
        ->callback([&chosen] {
            chosen = {runHistory, false, true};
        });
}

} // namespace unclench::app::cli
