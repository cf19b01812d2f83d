// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit_reading.h"

#include "ui/insights_bridge.h"

#include <algorithm>

namespace unclench::ui {

namespace {

QPageSize::PageSizeId pageSizeOf(PaperSize paper)
{
    switch (paper) {
    case PaperSize::Usual: return report::usualPaper();
    case PaperSize::A4: return QPageSize::A4;
    case PaperSize::Letter: return QPageSize::Letter;
    }
    Q_UNREACHABLE();
}

} // namespace

VisitDays readVisitDays(Engine& engine, const Visit& visit, const Chronicle& chronicle)
{
    // A spasm counts as told on the day that it began, whenever it was written down.
    auto firstTold = chronicle.now.localDay();
    if (!chronicle.toldDays.empty()) {
        firstTold = std::min(firstTold, chronicle.toldDays.front());
    }
    return visitDays(visit, engine.diary().lastVisitBefore(visit.at.utc), firstTold, chronicle.now);
}

Period visitPeriod(const VisitDays& days, const Chronicle& chronicle)
{
    return toPeriod({InsightPeriod::Span::FromTo, days.from, days.to}, chronicle);
}

report::Wishes wishesOf(const Visit& visit, PaperSize paper)
{
    report::Wishes wishes;
    wishes.sections = reportSections(visit);
    wishes.shownName = visit.shownName;
    wishes.provider = QString::fromStdString(visit.provider);
    wishes.goal = QString::fromStdString(visit.goal);
    for (const std::string& question : questionsOf(visit)) {
        wishes.questions << QString::fromStdString(question);
    }
    wishes.paper = pageSizeOf(paper);
    return wishes;
}

report::Report readReport(Engine& engine, const Visit& visit, const Words& words)
{
    auto chronicle = std::make_shared<const Chronicle>(engine.chronicle());
    const VisitDays days = readVisitDays(engine, visit, *chronicle);
    const Period period = visitPeriod(days, *chronicle);
    report::Sources sources{engine.summary(period, *chronicle), chronicle, std::nullopt};
    if (visit.isLong) {
        sources.longVersion = engine.longVersion(period);
    }
    return report::Report{std::move(sources), wishesOf(visit, engine.settings().settings.paper),
                          engine.vocabulary(), words};
}

} // namespace unclench::ui
