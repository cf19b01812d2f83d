// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigation.h"

#include "ui/theme.h"
#include "ui/widgets/one_of.h"

#include <QLabel>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr int kNavigationText = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap;

} // namespace

NavigationButton::NavigationButton(const QString& name, const QString& label, QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(name);
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize NavigationButton::wordsSize() const
{
    QFont widest = font();
    widest.setWeight(QFont::DemiBold); // what it is when its page is shown
    const QFontMetrics metrics{widest};
    // A long one goes over two lines: what is wide here is missing on every page.
    const int width = theme::longestWord(metrics, text()) + 2;
    const int height =
        metrics.boundingRect(QRect{0, 0, width, 100'000}, kNavigationText, text()).height();
    return {width, height};
}

QSize NavigationButton::sizeHint() const
{
    const QSize words = wordsSize();
    return {words.width() + theme::grid(font(), 4),
            std::max(theme::grid(font(), 5), words.height() + theme::grid(font(), 2))};
}

QSize NavigationButton::minimumSizeHint() const
{
    return {sizeHint().width(), wordsSize().height() + theme::grid(font(), 0.5)};
}

void NavigationButton::paintEvent(QPaintEvent*)
{
    constexpr double kRadius = 6.0;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF{rect()}.adjusted(1.5, 1.5, -1.5, -1.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(body, kRadius, kRadius);
    }
    if (isChecked()) {
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF{body.left(), body.top() + 8, 4, body.height() - 16}, 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body, kRadius, kRadius);
    }
    QFont shown = font();
    shown.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(shown);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(theme::grid(font(), 2), 0, 0, 0), kNavigationText, text());
}

Navigation::Navigation(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 1.5);
    column->setContentsMargins(margin, theme::grid(font(), 3), margin, margin);
    column->setSpacing(theme::grid(font(), 0.5));
    auto* title = new QLabel{QStringLiteral("Unclench"), this};
    title->setFont(theme::font(font(), theme::Size::Heading));
    title->setContentsMargins(theme::grid(font(), 2), 0, 0, theme::grid(font(), 2));
    column->addWidget(title);
    m_pages = new QVBoxLayout;
    m_pages->setSpacing(theme::grid(font(), 0.5));
    column->addLayout(m_pages);
    column->addStretch(1);
    const auto addAction = [&](const QString& name, const QString& label, auto signal) {
        auto* button = new NavigationButton{name, label, this};
        button->setCheckable(false);
        connect(button, &NavigationButton::clicked, this, signal);
        column->addWidget(button);
        return button;
    };
    auto* changed = addAction(QStringLiteral("changedButton"), tr("Something changed"),
                              &Navigation::changedRequested);
    auto* shortcut = new QShortcut{QKeySequence{Qt::Key_F8}, this};
    connect(shortcut, &QShortcut::activated, changed, &QAbstractButton::click);
    changed->setToolTip(shortcut->key().toString(QKeySequence::NativeText));
    addAction(QStringLiteral("settingsButton"), tr("Settings"), &Navigation::settingsRequested);
    addAction(QStringLiteral("aboutButton"), tr("About"), &Navigation::aboutRequested);
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idClicked, this, &Navigation::pageRequested);
}

void Navigation::addPage(const QString& name, const QString& label)
{
    const int index = static_cast<int>(m_group.buttons().size());
    auto* button = new NavigationButton{name, label, this};
    m_group.addButton(button, index);
    setCurrent(std::max(0, m_group.checkedId()));
    m_pages->addWidget(button);
    auto* shortcut =
        new QShortcut{QKeySequence{Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)}, window()};
    connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
    button->setToolTip(shortcut->key().toString(QKeySequence::NativeText));
}

void Navigation::setCurrent(int index)
{
    choose(m_group, index);
}

void Navigation::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace unclench::ui
