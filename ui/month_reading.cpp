// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/month_reading.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace unclench::ui {

using namespace std::chrono;

namespace {

constexpr int kDaysOfAWeek = 7;
/// How far a local time may be from UTC.
constexpr hours kMostOffset{18};

QString monthTr(const char* text)
{
    return QCoreApplication::translate("MonthReading", text);
}

QDate monthDate(local_days day)
{
    const year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

year_month monthWith(local_days day)
{
    const year_month_day date{day};
    return date.year() / date.month();
}

struct DaySpan {
    local_days first;
    /// Counts, too.
    local_days last;

    [[nodiscard]] bool holds(local_days day) const { return first <= day && day <= last; }
    [[nodiscard]] std::size_t placeOf(local_days day) const
    {
        return static_cast<std::size_t>((day - first).count());
    }
};

/// Of records in the order of their times those that may lie in `span`, by the clock on the wall.
template <class Record, class TimeOf>
std::pair<const Record*, const Record*>
readAround(const std::vector<Record>& records, const DaySpan& span, TimeOf timeOf)
{
    const UtcTime from{span.first.time_since_epoch() - kMostOffset};
    const UtcTime to{(span.last + days{1}).time_since_epoch() + kMostOffset};
    const auto isBefore = [&](const Record& record, UtcTime time) { return timeOf(record) < time; };
    const auto begin = std::lower_bound(records.begin(), records.end(), from, isBefore);
    const auto end = std::lower_bound(begin, records.end(), to, isBefore);
    return {records.data() + (begin - records.begin()), records.data() + (end - records.begin())};
}

/// Which spasms lay on a day, each once.
class SpasmsOfDays {
public:
    SpasmsOfDays(const Chronicle& chronicle, const std::vector<Uuid>* onlyThese, std::size_t count)
        : m_chronicle(chronicle), m_onlyThese(onlyThese), m_days(count)
    {
    }
    [[nodiscard]] bool isWanted(int episode) const
    {
        const Uuid& id = m_chronicle.episodes[static_cast<std::size_t>(episode)].id;
        return m_onlyThese == nullptr ||
               std::binary_search(m_onlyThese->begin(), m_onlyThese->end(), id);
    }
    void add(std::size_t day, int episode)
    {
        auto& there = m_days[day];
        if (std::find(there.begin(), there.end(), episode) == there.end()) {
            there.push_back(episode);
        }
    }
    [[nodiscard]] int countOn(std::size_t day) const
    {
        return static_cast<int>(m_days[day].size());
    }

private:
    const Chronicle& m_chronicle;
    const std::vector<Uuid>* m_onlyThese;
    std::vector<std::vector<int>> m_days;
};

void addSpasms(const Chronicle& chronicle,
               const DaySpan& span,
               const Moment& now,
               SpasmsOfDays& spasms)
{
    const UtcTime after{(span.last + days{1}).time_since_epoch() + kMostOffset};
    for (std::size_t i = 0; i < chronicle.episodes.size(); ++i) {
        const Chronicle::Episode& episode = chronicle.episodes[i];
        if (episode.onset.utc >= after) {
            break; // they stand in the order of their onsets
        }
        const local_days begin = episode.onset.localDay();
        const local_days end =
            episode.end ? Moment{*episode.end, episode.onset.offset}.localDay() : now.localDay();
        const local_days last = std::max(begin, end); // the clock was set back
        if (begin > span.last || last < span.first || !spasms.isWanted(static_cast<int>(i))) {
            continue;
        }
        for (local_days day = std::max(begin, span.first); day <= std::min(last, span.last);
             day += days{1}) {
            spasms.add(span.placeOf(day), static_cast<int>(i));
        }
    }
}

void addReadings(const Chronicle& chronicle,
                 const DaySpan& span,
                 SpasmsOfDays& spasms,
                 std::vector<MonthDayView>& shown)
{
    const auto [begin, end] = readAround(chronicle.readings, span,
                                         [](const Chronicle::Reading& one) { return one.at.utc; });
    for (const Chronicle::Reading* reading = begin; reading != end; ++reading) {
        const local_days day = reading->at.localDay();
        if (span.holds(day) && spasms.isWanted(reading->episode)) {
            const std::size_t place = span.placeOf(day);
            spasms.add(place, reading->episode);
            auto& worst = shown[place].worst;
            worst = std::max(worst.value_or(reading->pain), reading->pain);
        }
    }
}

void addAlerts(const Chronicle& chronicle, const DaySpan& span, std::vector<MonthDayView>& shown)
{
    const auto [begin, end] =
        readAround(chronicle.alerts, span, [](const Chronicle::Alert& one) { return one.at.utc; });
    for (const Chronicle::Alert* alert = begin; alert != end; ++alert) {
        if (const local_days day = alert->at.localDay(); span.holds(day)) {
            shown[span.placeOf(day)].hasAlert = true;
        }
    }
}

template <class Mark>
void markDays(const std::vector<local_days>& sorted, const DaySpan& span, Mark mark)
{
    for (auto day = std::lower_bound(sorted.begin(), sorted.end(), span.first);
         day != sorted.end() && *day <= span.last; ++day) {
        mark(span.placeOf(*day));
    }
}

/// What a day was like, without its date.
QString monthDayWords(const MonthDayView& day, bool isNarrowed)
{
    const QString spasms = day.episodes == 1 ? monthTr("one spasm")
                                             //: a number of them, 2 or more
                                             : monthTr("%1 spasms").arg(day.episodes);
    if (day.isFuture) {
        return monthTr("still to come");
    }
    if (day.worst) {
        //: %2 "2 spasms"
        return monthTr("worst pain %1, %2").arg(*day.worst).arg(spasms);
    }
    if (day.episodes > 0) {
        //: %1 "2 spasms"
        return monthTr("%1, pain not told").arg(spasms);
    }
    if (day.isPainFree) {
        return monthTr("no pain");
    }
    if (day.isTold) {
        return isNarrowed ? monthTr("nothing that matches the filters")
                          : monthTr("written down, but no spasm");
    }
    return monthTr("nothing written down");
}

/// Puts `day` into words, after all else of it is known.
void wordMonthDay(MonthDayView& day, local_days date, local_days today, bool isNarrowed)
{
    const bool isThisYear = monthWith(date).year() == monthWith(today).year();
    day.when = QLocale{}.toString(monthDate(date), isThisYear ? QStringLiteral("dddd d MMMM")
                                                              : QStringLiteral("dddd d MMMM yyyy"));
    if (day.isToday) {
        day.when = monthTr("Today, %1").arg(day.when);
    }
    day.told = monthDayWords(day, isNarrowed);
    if (day.hasAlert) {
        day.told = monthTr("%1, an alert").arg(day.told);
    }
    //: A day and what it was like: "Tuesday 3 March: worst pain 7, 2 spasms"
    day.text = monthTr("%1: %2").arg(day.when, day.told);
}

/// The months that anything can stand in, the present one among them.
std::pair<year_month, year_month> monthsOf(const Chronicle& chronicle, const Moment& now)
{
    local_days first = now.localDay();
    local_days last = first;
    const auto reach = [&](local_days day) {
        first = std::min(first, day);
        last = std::max(last, day); // later than now: the clock was set back
    };
    if (!chronicle.episodes.empty()) {
        reach(chronicle.episodes.front().onset.localDay());
        reach(chronicle.episodes.back().onset.localDay());
    }
    if (!chronicle.toldDays.empty()) {
        reach(chronicle.toldDays.front());
        reach(chronicle.toldDays.back());
    }
    if (!chronicle.alerts.empty()) {
        reach(chronicle.alerts.front().at.localDay());
        reach(chronicle.alerts.back().at.localDay());
    }
    return {monthWith(first), monthWith(last)};
}

void nameColumns(MonthView& view)
{
    const QLocale locale;
    const auto firstDay = static_cast<int>(locale.firstDayOfWeek()); // 1: Monday
    for (int column = 0; column < kDaysOfAWeek; ++column) {
        const int day = (firstDay - 1 + column) % kDaysOfAWeek + 1;
        view.weekdays << locale.standaloneDayName(day, QLocale::ShortFormat);
        view.narrowWeekdays << locale.standaloneDayName(day, QLocale::NarrowFormat);
    }
    const auto first = static_cast<int>(weekday{view.firstDay()}.iso_encoding());
    view.firstColumn = (first - firstDay + kDaysOfAWeek) % kDaysOfAWeek;
}

} // namespace

MonthView monthOf(const Chronicle& chronicle,
                  const std::vector<Uuid>* onlyThese,
                  year_month month,
                  const Moment& now)
{
    const auto [earliest, latest] = monthsOf(chronicle, now);
    MonthView view;
    view.month = std::clamp(month, earliest, latest);
    view.today = now.localDay();
    view.isNarrowed = onlyThese != nullptr;
    view.hasEarlier = view.month > earliest;
    view.hasLater = view.month < latest;
    const DaySpan span{view.firstDay(), local_days{view.month / std::chrono::last}};
    //: A month and its year
    view.title = monthTr("%1 %2")
                     .arg(QLocale{}.standaloneMonthName(
                         static_cast<int>(static_cast<unsigned>(view.month.month()))))
                     .arg(static_cast<int>(view.month.year()));
    nameColumns(view);

    const std::size_t count = span.placeOf(span.last) + 1;
    view.days.resize(count);
    SpasmsOfDays spasms{chronicle, onlyThese, count};
    addSpasms(chronicle, span, now, spasms);
    addReadings(chronicle, span, spasms, view.days);
    addAlerts(chronicle, span, view.days);
    markDays(chronicle.toldDays, span, [&](std::size_t place) { view.days[place].isTold = true; });
    if (onlyThese == nullptr) {
        markDays(chronicle.painFreeDays, span,
                 [&](std::size_t place) { view.days[place].isPainFree = true; });
    }
    for (std::size_t place = 0; place < count; ++place) {
        MonthDayView& day = view.days[place];
        const local_days date = span.first + days{static_cast<int>(place)};
        day.day = static_cast<int>(place) + 1;
        day.episodes = spasms.countOn(place);
        day.isToday = date == view.today;
        day.isFuture = date > view.today && day.episodes == 0 && !day.isTold && !day.hasAlert;
        wordMonthDay(day, date, view.today, view.isNarrowed);
    }
    return view;
}

} // namespace unclench::ui
