// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_page.h"

#include "ui/pages/visit_after.h"
#include "ui/pages/visit_form.h"
#include "ui/pages/visit_gaps.h"
#include "ui/pages/visit_list.h"
#include "ui/pages/visit_preview.h"
#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/main_button.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace unclench::ui {

namespace {

/// In units of the grid: where form and page beside each other would be too narrow to read.
constexpr double kVisitNarrow = 104;

} // namespace

VisitPage::VisitPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("visitPage"));
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(buildHead());
    m_whole = new ScrollSheet{QStringLiteral("visitArea"), tr("Visit"), this};
    m_halves = new QBoxLayout{QBoxLayout::LeftToRight, m_whole->sheet()};
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(theme::grid(font(), 2));
    m_preview = new VisitPreview{m_whole->sheet()};
    m_halves->addWidget(buildForm(), 1);
    m_halves->addWidget(m_preview, 1);
    column->addWidget(m_whole, 1);
    connectParts();
    display({});
}

QWidget* VisitPage::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new FlowLayout{head, theme::grid(font(), 1)};
    QLabel* title = wrapped(QStringLiteral("visitTitle"), tr("Visit"), theme::Size::Title, head);
    title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_another = rowButton(QStringLiteral("visitAnotherButton"), tr("Prepare &another visit"),
                          tr("Prepare another visit, in a week at first"), head);
    row->addWidget(title);
    row->addWidget(m_another);
    return head;
}

QWidget* VisitPage::buildEmpty()
{
    m_empty = new Section{tr("Before the doctor"), this};
    m_empty->setObjectName(QStringLiteral("visitEmpty"));
    m_empty->addText(
        tr("Here you prepare a visit: what you want from it, your questions, and one page from "
           "your diary that a doctor can read in a minute. You see that page here before you "
           "print it or save it. Afterwards you write down what was said."));
    auto* actions = new QWidget{m_empty};
    auto* row = new FlowLayout{actions, theme::grid(font(), 2)};
    auto* inAWeek = new MainButton{tr("&Prepare a visit"), actions};
    inAWeek->setObjectName(QStringLiteral("visitPrepareButton"));
    inAWeek->setAccessibleName(tr("Prepare a visit"));
    auto* today = rowButton(QStringLiteral("visitTodayButton"), tr("I have no date yet"),
                            tr("Make the page today: I have no date yet"), actions);
    row->addWidget(inAWeek);
    row->addWidget(today);
    m_empty->column()->addWidget(actions);
    m_empty->addHint(tr("The date is in a week at first. You can change it, and everything else, "
                        "at any time."));
    connect(inAWeek, &QPushButton::clicked, this, [this] { prepare(false); });
    connect(today, &QPushButton::clicked, this, [this] { prepare(true); });
    return m_empty;
}

QWidget* VisitPage::buildForm()
{
    m_formArea = new ScrollSheet{QStringLiteral("visitFormArea"), tr("Prepare the visit")};
    QWidget* content = m_formArea->sheet();
    auto* column = new QVBoxLayout{content};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    m_appointment = new VisitAppointment{content};
    m_wishes = new VisitWishes{content};
    m_gaps = new VisitGaps{content};
    m_shows = new VisitShows{content};
    m_after = new VisitAfter{content};
    m_list = new VisitList{content};
    for (QWidget* part : std::initializer_list<QWidget*>{buildEmpty(), m_appointment, m_wishes,
                                                         m_gaps, m_shows, m_after, m_list}) {
        column->addWidget(part);
    }
    column->addStretch(1);
    return m_formArea;
}

void VisitPage::connectParts()
{
    connect(m_another, &QPushButton::clicked, this, [this] { prepare(false); });
    connect(m_appointment, &VisitAppointment::changed, this, &VisitPage::changed);
    connect(m_wishes, &VisitWishes::changed, this, &VisitPage::changed);
    connect(m_shows, &VisitShows::changed, this, &VisitPage::changed);
    connect(m_shows, &VisitShows::nameTold, this, &VisitPage::nameTold);
    connect(m_shows, &VisitShows::paperChosen, this, &VisitPage::paperChosen);
    connect(m_after, &VisitAfter::changed, this, &VisitPage::changed);
    connect(m_after, &VisitAfter::finishRequested, this, &VisitPage::finishRequested);
    connect(m_list, &VisitList::chosen, this, &VisitPage::chosen);
    connect(m_list, &VisitList::removeRequested, this, &VisitPage::removeRequested);
}

void VisitPage::prepare(bool isToday)
{
    const auto before = m_shown;
    Q_EMIT prepareRequested(isToday);
    if (m_shown != before) { // it could be saved: its first field is the next thing to look at
        takeKeyboard(*m_appointment);
    }
}

void VisitPage::display(const VisitView& view)
{
    const bool hasVisit = view.visit.has_value();
    const auto shown = hasVisit ? std::optional{view.visit->stamp.id} : std::nullopt;
    const bool isOther = shown != m_shown;
    m_shown = shown;
    m_empty->setVisible(!hasVisit);
    for (QWidget* part : std::initializer_list<QWidget*>{m_another, m_appointment, m_wishes, m_gaps,
                                                         m_shows, m_after, m_preview}) {
        part->setVisible(hasVisit);
    }
    if (hasVisit) {
        displayVisit(view, isOther);
    }
    m_list->display(view);
    m_preview->display(view);
    orderTabs(*window()); // rows came or went, here and there
}

void VisitPage::displayVisit(const VisitView& view, bool isOther)
{
    m_appointment->display(view, isOther);
    m_wishes->display(view, isOther);
    m_gaps->display(view);
    m_shows->display(view);
    m_after->display(view, isOther);
    if (isOther) {
        m_preview->displayStatus({});
    }
}

void VisitPage::saveDrafts()
{
    if (m_shown) {
        m_appointment->saveDrafts();
        m_wishes->saveDrafts();
        m_gaps->saveDrafts();
        m_shows->saveDrafts();
        m_after->saveDrafts();
    }
}

void VisitPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shownChanged(true);
}

void VisitPage::hideEvent(QHideEvent* event)
{
    saveDrafts();
    m_preview->release();
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(false);
}

void VisitPage::resizeEvent(QResizeEvent* event)
{
    // Side by side each half scrolls for itself; one above the other they scroll together.
    const bool isNarrow = width() < theme::grid(font(), kVisitNarrow);
    m_halves->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_formArea->setUnrolled(isNarrow);
    m_preview->setUnrolled(isNarrow);
    const int besideBar = theme::grid(font(), 1);
    m_halves->setContentsMargins(0, 0, isNarrow ? besideBar : 0, 0);
    m_formArea->sheet()->layout()->setContentsMargins(0, 0, isNarrow ? 0 : besideBar, 0);
    QWidget::resizeEvent(event);
}

} // namespace unclench::ui
