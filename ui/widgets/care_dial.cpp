// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/care_dial.h"

#include "ui/theme.h"
#include "ui/wording/care.h"
#include "ui/wording/settings.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unclench::ui {

using namespace std::chrono;

namespace {

constexpr double kRing = 1.5;             // units of the grid
constexpr double kFigures = 0.8;          // of the side, as wide as the figures may be
constexpr auto kInMinutes = minutes{100}; // what is over for longer is said in whole hours

} // namespace

CareDial::CareDial(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("careDial"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int CareDial::leastSide() const
{
    const QFontMetrics large{theme::font(font(), theme::Size::Figures)};
    return static_cast<int>(
        std::lround(large.horizontalAdvance(QStringLiteral("+00:00")) / kFigures));
}

QSize CareDial::sizeHint() const
{
    return {leastSide(), leastSide()};
}

QSize CareDial::minimumSizeHint() const
{
    return sizeHint();
}

QString CareDial::figures() const
{
    const bool isOver = m_left.count() <= 0;
    // What is left counts down to its last second, what is over counts on from the first.
    const seconds whole = isOver ? floor<seconds>(-m_left) : ceil<seconds>(m_left);
    if (isOver && whole >= kInMinutes) {
        //: So many hours too long
        return tr("+%1 h").arg(whole / hours{1});
    }
    const QString time = QStringLiteral("%1:%2")
                             .arg(whole / minutes{1})
                             .arg((whole % minutes{1}).count(), 2, 10, QLatin1Char('0'));
    return isOver ? QLatin1Char('+') + time : time;
}

void CareDial::display(Modality modality, milliseconds planned, milliseconds left)
{
    m_modality = modality;
    m_planned = planned;
    m_left = left;
    const bool isOver = left.count() <= 0;
    const QString length = wording::minuteCount(
        static_cast<int>(isOver ? floor<minutes>(-left).count() : ceil<minutes>(left).count()));
    //: %1 "Heat", %2 "12 minutes"
    const QString name = (isOver ? tr("%1: over by %2") : tr("%1: %2 left"))
                             .arg(wording::modality(modality), length);
    if (name != accessibleName()) {
        setAccessibleName(name);
    }
    update();
}

void CareDial::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOver = m_left.count() <= 0;
    const QColor colour =
        m_modality == Modality::Heat ? theme::heat(palette()) : theme::cold(palette());
    const double ring = theme::grid(font(), kRing);
    const double side = std::min(width(), height()) - ring - 2.0;
    const QRectF circle{(width() - side) / 2.0, (height() - side) / 2.0, side, side};
    painter.setPen(QPen{palette().color(QPalette::Mid), ring});
    painter.drawEllipse(circle);
    const double share = isOver || m_planned.count() <= 0
                             ? 1.0
                             : std::clamp(static_cast<double>(m_left.count()) /
                                              static_cast<double>(m_planned.count()),
                                          0.0, 1.0);
    constexpr int kWhole = 360 * 16; // Qt counts in sixteenths of a degree
    painter.setPen(QPen{colour, ring, Qt::SolidLine, Qt::FlatCap});
    painter.drawArc(circle, 90 * 16, static_cast<int>(std::lround(-share * kWhole)));

    const QFont large = theme::font(font(), theme::Size::Figures);
    const QFont small = theme::font(font(), theme::Size::Heading);
    const double high = QFontMetricsF{large}.height();
    const double line = QFontMetricsF{small}.height();
    const QPointF middle = circle.center();
    const auto row = [&](double top, double height) {
        return QRectF{circle.left(), top, circle.width(), height};
    };
    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(row(middle.y() - high / 2, high), Qt::AlignCenter, figures());
    painter.setFont(small);
    painter.setPen(colour);
    painter.drawText(row(middle.y() - high / 2 - line, line), Qt::AlignCenter,
                     wording::modality(m_modality));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(row(middle.y() + high / 2, line), Qt::AlignCenter,
                     isOver ? tr("over") : tr("left"));
}

} // namespace unclench::ui
