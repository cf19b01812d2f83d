// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline.h"

#include "ui/theme.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace unclench::ui {

namespace {

using namespace std::chrono;

constexpr milliseconds kFirstShown = days{91};
/// What shows around a reading that is gone to from further out.
constexpr milliseconds kReadingsRoom = days{14};
constexpr double kZoomStep = 1.25;
constexpr double kZoomKey = 1.6;
constexpr double kEmptyStep = 0.2;
constexpr double kWheelNotch = 120.0;
/// From above, as they lie.
constexpr std::array kLaneOrder{
    TimelineLane::Alerts,    TimelineLane::Spasms, TimelineLane::Readings, TimelineLane::Care,
    TimelineLane::Medicines, TimelineLane::Tried,  TimelineLane::Sitting};

} // namespace

Timeline::Timeline(const Words& words, QWidget* parent) : QWidget(parent), m_words(words)
{
    setObjectName(QStringLiteral("timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline: nothing is written down yet"));
    setAccessibleDescription(tr("Left and Right go from one to the next, Up and Down to other "
                                "kinds. Plus and Minus zoom. Return opens a spasm."));
    place();
}

void Timeline::display(const GlanceView& view, const QString& nothing)
{
    m_items = view.chronicle ? timelineItems(view) : TimelineItems{};
    m_hovered.reset();
    findKept();
    const auto& spasms = m_items.of(TimelineLane::Spasms);
    if (m_items.chronicle) {
        m_scale.setBounds(m_items.first, m_items.last);
        if (!m_wasShown) {
            m_wasShown = true;
            m_scale.show(m_items.last - kFirstShown, m_items.last + kFirstShown / 30);
            // An old diary that rests: what there is, not an empty season.
            if (!spasms.empty() && spasms.back().end < m_scale.begin()) {
                m_scale.reveal(spasms.back().begin, spasms.back().end);
            }
            if (m_wanted) {
                m_scale.show(m_wanted->first, m_wanted->second);
            }
        }
    }
    setAccessibleName(m_spot              ? said()
                      : nothing.isEmpty() ? tr("Timeline: nothing is written down yet")
                                          //: %1 a sentence
                                          : tr("Timeline: %1").arg(nothing));
    update();
    Q_EMIT scaleChanged(m_scale.said());
    Q_EMIT moved(said());
}

void Timeline::keep(const Spot& spot)
{
    m_kept = {spot.lane, m_items.of(spot.lane)[spot.item].begin, std::nullopt};
    if (spot.lane == TimelineLane::Spasms) {
        m_kept->episode = episodeOf(spot);
    }
}

/// The same thing, else what begins next after it in its lane, else the last spasm.
void Timeline::findKept()
{
    m_spot.reset();
    const auto& spasms = m_items.of(TimelineLane::Spasms);
    if (m_kept && m_kept->episode) {
        for (std::size_t i = 0; i < spasms.size(); ++i) {
            if (episodeOf({TimelineLane::Spasms, i}) == m_kept->episode) {
                m_spot = Spot{TimelineLane::Spasms, i};
                return;
            }
        }
    }
    if (m_kept && !m_items.of(m_kept->lane).empty()) {
        const auto& items = m_items.of(m_kept->lane);
        const auto next = std::lower_bound(
            items.begin(), items.end(), m_kept->begin,
            [](const TimelineItem& item, LocalTime time) { return item.begin < time; });
        m_spot =
            Spot{m_kept->lane,
                 static_cast<std::size_t>(std::min(next, std::prev(items.end())) - items.begin())};
    } else if (!spasms.empty()) {
        m_spot = Spot{TimelineLane::Spasms, spasms.size() - 1};
    }
}

void Timeline::place()
{
    const double edge = theme::grid(font(), 1);
    m_places = timelinePlaces(QRectF{rect()}.adjusted(edge, edge, -2 * edge, 0), font());
    const QRectF& plot = m_places.of(TimelineLane::Spasms);
    m_scale.setPlace(plot.left(), plot.width());
}

void Timeline::change(const std::function<void()>& work)
{
    const TimelineScale before = m_scale;
    work();
    if (!(m_scale == before)) {
        update();
        Q_EMIT scaleChanged(m_scale.said());
    }
}

LocalTime Timeline::middle() const
{
    if (m_spot) {
        const auto& item = m_items.of(m_spot->lane)[m_spot->item];
        if (item.begin >= m_scale.begin() && item.begin <= m_scale.end()) {
            return item.begin;
        }
    }
    return m_scale.begin() + m_scale.length() / 2;
}

void Timeline::showAll()
{
    change([this] { m_scale.showAll(); });
}

void Timeline::showLength(milliseconds length)
{
    change([&] {
        m_scale.zoom(static_cast<double>(length.count()) /
                         static_cast<double>(m_scale.length().count()),
                     middle());
    });
}

void Timeline::zoom(double factor)
{
    change([&] { m_scale.zoom(factor, middle()); });
}

void Timeline::page(double screens)
{
    change([&] {
        m_scale.pan(milliseconds{static_cast<milliseconds::rep>(
            static_cast<double>(m_scale.length().count()) * screens)});
    });
}

void Timeline::showDays(local_days first, local_days last)
{
    m_wanted = {LocalTime{first}, LocalTime{last + days{1}}};
    if (m_wasShown) {
        change([&] { m_scale.show(m_wanted->first, m_wanted->second); });
        // The keyboard goes along: to the first spasm of those days.
        const auto& spasms = m_items.of(TimelineLane::Spasms);
        const auto there = std::find_if(spasms.begin(), spasms.end(), [&](const auto& item) {
            return item.begin < m_wanted->second && item.end >= m_wanted->first;
        });
        if (there != spasms.end()) {
            m_spot = Spot{TimelineLane::Spasms, static_cast<std::size_t>(there - spasms.begin())};
            keep(*m_spot);
            setAccessibleName(said());
            Q_EMIT moved(said());
        }
    }
}

QString Timeline::said() const
{
    if (!m_spot) {
        return {};
    }
    //: %1 "Spasm: 2 March 08:10, ...", %2 of %3: which of how many
    return tr("%1 (%2 of %3)")
        .arg(textOf(*m_spot))
        .arg(m_spot->item + 1)
        .arg(m_items.of(m_spot->lane).size());
}

QString Timeline::textOf(const Spot& spot) const
{
    return timelineText(m_items, spot.lane, m_items.of(spot.lane)[spot.item].index, m_words);
}

GlanceLines Timeline::lines() const
{
    if (!m_items.chronicle) {
        return {};
    }
    const TimelineItem* at = m_spot ? &m_items.of(m_spot->lane)[m_spot->item] : nullptr;
    return timelineLines(m_items, m_scale, m_words, m_spot ? m_spot->lane : TimelineLane::Spasms,
                         at != nullptr ? at->index : -1);
}

std::optional<Uuid> Timeline::episodeOf(const Spot& spot) const
{
    const auto index = static_cast<std::size_t>(m_items.of(spot.lane)[spot.item].index);
    if (spot.lane == TimelineLane::Spasms) {
        return m_items.chronicle->episodes[index].id;
    }
    if (spot.lane == TimelineLane::Readings) {
        const int episode = m_items.chronicle->readings[index].episode;
        return m_items.chronicle->episodes[static_cast<std::size_t>(episode)].id;
    }
    return std::nullopt;
}

void Timeline::moveTo(const Spot& spot)
{
    m_spot = spot;
    keep(spot);
    const TimelineItem& item = m_items.of(spot.lane)[spot.item];
    const auto reveal = [&] {
        m_scale.reveal(item.begin, std::min(item.end, item.begin + m_scale.length() / 2));
    };
    change([&] {
        reveal();
        while (spot.lane == TimelineLane::Readings && m_scale.length() > TimelineScale::kLeast &&
               !showsReadings(m_items, m_scale, m_places)) {
            const milliseconds room = std::min(kReadingsRoom, m_scale.length() / 2);
            m_scale.zoom(static_cast<double>(room.count()) /
                             static_cast<double>(m_scale.length().count()),
                         item.begin);
            reveal();
        }
    });
    setAccessibleName(said()); // which tells a screen reader
    update();
    Q_EMIT moved(said());
}

void Timeline::moveInLane(std::ptrdiff_t by)
{
    if (!m_spot) {
        page(by < 0 ? -kEmptyStep : kEmptyStep); // nothing to go to: along the time itself
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(m_items.of(m_spot->lane).size()) - 1;
    const auto at =
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(m_spot->item) + by, 0, last);
    moveTo({m_spot->lane, static_cast<std::size_t>(at)});
}

void Timeline::moveToLane(int by)
{
    std::ptrdiff_t here = by > 0 ? -1 : static_cast<std::ptrdiff_t>(kLaneOrder.size());
    if (m_spot) {
        here = std::find(kLaneOrder.begin(), kLaneOrder.end(), m_spot->lane) - kLaneOrder.begin();
    }
    const LocalTime around = m_spot ? m_items.of(m_spot->lane)[m_spot->item].begin : middle();
    for (auto at = here + by; at >= 0 && at < static_cast<std::ptrdiff_t>(kLaneOrder.size());
         at += by) {
        const TimelineLane lane = kLaneOrder[static_cast<std::size_t>(at)];
        const auto& items = m_items.of(lane);
        if (items.empty()) {
            continue;
        }
        const auto next = std::lower_bound(
            items.begin(), items.end(), around,
            [](const TimelineItem& item, LocalTime time) { return item.begin < time; });
        moveTo({lane, static_cast<std::size_t>((next == items.end() ? std::prev(next) : next) -
                                               items.begin())});
        return;
    }
}

std::optional<Timeline::Spot> Timeline::spotAt(const QPointF& position) const
{
    std::optional<Spot> found;
    double best = 0;
    const bool hasReadings = showsReadings(m_items, m_scale, m_places); // only what is drawn
    for (const TimelineLane lane : kLaneOrder) {
        const QRectF& there = m_places.of(lane);
        if (position.y() < there.top() - 2 || position.y() > there.bottom() + 2 ||
            (lane == TimelineLane::Readings && !hasReadings)) {
            continue;
        }
        const auto& items = m_items.of(lane);
        for (std::size_t i = 0; i < items.size() && items[i].begin < m_scale.end(); ++i) {
            if (items[i].end < m_scale.begin()) {
                continue;
            }
            const QRectF place =
                timelinePlaceOf(items[i], lane, m_scale, m_places, font()).adjusted(-2, -2, 2, 2);
            // What is smaller lies before what is larger; readings lie before all spasms.
            const double size =
                lane == TimelineLane::Readings ? 0.5 : place.width() * place.height();
            if (place.contains(position) && (!found || size <= best)) {
                found = Spot{lane, i};
                best = size;
            }
        }
    }
    return found;
}

bool Timeline::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto spot = spotAt(help->pos())) {
            QToolTip::showText(help->globalPos(), textOf(*spot), this);
        } else {
            QToolTip::hideText();
            event->ignore();
        }
        return true;
    }
    if (event->type() == QEvent::FocusIn && m_spot) {
        Q_EMIT moved(said());
    }
    return QWidget::event(event);
}

void Timeline::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintTimeline(painter, m_items, m_scale, m_places, palette(), font());
    const auto outline = [&](const Spot& spot, Qt::PenStyle style) {
        const QRectF place =
            timelinePlaceOf(m_items.of(spot.lane)[spot.item], spot.lane, m_scale, m_places, font());
        painter.setPen(QPen{palette().color(QPalette::Text), 2.0, style});
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(place.adjusted(-3, -3, 3, 3));
    };
    if (m_hovered && !(hasFocus() && m_hovered == m_spot)) {
        outline(*m_hovered, Qt::DotLine);
    }
    if (hasFocus() && m_spot) {
        outline(*m_spot, Qt::SolidLine);
    }
    if (hasFocus()) {
        painter.setPen(QPen{palette().color(QPalette::Highlight), 2.0});
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void Timeline::resizeEvent(QResizeEvent*)
{
    place();
}

void Timeline::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        place();
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    constexpr double kScreen = 0.8;
    switch (event->key()) {
    case Qt::Key_Left: moveInLane(-1); break;
    case Qt::Key_Right: moveInLane(1); break;
    case Qt::Key_Up: moveToLane(-1); break;
    case Qt::Key_Down: moveToLane(1); break;
    case Qt::Key_Home: moveInLane(-1'000'000'000); break;
    case Qt::Key_End: moveInLane(1'000'000'000); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1 / kZoomKey); break;
    case Qt::Key_Minus: zoom(kZoomKey); break;
    case Qt::Key_0: showAll(); break;
    case Qt::Key_PageUp: page(-kScreen); break;
    case Qt::Key_PageDown: page(kScreen); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const auto episode = m_spot ? episodeOf(*m_spot) : std::nullopt) {
            Q_EMIT openRequested(*episode);
        }
        break;
    default: QWidget::keyPressEvent(event);
    }
}

/// The wheel zooms where the pointer is; with Shift, or sideways, it goes along.
void Timeline::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const bool isAlong = std::abs(turned.x()) > std::abs(turned.y()) ||
                         event->modifiers().testFlag(Qt::ShiftModifier);
    const double notches =
        (std::abs(turned.x()) > std::abs(turned.y()) ? turned.x() : turned.y()) / kWheelNotch;
    if (isAlong) {
        page(-notches / 8);
    } else {
        change([&] {
            m_scale.zoom(std::pow(kZoomStep, -notches), m_scale.at(event->position().x()));
        });
    }
    event->accept();
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragFrom = event->position();
        m_dragBegin = m_scale.begin();
        m_isDragging = false;
    }
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragFrom) {
        const double moved = m_dragFrom->x() - event->position().x();
        m_isDragging = m_isDragging || std::abs(moved) >= QApplication::startDragDistance();
        if (m_isDragging) {
            setCursor(Qt::ClosedHandCursor);
            change([&] {
                m_scale.pan(m_dragBegin - m_scale.begin() +
                            milliseconds{static_cast<milliseconds::rep>(
                                moved / m_scale.pixelsPer(seconds{1'000}) * 1e6)});
            });
        }
        return;
    }
    const auto spot = spotAt(event->position());
    if (spot != m_hovered) {
        m_hovered = spot;
        setCursor(spot && episodeOf(*spot) ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
        Q_EMIT moved(spot ? textOf(*spot) : said());
    }
}

void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    const bool wasDragging = std::exchange(m_isDragging, false);
    if (!std::exchange(m_dragFrom, std::nullopt)) {
        return;
    }
    setCursor(Qt::ArrowCursor);
    if (const auto spot = wasDragging ? std::nullopt : spotAt(event->position())) {
        moveTo(*spot);
        if (const auto episode = episodeOf(*spot)) {
            Q_EMIT openRequested(*episode);
        }
    }
}

void Timeline::leaveEvent(QEvent*)
{
    if (m_hovered) {
        m_hovered.reset();
        update();
        Q_EMIT moved(said());
    }
}

QSize Timeline::sizeHint() const
{
    return {theme::grid(font(), 100), timelineLeastHeight(font()) + theme::grid(font(), 8)};
}

QSize Timeline::minimumSizeHint() const
{
    return {theme::grid(font(), 40), timelineLeastHeight(font()) + theme::grid(font(), 2)};
}

} // namespace unclench::ui
