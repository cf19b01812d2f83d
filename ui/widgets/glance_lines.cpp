// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/glance_lines.h"

#include "ui/widgets/timeline_places.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace unclench::ui {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;
using wording::GlanceCells;

enum class GlanceKind { Thing, Posture, Unrecorded };

/// One line; what it says is looked up.
struct GlancePlace {
    LocalTime begin;
    GlanceKind kind = GlanceKind::Thing;
    TimelineLane lane = TimelineLane::Spasms; ///< of a Thing
    int index = 0;
};

/// What the lines are read from, for as long as they are looked at.
struct GlanceSource {
    std::shared_ptr<const Chronicle> chronicle;
    std::vector<SittingDay> sittingDays;
    std::vector<std::pair<LocalTime, LocalTime>> unrecorded;
    std::vector<GlancePlace> lines;
};

QString glanceTr(const char* text)
{
    return QCoreApplication::translate("GlanceLines", text);
}

/// What only touches the stretch is not in it; a moment at its begin is.
bool liesIn(const TimelineScale& scale, LocalTime begin, LocalTime end)
{
    return begin < scale.end() && (end > scale.begin() || begin >= scale.begin());
}

void addThings(GlanceSource& source, const TimelineItems& items, const TimelineScale& scale)
{
    for (int lane = 0; lane < kTimelineLanes; ++lane) {
        const auto which = static_cast<TimelineLane>(lane);
        eachOnTimeline(items.of(which), scale, [&](const TimelineItem& item) {
            if (liesIn(scale, item.begin, item.end)) {
                source.lines.push_back({item.begin, GlanceKind::Thing, which, item.index});
            }
        });
    }
}

void addPostures(GlanceSource& source, const TimelineItems& items, const TimelineScale& scale)
{
    eachOnTimeline(items.postures, scale, [&](const TimelineItem& item) {
        const auto posture = items.chronicle->sitting[static_cast<std::size_t>(item.index)].posture;
        if (posture != Posture::Suspended && liesIn(scale, item.begin, item.end)) {
            source.lines.push_back({item.begin, GlanceKind::Posture, {}, item.index});
        }
    });
}

void addUnrecordedDays(GlanceSource& source, const TimelineScale& scale)
{
    for (std::size_t i = 0; i < source.unrecorded.size(); ++i) {
        const auto& [begin, end] = source.unrecorded[i];
        if (liesIn(scale, begin, end)) {
            source.lines.push_back({begin, GlanceKind::Unrecorded, {}, static_cast<int>(i)});
        }
    }
}

GlanceCells cellsOf(const Chronicle& chronicle,
                    const std::vector<SittingDay>& sittingDays,
                    TimelineLane lane,
                    std::size_t index,
                    const Words& words)
{
    switch (lane) {
    case TimelineLane::Alerts: return wording::alertCells(chronicle, chronicle.alerts[index]);
    case TimelineLane::Spasms:
        return wording::spasmCells(chronicle, chronicle.episodes[index], words);
    case TimelineLane::Readings: return wording::readingCells(chronicle, chronicle.readings[index]);
    case TimelineLane::Care:
    case TimelineLane::Medicines:
    case TimelineLane::Tried: return wording::useCells(chronicle, chronicle.uses[index], words);
    case TimelineLane::Sitting:
        return wording::sittingCells(sittingDays[index].day, sittingDays[index].seated);
    }
    Q_UNREACHABLE();
}

GlanceCells cellsAt(const GlanceSource& source, int line, const Words& words)
{
    const GlancePlace& place = source.lines[static_cast<std::size_t>(line)];
    const auto index = static_cast<std::size_t>(place.index);
    switch (place.kind) {
    case GlanceKind::Thing:
        return cellsOf(*source.chronicle, source.sittingDays, place.lane, index, words);
    case GlanceKind::Posture:
        return wording::postureCells(*source.chronicle, source.chronicle->sitting[index]);
    case GlanceKind::Unrecorded: {
        const auto& [begin, end] = source.unrecorded[index];
        return wording::unrecordedCells(floor<days>(begin), floor<days>(end) - days{1});
    }
    }
    Q_UNREACHABLE();
}

std::optional<Uuid> spasmAt(const GlanceSource& source, int line)
{
    const GlancePlace& place = source.lines[static_cast<std::size_t>(line)];
    if (place.kind != GlanceKind::Thing) {
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(place.index);
    if (place.lane == TimelineLane::Spasms) {
        return source.chronicle->episodes[index].id;
    }
    if (place.lane == TimelineLane::Readings) {
        const int episode = source.chronicle->readings[index].episode;
        return source.chronicle->episodes[static_cast<std::size_t>(episode)].id;
    }
    return std::nullopt;
}

/// What stands large on the day, in words where it is a sign.
QString dayFigure(const MonthDayView& day)
{
    if (day.worst) {
        return QString::number(*day.worst);
    }
    if (day.isFuture) {
        return glanceTr("still to come");
    }
    //: Of pain: no number was told
    return day.isPainFree && day.episodes == 0 ? QString::number(0) : glanceTr("none told");
}

} // namespace

QString timelineText(const TimelineItems& items, TimelineLane lane, int index, const Words& words)
{
    const Chronicle& chronicle = *items.chronicle;
    const auto at = static_cast<std::size_t>(index);
    switch (lane) {
    case TimelineLane::Alerts: return wording::glanceAlert(chronicle, chronicle.alerts[at]);
    case TimelineLane::Spasms:
        return wording::glanceSpasm(chronicle, chronicle.episodes[at], words);
    case TimelineLane::Readings: return wording::glanceReading(chronicle, chronicle.readings[at]);
    case TimelineLane::Care:
    case TimelineLane::Medicines:
    case TimelineLane::Tried: return wording::glanceUse(chronicle, chronicle.uses[at], words);
    case TimelineLane::Sitting:
        return wording::glanceSitting(items.sittingDays[at].day, items.sittingDays[at].seated);
    }
    Q_UNREACHABLE();
}

GlanceLines timelineLines(const TimelineItems& items,
                          const TimelineScale& scale,
                          const Words& words,
                          TimelineLane atLane,
                          int at)
{
    auto source = std::make_shared<GlanceSource>();
    source->chronicle = items.chronicle;
    source->sittingDays = items.sittingDays;
    source->unrecorded = items.unrecorded;
    addThings(*source, items, scale);
    if (showsPostures(scale)) {
        addPostures(*source, items, scale);
    }
    addUnrecordedDays(*source, scale);
    std::stable_sort(source->lines.begin(), source->lines.end(),
                     [](const GlancePlace& a, const GlancePlace& b) { return a.begin < b.begin; });

    GlanceLines lines;
    lines.title = scale.said();
    //: Heads of a table: when it was, what it was, how it was
    lines.heads = QStringList{glanceTr("When"), glanceTr("What"), glanceTr("How it was")};
    lines.count = static_cast<int>(source->lines.size());
    const auto here =
        std::find_if(source->lines.begin(), source->lines.end(), [&](const GlancePlace& line) {
            return line.kind == GlanceKind::Thing && line.lane == atLane && line.index == at;
        });
    lines.current =
        here == source->lines.end() ? 0 : static_cast<int>(here - source->lines.begin());
    lines.cells = [source, &words](int line) { return cellsAt(*source, line, words); };
    lines.spasm = [source](int line) { return spasmAt(*source, line); };
    return lines;
}

GlanceLines monthLines(const MonthView& view, std::optional<local_days> at)
{
    GlanceLines lines;
    lines.title = view.title;
    //: Heads of a table: when it was, what it was, how bad it was
    lines.heads = QStringList{glanceTr("When"), glanceTr("What"), glanceTr("Worst pain")};
    lines.count = static_cast<int>(view.days.size());
    const local_days first = view.firstDay();
    if (at && *at >= first && *at < first + days{lines.count}) {
        lines.current = static_cast<int>((*at - first).count());
    }
    const auto shown = std::make_shared<const std::vector<MonthDayView>>(view.days);
    lines.cells = [shown](int line) {
        const MonthDayView& day = (*shown)[static_cast<std::size_t>(line)];
        return GlanceCells{day.when, day.told, dayFigure(day)};
    };
    lines.day = [shown, first](int line) {
        const bool isAhead = (*shown)[static_cast<std::size_t>(line)].isFuture;
        return isAhead ? std::nullopt : std::optional{first + days{line}};
    };
    return lines;
}

} // namespace unclench::ui
