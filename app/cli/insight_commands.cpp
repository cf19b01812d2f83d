// SPDX-License-Identifier: GPL-3.0-or-later
// What months of the diary show: the figures of docs/insights.md.
#include "app/cli/commands.h"
#include "app/cli/insight_json.h"
#include "app/cli/tr.h"
#include "core/engine/engine.h"
#include "core/insight/insights.h"
#include "ui/wording/insights.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace unclench::app::cli {

namespace {

using ui::wording::Caveat;
using ui::wording::Counted;

/// As many hours as fit a glance; `--json` has them all.
constexpr std::size_t kHoursSaid = 5;

void sayIndented(Session& session, const QString& line)
{
    session.say(QLatin1String("    ") + line);
}

void sayWhen(Session& session, const HourGrid& hours)
{
    session.say(tr("When it begins"));
    if (!hours.isShown()) {
        sayIndented(session, ui::wording::tooFew(hours.n, InsightLeast::kHours));
        return;
    }
    struct Cell {
        int day;
        int hour;
        int count;
    };
    std::vector<Cell> cells;
    for (int day = 0; day < 7; ++day) {
        for (int hour = 0; hour < 24; ++hour) {
            cells.push_back(
                {day, hour,
                 hours.counts[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)]});
        }
    }
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Cell& a, const Cell& b) { return a.count > b.count; });
    for (std::size_t i = 0; i < kHoursSaid && cells[i].count > 0; ++i) {
        sayIndented(session, ui::wording::onsetsAt(cells[i].day, cells[i].hour, cells[i].count));
    }
}

void sayWhere(Session& session, const PlaceCounts& places)
{
    session.say(tr("Where"));
    if (!places.isShown()) {
        sayIndented(session,
                    ui::wording::tooFew(places.n, InsightLeast::kPlaces, Counted::WithPlaces));
    }
    for (const PlaceCounts::Row& row : places.rows) {
        QString line = tr("%1: %2 of %3 spasms")
                           .arg(session.words().place(row.place.region, row.place.side))
                           .arg(row.episodes)
                           .arg(places.n);
        if (row.medianWorst) {
            line += tr(", worst pain %1 (median)").arg(ui::wording::amount(*row.medianWorst));
        }
        sayIndented(session, line);
    }
}

void sayHelped(Session& session, const Insights& insights)
{
    session.say(tr("What helped"));
    if (insights.helped.empty()) {
        sayIndented(session, tr("Nothing was tried yet."));
        return;
    }
    for (const MethodEffect& effect : insights.helped) {
        sayIndented(session, ui::wording::helped(effect, session.words()));
    }
    sayIndented(session, ui::wording::caveat(Caveat::PainGoesDown));
}

void sayBefore(Session& session, const Insights& insights)
{
    using ui::wording::SittingWindow;
    session.say(tr("What came before"));
    const TriggerShares& triggers = insights.triggers;
    if (!triggers.isShown()) {
        sayIndented(session, ui::wording::tooFew(triggers.n, InsightLeast::kTriggers,
                                                 Counted::WithTriggers));
    }
    for (const TriggerShares::Row& row : triggers.rows) {
        sayIndented(session, ui::wording::triggerShare(row, triggers.n, session.words()));
    }
    sayIndented(session, ui::wording::sittingBefore(insights.twoHours, SittingWindow::TwoHours));
    sayIndented(session, ui::wording::sittingBefore(insights.dayBefore, SittingWindow::DayBefore));
    if (insights.comparisons() > 0) {
        sayIndented(session, ui::wording::comparisons(insights.comparisons()));
    }
}

ExitStatus runInsights(Session& session)
{
    const Period& period = session.period();
    const Chronicle chronicle = session.engine(Database::Access::Read).chronicle();
    const Insights insights = insightsOf(chronicle, period);
    session.print(insightsJson(insights, period, chronicle.now.utc));
    sayWhen(session, insights.hours);
    sayWhere(session, insights.places);
    session.say(tr("How a spasm goes"));
    for (const QString& line : ui::wording::courseLines(insights.course)) {
        sayIndented(session, line);
    }
    sayHelped(session, insights);
    sayBefore(session, insights);
    return ExitStatus::Done;
}

} // namespace

void addInsightCommands(CLI::App& parser, Command& chosen)
{
    parser
        .add_subcommand("insights", tr("When, where, what helped, what came before").toStdString())
        ->callback([&chosen] {
            chosen = {runInsights, false, true};
        });
}

} // namespace unclench::app::cli
