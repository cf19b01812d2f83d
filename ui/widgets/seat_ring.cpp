// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/seat_ring.h"

#include "ui/theme.h"
#include "ui/wording/seat.h"
#include "ui/wording/settings.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unclench::ui {

using namespace std::chrono;

namespace {

// In units of the grid.
constexpr double kSide = 8.5;
constexpr double kSeatRing = 1.0;
constexpr double kWordsShare = 0.62; // of the side, as wide as the words may be

constexpr auto kSeatMinutes = std::chrono::minutes{100};

double shareOf(milliseconds part, milliseconds whole)
{
    return whole.count() <= 0
               ? 1.0
               : std::clamp(static_cast<double>(part.count()) / static_cast<double>(whole.count()),
                            0.0, 1.0);
}

QString unitOf()
{
    //: Under a number of minutes in a small ring
    return SeatRing::tr("min");
}

} // namespace

SeatRing::SeatRing(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("seatRing"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    display({});
}

QSize SeatRing::sizeHint() const
{
    const QFontMetrics small{theme::font(font(), theme::Size::Caption)};
    const int words = static_cast<int>(std::ceil(small.horizontalAdvance(unitOf()) / kWordsShare));
    const int side = std::max(theme::grid(font(), kSide), words);
    return {side, side};
}

void SeatRing::display(const SeatView& view)
{
    if (view.isOn && view.breakLeft) {
        displayBreak(*view.breakLeft, view.breakLength);
        return;
    }
    const auto whole = floor<minutes>(view.seated);
    const bool isCounted = view.isOn && view.isKnown;
    m_isCounting = isCounted && view.posture == Posture::Seated;
    m_share = isCounted ? shareOf(view.seated, view.interval) : 0.0;
    m_unit = view.isOn ? unitOf() : QString{};
    if (!isCounted) {
        m_figures = QStringLiteral("–");
        say(view.isOn ? tr("Sitting: nothing is known yet") : tr("Sitting is not measured"));
    } else {
        m_figures = whole < kSeatMinutes
                        ? QString::number(whole.count())
                        : QStringLiteral("%1:%2")
                              .arg(whole / hours{1})
                              .arg((whole % hours{1}).count(), 2, 10, QLatin1Char('0'));
        if (whole >= kSeatMinutes) {
            //: Under "1:40" in a small ring
            m_unit = tr("h");
        }
        //: %1 "21 minutes", %2 "30 minutes"
        say(tr("Sitting: %1 of %2")
                .arg(
                    wording::minuteCount(static_cast<int>(whole.count())),
                    wording::minuteCount(static_cast<int>(floor<minutes>(view.interval).count()))));
    }
    update();
}

void SeatRing::displayBreak(milliseconds left, milliseconds length)
{
    m_isCounting = true;
    m_share = shareOf(length - left, length);
    m_figures = wording::countdown(left);
    //: Under the time in a small ring
    m_unit = tr("left");
    say(wording::breakLeft(left));
    update();
}

void SeatRing::say(const QString& name)
{
    if (name != accessibleName()) { // each second, and mostly the same
        setAccessibleName(name);
    }
}

void SeatRing::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(width(), height());
    const double ring = theme::grid(font(), kSeatRing) * side / sizeHint().width();
    const QRectF circle{(width() - side + ring) / 2.0 + 0.5, (height() - side + ring) / 2.0 + 0.5,
                        side - ring - 1.0, side - ring - 1.0};
    painter.setPen(QPen{palette().color(QPalette::Mid), ring});
    painter.drawEllipse(circle);
    constexpr int kWhole = 360 * 16; // Qt counts in sixteenths of a degree
    if (m_share > 0) {
        painter.setPen(
            QPen{palette().color(m_isCounting ? QPalette::Highlight : QPalette::PlaceholderText),
                 ring, Qt::SolidLine, Qt::FlatCap});
        painter.drawArc(circle, 90 * 16, static_cast<int>(std::lround(-m_share * kWhole)));
    }
    const double scale = side / sizeHint().width(); // a larger ring has larger words
    const auto scaled = [&](theme::Size size) {
        QFont words = theme::font(font(), size);
        if (words.pointSizeF() > 0) {
            words.setPointSizeF(words.pointSizeF() * scale);
        } else {
            words.setPixelSize(static_cast<int>(words.pixelSize() * scale));
        }
        return words;
    };
    QFont large = scaled(theme::Size::Title);
    if (QFontMetricsF{large}.horizontalAdvance(m_figures) > side * kWordsShare) {
        large = scaled(theme::Size::Heading);
    }
    const QFont small = scaled(theme::Size::Caption);
    const double high = QFontMetricsF{large}.height();
    const double line = QFontMetricsF{small}.height();
    const double words = m_unit.isEmpty() ? high : high + line * 0.9;
    const double top = circle.center().y() - words / 2.0;
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF{circle.left(), top, circle.width(), high}, Qt::AlignCenter, m_figures);
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRectF{circle.left(), top + high * 0.9, circle.width(), line}, Qt::AlignCenter,
                     m_unit);
}

} // namespace unclench::ui
