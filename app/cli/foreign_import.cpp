// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/foreign_import.h"

#include "app/cli/foreign_arguments.h"
#include "app/cli/long_work.h"
#include "app/cli/tr.h"
#include "app/desktop/system_clock.h"
#include "core/engine/foreign_importing.h"
#include "core/exchange/foreign_file.h"
#include "core/exchange/mapping_files.h"
#include "core/store/file_error.h"
#include "core/time/iso8601.h"
#include "ui/wording/exchange.h"
#include "ui/wording/foreign.h"
#include "ui/wording/merging.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// So many problems stand in one line of error; `--dry-run` tells more.
constexpr std::size_t kProblemsInLine = 3;

ordered_json problemsJson(const ForeignProblems& problems)
{
    ordered_json list = ordered_json::array();
    for (const ForeignProblem& problem : problems.first()) {
        list.push_back({{"fault", toId(problem.fault)},
                        {"line", problem.line},
                        {"other_line", problem.otherLine},
                        {"column", problem.column},
                        {"given", problem.given}});
    }
    return list;
}

ordered_json timeJson(const std::optional<Moment>& moment)
{
    return moment ? ordered_json(toIso(*moment)) : ordered_json(nullptr);
}

ordered_json readingJson(const ForeignPreview& preview)
{
    ordered_json columns = ordered_json::object();
    for (const MappedColumn& mapped : preview.mapping.columns) {
        columns[mapped.column] = toId(mapped.meaning);
    }
    ordered_json leftOut = ordered_json::object();
    for (const auto& [what, rows] : preview.leftOutBy) {
        leftOut[what] = rows;
    }
    ordered_json takenBy = ordered_json::object();
    for (const auto& [what, rows] : preview.takenBy) {
        takenBy[what] = rows;
    }
    return {{"mapping", preview.mapping.id},
            {"program", preview.mapping.program},
            {"encoding", toId(preview.layout.encoding)},
            {"separator", std::string(1, preview.layout.separator)},
            {"header", preview.layout.header},
            {"title_lines", preview.layout.titleLines},
            {"date_order", toId(preview.dateOrder)},
            {"zone",
             preview.mapping.zone ? ordered_json(*preview.mapping.zone) : ordered_json(nullptr)},
            {"columns", columns},
            {"lines", preview.rows},
            {"bouts", preview.bouts},
            {"episodes", preview.episodes},
            {"pain_free_days", preview.painFreeDays},
            {"without_end", preview.withoutEnd},
            {"without_time", preview.withoutTime},
            {"doubled_times", preview.doubled},
            {"rounded", preview.rounded},
            {"repeated", preview.repeated},
            {"not_needed", preview.notNeeded},
            {"left_out", preview.leftOut},
            {"left_out_by", leftOut},
            {"taken_by", takenBy},
            {"first", timeJson(preview.earliest)},
            {"last", timeJson(preview.latest)},
            {"broken", preview.problems.count()},
            {"problems", problemsJson(preview.problems)}};
}

ordered_json recordsJson(const ForeignRecords& made)
{
    return {{"episode", made.episodes},
            {"bout", made.bouts},
            {"reading", made.readings},
            {"report", made.reports},
            {"pain_free_day", made.painFreeDays},
            {"medicine", made.medicines},
            {"intake", made.intakes},
            {"symptom", made.symptoms},
            {"relief", made.relief}};
}

/// How the other program's file was read, in lines.
void sayReading(Session& session, const ForeignPreview& preview)
{
    session.say(ui::wording::foreignReading(preview));
    for (const QString& line : ui::wording::foreignColumns(preview)) {
        session.say(QLatin1String("    ") + line);
    }
    session.say(ui::wording::foreignCounts(preview).join(QLatin1Char(' ')));
    for (const QString& line : ui::wording::foreignLeftOut(preview)) {
        session.say(QLatin1String("    ") + line);
    }
    if (!preview.first.empty()) {
        session.say(tr("The first of them:"));
    }
    for (const ForeignRow& row : preview.first) {
        session.say(QLatin1String("    ") +
                    ui::wording::foreignRow(row, session.words(), preview.now));
    }
}

void sayBroken(Session& session, const ForeignPreview& preview)
{
    for (const QString& line :
         ui::wording::foreignProblems(preview.problems, ForeignProblems::kMostKept)) {
        session.say(QLatin1String("    ") + line);
    }
}

void sayBrings(Session& session, const ForeignBrings& brings, bool bringsBack)
{
    for (const QString& line : ui::wording::stoodBack(brings.stoodBack, bringsBack)) {
        session.say(line);
    }
    for (const QString& line : ui::wording::foreignWithoutPlace(brings.made)) {
        session.say(line);
    }
}

ordered_json bringsJson(const ForeignBrings& brings)
{
    return {{"records", recordsJson(brings.made)},
            {"without_place", brings.made.withoutPlace},
            {"lines_without_place", brings.made.linesWithoutPlace},
            {"kept_as_here", brings.stoodBack.kept},
            {"deleted_here", brings.stoodBack.deleted},
            {"new", brings.preview.fresh}};
}

ExitStatus refuseForeign(Session& session, const fs::path& path, const ForeignPreview& preview)
{
    const QString what =
        ui::wording::foreignProblems(preview.problems, kProblemsInLine).join(QLatin1Char(' '));
    const QString how = preview.problems.hasWhole() || !preview.plan
                            ? tr("unclench import --help says what can be said of a file.")
                            : tr("--dry-run lists them all; --skip-broken leaves them out.");
    return session.refuse(ExitStatus::NotUnderstood,
                          tr("Nothing was taken from %1. %2 %3")
                              .arg(QString::fromStdString(path.string()), what, how));
}

ExitStatus
sayForeignDryRun(Session& session, const ForeignImport& import, const ForeignArguments& arguments)
{
    const ForeignPreview& preview = import.preview();
    const bool canBeTaken = import.canBeTaken(arguments.skipsBroken);
    ordered_json json = readingJson(preview);
    json["dry_run"] = true;
    json["can_be_taken"] = canBeTaken;
    if (!preview.layout.header.empty()) {
        sayReading(session, preview);
    }
    if (!preview.problems.isEmpty()) {
        session.say(canBeTaken ? tr("These lines would be left out:")
                               : tr("It cannot be taken as it is:"));
        sayBroken(session, preview);
    }
    if (canBeTaken) {
        Engine& engine = session.engine(Database::Access::Read);
        LongWork work{session.clock()};
        const ForeignBrings brings =
            import.brings(engine.database(), arguments.bringsBack, work.progress());
        sayBrings(session, brings, arguments.bringsBack);
        json.update(bringsJson(brings));
    }
    session.say(tr("Nothing was changed, because of --dry-run."));
    session.print(json);
    return ExitStatus::Done;
}

ExitStatus
takeForeign(Session& session, const ForeignImport& import, const ForeignArguments& arguments)
{
    const ForeignPreview& preview = import.preview();
    Engine& engine = session.engine(Database::Access::ReadWrite);
    ForeignTaken taken;
    {
        LongWork work{session.clock()};
        taken = import.into(engine, arguments.bringsBack, work.progress());
    }
    session.say(ui::wording::foreignReading(preview));
    session.say(ui::wording::foreignCounts(preview).join(QLatin1Char(' ')));
    for (const QString& line : ui::wording::foreignLeftOut(preview)) {
        session.say(QLatin1String("    ") + line);
    }
    if (!preview.problems.isEmpty()) {
        session.say(tr("Left out, because of --skip-broken:"));
        sayBroken(session, preview);
    }
    sayBrings(session, taken.brings, arguments.bringsBack);
    session.say(ui::wording::merged(taken.merged));
    ordered_json json = readingJson(preview);
    json["dry_run"] = false;
    json.update(bringsJson(taken.brings));
    json["added"] = taken.merged.added;
    json["overlaps"] = taken.merged.overlaps;
    session.print(json);
    return ExitStatus::Done;
}

/// Keeps the mapping under the name that was given.
void keepMapping(Session& session, const ForeignPreview& preview, const ForeignArguments& arguments)
{
    if (!arguments.saveAs.empty() && preview.plan) {
        ColumnMapping mapping = preview.mapping;
        mapping.separator = preview.layout.separator;
        mapping.dateOrder = preview.dateOrder;
        saveMapping(session.options().dataFolder, arguments.saveAs, mapping);
        session.say(tr("How it was read is saved as \"%1\".")
                        .arg(QString::fromStdString(arguments.saveAs)));
    }
}

} // namespace

bool ForeignArguments::isGiven() const
{
    const bool hasText =
        !(preset.empty() && mapping.empty() && painMost.empty() && lengthUnit.empty() &&
          lists.empty() && encoding.empty() && separator.empty() && dateOrder.empty() &&
          zone.empty() && saveAs.empty());
    const bool hasLists = !(columns.empty() && rules.empty() && painWords.empty());
    return hasText || hasLists || skipsBroken || bringsBack;
}

void addForeignOptions(CLI::App& imported, const std::shared_ptr<ForeignArguments>& arguments)
{
    const auto add = [&](const char* name, std::string& text, const char* type,
                         const QString& what) {
        imported.add_option(name, text, what.toStdString())->type_name(type);
    };
    const auto addEach = [&](const char* name, std::vector<std::string>& texts, const char* type,
                             const QString& what) {
        imported.add_option(name, texts, what.toStdString())
            ->type_name(type)
            ->allow_extra_args(false);
    };
    add("--preset", arguments->preset, "ID",
        tr("The program that wrote the file: %1").arg(presetNames()));
    add("--mapping", arguments->mapping, "NAME", tr("A mapping that was saved with --save-as"));
    addEach("--map", arguments->columns, "COLUMN=MEANING",
            tr("What a column means: begin, end, pain, note ... (docs/import.md lists them)"));
    addEach("--rows", arguments->rules, "COLUMN=WORD:KIND",
            tr("What rows with a word in a column are: spasm, medicine, left_out"));
    addEach("--pain-word", arguments->painWords, "WORD=PAIN", tr("A word as a pain, 0 to 10"));
    add("--pain-most", arguments->painMost, "NUMBER", tr("The greatest pain of the file's scale"));
    add("--length-unit", arguments->lengthUnit, "UNIT",
        tr("What a length without a unit counts: milliseconds, seconds, minutes, hours"));
    add("--lists", arguments->lists, "SIGNS", tr("The signs between the entries of a list"));
    add("--encoding", arguments->encoding, "NAME", tr("utf-8, utf-16le, utf-16be or windows-1252"));
    add("--separator", arguments->separator, "SIGN", tr("comma, semicolon, tab, bar or a sign"));
    add("--date-order", arguments->dateOrder, "ORDER", tr("ymd, dmy, mdy, unix or unix_ms"));
    add("--zone", arguments->zone, "ZONE",
        tr("Where times without a zone are from: Europe/Berlin, +01:00"));
    add("--save-as", arguments->saveAs, "NAME", tr("Save how the file was read, for --mapping"));
    imported.add_flag("--skip-broken", arguments->skipsBroken,
                      tr("Leave out lines that are wrong; they are named").toStdString());
    imported.add_flag("--bring-back", arguments->bringsBack,
                      tr("Also what you deleted since").toStdString());
}

bool isForeign(const fs::path& path, const ForeignArguments& arguments)
{
    return arguments.isGiven() || isForeignFile(path);
}

ExitStatus importForeign(Session& session,
                         const fs::path& path,
                         const ForeignArguments& arguments,
                         bool isDryRun)
{
    if (session.at()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--at has no meaning for %1.").arg(QLatin1String{"import"}));
    }
    ForeignWish wish;
    if (const auto refused = understandForeign(session, arguments, wish)) {
        return *refused;
    }
    try {
        std::unique_ptr<ForeignImport> import;
        {
            LongWork work{session.clock()};
            import = std::make_unique<ForeignImport>(path, wish, systemZone(session.clock()),
                                                     session.clock().now().wall,
                                                     session.vocabulary(), work.progress());
        }
        if (isDryRun) {
            const ExitStatus status = sayForeignDryRun(session, *import, arguments);
            keepMapping(session, import->preview(), arguments);
            return status;
        }
        if (!import->canBeTaken(arguments.skipsBroken)) {
            return refuseForeign(session, path, import->preview());
        }
        const ExitStatus status = takeForeign(session, *import, arguments);
        keepMapping(session, import->preview(), arguments);
        return status;
    } catch (const FileError& error) {
        return session.refuse(ExitStatus::Storage, ui::wording::importFailure(error, path));
    } catch (const Cancelled&) {
        return session.refuse(ExitStatus::Refused, tr("Stopped. Nothing was taken."));
    }
}

} // namespace unclench::app::cli
