// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_others.h"

#include "app/cli/long_work.h"
#include "app/cli/tr.h"
#include "core/engine/exporting_others.h"
#include "core/exchange/marked_target.h"
#include "core/store/file_error.h"
#include "ui/wording/exchange.h"
#include "ui/wording/fhir.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view kFhirForm = "fhir";
constexpr std::string_view kCalendarForm = "ics";

/// What is said of any file that leaves the diary.
void sayLeft(Session& session, const OtherFormWish& wish)
{
    if (!wish.hasNotes) {
        session.say(tr("Your notes are not in it."));
    }
    session.say(tr("It is not encrypted: whoever has it can read it."));
}

ExitStatus writeFhir(Session& session, const OtherFormWish& wish, const OtherFormOptions& options)
{
    Engine& engine = session.engine(Database::Access::Read);
    const FhirWishes wishes{
        .period = session.period(), .hasNotes = wish.hasNotes, .hasName = options.hasName};
    FhirWritten written;
    {
        LongWork work{session.clock()};
        written = exportDiaryAsFhir(engine.database(), engine.now().wall, wishes,
                                    ui::wording::FhirWording{session.words()}, wish.path,
                                    work.progress());
    }
    session.say(tr("Written: %1.").arg(QString::fromStdString(wish.path)));
    session.say(written.entries() > 0
                    ? tr("Entries for a doctor's program: %1.").arg(written.entries())
                    : tr("There is nothing in it: the diary has nothing of that."));
    if (written.texts > 0) {
        session.say(ui::wording::fhirTexts());
    }
    sayLeft(session, wish);
    session.print({{"exported", wish.path},
                   {"form", kFhirForm},
                   {"resources", written.resources},
                   {"texts", written.texts},
                   {"notes", wish.hasNotes},
                   {"name", options.hasName}});
    return ExitStatus::Done;
}

ExitStatus
writeCalendar(Session& session, const OtherFormWish& wish, const OtherFormOptions& options)
{
    Engine& engine = session.engine(Database::Access::Read);
    const CalendarWishes wishes{.period = session.period(),
                                .hasSessions = options.hasSessions,
                                .hasBreaks = options.hasBreaks,
                                .hasNotes = wish.hasNotes};
    CalendarCounts counts;
    {
        LongWork work{session.clock()};
        counts = exportDiaryAsCalendar(engine.database(), engine.now().wall, wishes,
                                       ui::wording::calendarWords(), wish.path, work.progress());
    }
    if (counts.events() == 0) {
        return session.refuse(ExitStatus::Refused,
                              tr("There is nothing to put into a calendar. Nothing was written."));
    }
    session.say(tr("Written: %1.").arg(QString::fromStdString(wish.path)));
    session.say(tr("Events, marked as private: appointments %1, sessions %2, breaks %3.")
                    .arg(counts.visits)
                    .arg(counts.sessions)
                    .arg(counts.breaks));
    sayLeft(session, wish);
    session.print(
        {{"exported", wish.path},
         {"form", kCalendarForm},
         {"events",
          {{"visits", counts.visits}, {"sessions", counts.sessions}, {"breaks", counts.breaks}}},
         {"notes", wish.hasNotes}});
    return ExitStatus::Done;
}

/// An option that the form does not know. Set: refused, and said.
std::optional<ExitStatus>
refuseOptions(Session& session, const OtherFormWish& wish, const OtherFormOptions& options)
{
    if (wish.hasForeignOption) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--sections and --bom are for json and csv alone."));
    }
    if (wish.hasNotes && wish.refusesNotes) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--notes and --no-notes cannot both be meant."));
    }
    const bool isFhir = wish.form == kFhirForm;
    if (isFhir && (options.hasSessions || options.hasBreaks)) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--sessions and --breaks are for ics alone."));
    }
    if (!isFhir && options.hasName) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("A calendar never holds your name, so --name has no meaning."));
    }
    return std::nullopt;
}

} // namespace

std::shared_ptr<OtherFormOptions> addOtherFormOptions(CLI::App& exportCommand)
{
    auto options = std::make_shared<OtherFormOptions>();
    exportCommand.add_flag("--name", options->hasName,
                           tr("fhir: with your name and year of birth; with --for-others: with "
                              "your name")
                               .toStdString());
    exportCommand.add_flag("--sessions", options->hasSessions,
                           tr("ics: heat and cold too").toStdString());
    exportCommand.add_flag("--breaks", options->hasBreaks,
                           tr("ics: breaks from sitting too").toStdString());
    return options;
}

bool isOtherForm(std::string_view form)
{
    return form == kFhirForm || form == kCalendarForm;
}

ExitStatus refuseOtherFormOptions(Session& session)
{
    return session.refuse(
        ExitStatus::NotUnderstood,
        tr("--name is for fhir and --for-others alone, --sessions and --breaks are for ics "
           "alone."));
}

ExitStatus
runOtherForm(Session& session, const OtherFormWish& wish, const OtherFormOptions& options)
{
    if (const auto refused = refuseOptions(session, wish, options)) {
        return *refused;
    }
    const bool isFhir = wish.form == kFhirForm;
    const ExportTarget state = lookAtMarkedTarget(wish.path, isFhir ? kFhirMark : kCalendarMark);
    if (state != ExportTarget::Free && state != ExportTarget::OwnExport) {
        return session.refuse(state == ExportTarget::NoFolder ? ExitStatus::Storage
                                                              : ExitStatus::Refused,
                              ui::wording::exportTarget(state, wish.path));
    }
    try {
        return isFhir ? writeFhir(session, wish, options) : writeCalendar(session, wish, options);
    } catch (const FileError& error) {
        return session.refuse(ExitStatus::Storage, ui::wording::exportFailure(error, wish.path));
    } catch (const Cancelled&) {
        return session.refuse(ExitStatus::Refused, tr("Stopped. Nothing was written."));
    }
}

} // namespace unclench::app::cli
