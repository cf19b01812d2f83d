// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insights_page.h"

#include "ui/models/insight_rows.h"
#include "ui/pages/insight_table.h"
#include "ui/pages/insights_period_bar.h"
#include "ui/theme.h"
#include "ui/widgets/back_counts_map.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/hour_grid_view.h"
#include "ui/widgets/readable.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/insights.h"

#include <QApplication>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

/// One sentence or more below each other, which a screen reader reads as its name.
void tellReader(ReadableText& text, const QStringList& sentences)
{
    text.setText(sentences.join(QLatin1Char('\n')));
    text.setAccessibleName(text.text());
}

} // namespace

InsightsPage::InsightsPage(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_words(words),
      m_scroll(new ScrollSheet{QStringLiteral("insightsScroll"), tr("Insights"), this})
{
    setObjectName(QStringLiteral("insightsPage"));
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    auto* column = new QVBoxLayout{m_scroll->sheet()};
    const int margin = theme::grid(font(), 3);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(buildHead(m_scroll->sheet()));
    m_note =
        muted(wrapped(QStringLiteral("insightsNote"), {}, theme::Size::Body, m_scroll->sheet()));
    column->addWidget(m_note);
    m_cards = new QWidget{m_scroll->sheet()};
    m_cards->setObjectName(QStringLiteral("insightsCards"));
    auto* cards = new QVBoxLayout{m_cards};
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(theme::grid(font(), 2));
    column->addWidget(m_cards);
    column->addStretch(1);
    buildHours();
    buildPlaces(vocabulary);
    buildCourse();
    buildHelped();
    buildBefore();
    auto* swap = new QShortcut{QKeySequence{Qt::CTRL | Qt::Key_T}, this};
    swap->setContext(Qt::WindowShortcut);
    connect(swap, &QShortcut::activated, m_asTables, &QPushButton::click);
    displayFound({});
    orderTabs(*this);
}

QWidget* InsightsPage::buildHead(QWidget* sheet)
{
    auto* head = new QWidget{sheet};
    auto* row = new FlowLayout{head, theme::grid(font(), 1)};
    QLabel* title =
        wrapped(QStringLiteral("insightsTitle"), tr("Insights"), theme::Size::Title, head);
    title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_period = new InsightsPeriodBar{head};
    connect(m_period, &InsightsPeriodBar::periodChanged, this, &InsightsPage::periodChanged);
    m_asTables = rowButton(QStringLiteral("insightsTablesButton"), tr("&Numbers as tables"),
                           tr("Numbers as tables (Ctrl+T)"), head);
    m_asTables->setToolTip(m_asTables->accessibleName());
    m_asTables->setCheckable(true);
    connect(m_asTables, &QPushButton::toggled, this, &InsightsPage::swapTwins);
    row->addWidget(title);
    row->addWidget(m_period);
    row->addWidget(m_asTables);
    return head;
}

QVBoxLayout* InsightsPage::addCard(const QString& title, const QString& name)
{
    auto* card = new Section{title, m_cards};
    card->setObjectName(name);
    card->column()->itemAt(0)->widget()->setObjectName(name + QStringLiteral("Title"));
    m_cards->layout()->addWidget(card);
    return card->column();
}

void InsightsPage::buildHours()
{
    QVBoxLayout* column = addCard(tr("When it begins"), QStringLiteral("insightsWhen"));
    m_hoursCount = wrapped(QStringLiteral("insightsHoursCount"), {}, m_cards);
    m_grid = new HourGridView{m_cards};
    m_gridSaid = wrapped(QStringLiteral("insightsHourSaid"), {}, m_cards);
    connect(m_grid, &HourGridView::moved, this, [this](const QString& said) {
        m_gridSaid->setForegroundRole(QPalette::WindowText);
        m_gridSaid->setText(said);
    });
    m_hours = new InsightTable{QStringLiteral("insightsHoursTable"),
                               tr("When it begins, by weekday and hour"), m_cards};
    column->addWidget(m_hoursCount);
    column->addWidget(m_grid);
    column->addWidget(m_gridSaid);
    column->addWidget(m_hours);
}

void InsightsPage::buildPlaces(const Vocabulary& vocabulary)
{
    QVBoxLayout* column = addCard(tr("Where"), QStringLiteral("insightsWhere"));
    m_placesCount = wrapped(QStringLiteral("insightsPlacesCount"), {}, m_cards);
    m_map = new BackCountsMap{vocabulary, m_words, m_cards};
    m_places =
        new InsightTable{QStringLiteral("insightsPlacesTable"), tr("Where it hurts"), m_cards};
    column->addWidget(m_placesCount);
    column->addWidget(m_map);
    column->addWidget(m_places);
}

void InsightsPage::buildCourse()
{
    QVBoxLayout* column = addCard(tr("How a spasm goes"), QStringLiteral("insightsCourse"));
    m_course = new ReadableText{QStringLiteral("insightsCourseText"), {}, m_cards};
    column->addWidget(m_course);
}

void InsightsPage::buildHelped()
{
    QVBoxLayout* column = addCard(tr("What helped"), QStringLiteral("insightsHelped"));
    m_helpedNone = wrapped(QStringLiteral("insightsHelpedNone"),
                           tr("Nothing stands here for this time. What you do against the pain "
                              "will, with the pain before and after it."),
                           m_cards);
    m_helped = new InsightTable{QStringLiteral("insightsHelpedTable"), tr("What helped"), m_cards};
    auto* note = new ReadableText{QStringLiteral("insightsHelpedNote"), {}, m_cards};
    tellReader(*note, {wording::caveat(wording::Caveat::PainGoesDown),
                       wording::caveat(wording::Caveat::Ranges),
                       wording::insightSource(wording::InsightSource::Noticed)});
    muted(note);
    column->addWidget(m_helpedNone);
    column->addWidget(m_helped);
    column->addWidget(note);
}

void InsightsPage::buildBefore()
{
    QVBoxLayout* column = addCard(tr("What came before"), QStringLiteral("insightsBefore"));
    m_triggersCount = wrapped(QStringLiteral("insightsTriggersCount"), {}, m_cards);
    m_triggers = new InsightTable{QStringLiteral("insightsTriggersTable"),
                                  tr("Triggers that were told"), m_cards};
    m_triggersNote = muted(wrapped(QStringLiteral("insightsTriggersNote"), {}, m_cards));
    m_triggersNote->setText(wording::caveat(wording::Caveat::ToldWithSpasmsOnly) +
                            QLatin1Char(' ') + wording::caveat(wording::Caveat::Ranges));
    m_sitting = new ReadableText{QStringLiteral("insightsSittingText"), {}, m_cards};
    column->addWidget(m_triggersCount);
    column->addWidget(m_triggers);
    column->addWidget(m_triggersNote);
    column->addWidget(m_sitting);
}

void InsightsPage::display(const InsightsView& view)
{
    m_period->display(view.period, view.now.localDay());
    displayFound(view);
}

void InsightsPage::displayFound(const InsightsView& view)
{
    const bool hasCards = view.hasAny && !view.isDateOrderWrong;
    m_note->setText(view.isDateOrderWrong
                        ? tr("The first day is after the last one. Choose an earlier first day.")
                        : tr("Nothing is written down yet. When your spasms begin, where they "
                             "hurt, what helped and what came before will stand here."));
    m_note->setVisible(!hasCards);
    m_cards->setVisible(hasCards);
    m_asTables->setEnabled(hasCards);
    displayCards(view.insights);
}

void InsightsPage::displayCards(const Insights& insights)
{
    using wording::Counted;
    const auto standsOn = [](int n, int least, bool isShown, Counted what) {
        return isShown ? tr("Counted: %1.").arg(wording::counted(n, what))
                       : wording::tooFew(n, least, what);
    };
    m_areHoursShown = insights.hours.isShown();
    m_hoursCount->setText(
        standsOn(insights.hours.n, InsightLeast::kHours, m_areHoursShown, Counted::Spasms));
    m_grid->display(insights.hours);
    m_hours->display(hourRows(insights.hours));
    m_gridSaid->setForegroundRole(m_grid->hasFocus() ? QPalette::WindowText
                                                     : QPalette::PlaceholderText);
    m_gridSaid->setText(m_grid->hasFocus()
                            ? m_grid->said()
                            : tr("Point at a field, or go through them with the arrow keys."));

    m_arePlacesShown = insights.places.isShown();
    m_placesCount->setText(
        standsOn(insights.places.n, InsightLeast::kPlaces, m_arePlacesShown, Counted::WithPlaces));
    m_map->display(insights.places);
    m_places->display(placeRows(insights.places, m_words));
    arrangeTwins();

    tellReader(*m_course, wording::courseLines(insights.course));

    m_helped->display(helpedRows(insights.helped, m_words));
    m_helped->setVisible(!insights.helped.empty());
    m_helpedNone->setVisible(insights.helped.empty());

    const bool hasTriggers = insights.triggers.isShown();
    m_triggersCount->setText(
        standsOn(insights.triggers.n, InsightLeast::kTriggers, hasTriggers, Counted::WithTriggers));
    m_triggers->display(triggerRows(insights.triggers, m_words));
    m_triggers->setVisible(hasTriggers);
    m_triggersNote->setVisible(hasTriggers);
    using wording::SittingWindow;
    QStringList lines{wording::sittingBefore(insights.twoHours, SittingWindow::TwoHours),
                      wording::sittingBefore(insights.dayBefore, SittingWindow::DayBefore)};
    if (insights.comparisons() > 0) {
        lines << wording::comparisons(insights.comparisons());
    }
    tellReader(*m_sitting, lines << wording::insightSource(wording::InsightSource::OtherDays));
}

void InsightsPage::arrangeTwins()
{
    const bool asTables = m_asTables->isChecked();
    m_grid->setVisible(m_areHoursShown && !asTables);
    m_gridSaid->setVisible(m_areHoursShown && !asTables);
    m_hours->setVisible(m_areHoursShown && asTables);
    m_map->setVisible(m_arePlacesShown && !asTables);
    m_places->setVisible(m_arePlacesShown && asTables);
}

void InsightsPage::swapTwins()
{
    // The keyboard goes on to the twin before its place is hidden: else the page would jump.
    const QWidget* at = QApplication::focusWidget();
    const bool asTables = m_asTables->isChecked();
    if (at == m_grid || at == m_hours) {
        QWidget* twin = asTables ? static_cast<QWidget*>(m_hours) : m_grid;
        twin->show();
        twin->setFocus(Qt::OtherFocusReason);
    } else if (at == m_places || m_map->isAncestorOf(at)) {
        (asTables ? static_cast<QWidget*>(m_places) : m_map)->show();
        if (asTables) {
            m_places->setFocus(Qt::OtherFocusReason);
        } else {
            m_map->takeKeyboard();
        }
    }
    arrangeTwins();
    if (QApplication::focusWidget() != at) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // all in its place
        followKeyboard();
    }
}

void InsightsPage::followKeyboard()
{
    const QWidget* at = QApplication::focusWidget();
    if (m_scroll->sheet()->isAncestorOf(at)) {
        m_scroll->ensureVisible(0, at->mapTo(m_scroll->sheet(), QPoint{}).y(), 0,
                                theme::grid(font(), 8));
    }
}

void InsightsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shownChanged(true);
}

void InsightsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(false);
}

} // namespace unclench::ui
