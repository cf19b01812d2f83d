// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_scale.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QTime>

#include <algorithm>
#include <array>

namespace unclench::ui {

namespace {

using namespace std::chrono;

enum class TickUnit { Hour, Day, Month, Year };
struct TickStep {
    TickUnit unit;
    int count;
    milliseconds length; ///< about
};
constexpr std::array kTickSteps{
    TickStep{TickUnit::Hour, 1, hours{1}},   TickStep{TickUnit::Hour, 2, hours{2}},
    TickStep{TickUnit::Hour, 3, hours{3}},   TickStep{TickUnit::Hour, 6, hours{6}},
    TickStep{TickUnit::Hour, 12, hours{12}}, TickStep{TickUnit::Day, 1, days{1}},
    TickStep{TickUnit::Day, 2, days{2}},     TickStep{TickUnit::Day, 7, days{7}},
    TickStep{TickUnit::Month, 1, days{30}},  TickStep{TickUnit::Month, 2, days{61}},
    TickStep{TickUnit::Month, 3, days{91}},  TickStep{TickUnit::Month, 6, days{182}},
    TickStep{TickUnit::Year, 1, days{365}},  TickStep{TickUnit::Year, 2, days{731}},
    TickStep{TickUnit::Year, 5, days{1826}}};

QDate qtDate(local_days day)
{
    const year_month_day date{day};
    return {int{date.year()}, static_cast<int>(unsigned{date.month()}),
            static_cast<int>(unsigned{date.day()})};
}

/// Weeks begin on the same Monday for ever.
constexpr local_days kSomeMonday{days{4}};

LocalTime firstTick(const TickStep& step, LocalTime time)
{
    const local_days day = floor<days>(time);
    const year_month_day date{day};
    switch (step.unit) {
    case TickUnit::Hour: {
        const auto hour = floor<hours>(time - day).count();
        return LocalTime{day} + hours{hour - hour % step.count};
    }
    case TickUnit::Day:
        return LocalTime{day - (day - kSomeMonday) % step.count -
                         days{(day < kSomeMonday ? step.count : 0)}};
    case TickUnit::Month: {
        const auto month = unsigned{date.month()} - 1;
        return LocalTime{local_days{
            date.year() /
            std::chrono::month{month - month % static_cast<unsigned>(step.count) + 1} / 1}};
    }
    case TickUnit::Year: {
        const int year = int{date.year()};
        return LocalTime{local_days{std::chrono::year{year - year % step.count} / January / 1}};
    }
    }
    Q_UNREACHABLE();
}

LocalTime nextTick(const TickStep& step, LocalTime tick)
{
    const year_month_day date{floor<days>(tick)};
    switch (step.unit) {
    case TickUnit::Hour: return tick + hours{step.count};
    case TickUnit::Day: return tick + days{step.count};
    case TickUnit::Month:
        return LocalTime{local_days{(date.year() / date.month() + months{step.count}) / 1}};
    case TickUnit::Year:
        return LocalTime{local_days{(date.year() + years{step.count}) / January / 1}};
    }
    Q_UNREACHABLE();
}

QString tickText(const TickStep& step, LocalTime tick)
{
    const QLocale locale;
    const local_days day = floor<days>(tick);
    const QDate date = qtDate(day);
    switch (step.unit) {
    case TickUnit::Hour:
        if (tick != LocalTime{day}) {
            return locale.toString(
                QTime::fromMSecsSinceStartOfDay(static_cast<int>((tick - LocalTime{day}).count())),
                QStringLiteral("HH:mm"));
        }
        [[fallthrough]];
    case TickUnit::Day: return locale.toString(date, QStringLiteral("d MMM"));
    case TickUnit::Month:
        return date.month() == 1 ? QString::number(date.year())
                                 : locale.toString(date, QStringLiteral("MMM"));
    case TickUnit::Year: return QString::number(date.year());
    }
    Q_UNREACHABLE();
}

} // namespace

void TimelineScale::setBounds(LocalTime first, LocalTime last)
{
    m_first = first;
    m_last = std::max(last, first);
    keepWithin();
}

void TimelineScale::setPlace(double left, double width)
{
    m_left = left;
    m_width = std::max(width, 1.0);
}

void TimelineScale::show(LocalTime begin, LocalTime end)
{
    m_begin = begin;
    m_length = std::max(end - begin, milliseconds{1});
    keepWithin();
}

void TimelineScale::showAll()
{
    const milliseconds margin = std::max<milliseconds>((m_last - m_first) / 50, hours{6});
    show(m_first - margin, m_last + margin);
}

void TimelineScale::zoom(double factor, LocalTime around)
{
    const auto scaled = [factor](milliseconds length) {
        return milliseconds{
            static_cast<milliseconds::rep>(static_cast<double>(length.count()) * factor)};
    };
    const milliseconds length =
        std::clamp(scaled(m_length), kLeast, std::max(kDecade, m_last - m_first));
    const double share =
        static_cast<double>((around - m_begin).count()) / static_cast<double>(m_length.count());
    m_begin =
        around -
        milliseconds{static_cast<milliseconds::rep>(static_cast<double>(length.count()) * share)};
    m_length = length;
    keepWithin();
}

void TimelineScale::pan(milliseconds by)
{
    m_begin += by;
    keepWithin();
}

void TimelineScale::reveal(LocalTime begin, LocalTime end)
{
    const milliseconds margin = m_length / 20;
    if (end > m_begin + m_length - margin) {
        m_begin = end + margin - m_length;
    }
    if (begin < m_begin + margin) {
        m_begin = begin - margin;
    }
    keepWithin();
}

LocalTime TimelineScale::at(double x) const
{
    return m_begin + milliseconds{static_cast<milliseconds::rep>(
                         (x - m_left) / m_width * static_cast<double>(m_length.count()))};
}

void TimelineScale::keepWithin()
{
    m_length = std::clamp<milliseconds>(
        m_length, kLeast, std::max<milliseconds>(kDecade, (m_last - m_first) * 26 / 25));
    // Half of what shows may lie outside, so that both ends can come to the middle.
    const LocalTime least = std::min(m_first, m_last - days{365}) - m_length / 2;
    const LocalTime most = std::max(m_last - m_length / 2, least);
    m_begin = std::clamp(m_begin, least, most);
}

std::vector<TimelineTick> TimelineScale::ticks(const QFontMetrics& metrics) const
{
    const double room = metrics.horizontalAdvance(QStringLiteral("30 Sept")) + metrics.height();
    const auto* step = &kTickSteps.back();
    for (const TickStep& one : kTickSteps) {
        if (pixelsPer(one.length) >= room) {
            step = &one;
            break;
        }
    }
    std::vector<TimelineTick> found;
    for (LocalTime tick = firstTick(*step, m_begin); tick < end(); tick = nextTick(*step, tick)) {
        if (tick >= m_begin) {
            found.push_back({tick, tickText(*step, tick)});
        }
    }
    return found;
}

QString TimelineScale::said() const
{
    const QLocale locale;
    const QDate first = qtDate(floor<days>(m_begin));
    const QDate last = qtDate(floor<days>(end() - milliseconds{1}));
    const auto text = [&](const QDate& date) {
        return locale.toString(date, QStringLiteral("d MMM yyyy"));
    };
    return first == last ? text(first)
                         : QCoreApplication::translate("TimelineScale", "%1 to %2")
                               .arg(text(first), text(last));
}

} // namespace unclench::ui
