// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/seat_page.h"

#include "ui/models/seat_span_model.h"
#include "ui/models/seat_week_model.h"
#include "ui/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/day_line.h"
#include "ui/widgets/even_layout.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/table_heads.h"
#include "ui/widgets/week_bars.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/seat.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

namespace unclench::ui {

namespace {

// In units of the grid.
constexpr double kWideWeek = 104.0; // bars and table stand beside each other
constexpr double kRow = 3.5;
constexpr int kRowsShown = 6;

QTableView* plainTable(const QString& name, const QString& accessibleName, QWidget* parent)
{
    auto* table = new QTableView{parent};
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(theme::grid(table->font(), kRow));
    QHeaderView* header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setStyleSheet(theme::flatHeader());
    return table;
}

/// As high as its rows, but no more than `most` of them, and never empty.
void fitRows(QTableView& table, int most)
{
    const int rows = std::clamp(table.model()->rowCount(), 1, most);
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() +
                         rows * table.verticalHeader()->defaultSectionSize() +
                         2 * table.frameWidth() + theme::grid(table.font(), 0.5));
}

} // namespace

SeatPage::SeatPage(QWidget* parent)
    : QWidget(parent), m_scroll(new ScrollSheet{QStringLiteral("seatScroll"), tr("Your day"), this})
{
    setObjectName(QStringLiteral("seatPage"));
    auto* whole = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 3);
    whole->setContentsMargins(margin, margin, margin, theme::grid(font(), 1));
    whole->setSpacing(theme::grid(font(), 2));
    whole->addWidget(buildHead());
    auto* column = new QVBoxLayout{m_scroll->sheet()};
    column->setContentsMargins(0, 0, 0, margin);
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(buildDay());
    column->addWidget(buildWeek());
    auto* foot = new QWidget{m_scroll->sheet()};
    auto* row = new FlowLayout{foot, theme::grid(font(), 2)};
    auto* note = wrapped(QStringLiteral("seatEvidence"), {}, theme::Size::Caption, foot);
    note->setText(tr("Short breaks may help. How much, differs from person to person."));
    note->setForegroundRole(QPalette::PlaceholderText);
    note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QPushButton* exercises = rowButton(QStringLiteral("seatExercisesButton"), tr("Own &exercises"),
                                       tr("Own exercises for breaks"), foot);
    connect(exercises, &QPushButton::clicked, this, &SeatPage::exercisesRequested);
    row->addWidget(note);
    row->addWidget(exercises);
    column->addWidget(foot);
    column->addStretch(1);
    whole->addWidget(m_scroll, 1);
    const auto onKey = [this](Qt::Key key, auto slot) {
        auto* shortcut = new QShortcut{key, this};
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    onKey(Qt::Key_PageUp, [this] { Q_EMIT dayChanged(-1); });
    onKey(Qt::Key_PageDown, [this] {
        if (m_next->isEnabled()) {
            Q_EMIT dayChanged(1);
        }
    });
    display({});
    displayWeek({});
}

QWidget* SeatPage::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new FlowLayout{head, theme::grid(font(), 1)};
    m_title = wrapped(QStringLiteral("seatDayTitle"), {}, theme::Size::Title, head);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(m_title);
    QPushButton* before = rowButton(QStringLiteral("dayBeforeButton"), tr("Day before"),
                                    tr("The day before (Page Up)"), head);
    m_next = rowButton(QStringLiteral("dayAfterButton"), tr("Day after"),
                       tr("The day after (Page Down)"), head);
    QPushButton* back = rowButton(QStringLiteral("closeSeatButton"), tr("&Back"),
                                  tr("Back to the page before"), head);
    for (QPushButton* button : {before, m_next}) {
        button->setToolTip(button->accessibleName());
    }
    row->addWidget(before);
    row->addWidget(m_next);
    row->addWidget(back);
    connect(before, &QPushButton::clicked, this, [this] { Q_EMIT dayChanged(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT dayChanged(1); });
    connect(back, &QPushButton::clicked, this, &SeatPage::closeRequested);
    return head;
}

QWidget* SeatPage::buildFigures()
{
    m_figures = new QWidget{this};
    auto* row = new EvenLayout{m_figures, EvenLayout::Order::Across, theme::grid(font(), 2),
                               theme::grid(font(), 1)};
    const auto add = [&](const QString& name, const QString& what) {
        auto* figure = new QWidget{m_figures};
        auto* column = new QVBoxLayout{figure};
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        QLabel* value = wrapped(name, {}, theme::Size::Heading, figure);
        QLabel* word = wrapped(name + QStringLiteral("Word"), {}, theme::Size::Caption, figure);
        word->setText(what);
        word->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(word);
        column->addWidget(value);
        column->addStretch(1); // one of them may need a second line
        row->addWidget(figure);
        return value;
    };
    m_sitting = add(QStringLiteral("seatDaySitting"), tr("Sitting in all"));
    m_longest = add(QStringLiteral("seatDayLongest"), tr("Longest without a break"));
    m_breaks = add(QStringLiteral("seatDayBreaks"), tr("Breaks"));
    return m_figures;
}

QWidget* SeatPage::buildDay()
{
    auto* card = new Card{this};
    auto* column = new QVBoxLayout{card};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 2));
    m_empty = wrapped(QStringLiteral("seatDayEmpty"), {}, theme::Size::Body, card);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_empty);
    m_day = new QWidget{card};
    auto* inner = new QVBoxLayout{m_day};
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(theme::grid(font(), 2));
    inner->addWidget(buildFigures());
    m_line = new DayLine{m_day};
    connect(m_line, &DayLine::corrected, this, &SeatPage::corrected);
    inner->addWidget(m_line);
    inner->addWidget(buildCorrections());
    column->addWidget(m_day);
    return card;
}

QPushButton* SeatPage::addCorrection(Posture posture, const QString& name, QWidget* parent)
{
    QPushButton* button =
        rowButton(name, wording::postureWas(posture), wording::postureWas(posture), parent);
    connect(button, &QPushButton::clicked, this, [this, posture] {
        const QModelIndex row = m_table->currentIndex();
        if (row.isValid()) {
            Q_EMIT corrected(m_spans->at(row.row()).id, posture);
        }
    });
    return button;
}

QWidget* SeatPage::buildCorrections()
{
    m_corrections = new QWidget{this};
    auto* column = new QVBoxLayout{m_corrections};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    QLabel* title =
        wrapped(QStringLiteral("correctionsTitle"), {}, theme::Size::Heading, m_corrections);
    title->setText(tr("Was it so?"));
    column->addWidget(title);
    m_spans = new SeatSpanModel{this};
    m_table =
        plainTable(QStringLiteral("seatSpanTable"), tr("What can be put right"), m_corrections);
    m_table->setModel(m_spans);
    QHeaderView* header = m_table->horizontalHeader();
    header->resizeSection(SeatSpanModel::When, theme::grid(font(), 20));
    header->resizeSection(SeatSpanModel::What, theme::grid(font(), 20));
    header->resizeSection(SeatSpanModel::Lasted, theme::grid(font(), 14));
    widenToHeads(*header);
    column->addWidget(m_table);
    auto* answers = new QWidget{m_corrections};
    auto* row = new FlowLayout{answers, theme::grid(font(), 1)};
    m_wasSitting = addCorrection(Posture::Seated, QStringLiteral("wasSittingButton"), answers);
    m_wasAway = addCorrection(Posture::Away, QStringLiteral("wasAwayButton"), answers);
    m_hint = wrapped(QStringLiteral("correctionHint"), {}, theme::Size::Caption, answers);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    row->addWidget(m_wasSitting);
    row->addWidget(m_wasAway);
    row->addWidget(m_hint);
    column->addWidget(answers);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SeatPage::chooseCorrections);
    connect(m_spans, &QAbstractItemModel::modelReset, this, [this] {
        m_table->setCurrentIndex(m_spans->index(0, 0)); // the keyboard would choose it, too
    });
    return m_corrections;
}

void SeatPage::chooseCorrections()
{
    const QModelIndex at = m_table->currentIndex();
    const bool isRow = at.isValid() && at.row() < m_spans->rowCount();
    const auto offer = [&](QPushButton* button, Posture posture) {
        button->setEnabled(isRow && m_spans->at(at.row()).posture != posture);
    };
    offer(m_wasSitting, Posture::Seated);
    offer(m_wasAway, Posture::Away);
    m_hint->setText(isRow ? m_spans->at(at.row()).text : tr("Choose a row, then say how it was."));
}

QWidget* SeatPage::buildWeek()
{
    auto* card = new Card{this};
    auto* column = new QVBoxLayout{card};
    const int padding = theme::grid(font(), 2);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme::grid(font(), 1.5));
    m_weekTitle = wrapped(QStringLiteral("seatWeekTitle"), {}, theme::Size::Heading, card);
    column->addWidget(m_weekTitle);
    m_weekHalves = new QBoxLayout{QBoxLayout::TopToBottom};
    m_weekHalves->setSpacing(theme::grid(font(), 3));
    auto* left = new QWidget{card};
    auto* bars = new QVBoxLayout{left};
    bars->setContentsMargins(0, 0, 0, 0);
    bars->setSpacing(theme::grid(font(), 1));
    m_bars = new WeekBars{left};
    bars->addWidget(m_bars);
    QLabel* key = wrapped(QStringLiteral("weekKey"), {}, theme::Size::Caption, left);
    key->setText(tr("Bar: sitting in all. Full part: the longest without a break. Below: breaks "
                    "taken, put off, skipped."));
    key->setForegroundRole(QPalette::PlaceholderText);
    bars->addWidget(key);
    bars->addStretch(1);
    m_weekHalves->addWidget(left, 1);
    m_week = new SeatWeekModel{this};
    m_weekTable = plainTable(QStringLiteral("seatWeekTable"), tr("The week, day by day"), card);
    m_weekTable->setModel(m_week);
    QHeaderView* header = m_weekTable->horizontalHeader();
    header->resizeSection(SeatWeekModel::Day, theme::grid(font(), 9));
    header->resizeSection(SeatWeekModel::Sitting, theme::grid(font(), 12));
    header->resizeSection(SeatWeekModel::Longest, theme::grid(font(), 12));
    for (const int count : {SeatWeekModel::Taken, SeatWeekModel::Later, SeatWeekModel::Skipped}) {
        header->resizeSection(count, theme::grid(font(), 7));
    }
    widenToHeads(*header);
    m_weekHalves->addWidget(m_weekTable, 1, Qt::AlignTop);
    column->addLayout(m_weekHalves);
    return card;
}

void SeatPage::display(const SeatDayView& view)
{
    m_title->setText(view.title);
    m_next->setEnabled(view.hasNext);
    const bool isEmpty = view.spans.empty() && view.marks.empty();
    m_day->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(view.empty);
    m_sitting->setText(view.sitting);
    m_longest->setText(view.longest);
    m_breaks->setText(view.breaks);
    m_line->display(view);
    std::vector<SeatSpanView> open;
    std::copy_if(view.spans.begin(), view.spans.end(), std::back_inserter(open),
                 [](const SeatSpanView& span) { return span.canCorrect; });
    m_corrections->setVisible(!open.empty());
    m_spans->display(std::move(open));
    fitRows(*m_table, kRowsShown);
    chooseCorrections();
}

void SeatPage::displayWeek(const SeatWeekView& view)
{
    m_weekTitle->setText(view.title);
    m_bars->display(view);
    m_week->display(view.days);
    fitRows(*m_weekTable, 7);
}

void SeatPage::arrange()
{
    m_weekHalves->setDirection(width() < theme::grid(font(), kWideWeek) ? QBoxLayout::TopToBottom
                                                                        : QBoxLayout::LeftToRight);
}

void SeatPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shownChanged(true);
}

void SeatPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(false);
}

void SeatPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    QWidget::resizeEvent(event);
}

} // namespace unclench::ui
