// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/calendar_event.h"

#include "core/exchange/calendar.h"
#include "core/exchange/plain_text.h"

#include <libical/ical.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace unclench {

using namespace std::chrono;

namespace {

constexpr std::string_view kCalendarEnd = "END:VCALENDAR\r\n";

using CalendarComponent = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

CalendarComponent calendarComponent(icalcomponent_kind kind)
{
    return {icalcomponent_new(kind), &icalcomponent_free};
}

std::string calendarText(const CalendarComponent& component)
{
    char* text = icalcomponent_as_ical_string_r(component.get());
    std::string copy = text == nullptr ? std::string{} : std::string{text};
    icalmemory_free_buffer(text);
    return copy;
}

bool isCalendarTime(UtcTime time)
{
    // libical writes zeros for what lies beyond that.
    constexpr UtcTime kCalendarYears{sys_days{year{3000} / January / 1}};
    return time >= UtcTime{} && time < kCalendarYears;
}

/// In UTC: the diary knows the offset of each moment, but of no zone its name.
icaltimetype calendarTime(UtcTime time)
{
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<seconds>(time - day)};
    icaltimetype whole = icaltime_null_time();
    whole.year = static_cast<int>(date.year());
    whole.month = static_cast<int>(static_cast<unsigned>(date.month()));
    whole.day = static_cast<int>(static_cast<unsigned>(date.day()));
    whole.hour = static_cast<int>(clock.hours().count());
    whole.minute = static_cast<int>(clock.minutes().count());
    whole.second = static_cast<int>(clock.seconds().count());
    whole.zone = icaltimezone_get_utc_timezone();
    return whole;
}

/// Grows with each version of a record.
int calendarSequence(const Stamp& stamp)
{
    const auto age = ceil<seconds>(stamp.updated - stamp.created).count();
    return static_cast<int>(std::clamp<std::int64_t>(age, 0, std::numeric_limits<int>::max()));
}

/// A calendar knows no other control character than the line break.
std::string calendarPlain(const std::string& text)
{
    std::string plain;
    for (const char sign : plainText(text)) {
        if (sign != '\r') {
            plain += sign == '\t' ? ' ' : sign;
        }
    }
    return plain;
}

CalendarComponent calendarReminder(minutes before, const std::string& title)
{
    CalendarComponent alarm = calendarComponent(ICAL_VALARM_COMPONENT);
    const auto trigger = duration_cast<seconds>(-before).count();
    icalcomponent_add_property(alarm.get(), icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icalcomponent_add_property(
        alarm.get(), icalproperty_new_trigger(icaltriggertype_from_int(static_cast<int>(trigger))));
    icalcomponent_add_property(alarm.get(), icalproperty_new_description(title.c_str()));
    return alarm;
}

} // namespace

std::string calendarLines(const CalendarEvent& event)
{
    if (!isCalendarTime(event.begin) || (event.end && !isCalendarTime(*event.end))) {
        return {};
    }
    const CalendarComponent component = calendarComponent(ICAL_VEVENT_COMPONENT);
    // A component owns what is added to it.
    const auto add = [&](icalproperty* property) {
        icalcomponent_add_property(component.get(), property);
    };
    const auto written = [&](UtcTime time) {
        return calendarTime(isCalendarTime(time) ? time : event.begin);
    };
    const std::string title = calendarPlain(event.title);
    add(icalproperty_new_uid(event.id.text().c_str()));
    add(icalproperty_new_dtstamp(written(event.stamp.updated)));
    add(icalproperty_new_created(written(event.stamp.created)));
    add(icalproperty_new_lastmodified(written(event.stamp.updated)));
    add(icalproperty_new_sequence(calendarSequence(event.stamp)));
    add(icalproperty_new_class(ICAL_CLASS_PRIVATE));
    add(icalproperty_new_dtstart(calendarTime(event.begin)));
    if (event.end && *event.end > event.begin) {
        add(icalproperty_new_dtend(calendarTime(*event.end)));
    }
    add(icalproperty_new_summary(title.c_str()));
    if (const std::string text = calendarPlain(event.text); !text.empty()) {
        add(icalproperty_new_description(text.c_str()));
    }
    add(icalproperty_new_transp(event.isBusy ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    for (const minutes before : event.reminders) {
        icalcomponent_add_component(component.get(), calendarReminder(before, title).release());
    }
    return calendarText(component);
}

std::string calendarBegin(const std::string& notice)
{
    const CalendarComponent calendar = calendarComponent(ICAL_VCALENDAR_COMPONENT);
    const std::string maker{kCalendarMark};
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(maker.c_str()));
    icalcomponent_add_property(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    if (const std::string text = calendarPlain(notice); !text.empty()) {
        // Of a calendar as a whole: RFC 7986.
        icalcomponent_add_property(calendar.get(), icalproperty_new_description(text.c_str()));
    }
    const std::string whole = calendarText(calendar);
    return whole.substr(0, whole.size() - kCalendarEnd.size());
}

std::string calendarEnd()
{
    return std::string{kCalendarEnd};
}

} // namespace unclench
