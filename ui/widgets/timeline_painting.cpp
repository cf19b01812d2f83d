// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_painting.h"

#include "ui/theme.h"
#include "ui/widgets/alert_icon.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace unclench::ui {

namespace {

using namespace std::chrono;

/// Further out, the poles of flags would be a fence.
constexpr milliseconds kPolesUpTo = days{200};
/// A bar of sitting is full at so much.
constexpr milliseconds kFullDay = hours{12};
constexpr double kNarrowBar = 5.0;
/// Marks closer than this cannot be told apart.
constexpr double kLeastPerMark = 3.0;

struct Painting {
    QPainter& painter;
    const TimelineItems& items;
    const TimelineScale& scale;
    const TimelinePlaces& places;
    const QPalette& palette;
    const QFont& font;

    [[nodiscard]] QColor ink(QPalette::ColorRole role) const { return palette.color(role); }
};

template <class Each>
void eachShown(const Painting& to, const std::vector<TimelineItem>& lane, Each each)
{
    eachOnTimeline(lane, to.scale, each);
}

void paintUnrecorded(const Painting& to, const QRectF& plot)
{
    QBrush hatch{to.ink(QPalette::Mid), Qt::BDiagPattern};
    hatch.setTransform(to.painter.transform().inverted()); // as fine on every screen
    for (const auto& [begin, end] : to.items.unrecorded) {
        if (end <= to.scale.begin() || begin >= to.scale.end()) {
            continue;
        }
        const double from = std::max(to.scale.x(begin), plot.left());
        const double until = std::min(to.scale.x(end), plot.right());
        if (until - from >= 1.0) {
            to.painter.fillRect(QRectF{from, plot.top(), until - from, plot.height()}, hatch);
        }
    }
}

void paintPainLines(const Painting& to, const QRectF& plot)
{
    to.painter.setFont(theme::font(to.font, theme::Size::Caption));
    for (const int pain : {0, 2, 4, 6, 8, 10}) {
        const double y = std::round(timelinePainTop(plot, pain)) + 0.5;
        to.painter.setPen(to.ink(QPalette::Mid));
        to.painter.drawLine(QPointF{plot.left(), y}, QPointF{plot.right(), y});
        to.painter.setPen(to.ink(QPalette::PlaceholderText));
        to.painter.drawText(QRectF{to.places.left, y - 20, plot.left() - to.places.left - 6, 40},
                            Qt::AlignRight | Qt::AlignVCenter, QString::number(pain));
    }
}

/// An arrow where an open one goes on.
void paintGoesOn(const Painting& to,
                 const QRectF& plot,
                 const TimelineItem& item,
                 const QRectF& bar)
{
    if (to.scale.x(item.end) > plot.right()) {
        return;
    }
    const double half = theme::grid(to.font, 0.75);
    const double middle = bar.top() + std::min(bar.height() / 2, 2 * half);
    QPainterPath arrow{QPointF{bar.right(), middle - half}};
    arrow.lineTo(bar.right() + half * 1.4, middle);
    arrow.lineTo(bar.right(), middle + half);
    arrow.closeSubpath();
    to.painter.setRenderHint(QPainter::Antialiasing);
    to.painter.fillPath(arrow, to.ink(QPalette::Highlight));
    to.painter.setRenderHint(QPainter::Antialiasing, false);
}

/// What is narrower than a pixel or two, or lies under others: the worst of each column.
void paintSkyline(const Painting& to, const QRectF& plot)
{
    const int columns = std::max(1, static_cast<int>(plot.width()));
    std::vector<signed char> worst(static_cast<std::size_t>(columns), -1);
    eachShown(to, to.items.of(TimelineLane::Spasms), [&](const TimelineItem& item) {
        const int from =
            std::clamp(static_cast<int>(to.scale.x(item.begin) - plot.left()), 0, columns - 1);
        const int until =
            std::clamp(static_cast<int>(to.scale.x(item.end) - plot.left()), from, columns - 1);
        const auto pain = static_cast<signed char>(std::max(item.pain, 0));
        for (int column = from; column <= until; ++column) {
            auto& there = worst[static_cast<std::size_t>(column)];
            there = std::max(there, pain);
        }
    });
    eachShown(to, to.items.of(TimelineLane::Spasms), [&](const TimelineItem& item) {
        if (!to.items.chronicle->episodes[static_cast<std::size_t>(item.index)].end) {
            paintGoesOn(to, plot, item,
                        timelinePlaceOf(item, TimelineLane::Spasms, to.scale, to.places, to.font));
        }
    });
    for (int column = 0; column < columns; ++column) {
        const int pain = worst[static_cast<std::size_t>(column)];
        if (pain >= 0) {
            const double top =
                std::min(timelinePainTop(plot, pain), plot.bottom() - kTimelineLeastBar);
            to.painter.fillRect(QRectF{plot.left() + column, top, 1.0, plot.bottom() - top},
                                theme::painFill(to.palette, std::max(pain, 4)));
        }
    }
}

void paintBar(const Painting& to, const QRectF& plot, const TimelineItem& item)
{
    const auto& episode = to.items.chronicle->episodes[static_cast<std::size_t>(item.index)];
    const QRectF bar = timelinePlaceOf(item, TimelineLane::Spasms, to.scale, to.places, to.font)
                           .intersected(plot.adjusted(-2, -1, 2, 0));
    const QColor edge = to.ink(QPalette::Highlight);
    const bool isNarrow = bar.width() < kNarrowBar; // two edges would be all of it
    to.painter.fillRect(bar, theme::painFill(to.palette, std::max(item.pain, isNarrow ? 6 : 1)));
    if (!isNarrow) {
        to.painter.setPen(QPen{edge, 1.0, item.pain < 0 ? Qt::DotLine : Qt::SolidLine});
        to.painter.setBrush(Qt::NoBrush);
        to.painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (!episode.end) {
        paintGoesOn(to, plot, item, bar);
    }
    const QFontMetricsF metrics{to.painter.font()};
    const QString number = item.pain < 0 ? QString{} : QString::number(item.pain);
    if (!number.isEmpty() && bar.width() > metrics.horizontalAdvance(number) + 4) {
        const bool isInside = bar.height() > metrics.height() + 2;
        to.painter.setPen(isInside
                              ? theme::textOn(theme::painFill(to.palette, std::max(item.pain, 1)))
                              : to.ink(QPalette::Text));
        const double top = isInside ? bar.top() + 1 : bar.top() - metrics.height();
        to.painter.drawText(QRectF{bar.left(), top, bar.width(), metrics.height()}, Qt::AlignCenter,
                            number);
    }
}

void paintCurves(const Painting& to, const QRectF& plot)
{
    to.painter.setRenderHint(QPainter::Antialiasing);
    const double dot = theme::grid(to.font, 0.4);
    eachShown(to, to.items.of(TimelineLane::Spasms), [&](const TimelineItem& item) {
        const auto [first, count] = to.items.curveOf[static_cast<std::size_t>(item.index)];
        QPolygonF line;
        for (int i = 0; i < count; ++i) {
            const TimelineItem& reading = to.items.curves[static_cast<std::size_t>(first + i)];
            line << QPointF{to.scale.x(reading.begin), timelinePainTop(plot, reading.pain)};
        }
        to.painter.setPen(QPen{to.ink(QPalette::Text), 1.6});
        to.painter.drawPolyline(line);
        to.painter.setBrush(to.ink(QPalette::Base));
        for (const QPointF& point : line) {
            if (point.x() >= plot.left() && point.x() <= plot.right()) {
                to.painter.drawEllipse(point, dot, dot);
            }
        }
    });
    to.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintSpasms(const Painting& to)
{
    const QRectF& plot = to.places.of(TimelineLane::Spasms);
    paintUnrecorded(to, plot);
    paintPainLines(to, plot);
    to.painter.save();
    to.painter.setClipRect(plot.adjusted(-2, -theme::grid(to.font, 2), 2, 1));
    if (!showsBars(to.items, to.scale, to.places)) {
        paintSkyline(to, plot);
    } else {
        std::vector<TimelineItem> shown;
        eachShown(to, to.items.of(TimelineLane::Spasms),
                  [&](const TimelineItem& item) { shown.push_back(item); });
        // The highest and longest first, so that what it covers stands before it.
        std::stable_sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) {
            return std::pair{a.pain, a.end - a.begin} > std::pair{b.pain, b.end - b.begin};
        });
        for (const TimelineItem& item : shown) {
            paintBar(to, plot, item);
        }
        if (showsReadings(to.items, to.scale, to.places)) {
            paintCurves(to, plot);
        }
    }
    to.painter.restore();
}

/// A square, a disc or a rhomb: of heat full, of cold empty, whatever the colour.
void paintUse(const Painting& to, const QRectF& place, const Chronicle::Use& use)
{
    QPainter& painter = to.painter;
    switch (use.kind) {
    case UseKind::Heat:
        painter.setPen(QPen{theme::heat(to.palette), 1.4});
        painter.setBrush(theme::heat(to.palette));
        painter.drawRect(place);
        break;
    case UseKind::Cold:
        painter.setPen(QPen{theme::cold(to.palette), 1.4});
        painter.setBrush(to.ink(QPalette::Base));
        painter.drawRect(place);
        break;
    case UseKind::Taken:
        painter.setPen(Qt::NoPen);
        painter.setBrush(to.ink(QPalette::Text));
        painter.drawEllipse(place);
        break;
    case UseKind::Tried: {
        const QPointF middle = place.center();
        painter.setPen(QPen{to.ink(QPalette::Text), 1.4});
        painter.setBrush(to.ink(QPalette::Base));
        painter.drawPolygon(
            QPolygonF{{QPointF{middle.x(), place.top()}, QPointF{place.right(), middle.y()},
                       QPointF{middle.x(), place.bottom()}, QPointF{place.left(), middle.y()}}});
        break;
    }
    }
}

void paintMarks(const Painting& to, TimelineLane lane)
{
    to.painter.save();
    to.painter.setRenderHint(QPainter::Antialiasing);
    to.painter.setClipRect(to.places.of(lane).adjusted(-4, -1, 4, 1));
    double drawnUpTo = -1e9;
    UseKind drawn = UseKind::Tried;
    eachShown(to, to.items.of(lane), [&](const TimelineItem& item) {
        const auto& use = to.items.chronicle->uses[static_cast<std::size_t>(item.index)];
        const double x = std::floor(to.scale.x(item.begin));
        if (x >= drawnUpTo + kLeastPerMark || drawn != use.kind) {
            paintUse(to, timelinePlaceOf(item, lane, to.scale, to.places, to.font), use);
            drawnUpTo = x;
            drawn = use.kind;
        }
    });
    to.painter.restore();
}

void paintAlerts(const Painting& to)
{
    struct Flag {
        QRectF place;
        Level level;
    };
    std::vector<Flag> flags; // of those that would cover each other, the highest
    eachShown(to, to.items.of(TimelineLane::Alerts), [&](const TimelineItem& item) {
        const auto& alert = to.items.chronicle->alerts[static_cast<std::size_t>(item.index)];
        const QRectF place =
            timelinePlaceOf(item, TimelineLane::Alerts, to.scale, to.places, to.font);
        if (!flags.empty() && place.left() < flags.back().place.right() + 2) {
            flags.back().level = std::max(flags.back().level, alert.level);
        } else {
            flags.push_back({place, alert.level});
        }
    });
    const QRectF& plot = to.places.of(TimelineLane::Spasms);
    for (const Flag& flag : flags) {
        if (to.scale.length() <= kPolesUpTo) {
            to.painter.setPen(QPen{to.ink(QPalette::PlaceholderText), 1.0, Qt::DashLine});
            to.painter.drawLine(QPointF{flag.place.center().x(), flag.place.bottom()},
                                QPointF{flag.place.center().x(), plot.bottom()});
        }
        paintAlertIcon(to.painter, flag.place, flag.level, to.palette);
    }
}

void paintSitting(const Painting& to)
{
    const QRectF& lane = to.places.of(TimelineLane::Sitting);
    to.painter.save();
    to.painter.setClipRect(lane);
    if (showsPostures(to.scale)) {
        eachShown(to, to.items.postures, [&](const TimelineItem& item) {
            const auto posture =
                to.items.chronicle->sitting[static_cast<std::size_t>(item.index)].posture;
            const double from = std::max(to.scale.x(item.begin), lane.left());
            const double until = std::min(to.scale.x(item.end), lane.right());
            if (posture == Posture::Seated) {
                to.painter.fillRect(
                    QRectF{from, lane.top(), std::max(until - from, 1.0), lane.height()},
                    to.ink(QPalette::Highlight));
            } else if (posture != Posture::Suspended) {
                to.painter.fillRect(QRectF{from, lane.bottom() - lane.height() / 4,
                                           std::max(until - from, 1.0), lane.height() / 4},
                                    QBrush{to.ink(QPalette::PlaceholderText), Qt::Dense4Pattern});
            }
        });
    } else {
        // Several days in one column: their mean.
        const double perDay = to.scale.pixelsPer(days{1});
        const auto& sitting = to.items.sittingDays;
        for (std::size_t i = 0; i < sitting.size();) {
            const double from = std::floor(to.scale.x(LocalTime{sitting[i].day}));
            milliseconds sum{0};
            int count = 0;
            do {
                sum += sitting[i].seated;
                ++count;
                ++i;
            } while (i < sitting.size() && perDay < 1.0 &&
                     std::floor(to.scale.x(LocalTime{sitting[i].day})) <= from);
            if (from + std::max(perDay, 1.0) < lane.left() || from > lane.right()) {
                continue;
            }
            const double share = std::min(1.0, static_cast<double>((sum / count).count()) /
                                                   static_cast<double>(kFullDay.count()));
            const double gap = perDay > 4 ? 1.0 : 0.0;
            to.painter.fillRect(QRectF{from, lane.bottom() - lane.height() * share,
                                       std::max(perDay - gap, 1.0), lane.height() * share},
                                to.ink(QPalette::Highlight));
        }
    }
    to.painter.restore();
    to.painter.setPen(to.ink(QPalette::Mid));
    to.painter.drawLine(QPointF{lane.left(), lane.bottom() + 0.5},
                        QPointF{lane.right(), lane.bottom() + 0.5});
}

void paintAxis(const Painting& to)
{
    const QRectF& axis = to.places.axis;
    const QFont small = theme::font(to.font, theme::Size::Caption);
    const QFontMetrics metrics{small};
    const QRectF& top = to.places.of(TimelineLane::Spasms);
    to.painter.setFont(small);
    for (const TimelineTick& tick : to.scale.ticks(metrics)) {
        const double x = std::round(to.scale.x(tick.at)) + 0.5;
        to.painter.setPen(to.ink(QPalette::Mid));
        to.painter.drawLine(QPointF{x, top.top()}, QPointF{x, axis.top() + 4});
        const double wide = metrics.horizontalAdvance(tick.text) + 2;
        if (x + wide / 2 <= axis.right() + 2 && x - wide / 2 >= axis.left() - 2) {
            to.painter.setPen(to.ink(QPalette::PlaceholderText));
            to.painter.drawText(QRectF{x - wide / 2, axis.top() + 4, wide, axis.height() - 4},
                                Qt::AlignHCenter | Qt::AlignTop, tick.text);
        }
    }
}

void paintLaneNames(const Painting& to)
{
    to.painter.setFont(theme::font(to.font, theme::Size::Caption));
    to.painter.setPen(to.ink(QPalette::PlaceholderText));
    for (const TimelineLane lane :
         {TimelineLane::Alerts, TimelineLane::Care, TimelineLane::Medicines, TimelineLane::Tried,
          TimelineLane::Sitting}) {
        const QRectF& place = to.places.of(lane);
        to.painter.drawText(QRectF{to.places.left, place.top() - 8,
                                   place.left() - to.places.left - 6, place.height() + 16},
                            Qt::AlignLeft | Qt::AlignVCenter, timelineLaneName(lane));
    }
    const QRectF& plot = to.places.of(TimelineLane::Spasms);
    to.painter.drawText(QRectF{to.places.left, plot.top() - 4, plot.left() - to.places.left, 60},
                        Qt::AlignLeft | Qt::AlignTop, timelineLaneName(TimelineLane::Spasms));
}

} // namespace

void paintTimeline(QPainter& painter,
                   const TimelineItems& items,
                   const TimelineScale& scale,
                   const TimelinePlaces& places,
                   const QPalette& palette,
                   const QFont& font)
{
    const Painting to{painter, items, scale, places, palette, font};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintAxis(to);
    paintSpasms(to);
    paintAlerts(to);
    paintMarks(to, TimelineLane::Care);
    paintMarks(to, TimelineLane::Medicines);
    paintMarks(to, TimelineLane::Tried);
    paintSitting(to);
    paintLaneNames(to);
    painter.restore();
}

} // namespace unclench::ui
