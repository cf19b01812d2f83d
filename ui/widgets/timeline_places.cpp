// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_places.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace unclench::ui {

namespace {

using namespace std::chrono;

// In units of the grid.
constexpr double kAlertLane = 2.5;
constexpr double kMarkLane = 2.0;
constexpr double kSittingLane = 4.0;
constexpr double kAxisLane = 2.5;
constexpr double kLaneGap = 1.0;
constexpr double kLeastPlot = 16.0;

/// Further out, single readings would be a smear.
constexpr milliseconds kReadingsUpTo = days{62};
/// Further out, sitting is a bar for each day.
constexpr milliseconds kPosturesUpTo = days{8};
/// Where there are more bars than one in so many pixels, their outline is drawn instead.
constexpr double kLeastPerBar = 8.0;

} // namespace

double timelinePainTop(const QRectF& plot, int pain)
{
    return plot.bottom() - plot.height() * std::max(pain, 0) / 10.0;
}

QString timelineLaneName(TimelineLane lane)
{
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("TimelineLanes", text);
    };
    switch (lane) {
    case TimelineLane::Alerts: return tr("Alerts");
    case TimelineLane::Spasms:
    case TimelineLane::Readings: return tr("Pain");
    case TimelineLane::Care: return tr("Heat, cold");
    case TimelineLane::Medicines: return tr("Medicine");
    case TimelineLane::Tried: return tr("Tried");
    case TimelineLane::Sitting: return tr("Sitting");
    }
    Q_UNREACHABLE();
}

int timelineLeastHeight(const QFont& font)
{
    return theme::grid(font, kAlertLane + kLeastPlot + 3 * kMarkLane + kSittingLane + kAxisLane +
                                 6 * kLaneGap);
}

TimelinePlaces timelinePlaces(const QRectF& area, const QFont& font)
{
    const QFontMetricsF metrics{theme::font(font, theme::Size::Caption)};
    double widest = 0;
    for (int lane = 0; lane < kTimelineLanes; ++lane) {
        widest = std::max(
            widest, metrics.horizontalAdvance(timelineLaneName(static_cast<TimelineLane>(lane))));
    }
    TimelinePlaces places;
    places.left = area.left();
    const double left = std::round(area.left() + widest + theme::grid(font, 1.5));
    const double width = std::max(area.right() - left, 1.0);
    const auto high = [&](double units) { return static_cast<double>(theme::grid(font, units)); };
    const auto place = [&](TimelineLane lane, double top, double height) {
        places.lanes[static_cast<std::size_t>(lane)] = {left, top, width, height};
        return top + height + high(kLaneGap);
    };
    const double plotTop = place(TimelineLane::Alerts, area.top(), high(kAlertLane));
    // From below.
    double top = area.bottom() - high(kAxisLane);
    places.axis = {left, top, width, high(kAxisLane)};
    const auto below = [&](TimelineLane lane, double units) {
        top -= high(units) + high(kLaneGap);
        places.lanes[static_cast<std::size_t>(lane)] = {left, top + high(kLaneGap) / 2, width,
                                                        high(units)};
    };
    below(TimelineLane::Sitting, kSittingLane);
    below(TimelineLane::Tried, kMarkLane);
    below(TimelineLane::Medicines, kMarkLane);
    below(TimelineLane::Care, kMarkLane);
    place(TimelineLane::Spasms, plotTop, std::max(top - plotTop - high(kLaneGap), 8.0));
    places.lanes[static_cast<std::size_t>(TimelineLane::Readings)] =
        places.of(TimelineLane::Spasms);
    return places;
}

QRectF timelinePlaceOf(const TimelineItem& item,
                       TimelineLane lane,
                       const TimelineScale& scale,
                       const TimelinePlaces& places,
                       const QFont& font)
{
    const QRectF& there = places.of(lane);
    const double from = scale.x(item.begin);
    const double until = scale.x(item.end);
    const double side = std::min(there.height(), static_cast<double>(theme::grid(font, 1.5)));
    switch (lane) {
    case TimelineLane::Spasms: {
        const double top =
            std::min(timelinePainTop(there, item.pain), there.bottom() - kTimelineLeastBar);
        return {from, top, std::max(until - from, kTimelineLeastBar), there.bottom() - top};
    }
    case TimelineLane::Readings: {
        const double dot = theme::grid(font, 0.6);
        return {from - dot, timelinePainTop(there, item.pain) - dot, 2 * dot, 2 * dot};
    }
    case TimelineLane::Care:
        return {from, there.top() + (there.height() - side) / 2, std::max(until - from, side / 2),
                side};
    case TimelineLane::Alerts: {
        const double icon = there.height();
        return {from - icon / 2, there.top(), icon, icon};
    }
    case TimelineLane::Medicines:
    case TimelineLane::Tried:
        return {from - side / 2, there.top() + (there.height() - side) / 2, side, side};
    case TimelineLane::Sitting:
        return {from, there.top(), std::max(until - from, kTimelineLeastBar), there.height()};
    }
    Q_UNREACHABLE();
}

bool showsBars(const TimelineItems& items, const TimelineScale& scale, const TimelinePlaces& places)
{
    const double width = places.of(TimelineLane::Spasms).width();
    const auto most = static_cast<std::size_t>(std::max(1.0, width / kLeastPerBar));
    std::size_t count = 0;
    eachOnTimeline(items.of(TimelineLane::Spasms), scale, [&](const TimelineItem&) { ++count; });
    return count <= most;
}

bool showsReadings(const TimelineItems& items,
                   const TimelineScale& scale,
                   const TimelinePlaces& places)
{
    return scale.length() <= kReadingsUpTo && showsBars(items, scale, places);
}

bool showsPostures(const TimelineScale& scale)
{
    return scale.length() <= kPosturesUpTo;
}

} // namespace unclench::ui
