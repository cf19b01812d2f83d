// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kChipHeight = 4.5;
constexpr double kChipPadding = 1.5;
constexpr double kMark = 2.0;

} // namespace

Chip::Chip(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setCheckable(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Chip::setQuiet()
{
    m_isQuiet = true;
    update();
}

int Chip::besidesWords() const
{
    // The mark's place is kept, so that nothing moves when it comes.
    return theme::grid(font(), 2 * kChipPadding + (isCheckable() ? kMark : 0.0));
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 + besidesWords(),
            theme::grid(font(), kChipHeight)};
}

QSize Chip::minimumSizeHint() const
{
    return {theme::longestWord(fontMetrics(), text()) + 2 + besidesWords(),
            theme::grid(font(), kChipHeight)};
}

int Chip::heightForWidth(int width) const
{
    const QRect words = fontMetrics().boundingRect(QRect{0, 0, width - besidesWords(), 100'000},
                                                   Qt::AlignCenter | Qt::TextWordWrap, text());
    return std::max(theme::grid(font(), kChipHeight), words.height() + theme::grid(font(), 1));
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor plain =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    const QRectF box = QRectF{rect()}.adjusted(1.5, 1.5, -1.5, -1.5);
    const double radius = std::min<double>(box.height(), theme::grid(font(), kChipHeight)) / 2;
    const bool isFilled = isChecked() && !m_isQuiet;
    painter.setBrush(isFilled ? accent : palette().color(QPalette::Button));
    painter.setPen(QPen{isFilled                   ? accent
                        : underMouse() || isDown() ? plain
                                                   : palette().color(QPalette::Mid),
                        isDown() ? 2.0 : 1.0});
    painter.drawRoundedRect(box, radius, radius);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{palette().color(QPalette::WindowText), 2.0});
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), radius, radius);
    }
    const QColor ink = isFilled    ? palette().color(QPalette::HighlightedText)
                       : m_isQuiet ? palette().color(QPalette::PlaceholderText)
                                   : plain;
    const double padding = theme::grid(font(), kChipPadding);
    const double mark = isCheckable() ? theme::grid(font(), kMark) : 0.0;
    QRectF line = box.adjusted(padding - 1.5, 0, 1.5 - padding, 0);
    if (isChecked()) {
        const double unit = mark / 16.0;
        const QPointF at{line.left(), line.center().y()};
        painter.setPen(QPen{ink, 2.0 * unit + 0.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolyline(QPolygonF{
            {at + QPointF{0, 0} * unit, at + QPointF{4, 4.5} * unit, at + QPointF{11, -5} * unit}});
        line.setLeft(line.left() + mark);
    }
    painter.setPen(ink);
    painter.drawText(line, Qt::AlignCenter | Qt::TextWordWrap, text());
}

ChipGroup::ChipGroup(
    const QString& name, const QString& title, const QString& purpose, QWidget* parent, Kind kind)
    : QWidget(parent), m_purpose(purpose), m_kind(kind), m_area(new QWidget{this}),
      m_flow(new FlowLayout{m_area, theme::grid(font(), 1)}), m_more(new QPushButton{m_area})
{
    setObjectName(name);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    if (!title.isEmpty()) {
        auto* label = new QLabel{title, this};
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_area);
    m_more->setObjectName(name + QStringLiteral("_more"));
    m_more->setFlat(true);
    m_more->setAutoDefault(false);
    m_more->setMinimumHeight(theme::grid(font(), kChipHeight));
    m_more->setFocusPolicy(Qt::ClickFocus);
    m_more->installEventFilter(this);
    m_flow->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, [this] { showRest(!m_isRestShown); });
    showRest(false);
}

void ChipGroup::offer(std::vector<Choice> choices, std::size_t upFront)
{
    for (Chip* chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->setParent(nullptr);
        chip->deleteLater();
    }
    m_chips.clear();
    m_choices = std::move(choices);
    m_upFront = upFront;
    m_flow->removeWidget(m_more);
    for (const Choice& choice : m_choices) {
        auto* chip = new Chip{choice.label, m_area};
        chip->setCheckable(m_kind == Kind::Choices);
        chip->setObjectName(objectName() + QLatin1Char('_') + QString::fromStdString(choice.id));
        //: %1 is what is asked, %2 one answer, as in "Quality: tight"
        chip->setAccessibleName(tr("%1: %2").arg(m_purpose, choice.label));
        chip->setFocusPolicy(Qt::ClickFocus);
        chip->installEventFilter(this);
        connect(chip, &Chip::clicked, this,
                [this, chip, id = choice.id] { Q_EMIT pressed(id, !chip->isChecked()); });
        m_flow->addWidget(chip);
        m_chips.push_back(chip);
    }
    m_flow->addWidget(m_more);
    // In the tab order "More" follows what it opens.
    showRest(false);
}

void ChipGroup::calm(const std::string& id)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        if (m_choices[i].id == id) {
            m_chips[i]->setQuiet();
        }
    }
}

void ChipGroup::display(const std::vector<std::string>& chosen)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setChecked(std::find(chosen.begin(), chosen.end(), m_choices[i].id) !=
                               chosen.end());
    }
    showRest(m_isRestShown);
}

void ChipGroup::showRest(bool isShown)
{
    m_isRestShown = isShown;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        // The one that was just pressed stays: nothing jumps away under the hand.
        m_chips[i]->setVisible(isShown || i < m_upFront || m_chips[i]->isChecked() ||
                               m_chips[i]->hasFocus());
    }
    m_more->setVisible(m_chips.size() > m_upFront);
    //: Opens and closes the rarer choices of a group
    m_more->setText(isShown ? tr("Fewer") : tr("More"));
    m_more->setAccessibleName(isShown ? tr("%1: fewer choices").arg(m_purpose)
                                      : tr("%1: more choices").arg(m_purpose));
    const auto all = reachable();
    if (std::none_of(all.begin(), all.end(), [](const QPushButton* button) {
            return button->focusPolicy() == Qt::StrongFocus;
        })) {
        keepOneTabStop(all.empty() ? nullptr : all.front());
    }
    updateGeometry();
}

std::vector<QPushButton*> ChipGroup::reachable() const
{
    std::vector<QPushButton*> all;
    for (Chip* chip : m_chips) {
        if (!chip->isHidden()) {
            all.push_back(chip);
        }
    }
    if (!m_more->isHidden()) {
        all.push_back(m_more);
    }
    return all;
}

void ChipGroup::keepOneTabStop(QPushButton* stop)
{
    for (Chip* chip : m_chips) {
        chip->setFocusPolicy(chip == stop ? Qt::StrongFocus : Qt::ClickFocus);
    }
    m_more->setFocusPolicy(m_more == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

bool ChipGroup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        keepOneTabStop(static_cast<QPushButton*>(watched));
        return false;
    }
    if (event->type() != QEvent::KeyPress) {
        return false;
    }
    const auto all = reachable();
    const auto at = std::find(all.begin(), all.end(), watched);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (at == all.end()) {
        return false;
    }
    if (key == Qt::Key_Left || key == Qt::Key_Up) {
        (at == all.begin() ? *at : *(at - 1))->setFocus(Qt::TabFocusReason);
    } else if (key == Qt::Key_Right || key == Qt::Key_Down) {
        (at + 1 == all.end() ? *at : *(at + 1))->setFocus(Qt::TabFocusReason);
    } else if (key == Qt::Key_Home || key == Qt::Key_End) {
        (key == Qt::Key_Home ? all.front() : all.back())->setFocus(Qt::TabFocusReason);
    } else {
        return false;
    }
    return true;
}

} // namespace unclench::ui
