// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_running.h"

#include "ui/theme.h"
#include "ui/widgets/care_dial.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/care.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kWords = 26; // that the words beside the dial need
constexpr double kLargest = 52;
constexpr double kTight = 60;  // lower: the words beside the dial are longer than the page
constexpr double kShare = 0.4; // of the width, as large as the dial may be

} // namespace

CareRunning::CareRunning(QWidget* parent) : QWidget(parent), m_dial(new CareDial)
{
    setObjectName(QStringLiteral("careRunning"));
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    column->setSpacing(theme::grid(font(), 2));
    auto* scroll = new ScrollSheet{QStringLiteral("careRunningScroll"), tr("Now"), this};
    m_halves = new QBoxLayout{QBoxLayout::LeftToRight, scroll->sheet()};
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(theme::grid(font(), 4));
    m_halves->addWidget(m_dial, 0, Qt::AlignCenter);
    m_halves->addWidget(buildWords(), 1, Qt::AlignVCenter);
    column->addWidget(scroll, 1);
    column->addWidget(buildFoot());
}

QWidget* CareRunning::buildWords()
{
    auto* words = new QWidget;
    auto* column = new QVBoxLayout{words};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_title = wrapped(QStringLiteral("careRunningTitle"), {}, theme::Size::Title, words);
    m_watch = wrapped(QStringLiteral("careWatchLabel"), {}, theme::Size::Heading, words);
    m_skin = buildSkin();
    m_toDo = new QWidget{words};
    auto* lines = new QVBoxLayout{m_toDo};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    column->addWidget(m_title);
    column->addWidget(m_watch);
    column->addWidget(m_skin);
    column->addWidget(m_toDo);
    return words;
}

QWidget* CareRunning::buildSkin()
{
    auto* section = new Section{tr("Look at your skin now. How is it?"), this};
    section->setObjectName(QStringLiteral("skinCheck"));
    auto* buttons = new QWidget{section};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    struct Answer {
        const char* name;
        QString text;
        std::optional<Skin> skin;
    };
    for (const Answer& answer : {Answer{"skinNormalButton", tr("Normal"), Skin::Normal},
                                 Answer{"skinPinkButton", tr("Pink"), Skin::Pink},
                                 Answer{"skinWrongButton", tr("Something else: stop"), {}}}) {
        QPushButton* button = rowButton(QLatin1String{answer.name}, answer.text,
                                        tr("Skin: %1").arg(answer.text), buttons);
        button->setMinimumHeight(theme::grid(font(), 6));
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, skin = answer.skin] { Q_EMIT skinTold(skin); });
    }
    section->column()->addWidget(buttons);
    section->hide();
    return section;
}

QWidget* CareRunning::buildFoot()
{
    auto* foot = new QWidget{this};
    auto* row = new FlowLayout{foot, theme::grid(font(), 1)};
    m_stop = new MainButton{tr("&Stop"), foot};
    m_stop->setObjectName(QStringLiteral("careStopButton"));
    m_stop->setAccessibleName(tr("Stop"));
    auto* worse = rowButton(QStringLiteral("hurtsMoreButton"), tr("It hurts &more"),
                            tr("It hurts more"), foot);
    worse->setAccessibleDescription(tr("Stops it at once"));
    auto* aside = rowButton(QStringLiteral("careAsideButton"), tr("Write down pain"),
                            tr("Write down pain while it runs"), foot);
    for (QPushButton* button : {worse, aside}) {
        button->setMinimumHeight(theme::grid(font(), 6));
    }
    row->addWidget(m_stop);
    row->addWidget(worse);
    row->addWidget(aside);
    connect(m_stop, &QPushButton::clicked, this, &CareRunning::stopRequested);
    connect(worse, &QPushButton::clicked, this, &CareRunning::hurtsMore);
    connect(aside, &QPushButton::clicked, this, &CareRunning::asideRequested);
    return foot;
}

void CareRunning::display(const CareRunningView& view)
{
    m_view = view;
    m_dial->display(view.modality, view.planned, view.left);
    const bool isHeat = view.modality == Modality::Heat;
    const auto say = [](QLabel* label, const QString& text) {
        if (label->text() != text) { // each second, and mostly the same
            label->setText(text);
        }
    };
    say(m_title, view.isOverdue() ? wording::careTakeOff(view.modality)
                 : isHeat         ? tr("Heat until %1").arg(view.until)
                                  : tr("Cold until %1").arg(view.until));
    const QString stop = view.isOverdue() ? tr("I took it &off") : tr("&Stop");
    if (m_stop->text() != stop) {
        m_stop->setText(stop);
        m_stop->setAccessibleName(view.isOverdue() ? tr("I took it off") : tr("Stop"));
        m_stop->updateGeometry();
    }
    say(m_watch, view.isOverdue() ? tr("More time can hurt your skin.") : wording::careWatch());
    displayToDo(view.toDo);
    m_toDo->setVisible(!view.isOverdue());
    m_skin->setVisible(view.isSkinCheckDue && !view.isOverdue());
    paintTitle();
}

void CareRunning::displayToDo(const QStringList& lines)
{
    if (lines == m_toDoShown) {
        return;
    }
    m_toDoShown = lines;
    while (QLayoutItem* item = m_toDo->layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QLabel* line = wrapped(QStringLiteral("careToDo%1").arg(i), {}, theme::Size::Body, m_toDo);
        line->setText(lines[i]);
        m_toDo->layout()->addWidget(line);
        line->show();
    }
}

void CareRunning::focusFirst()
{
    takeKeyboard(*m_stop);
}

void CareRunning::paintTitle()
{
    const QPalette& usual = palette();
    QPalette colours = usual;
    colours.setColor(QPalette::WindowText,
                     m_view.modality == Modality::Heat ? theme::heat(usual) : theme::cold(usual));
    if (m_title->palette() != colours) {
        m_title->setPalette(colours);
    }
}

void CareRunning::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_title != nullptr) {
        paintTitle();
    }
}

void CareRunning::arrange()
{
    const int margins = theme::grid(font(), 3) * 2;
    const int foot = theme::grid(font(), 12); // with what is around it
    const int room = std::min(height() - foot, static_cast<int>(width() * kShare));
    const int least = m_dial->leastSide();
    const int side = std::clamp(room, least, std::max(least, theme::grid(font(), kLargest)));
    m_dial->setFixedSize(side, side);
    const bool isTight = height() < theme::grid(font(), kTight);
    m_halves->setAlignment(m_dial, isTight ? Qt::AlignHCenter | Qt::AlignTop : Qt::AlignCenter);
    const int needed = side + m_halves->spacing() + theme::grid(font(), kWords) + margins;
    m_halves->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void CareRunning::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

} // namespace unclench::ui
