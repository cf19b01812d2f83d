// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insights_period_bar.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>

namespace unclench::ui {

namespace {

constexpr qint64 kInsightsJulian1970 = 2440588;
constexpr std::chrono::days kOwnPeriodAtFirst{90};
constexpr double kPeriodHeight = 4.5; // in units of the grid

std::chrono::local_days insightDayOf(const QDate& date)
{
    return std::chrono::local_days{std::chrono::days{date.toJulianDay() - kInsightsJulian1970}};
}

QDate insightDateOf(std::chrono::local_days day)
{
    return QDate::fromJulianDay(day.time_since_epoch().count() + kInsightsJulian1970);
}

} // namespace

InsightsPeriodBar::InsightsPeriodBar(QWidget* parent)
    : QWidget(parent), m_span(new QComboBox{this}),
      m_from(makeDate(QStringLiteral("insightsFromDateEdit"), tr("First day"))),
      m_to(makeDate(QStringLiteral("insightsToDateEdit"), tr("Last day")))
{
    setObjectName(QStringLiteral("insightsPeriod"));
    auto* row = new FlowLayout{this, theme::grid(font(), 1)};
    m_span->setObjectName(QStringLiteral("insightsPeriodComboBox"));
    m_span->setAccessibleName(tr("Period"));
    // In the order of InsightPeriod::Span.
    m_span->addItems({tr("All time"), tr("Last year"), tr("Last 90 days"), tr("From … to …")});
    m_span->setMinimumHeight(theme::grid(font(), kPeriodHeight));
    //: Between two dates: 1 March to 5 March
    auto* to = new QLabel{tr("to"), this};
    to->setObjectName(QStringLiteral("insightsToLabel"));
    to->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_span);
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_to);
    connect(m_span, &QComboBox::currentIndexChanged, this, &InsightsPeriodBar::tell);
}

QDateEdit* InsightsPeriodBar::makeDate(const QString& name, const QString& label)
{
    auto* date = new QDateEdit{this};
    date->setObjectName(name);
    date->setAccessibleName(label);
    date->setCalendarPopup(true);
    date->setEnabled(false);
    date->setMinimumHeight(theme::grid(font(), kPeriodHeight));
    connect(date, &QDateEdit::dateChanged, this, &InsightsPeriodBar::tell);
    return date;
}

void InsightsPeriodBar::display(const InsightPeriod& period, std::chrono::local_days today)
{
    m_isDisplaying = true;
    m_span->setCurrentIndex(static_cast<int>(period.span));
    const bool isOwn = period.span == InsightPeriod::Span::FromTo;
    if (isOwn || !m_hasToday) {
        m_from->setDate(insightDateOf(isOwn ? period.from : today - kOwnPeriodAtFirst));
        m_to->setDate(insightDateOf(isOwn ? period.to : today));
        m_hasToday = true;
    }
    m_from->setEnabled(isOwn);
    m_to->setEnabled(isOwn);
    m_isDisplaying = false;
}

InsightPeriod InsightsPeriodBar::period() const
{
    InsightPeriod period{static_cast<InsightPeriod::Span>(m_span->currentIndex()), {}, {}};
    if (period.span == InsightPeriod::Span::FromTo) {
        period.from = insightDayOf(m_from->date());
        period.to = insightDayOf(m_to->date());
    }
    return period;
}

void InsightsPeriodBar::tell()
{
    if (m_isDisplaying) {
        return;
    }
    const InsightPeriod now = period();
    m_from->setEnabled(now.span == InsightPeriod::Span::FromTo);
    m_to->setEnabled(now.span == InsightPeriod::Span::FromTo);
    Q_EMIT periodChanged(now);
}

} // namespace unclench::ui
