// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/big_button.h"

#include "ui/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <cmath>

namespace unclench::ui {

namespace {

constexpr int kBigText = Qt::AlignHCenter | Qt::TextWordWrap | Qt::TextShowMnemonic;
constexpr int kAnyHeight = 100'000;
constexpr double kRadius = 10.0;
constexpr int kSlack = 2; // what is measured and what is painted differ by a rounding

int heightOf(const QFont& font, int width, const QString& text)
{
    return QFontMetrics{font}
        .boundingRect(QRect{0, 0, std::max(width - kSlack, 1), kAnyHeight}, kBigText, text)
        .height();
}

} // namespace

int leastBigSide(double dotsPerInch)
{
    constexpr int kLeast = 120;
    constexpr double kMillimetres = 24.0;
    constexpr double kUsual = 96.0;
    constexpr double kCoarsest = 40.0; // a wall, and what is seen from a bed
    constexpr double kFinest = 400.0;
    const bool isSane = dotsPerInch >= kCoarsest && dotsPerInch <= kFinest; // and not NaN
    return std::max(
        kLeast, static_cast<int>(std::ceil(kMillimetres / 25.4 * (isSane ? dotsPerInch : kUsual))));
}

int largeHeight(const QWidget& button)
{
    constexpr int kMainAction = 48;
    const QFontMetrics words = button.fontMetrics();
    return std::max(kMainAction, words.height() + words.height() / 3);
}

BigButton::BigButton(const QString& name, const QString& text, QWidget* parent)
    : QPushButton(parent)
{
    setObjectName(name);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    setFont(theme::font(font(), theme::Size::Title));
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Expanding};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    display(text, {});
}

void BigButton::display(const QString& text, const QString& more)
{
    if (this->text() == text && m_more == more) {
        return; // each second, and mostly the same
    }
    setText(text);
    m_more = more;
    setAccessibleName(QString{text}.remove(QLatin1Char('&')));
    setAccessibleDescription(more);
    updateGeometry();
    update();
}

void BigButton::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void BigButton::setOff(bool isOff)
{
    m_isOff = isOff;
    update();
}

void BigButton::setPain(int pain)
{
    m_pain = pain;
    update();
}

int BigButton::leastSide() const
{
    const QScreen* on = screen();
    return leastBigSide(on != nullptr ? on->physicalDotsPerInch() : 0.0);
}

int BigButton::padding() const
{
    constexpr double kOfItsFont = 0.4; // of the grid of this font, which is 1.7 times the usual
    return theme::grid(font(), kOfItsFont);
}

QFont BigButton::moreFont() const
{
    QFont plain = font();
    plain.setWeight(QFont::Normal);
    return plain;
}

int BigButton::wordsHeight(const QFont& words, int width) const
{
    return heightOf(words, width, text());
}

int BigButton::moreHeight(int width) const
{
    return m_more.isEmpty() ? 0 : heightOf(moreFont(), width, m_more);
}

QFont BigButton::wordsFont(int step) const
{
    return step == 0 ? font()
                     : theme::font(font(), step == 1 ? theme::Size::Heading : theme::Size::Title);
}

int BigButton::largestStep(const QSize& size) const
{
    const QSize room = size - QSize{2 * padding(), 2 * padding()};
    for (int step = kLargest; step > 0; --step) {
        const QFont large = wordsFont(step);
        if (theme::longestWord(QFontMetrics{large}, text()) + kSlack <= room.width() &&
            wordsHeight(large, room.width()) + moreHeight(room.width()) <= room.height()) {
            return step;
        }
    }
    return 0;
}

void BigButton::setStep(int step)
{
    if (m_step != step) {
        m_step = step;
        update();
    }
}

QSize BigButton::sizeHint() const
{
    return minimumSizeHint();
}

QSize BigButton::minimumSizeHint() const
{
    const int words = std::max(theme::longestWord(fontMetrics(), text()),
                               theme::longestWord(QFontMetrics{moreFont()}, m_more));
    return {std::max(leastSide(), words + 2 * padding() + kSlack), leastSide()};
}

int BigButton::heightForWidth(int width) const
{
    const int inside = width - 2 * padding();
    return std::max(leastSide(), wordsHeight(font(), inside) + moreHeight(inside) + 2 * padding());
}

bool BigButton::event(QEvent* event)
{
    if (event->type() == QEvent::ScreenChangeInternal) {
        updateGeometry(); // 24 mm are another number of pixels there
    }
    return QPushButton::event(event);
}

void BigButton::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept(); // a hand that shakes means one press, and what lies here may be new
}

void BigButton::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colours = palette();
    const bool isQuiet = m_isOff || !isEnabled();
    QColor ground = colours.color(isQuiet ? QPalette::Window : QPalette::Base);
    QColor words = colours.color(isQuiet ? QPalette::PlaceholderText : QPalette::Text);
    QColor edge = words;
    if (m_pain) {
        ground = theme::painFill(colours, *m_pain);
        words = theme::textOn(ground);
    } else if (!isQuiet) {
        switch (m_tone) {
        case Tone::Plain: break;
        case Tone::Main:
            ground = edge = colours.color(QPalette::Highlight);
            words = colours.color(QPalette::HighlightedText);
            break;
        case Tone::Heat: words = edge = theme::heat(colours); break;
        case Tone::Cold: words = edge = theme::cold(colours); break;
        case Tone::Help:
            ground = theme::urgentTone(colours).ground;
            words = edge = theme::urgentTone(colours).mark;
            break;
        }
    }
    const QRectF body = QRectF{rect()}.adjusted(5, 5, -5, -5);
    painter.setPen(QPen{edge, underMouse() ? 3.0 : 1.5, isQuiet ? Qt::DashLine : Qt::SolidLine});
    painter.setBrush(ground);
    painter.drawRoundedRect(isDown() ? body.adjusted(2, 2, -2, -2) : body, kRadius, kRadius);
    if (hasFocus()) {
        painter.setPen(QPen{colours.color(QPalette::WindowText), 3.0});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1.5, 1.5, -1.5, -1.5), kRadius + 3,
                                kRadius + 3);
    }
    const QRect inside = rect().adjusted(padding(), padding(), -padding(), -padding());
    const QFont large = wordsFont(m_step);
    const int high = wordsHeight(large, inside.width());
    const int top = inside.center().y() - (high + moreHeight(inside.width())) / 2;
    painter.setPen(words);
    painter.setFont(large);
    const int left = inside.left() + kSlack / 2;
    const int width = inside.width() - kSlack; // as it was measured, so that the lines are the same
    painter.drawText(QRect{left, top, width, high}, kBigText, text());
    painter.setFont(moreFont());
    painter.drawText(QRect{left, top + high, width, kAnyHeight}, kBigText, m_more);
}

} // namespace unclench::ui
