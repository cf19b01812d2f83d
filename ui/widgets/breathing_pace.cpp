// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/breathing_pace.h"

#include "ui/theme.h"
#include "ui/widgets/section.h"

#include <QEasingCurve>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr int kSecond = 1000; // milliseconds
constexpr double kUnits = 24.0;
constexpr double kSmallest = 0.55; // of the ring, so that the words have room

} // namespace

BreathingCircle::BreathingCircle(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("breathingCircle"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize BreathingCircle::sizeHint() const
{
    const int side = theme::grid(font(), kUnits);
    return {side, side};
}

QSize BreathingCircle::minimumSizeHint() const
{
    return sizeHint();
}

void BreathingCircle::display(double size, const QString& words, const QString& count)
{
    m_size = size;
    if (m_words != words || m_count != count) {
        m_words = words;
        m_count = count;
        setAccessibleName((words + QLatin1Char(' ') + count).simplified());
    }
    update();
}

void BreathingCircle::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF middle = QRectF{rect()}.center();
    const double ring = std::min(width(), height()) / 2.0 - 3.0;
    painter.setPen(QPen{palette().color(QPalette::Mid), 2.0});
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(middle, ring, ring);
    const double radius = ring * (kSmallest + (1.0 - kSmallest) * m_size);
    QColor fill = palette().color(QPalette::Highlight);
    fill.setAlphaF(0.12F); // the words on it keep their contrast
    painter.setPen(QPen{palette().color(QPalette::Highlight), 4.0});
    painter.setBrush(fill);
    painter.drawEllipse(middle, radius, radius);

    painter.setPen(palette().color(QPalette::WindowText));
    const double half = ring * kSmallest * 0.9;
    QRectF place{middle.x() - half, middle.y() - half, 2 * half, 2 * half};
    if (m_count.isEmpty()) {
        painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    const QFont large = theme::font(font(), theme::Size::Title);
    const double line = QFontMetricsF{large}.height();
    place.adjust(0, 0, 0, -line);
    painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, m_words);
    painter.setFont(large);
    painter.drawText(QRectF{place.left(), middle.y(), place.width(), line * 1.4}, Qt::AlignCenter,
                     m_count);
}

BreathingPace::BreathingPace(const BreathingTimes& times, QWidget* parent)
    : QWidget(parent), m_times(times), m_circle(new BreathingCircle{this}),
      m_button(
          rowButton(QStringLiteral("breathingButton"), tr("&Start"), tr("Start breathing"), this))
{
    setObjectName(QStringLiteral("breathingPace"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1.5));
    column->addWidget(m_circle, 0, Qt::AlignHCenter);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    const int breath = m_times.inSeconds + m_times.outSeconds;
    const int breaths = (m_times.minutes * 60 + breath - 1) / breath;
    const int whole = breaths * breath * kSecond;
    m_animation.setParent(this);
    m_animation.setObjectName(QStringLiteral("breathingTime"));
    m_animation.setStartValue(0);
    m_animation.setEndValue(whole);
    m_animation.setDuration(whole);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        if (isRunning()) {
            show(value.toInt());
        }
    });
    connect(&m_animation, &QVariantAnimation::finished, this, &BreathingPace::rest);
    connect(m_button, &QPushButton::clicked, this, [this] { isRunning() ? stop() : start(); });
    rest();
}

bool BreathingPace::isRunning() const
{
    return m_animation.state() != QAbstractAnimation::Stopped;
}

void BreathingPace::start()
{
    // Desktops that move nothing have their style say that an animation takes no time.
    m_isStill = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) <= 0;
    m_button->setText(tr("&Stop"));
    m_button->setAccessibleName(tr("Stop breathing"));
    m_phase.clear();
    m_animation.start();
    show(0);
}

void BreathingPace::stop()
{
    m_animation.stop();
    rest();
}

void BreathingPace::rest()
{
    m_button->setText(tr("&Start"));
    m_button->setAccessibleName(tr("Start breathing"));
    //: %1 and %2 numbers of seconds
    m_circle->display(0.3, tr("%1 s in\n%2 s out").arg(m_times.inSeconds).arg(m_times.outSeconds),
                      {});
}

void BreathingPace::show(int elapsed)
{
    const int in = m_times.inSeconds * kSecond;
    const int out = m_times.outSeconds * kSecond;
    const int within = elapsed % (in + out);
    const bool isIn = within < in;
    const int past = isIn ? within : within - in;
    const int whole = isIn ? in : out;
    const double share =
        QEasingCurve{QEasingCurve::InOutSine}.valueForProgress(past / static_cast<double>(whole));
    const QString phase = isIn ? tr("Breathe in") : tr("Breathe out");
    const int left = (whole - past + kSecond - 1) / kSecond;
    m_circle->display(m_isStill ? 1.0 : (isIn ? share : 1.0 - share), phase, QString::number(left));
    if (phase != m_phase) {
        m_phase = phase;
        Q_EMIT spoken(phase);
    }
}

void BreathingPace::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (isRunning()) {
        stop();
    }
}

} // namespace unclench::ui
