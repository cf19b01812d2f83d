// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_calendar.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/month_calendar.h"
#include "ui/widgets/month_painting.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace unclench::ui {

namespace {

/// What a day can look like, each with what it means.
std::vector<std::pair<MonthDayView, QString>> monthSigns()
{
    MonthDayView pain;
    pain.worst = 7;
    MonthDayView none;
    none.isPainFree = true;
    MonthDayView untold;
    untold.episodes = 1;
    MonthDayView other;
    other.isTold = true;
    const MonthDayView unknown;
    MonthDayView alert;
    alert.isFuture = true; // without anything else on it
    alert.hasAlert = true;
    MonthDayView today;
    today.isFuture = true;
    today.isToday = true;
    return {{pain, HistoryCalendar::tr("Worst pain")},
            {none, HistoryCalendar::tr("No pain")},
            {untold, HistoryCalendar::tr("Spasm, pain not told")},
            {other, {}}, // what it means hangs on the filter
            {unknown, HistoryCalendar::tr("Nothing written down")},
            {alert, HistoryCalendar::tr("Alert")},
            {today, HistoryCalendar::tr("Today")}};
}

class MonthSwatch : public QWidget {
public:
    MonthSwatch(MonthDayView day, QWidget* parent) : QWidget(parent), m_day(std::move(day))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {theme::grid(font(), 4.5), theme::grid(font(), 3.75)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        paintMonthDay(painter, rect(), m_day, palette(), font());
    }

private:
    MonthDayView m_day;
};

} // namespace

HistoryCalendar::HistoryCalendar(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("historyCalendar"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1));
    column->addWidget(buildHead());
    m_month = new MonthCalendar{this}; // after the buttons above it, for Tab goes so, too
    column->addWidget(m_month, 1);
    column->addWidget(buildFoot());
    column->addWidget(buildKey());
    connect(m_month, &MonthCalendar::monthRequested, this, &HistoryCalendar::monthRequested);
    connect(m_month, &MonthCalendar::dayOpened, this, &HistoryCalendar::dayOpened);
    connect(m_month, &MonthCalendar::daySaid, this, &HistoryCalendar::say);
    display({});
}

QWidget* HistoryCalendar::buildHead()
{
    auto* head = new QWidget{this};
    auto* row = new FlowLayout{head, theme::grid(font(), 1)};
    m_title = wrapped(QStringLiteral("monthTitle"), {}, theme::Size::Heading, head);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_before = rowButton(QStringLiteral("monthBeforeButton"), tr("Month before"),
                         tr("The month before (Page Up)"), head);
    m_after = rowButton(QStringLiteral("monthAfterButton"), tr("Month after"),
                        tr("The month after (Page Down)"), head);
    m_today = rowButton(QStringLiteral("monthTodayButton"), tr("Today"), tr("Go to today"), head);
    for (QPushButton* button : {m_before, m_after}) {
        button->setToolTip(button->accessibleName());
    }
    row->addWidget(m_title);
    row->addWidget(m_before);
    row->addWidget(m_after);
    row->addWidget(m_today);
    connect(m_before, &QPushButton::clicked, this,
            [this] { m_month->goBy(std::chrono::months{-1}); });
    connect(m_after, &QPushButton::clicked, this,
            [this] { m_month->goBy(std::chrono::months{1}); });
    connect(m_today, &QPushButton::clicked, this, [this] {
        m_month->setFocus(Qt::OtherFocusReason); // there is no need for the button any more
        m_month->goTo(m_todayIs);
    });
    return head;
}

QWidget* HistoryCalendar::buildFoot()
{
    auto* foot = new QWidget{this};
    auto* row = new FlowLayout{foot, theme::grid(font(), 1)};
    m_said = wrapped(QStringLiteral("monthSaid"), {}, foot);
    m_said->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_open = rowButton(QStringLiteral("openDayButton"), tr("Show this day"),
                       tr("Show what stands on this day"), foot);
    row->addWidget(m_said);
    row->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto day = m_month->day()) {
            Q_EMIT dayOpened(*day);
        }
    });
    return foot;
}

QWidget* HistoryCalendar::buildKey()
{
    auto* key = new QWidget{this};
    auto* row = new FlowLayout{key, theme::grid(font(), 1.5)};
    for (const auto& [day, meaning] : monthSigns()) {
        auto* entry = new QWidget{key};
        auto* parts = new QHBoxLayout{entry};
        parts->setContentsMargins(0, 0, 0, 0);
        parts->setSpacing(theme::grid(font(), 0.75));
        parts->addWidget(new MonthSwatch{day, entry});
        auto* word = new QLabel{meaning, entry};
        if (day.isTold) {
            word->setObjectName(QStringLiteral("monthKeyWithout"));
            m_without = word;
        }
        word->setFont(theme::font(font(), theme::Size::Caption));
        parts->addWidget(muted(word));
        row->addWidget(entry);
    }
    return key;
}

void HistoryCalendar::display(const MonthView& view)
{
    m_todayIs = view.today;
    m_without->setText(view.isNarrowed ? tr("Written down, not shown because of the filters")
                                       : tr("Written down, no spasm"));
    m_title->setText(view.title);
    m_before->setEnabled(view.hasEarlier);
    m_after->setEnabled(view.hasLater);
    m_month->display(view);
    say(m_month->said());
}

GlanceLines HistoryCalendar::lines() const
{
    return m_month->lines();
}

void HistoryCalendar::say(const QString& text)
{
    m_said->setText(text);
    const auto day = m_month->day();
    m_today->setEnabled(day && *day != m_todayIs);
    m_open->setEnabled(day && !m_month->isAhead());
}

/// Where it lies in a splitter, nobody else asks how high words are that wrap.
void HistoryCalendar::fit()
{
    const int least = layout()->minimumHeightForWidth(width());
    if (least != minimumHeight()) {
        setMinimumHeight(least);
    }
}

bool HistoryCalendar::event(QEvent* event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        fit();
    }
    return isDone;
}

} // namespace unclench::ui
