// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/alert_banner.h"

#include "ui/theme.h"
#include "ui/widgets/alert_answers.h"
#include "ui/widgets/alert_icon.h"
#include "ui/widgets/alert_role.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/alerts.h"
#include "ui/wording/words.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

/// Above the card, in units of the grid: part of the widget, so that it goes with it.
constexpr double kGap = 1.5;

/// One line of the card: the reasons alone where the title says already what to do.
QString lineOf(const AlertEntry& entry, Level highest)
{
    const QString reasons = entry.reasons().join(QStringLiteral("; "));
    if (entry.hasOwnAction) {
        //: %1 a reason, %2 a sentence that says what to do
        return AlertBanner::tr("%1. %2").arg(reasons, entry.action);
    }
    //: %1 what to do, as in "Book an appointment", %2 the reasons
    return entry.level == highest
               ? reasons
               : AlertBanner::tr("%1: %2").arg(wording::level(entry.level), reasons);
}

/// As high as its words need at their width. Where that leaves the page below no room, it scrolls.
class BannerSheet : public ScrollSheet {
public:
    explicit BannerSheet(QWidget* parent)
        : ScrollSheet(QStringLiteral("alertScroll"), AlertBanner::tr("Open alerts"), parent)
    {
        setUnrolled(true);
        setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {ScrollSheet::minimumSizeHint().width(), 0};
    }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const int most =
            std::max(theme::grid(font(), 4), window()->height() - theme::grid(font(), 34));
        return std::min(ScrollSheet::heightForWidth(width), most);
    }
};

} // namespace

AlertBanner::AlertBanner(QWidget* parent) : QWidget(parent)
{
    announceAsAlert();
    setObjectName(QStringLiteral("alertBanner"));
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(theme::grid(font(), 1), theme::grid(font(), kGap) + 1, 1, 1);
    m_scroll = new BannerSheet{this};
    whole->addWidget(m_scroll);
    auto* column = new QVBoxLayout{m_scroll->sheet()};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, theme::grid(font(), 1), padding, theme::grid(font(), 1));
    column->setSpacing(theme::grid(font(), 1));
    m_top = new QBoxLayout{QBoxLayout::LeftToRight};
    m_top->setSpacing(theme::grid(font(), 1));
    m_top->addWidget(buildWords(), 1);
    m_top->addWidget(buildActions());
    column->addLayout(m_top);
    m_list = new QWidget{this};
    m_rows = new QVBoxLayout{m_list};
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(theme::grid(font(), 1));
    column->addWidget(m_list);
    QLabel* limits = wrapped(QStringLiteral("alertLimits"), {}, theme::Size::Caption, this);
    limits->setText(tr("This app does not diagnose and cannot call for help."));
    limits->setForegroundRole(QPalette::PlaceholderText);
    limits->setContentsMargins(theme::grid(font(), 4.5), 0, 0, 0); // below the words
    column->addWidget(limits);
    m_list->hide();
    hide();
}

QWidget* AlertBanner::buildWords()
{
    auto* words = new QWidget{this};
    auto* row = new QHBoxLayout{words};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::grid(font(), 1.5));
    m_icon = new AlertIcon{3, words};
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::grid(font(), 0.5));
    m_title = wrapped(QStringLiteral("alertTitle"), {}, theme::Size::Heading, words);
    m_lines = wrapped(QStringLiteral("alertLines"), {}, theme::Size::Body, words);
    for (QLabel* label : {m_title, m_lines}) {
        column->addWidget(label);
    }
    row->addLayout(column, 1);
    return words;
}

QWidget* AlertBanner::buildActions()
{
    m_actions = new QWidget{this};
    auto* row = new FlowLayout{m_actions, theme::grid(font(), 1)};
    m_show = rowButton(QStringLiteral("showEmergencyButton"), tr("Show"),
                       tr("Show what to do and the number to call"), m_actions);
    m_why = rowButton(QStringLiteral("alertWhyButton"), tr("Why?"), tr("Why am I seeing this?"),
                      m_actions);
    m_each = rowButton(QStringLiteral("answerAlertsButton"), tr("Answer"),
                       tr("Answer each alert on its own"), m_actions);
    m_each->setCheckable(true);
    m_single = new AlertAnswers{m_actions};
    for (QWidget* part : {static_cast<QWidget*>(m_show), static_cast<QWidget*>(m_why),
                          static_cast<QWidget*>(m_each), static_cast<QWidget*>(m_single)}) {
        row->addWidget(part);
    }
    connect(m_why, &QPushButton::clicked, this, &AlertBanner::whyRequested);
    connect(m_show, &QPushButton::clicked, this, &AlertBanner::emergencyRequested);
    connect(m_each, &QPushButton::toggled, this,
            [this](bool isOpen) { m_list->setVisible(isOpen); });
    connectAnswers(*m_single);
    return m_actions;
}

void AlertBanner::connectAnswers(AlertAnswers& answers)
{
    connect(&answers, &AlertAnswers::laterRequested, this, &AlertBanner::laterRequested);
    connect(&answers, &AlertAnswers::closeRequested, this, &AlertBanner::closeRequested);
}

void AlertBanner::buildRows(const AlertsView& view)
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* row = item->widget()) {
            row->hide();
            row->deleteLater(); // the press that closed it comes from inside
        }
        delete item;
    }
    for (const AlertEntry& entry : view.open) {
        auto* row = new QWidget;
        auto* column = new QVBoxLayout{row};
        column->setContentsMargins(0, theme::grid(font(), 0.5), 0, 0);
        column->setSpacing(theme::grid(font(), 0.5));
        QLabel* text =
            wrapped(QStringLiteral("alert_%1_line").arg(QString::fromStdString(entry.rule)), {},
                    theme::Size::Body, row);
        text->setText(capitalised(lineOf(entry, view.open.front().level)));
        column->addWidget(text);
        auto* answers = new AlertAnswers{row};
        answers->display(entry);
        connectAnswers(*answers);
        column->addWidget(answers);
        m_rows->addWidget(row);
    }
}

void AlertBanner::display(const AlertsView& view)
{
    if (view.open.empty()) {
        m_shown.clear();
        m_each->setChecked(false);
        hide();
        return;
    }
    m_level = view.open.front().level;
    QStringList lines;
    for (const AlertEntry& entry : view.open) {
        lines << capitalised(lineOf(entry, m_level));
    }
    m_icon->display(m_level);
    m_title->setText(wording::level(m_level));
    m_lines->setText(lines.join(QLatin1Char('\n')));
    //: %1 what to do, %2 the reasons
    setAccessibleName(tr("%1: %2").arg(m_title->text(), lines.join(QStringLiteral("; "))));

    const bool isEmergency = view.hasEmergency();
    const bool isSeveral = view.open.size() > 1;
    m_show->setVisible(isEmergency);
    m_single->setVisible(!isEmergency && !isSeveral);
    m_each->setVisible(!isEmergency && isSeveral);
    if (!m_each->isVisibleTo(this)) {
        m_each->setChecked(false);
    }
    if (!isEmergency && isSeveral) {
        buildRows(view);
        m_single->display({}); // no name stands twice
    } else {
        m_single->display(view.open.front());
    }
    tone();
    show();
    arrange();
    orderTabs(*this);
    announce(view);
}

void AlertBanner::announce(const AlertsView& view)
{
    std::vector<std::pair<Uuid, Level>> now;
    bool isNew = false;
    for (const AlertEntry& entry : view.open) {
        now.emplace_back(entry.id, entry.level);
        isNew = isNew || std::find(m_shown.begin(), m_shown.end(), now.back()) == m_shown.end();
    }
    m_shown = std::move(now);
    if (isNew) {
        sayAlert(*this);
    }
}

void AlertBanner::tone()
{
    const QPalette around = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    QPalette own = around;
    if (m_level == Level::Emergency) {
        own = theme::emergency(around);
        m_ground = own.color(QPalette::Window);
        m_mark = own.color(QPalette::WindowText);
    } else {
        const theme::Tone tone =
            m_level == Level::Urgent ? theme::urgentTone(around) : theme::soonTone(around);
        m_ground = tone.ground;
        m_mark = tone.mark;
        own.setColor(QPalette::Window, m_ground);
    }
    QPalette marked = own;
    marked.setColor(QPalette::WindowText, m_mark);
    m_isToning = true;
    setPalette(own);
    m_title->setPalette(marked);
    m_icon->setPalette(marked);
    m_isToning = false;
    update();
}

void AlertBanner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && !m_isToning && isVisibleTo(parentWidget())) {
        tone();
    }
    QWidget::changeEvent(event);
}

void AlertBanner::arrange()
{
    // Beside the words where they keep enough room to be read, else below them.
    const int room = width() - m_actions->sizeHint().width();
    m_top->setDirection(room > theme::grid(font(), 60) ? QBoxLayout::LeftToRight
                                                       : QBoxLayout::TopToBottom);
}

void AlertBanner::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void AlertBanner::paintEvent(QPaintEvent*)
{
    constexpr double kRadius = 8.0;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF{rect()}.adjusted(0.5, theme::grid(font(), kGap) + 0.5, -0.5, -0.5);
    QPainterPath sheet;
    sheet.addRoundedRect(card, kRadius, kRadius);
    painter.fillPath(sheet, m_ground);
    painter.save();
    painter.setClipPath(sheet);
    if (m_level != Level::Emergency) { // is a colour all over
        painter.fillRect(QRect{0, 0, theme::grid(font(), 0.75), height()}, m_mark);
    }
    painter.restore();
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawPath(sheet);
}

} // namespace unclench::ui
