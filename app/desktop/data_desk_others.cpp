// SPDX-License-Identifier: GPL-3.0-or-later
// The desk for *Your data*: exports for programs of other people, a doctor's and a calendar.
#include "app/desktop/data_desk.h"

#include "app/desktop/data_desk_work.h"
#include "core/engine/exporting_others.h"
#include "core/exchange/marked_target.h"
#include "ui/dialogs/data_export.h"
#include "ui/wording/exchange.h"
#include "ui/wording/fhir.h"

#include <QLocale>

namespace unclench::app {

void DataDesk::exportForDoctor(const ui::ExportWish& wish, const std::filesystem::path& target)
{
    if (!isFree(lookAtMarkedTarget(target, kFhirMark), target)) {
        return;
    }
    carryOut(
        [this, wish, target](Engine& engine, const Progress& progress) -> Then {
            const FhirWritten written =
                exportDiaryAsFhir(engine.database(), engine.now().wall,
                                  {.period = exportPeriod(wish, engine.clock()),
                                   .hasNotes = wish.hasNotes,
                                   .hasName = wish.hasName},
                                  ui::wording::FhirWording{ui::Words::builtIn()}, target, progress);
            return [this, target, written] {
                say(written.entries() == 0
                        ? emptyExport(target)
                        : tr("Exported to %1: %2 entries for a doctor's program. Whoever has it "
                             "can read it.")
                              .arg(pathText(target),
                                   QLocale{}.toString(static_cast<qlonglong>(written.entries()))));
            };
        },
        explainExport(target));
}

void DataDesk::exportForCalendar(const ui::ExportWish& wish, const std::filesystem::path& target)
{
    if (!isFree(lookAtMarkedTarget(target, kCalendarMark), target)) {
        return;
    }
    carryOut(
        [this, wish, target](Engine& engine, const Progress& progress) -> Then {
            const CalendarCounts counts =
                exportDiaryAsCalendar(engine.database(), engine.now().wall,
                                      {.period = exportPeriod(wish, engine.clock()),
                                       .hasSessions = wish.hasSessions,
                                       .hasBreaks = wish.hasBreaks,
                                       .hasNotes = wish.hasNotes},
                                      ui::wording::calendarWords(), target, progress);
            return [this, target, counts] {
                say(counts.events() == 0
                        ? tr("There is nothing to put into a calendar. Nothing was written.")
                        : tr("Exported to %1. Appointments: %2, heat and cold: %3, breaks: %4. "
                             "Whoever has it can read it.")
                              .arg(pathText(target))
                              .arg(counts.visits)
                              .arg(counts.sessions)
                              .arg(counts.breaks));
            };
        },
        explainExport(target));
}

} // namespace unclench::app
