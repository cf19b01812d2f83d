// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/day_band.h"

#include "ui/theme.h"
#include "ui/widgets/day_painting.h"
#include "ui/wording/times.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kInset = 1.0;
constexpr double kSigns = 2.5;
constexpr double kSign = 1.75;
constexpr double kBand = 5.5;
constexpr double kSessions = 1.25;
constexpr double kBandGap = 0.5;
constexpr double kLeastWidth = 24.0;

constexpr int kHour = 60;
constexpr int kLeastHours = 8;
constexpr int kFirstHour = 9; // of a day on which nothing was recorded

} // namespace

DayBand::DayBand(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("dayBand"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    display({});
}

QSize DayBand::minimumSizeHint() const
{
    const int hours = QFontMetrics{theme::font(font(), theme::Size::Caption)}.height();
    return {theme::grid(font(), kLeastWidth),
            theme::grid(font(), kSigns + kBand + kSessions + 3 * kBandGap) + hours +
                theme::grid(font(), kInset)};
}

QSize DayBand::sizeHint() const
{
    return {theme::grid(font(), 2 * kLeastWidth), minimumSizeHint().height()};
}

void DayBand::display(const SeatDayView& view)
{
    m_view = view;
    chooseHours();
    const QString before = said();
    m_stops.clear();
    for (const SeatSpanView& span : m_view.spans) {
        if (span.endMinute > m_from && span.beginMinute < m_to) {
            m_stops.push_back({span.beginMinute, span.endMinute, span.text, &span, {}});
        }
    }
    for (const SeatMarkView& mark : m_view.marks) {
        m_stops.push_back({mark.minute, mark.endMinute, mark.text, nullptr, mark.kind});
    }
    std::stable_sort(m_stops.begin(), m_stops.end(),
                     [](const Stop& a, const Stop& b) { return a.begin < b.begin; });
    const auto same = std::find_if(m_stops.begin(), m_stops.end(),
                                   [&](const Stop& stop) { return stop.text == before; });
    m_at = same == m_stops.end() ? 0 : static_cast<std::size_t>(same - m_stops.begin());
    setAccessibleName(m_stops.empty() ? tr("The day: nothing is recorded") : said());
    setAccessibleDescription(tr("Left and Right go through the day."));
    update();
}

/// The hours from the first thing to the last, of a night away only what is between.
void DayBand::chooseHours()
{
    int first = m_view.dayMinutes;
    int last = 0;
    const auto reach = [&](int begin, int end) {
        first = std::min(first, begin);
        last = std::max(last, end);
    };
    for (const SeatSpanView& span : m_view.spans) {
        if (isHere(span.posture)) {
            reach(span.beginMinute, span.endMinute);
        }
    }
    for (const SeatMarkView& mark : m_view.marks) {
        reach(mark.minute, mark.endMinute);
    }
    if (first > last) {
        first = kFirstHour * kHour;
        last = first;
    }
    m_from = first / kHour * kHour;
    m_to = std::min((last + kHour - 1) / kHour * kHour, m_view.dayMinutes);
    m_to = std::min(std::max(m_to, m_from + kLeastHours * kHour), m_view.dayMinutes);
    m_from = std::max(std::min(m_from, m_to - kLeastHours * kHour), 0);
}

QString DayBand::said() const
{
    return m_at < m_stops.size() ? m_stops[m_at].text : QString{};
}

double DayBand::across(int minute) const
{
    const double inset = theme::grid(font(), kInset);
    const double whole = std::max(m_to - m_from, 1);
    const double at = std::clamp(minute, m_from, m_to) - m_from;
    return inset + at / whole * (width() - 2 * inset);
}

QRectF DayBand::signs() const
{
    return {0, theme::grid(font(), kInset) / 2.0, static_cast<double>(width()),
            static_cast<double>(theme::grid(font(), kSigns))};
}

QRectF DayBand::band() const
{
    return {0, signs().bottom() + theme::grid(font(), kBandGap), static_cast<double>(width()),
            static_cast<double>(theme::grid(font(), kBand))};
}

QRectF DayBand::sessions() const
{
    return {0, band().bottom() + theme::grid(font(), kBandGap), static_cast<double>(width()),
            static_cast<double>(theme::grid(font(), kSessions))};
}

QRectF DayBand::placeOf(const Stop& stop) const
{
    const double left = across(stop.begin);
    const double right = across(stop.end);
    if (stop.span != nullptr) {
        return {left, band().top(), std::max(right - left, 2.0), band().height()};
    }
    if (stop.kind == SeatMarkView::Kind::Session) {
        return {left, sessions().top(), std::max(right - left, 4.0), sessions().height()};
    }
    const double side = theme::grid(font(), kSign);
    if (stop.kind == SeatMarkView::Kind::Spasm) { // its pole stands on the band
        return {left, signs().top(), side * 1.2, band().top() - signs().top()};
    }
    return {left - side / 2, signs().bottom() - side, side, side};
}

std::optional<std::size_t> DayBand::stopAt(const QPointF& at) const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_stops.size(); ++i) {
        // Signs lie above spans.
        if (placeOf(m_stops[i]).adjusted(-2, 0, 2, 0).contains(at) &&
            (!found || m_stops[*found].span != nullptr)) {
            found = i;
        }
    }
    return found;
}

void DayBand::moveTo(std::size_t stop)
{
    if (stop >= m_stops.size()) {
        return;
    }
    m_at = stop;
    setAccessibleName(said()); // which tells a screen reader
    update();
    Q_EMIT moved(said());
}

void DayBand::askFor(const Stop& stop)
{
    if (stop.span != nullptr && stop.span->canCorrect) {
        const QRectF place = placeOf(stop);
        Q_EMIT correctionRequested(
            *stop.span, mapToGlobal(QPointF{place.center().x(), place.bottom()}.toPoint()));
    }
}

bool DayBand::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const auto stop = stopAt(help->pos())) {
            QToolTip::showText(help->globalPos(), m_stops[*stop].text, this,
                               placeOf(m_stops[*stop]).toAlignedRect());
        } else {
            QToolTip::hideText();
            event->ignore();
        }
        return true;
    }
    if (event->type() == QEvent::FocusIn && !m_stops.empty()) {
        Q_EMIT moved(said());
    }
    return QWidget::event(event);
}

void DayBand::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: moveTo(m_at == 0 ? 0 : m_at - 1); break;
    case Qt::Key_Right: moveTo(m_at + 1); break;
    case Qt::Key_Home: moveTo(0); break;
    case Qt::Key_End: moveTo(m_stops.empty() ? 0 : m_stops.size() - 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_at < m_stops.size()) {
            askFor(m_stops[m_at]);
        }
        break;
    default: QWidget::keyPressEvent(event);
    }
}

void DayBand::mousePressEvent(QMouseEvent* event)
{
    if (const auto stop = stopAt(event->position())) {
        moveTo(*stop);
        askFor(m_stops[*stop]);
    }
}

void DayBand::paintHours(QPainter& painter) const
{
    std::vector<SeatHourView> hours = m_view.hours;
    for (int minute = 0; m_view.hours.empty() && minute <= m_view.dayMinutes; minute += kHour) {
        hours.push_back({minute, wording::minuteOfDay(minute)});
    }
    std::erase_if(hours, [this](const SeatHourView& hour) {
        return hour.minute < m_from || hour.minute > m_to;
    });
    const QFont small = theme::font(font(), theme::Size::Caption);
    const QFontMetrics metrics{small};
    const int widest = metrics.horizontalAdvance(QStringLiteral("00:00")) + theme::grid(font(), 1);
    const double hourWidth = across(m_from + kHour) - across(m_from);
    std::size_t step = 1;
    for (const std::size_t wanted : std::array<std::size_t, 6>{1, 2, 3, 4, 6, 12}) {
        step = wanted;
        if (hourWidth * static_cast<double>(wanted) >= widest) {
            break;
        }
    }
    painter.setFont(small);
    const double top = sessions().bottom() + theme::grid(font(), kBandGap);
    for (std::size_t i = 0; i < hours.size(); ++i) {
        const double x = across(hours[i].minute);
        painter.setPen(palette().color(QPalette::Mid));
        painter.drawLine(QPointF{x, band().top()}, QPointF{x, sessions().bottom()});
        if (i % step != 0) {
            continue;
        }
        const int half = metrics.horizontalAdvance(hours[i].text) / 2 + 1;
        const double middle = std::clamp<double>(x, half, std::max(width() - half, half));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRectF{middle - half, top, 2.0 * half, metrics.height() + 1.0},
                         Qt::AlignCenter, hours[i].text);
    }
}

/// How long somebody sat, where there is room for it.
void DayBand::paintLength(QPainter& painter, const SeatSpanView& span, const QRectF& place) const
{
    const QFont small = theme::font(font(), theme::Size::Caption);
    const double wide = QFontMetricsF{small}.horizontalAdvance(span.length);
    if (span.posture == Posture::Seated && wide + theme::grid(font(), 1) <= place.width()) {
        painter.setFont(small);
        painter.setPen(palette().color(QPalette::HighlightedText));
        painter.drawText(place, Qt::AlignCenter, span.length);
    }
}

void DayBand::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const QRectF ground{across(m_from), band().top(), across(m_to) - across(m_from),
                        band().height()};
    painter.fillRect(ground, palette().color(QPalette::Window));
    paintHours(painter);
    for (const Stop& stop : m_stops) {
        if (stop.span != nullptr) {
            paintSpan(painter, placeOf(stop), stop.span->posture, stop.span->isInferred, palette());
            paintLength(painter, *stop.span, placeOf(stop));
        }
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(ground.bottomLeft(), ground.bottomRight());
    for (const SeatMarkView& mark : m_view.marks) {
        const QRectF place = placeOf({mark.minute, mark.endMinute, {}, nullptr, mark.kind});
        if (mark.kind == SeatMarkView::Kind::Session) {
            paintSession(painter, place, mark.modality.value_or(Modality::Heat), palette());
            continue;
        }
        paintMark(painter, place, mark.kind, palette());
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        const QRectF place = m_at < m_stops.size() ? placeOf(m_stops[m_at]) : QRectF{rect()};
        const QRectF ring =
            place.adjusted(-3, -3, 3, 3).intersected(QRectF{rect()}.adjusted(1, 1, -1, -1));
        painter.setPen(QPen{palette().color(QPalette::Base), 5.0});
        painter.drawRoundedRect(ring, 4.0, 4.0);
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.drawRoundedRect(ring, 4.0, 4.0);
    }
}

} // namespace unclench::ui
