// SPDX-License-Identifier: GPL-3.0-or-later
// export and import: the diary as files for other programs, and back.
#include "app/cli/commands.h"

#include "app/cli/export_others.h"
#include "app/cli/foreign_import.h"
#include "app/cli/long_work.h"
#include "app/cli/tr.h"
#include "core/diary/alert.h"
#include "core/engine/exporting.h"
#include "core/engine/importing.h"
#include "core/store/file_error.h"
#include "ui/wording/exchange.h"
#include "ui/wording/merging.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

/// So many problems of a file are named; with more, the cause is mostly one.
constexpr std::size_t kNamedProblems = 3;

struct ExportArguments {
    std::string form;
    std::string path;
    std::string sections;
    bool hasNotes = false;
    bool hasNoNotes = false;
    bool isForOthers = false;
    bool hasMark = false;
};

constexpr std::array kFormNames{std::string_view{"json"}, std::string_view{"csv"}};

QString sectionNames()
{
    QStringList names;
    for (const std::string_view name : kNames<ExportSection>) {
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names.join(QLatin1String(", "));
}

ordered_json countsJson(const RowCounts& counts)
{
    ordered_json rows = ordered_json::object();
    for (std::size_t i = 0; i < sheets().size(); ++i) {
        rows[std::string{sheets()[i].name}] = counts.rows[i];
    }
    return rows;
}

/// What was asked for. Set: refused, and said.
std::optional<ExitStatus>
understand(Session& session, const ExportArguments& arguments, bool asksForName, ExportWish& wish)
{
    const auto form = std::find(kFormNames.begin(), kFormNames.end(), arguments.form);
    if (form == kFormNames.end()) {
        return session.refuse(
            ExitStatus::NotUnderstood,
            tr("An export cannot be \"%1\". Write json or csv behind it, or fhir or ics.")
                .arg(QString::fromStdString(arguments.form)));
    }
    wish.form = form == kFormNames.begin() ? ExportForm::Json : ExportForm::Csv;
    if (arguments.hasNotes && arguments.hasNoNotes) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--notes and --no-notes cannot both be meant."));
    }
    if (arguments.hasMark && wish.form != ExportForm::Csv) {
        return session.refuse(ExitStatus::NotUnderstood, tr("--bom is for csv alone."));
    }
    if (!arguments.sections.empty()) {
        wish.scope.sections.clear();
        for (const std::string& name : splitIds(arguments.sections)) {
            const auto section = fromId<ExportSection>(name);
            if (!section) {
                return session.refuse(ExitStatus::NotUnderstood,
                                      tr("There is no section \"%1\". The sections are: %2.")
                                          .arg(QString::fromStdString(name), sectionNames()));
            }
            wish.scope.sections.insert(*section);
        }
    }
    wish.target = arguments.path;
    wish.hasMark = arguments.hasMark;
    wish.scope.period = session.period();
    wish.scope.hasNotes = arguments.hasNotes || !(arguments.hasNoNotes || arguments.isForOthers);
    wish.scope.hasDeleted = !arguments.isForOthers;
    wish.scope.hasName = asksForName || !arguments.isForOthers;
    wish.notice = ui::wording::exportNotice().toStdString();
    return std::nullopt;
}

ExitStatus sayExported(Session& session, const ExportWish& wish, const RowCounts& counts)
{
    const QStringList what = ui::wording::rowCounts(counts);
    session.say(tr("Written: %1.").arg(QString::fromStdString(wish.target.string())));
    session.say(what.isEmpty() ? tr("There is nothing in it: the diary has nothing of that.")
                               : what.join(QLatin1String(", ")) + QLatin1Char('.'));
    if (!wish.scope.hasNotes) {
        session.say(tr("Your notes are not in it."));
    }
    if (!wish.scope.hasName) {
        session.say(tr("Your name is not in it."));
    }
    session.say(tr("It is not encrypted: whoever has it can read it."));
    session.print({{"exported", wish.target.string()},
                   {"form", kFormNames[wish.form == ExportForm::Json ? 0 : 1]},
                   {"rows", countsJson(counts)},
                   {"pictures", counts.pictures},
                   {"notes", wish.scope.hasNotes},
                   {"deleted", wish.scope.hasDeleted},
                   {"name", wish.scope.hasName}});
    return ExitStatus::Done;
}

ExitStatus
runExport(Session& session, const ExportArguments& arguments, const OtherFormOptions& others)
{
    if (isOtherForm(arguments.form)) {
        return runOtherForm(session,
                            {.form = arguments.form,
                             .path = arguments.path,
                             .hasNotes = arguments.hasNotes,
                             .refusesNotes = arguments.hasNoNotes,
                             .hasForeignOption = !arguments.sections.empty() || arguments.hasMark},
                            others);
    }
    if (others.areForCalendar() || (others.hasName && !arguments.isForOthers)) {
        return refuseOtherFormOptions(session);
    }
    ExportWish wish;
    if (const auto refused = understand(session, arguments, others.hasName, wish)) {
        return *refused;
    }
    const ExportTarget state = lookAtTarget(wish.target, wish.form);
    if (state != ExportTarget::Free && state != ExportTarget::OwnExport) {
        return session.refuse(state == ExportTarget::NoFolder ? ExitStatus::Storage
                                                              : ExitStatus::Refused,
                              ui::wording::exportTarget(state, wish.target));
    }
    Engine& engine = session.engine(Database::Access::Read);
    try {
        RowCounts counts;
        {
            LongWork work{session.clock()};
            counts = exportDiary(engine.database(), engine.now().wall, wish, work.progress());
        }
        return sayExported(session, wish, counts);
    } catch (const FileError& error) {
        return session.refuse(ExitStatus::Storage, ui::wording::exportFailure(error, wish.target));
    } catch (const Cancelled&) {
        return session.refuse(ExitStatus::Refused, tr("Stopped. Nothing was written."));
    }
}

ExitStatus sayDryRun(Session& session, const std::string& path, Import& import)
{
    Engine& engine = session.engine(Database::Access::Read);
    const ImportPreview preview = import.preview(engine.database());
    const QStringList what = ui::wording::rowCounts(import.read().counts);
    session.say(what.isEmpty()
                    ? tr("The file is whole, and empty.")
                    : tr("The file is whole. It holds: %1.").arg(what.join(QLatin1String(", "))));
    session.say(ui::wording::importPreview(preview).join(QLatin1Char(' ')));
    session.say(tr("Nothing was changed, because of --dry-run."));
    session.print({{"imported", path},
                   {"dry_run", true},
                   {"rows", countsJson(import.read().counts)},
                   {"pictures", import.read().counts.pictures},
                   {"new", preview.fresh},
                   {"alike", preview.alike},
                   {"different", preview.different},
                   {"erased", preview.erased}});
    return ExitStatus::Done;
}

ExitStatus take(Session& session, const std::string& path, Import& import)
{
    Engine& engine = session.engine(Database::Access::ReadWrite);
    Merged merged;
    {
        LongWork work{session.clock()};
        merged = import.into(engine, work.progress());
    }
    session.say(ui::wording::merged(merged));
    if (merged.overlaps > 0) {
        session.say(tr("unclench verify names them."));
    }
    session.print({{"imported", path},
                   {"dry_run", false},
                   {"rows", countsJson(import.read().counts)},
                   {"pictures", import.read().counts.pictures},
                   {"added", merged.added},
                   {"replaced", merged.replaced},
                   {"alike", merged.alike},
                   {"older", merged.older},
                   {"overlaps", merged.overlaps},
                   {"from_future", merged.fromFuture}});
    return ExitStatus::Done;
}

ExitStatus runImport(Session& session, const std::string& path, bool isDryRun)
{
    if (session.at()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--at has no meaning for %1.").arg(QLatin1String{"import"}));
    }
    try {
        std::unique_ptr<Import> import;
        {
            LongWork work{session.clock()};
            import = std::make_unique<Import>(path, work.progress());
        }
        if (!import->canBeTaken()) {
            const QStringList problems =
                ui::wording::importProblems(import->read().problems, kNamedProblems);
            return session.refuse(
                ExitStatus::NotUnderstood,
                tr("Nothing was taken from %1. %2")
                    .arg(QString::fromStdString(path), problems.join(QLatin1Char(' '))));
        }
        return isDryRun ? sayDryRun(session, path, *import) : take(session, path, *import);
    } catch (const FileError& error) {
        return session.refuse(ExitStatus::Storage, ui::wording::importFailure(error, path));
    } catch (const Cancelled&) {
        return session.refuse(ExitStatus::Refused, tr("Stopped. Nothing was taken."));
    }
}

} // namespace

void addExchangeCommands(CLI::App& parser, Command& chosen)
{
    auto* exported = parser.add_subcommand(
        "export", tr("Write the diary, or a part of it, for other programs").toStdString());
    const auto arguments = std::make_shared<ExportArguments>();
    exported->add_option("FORM", arguments->form, tr("json, csv, fhir or ics").toStdString())
        ->required();
    exported
        ->add_option(
            "PATH", arguments->path,
            tr("A file; of csv a folder, with one file for each kind of entry").toStdString())
        ->required();
    exported
        ->add_option("--sections", arguments->sections,
                     tr("Only these, with a comma between: %1").arg(sectionNames()).toStdString())
        ->type_name("LIST");
    exported->add_flag(
        "--for-others", arguments->isForOthers,
        tr("Without notes, your name, and what you deleted or corrected").toStdString());
    exported->add_flag("--notes", arguments->hasNotes, tr("With notes all the same").toStdString());
    exported->add_flag("--no-notes", arguments->hasNoNotes, tr("Without notes").toStdString());
    exported->add_flag("--bom", arguments->hasMark,
                       tr("csv: a mark at the start, for old spreadsheets").toStdString());
    const auto others = addOtherFormOptions(*exported);
    exported->callback([&chosen, arguments, others] {
        chosen = {[arguments, others](Session& session) {
                      return runExport(session, *arguments, *others);
                  },
                  false, true};
    });

    auto* imported = parser.add_subcommand("import", tr("Take an export in").toStdString());
    const auto path = std::make_shared<std::string>();
    const auto isDryRun = std::make_shared<bool>(false);
    const auto foreign = std::make_shared<ForeignArguments>();
    imported
        ->add_option("PATH", *path,
                     tr("What export wrote: a JSON file or a folder; or a file of another program")
                         .toStdString())
        ->required();
    imported->add_flag("--dry-run", *isDryRun,
                       tr("Only check it, and say what it would bring").toStdString());
    addForeignOptions(*imported, foreign);
    imported->callback([&chosen, path, isDryRun, foreign] {
        chosen = {[path, isDryRun, foreign](Session& session) {
                      return isForeign(*path, *foreign)
                                 ? importForeign(session, *path, *foreign, *isDryRun)
                                 : runImport(session, *path, *isDryRun);
                  },
                  !*isDryRun};
    });
}

} // namespace unclench::app::cli
