// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar files: what is in them, and that they say no more than they must.
#include "core/exchange/calendar.h"
#include "core/exchange/calendar_breaks.h"
#include "tests/support/any_history.h"
#include "tests/support/temp_folder.h"
#include "tests/support/told_diary.h"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <set>

namespace unclench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
using tests::at;
using tests::bytesOf;
using tests::TempFolder;
using tests::ToldDiary;

constexpr std::string_view kCalendarNow = "2026-06-01T12:00:00+02:00";

struct CalendarFile {
    std::string bytes;
    CalendarCounts counts;

    explicit CalendarFile(RowSource& rows,
                          const CalendarWishes& wishes = {},
                          std::string_view now = kCalendarNow)
    {
        const TempFolder temp;
        counts = exportCalendar(
            rows, at(now), wishes,
            {"Appointment", "Health entry", "It is no advice, and it\ncalls nobody."},
            temp / "diary.ics", {});
        bytes = bytesOf(temp / "diary.ics");
    }
    /// The lines of the event at `place`, put together again where they were folded.
    [[nodiscard]] std::vector<std::string> event(std::size_t place) const
    {
        std::vector<std::string> lines;
        std::size_t number = 0;
        bool isWithin = false;
        for (std::size_t from = 0; from < bytes.size();) {
            const std::size_t end = bytes.find("\r\n", from);
            EXPECT_NE(end, std::string::npos) << "a line does not end as it must";
            const std::string line = bytes.substr(from, end - from);
            EXPECT_LE(line.size(), 75U);
            from = end + 2;
            isWithin = isWithin || line == "BEGIN:VEVENT";
            if (isWithin && number == place) {
                if (line.starts_with(' ')) {
                    lines.back() += line.substr(1);
                } else {
                    lines.push_back(line);
                }
            }
            if (line == "END:VEVENT") {
                isWithin = false;
                ++number;
            }
        }
        return lines;
    }
};

/// What stands behind `name:` among the lines; empty: no such line.
std::string calendarValue(const std::vector<std::string>& lines, const std::string& name)
{
    for (const std::string& line : lines) {
        if (line.starts_with(name + ":")) {
            return line.substr(name.size() + 1);
        }
    }
    return {};
}

Visit calendarVisit(std::string_view when)
{
    Visit visit;
    visit.at = at(when);
    visit.provider = "Dr Weber";
    visit.goal = "Sleep";
    return visit;
}

TEST(CalendarVisits, ArePrivateAndSayOnlyThatThereIsAnAppointment)
{
    ToldDiary diary;
    const Visit visit = diary.put(calendarVisit("2026-07-01T09:00:30+02:00"));

    const CalendarFile file{diary.rows};

    EXPECT_THAT(file.bytes, StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    EXPECT_TRUE(file.bytes.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    EXPECT_EQ(file.counts, (CalendarCounts{.visits = 1}));
    const auto lines = file.event(0);
    EXPECT_EQ(calendarValue(lines, "UID"), visit.stamp.id.text());
    EXPECT_EQ(calendarValue(lines, "CLASS"), "PRIVATE");
    EXPECT_EQ(calendarValue(lines, "SUMMARY"), "Appointment");
    EXPECT_EQ(calendarValue(lines, "DTSTART"), "20260701T070030Z");
    EXPECT_EQ(calendarValue(lines, "DTEND"), "");
    EXPECT_EQ(calendarValue(lines, "DTSTAMP"), "20260302T070000Z");
    EXPECT_EQ(calendarValue(lines, "SEQUENCE"), "0");
    EXPECT_THAT(file.bytes, Not(HasSubstr("Weber")));
}

TEST(CalendarVisits, ThatLieAheadRemindOfThemselves)
{
    ToldDiary diary;
    diary.put(calendarVisit("2026-07-01T09:00:00+02:00"));
    Visit over = calendarVisit("2026-07-02T09:00:00+02:00");
    over.isOver = true;
    diary.put(over);
    diary.put(calendarVisit("2026-05-01T09:00:00+02:00"));

    const CalendarFile file{diary.rows};

    const auto lines = file.event(0);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "BEGIN:VALARM"), 2);
    EXPECT_THAT(lines, testing::Contains("TRIGGER:-P1D"));
    EXPECT_THAT(lines, testing::Contains("TRIGGER:-PT1H"));
    EXPECT_THAT(file.event(1), Not(testing::Contains("BEGIN:VALARM")));
    EXPECT_THAT(file.event(2), Not(testing::Contains("BEGIN:VALARM")));
}

TEST(CalendarVisits, ThatWereChangedComeWithAGreaterSequence)
{
    ToldDiary diary;
    Visit visit = diary.put(calendarVisit("2026-07-01T09:00:00+02:00"));
    visit.stamp.updated += std::chrono::milliseconds{1};
    diary.change(visit);
    const auto once = CalendarFile{diary.rows}.event(0);
    visit.stamp.updated += std::chrono::hours{24};
    diary.change(visit);
    const auto twice = CalendarFile{diary.rows}.event(0);

    EXPECT_EQ(calendarValue(once, "SEQUENCE"), "1");
    EXPECT_EQ(calendarValue(twice, "SEQUENCE"), "86401");
    EXPECT_EQ(calendarValue(twice, "DTSTAMP"), "20260303T070000Z");
    EXPECT_EQ(calendarValue(twice, "UID"), calendarValue(once, "UID"));
}

TEST(CalendarFiles, DoNotDependOnWhenTheyAreWrittenButForReminders)
{
    ToldDiary diary;
    diary.put(calendarVisit("2026-05-01T09:00:00+02:00"));

    EXPECT_EQ(CalendarFile(diary.rows, {}, kCalendarNow).bytes,
              CalendarFile(diary.rows, {}, "2027-01-01T00:00:00Z").bytes);
}

TEST(CalendarNotes, SayWhomAVisitIsWithWhereTheyAreAskedFor)
{
    ToldDiary diary;
    Visit visit = calendarVisit("2026-07-01T09:00:00+02:00");
    visit.questions = "Is work safe; and when?\r\nWhy, at night\x01?";
    diary.put(visit);

    const CalendarFile file{diary.rows, {.hasNotes = true}};

    EXPECT_EQ(calendarValue(file.event(0), "SUMMARY"), "Appointment");
    EXPECT_EQ(calendarValue(file.event(0), "DESCRIPTION"),
              "Dr Weber\\nSleep\\nIs work safe\\; and when?\\nWhy\\, at night ?");
}

TEST(CalendarSessions, AreThereOnlyOnRequestAndHaveNeutralTitles)
{
    ToldDiary diary;
    CareSession session;
    session.planned = std::chrono::minutes{15};
    session.begin = at("2026-03-01T21:00:00+01:00");
    session.end = at("2026-03-01T21:15:00+01:00");
    const CareSession over = diary.put(session);
    session.end.reset();
    session.begin = at("2026-03-01T22:00:00+01:00");
    session.beginBoot = std::chrono::milliseconds{0};
    session.beginBootId = "boot";
    diary.put(session); // it runs

    const CalendarFile file{diary.rows, {.hasSessions = true}};

    EXPECT_EQ(file.counts, (CalendarCounts{.sessions = 1}));
    const auto lines = file.event(0);
    EXPECT_EQ(calendarValue(lines, "UID"), over.stamp.id.text());
    EXPECT_EQ(calendarValue(lines, "SUMMARY"), "Health entry");
    EXPECT_EQ(calendarValue(lines, "CLASS"), "PRIVATE");
    EXPECT_EQ(calendarValue(lines, "TRANSP"), "TRANSPARENT");
    EXPECT_EQ(calendarValue(lines, "DTSTART"), "20260301T200000Z");
    EXPECT_EQ(calendarValue(lines, "DTEND"), "20260301T201500Z");
    EXPECT_EQ(CalendarFile{diary.rows}.bytes, "");
}

SeatSpan calendarSpan(Posture posture, std::string_view begin, std::string_view end)
{
    SeatSpan span;
    span.posture = posture;
    span.begin = at(begin);
    if (!end.empty()) {
        span.end = at(end);
        span.endBoot = span.end->utc - span.begin.utc;
    }
    span.bootId = "boot";
    return span;
}

TEST(CalendarBreaks, AreWhatCountsAsABreakFromSitting)
{
    ToldDiary diary;
    diary.put(
        calendarSpan(Posture::Seated, "2026-03-02T09:00:00+01:00", "2026-03-02T09:30:00+01:00"));
    const SeatSpan walk = diary.put(
        calendarSpan(Posture::Walking, "2026-03-02T09:30:00+01:00", "2026-03-02T09:35:00+01:00"));
    diary.put(
        calendarSpan(Posture::Seated, "2026-03-02T09:35:00+01:00", "2026-03-02T10:00:00+01:00"));
    // Standing is none.
    diary.put(
        calendarSpan(Posture::Standing, "2026-03-02T10:00:00+01:00", "2026-03-02T10:20:00+01:00"));
    diary.put(calendarSpan(Posture::Seated, "2026-03-02T10:20:00+01:00", {}));

    const CalendarFile file{diary.rows, {.hasBreaks = true}};

    EXPECT_EQ(file.counts, (CalendarCounts{.breaks = 1}));
    const auto lines = file.event(0);
    EXPECT_EQ(calendarValue(lines, "SUMMARY"), "Health entry");
    EXPECT_EQ(calendarValue(lines, "DTSTART"), "20260302T083000Z");
    EXPECT_EQ(calendarValue(lines, "DTEND"), "20260302T083500Z");
    EXPECT_NE(calendarValue(lines, "UID"), "");
    EXPECT_NE(calendarValue(lines, "UID"), walk.stamp.id.text()) << "a break is no record";
    EXPECT_EQ(calendarValue(lines, "UID"),
              calendarValue(CalendarFile(diary.rows, {.hasBreaks = true}).event(0), "UID"));
}

TEST(CalendarBreaks, OfTwoMachinesAreCountedApart)
{
    std::vector<SeatSpan> spans{
        calendarSpan(Posture::Seated, "2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z"),
        calendarSpan(Posture::Walking, "2026-03-02T09:10:00Z", "2026-03-02T09:20:00Z")};
    spans[0].stamp.id = ToldDiary::idOf(1);
    spans[0].stamp.machine = "000000000001";
    spans[1].stamp.id = ToldDiary::idOf(2);
    spans[1].stamp.machine = "000000000002";

    EXPECT_THAT(sittingBreaks(spans, at(kCalendarNow)), IsEmpty());
}

TEST(CalendarFiles, WithoutAnEventAreNotWritten)
{
    ToldDiary diary;
    const TempFolder temp;
    tests::writeBytes(temp / "diary.ics", "as it was");

    const CalendarCounts counts =
        exportCalendar(diary.rows, at(kCalendarNow), {}, {"a", "b"}, temp / "diary.ics", {});

    EXPECT_EQ(counts.events(), 0);
    EXPECT_EQ(bytesOf(temp / "diary.ics"), "as it was");
}

TEST(CalendarFiles, OfAnyDiaryAreReadByTheLibraryAgain)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        const auto database = Database::inMemory();
        tests::writeRows(*database, tests::HistoryMaker{seed}.make(4));
        DiaryRows rows{*database};

        const CalendarFile file{rows, {.hasSessions = true, .hasBreaks = true, .hasNotes = true}};

        if (file.counts.events() == 0) {
            continue;
        }
        const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar{
            icalparser_parse_string(file.bytes.c_str()), &icalcomponent_free};
        ASSERT_NE(calendar, nullptr);
        EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
        EXPECT_NE(icalrestriction_check(calendar.get()), 0);
        std::int64_t events = 0;
        std::set<std::string> ids;
        for (icalcomponent* event =
                 icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
             event != nullptr;
             event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
            ids.insert(icalcomponent_get_uid(event));
            ++events;
        }
        EXPECT_EQ(events, file.counts.events());
        EXPECT_EQ(static_cast<std::int64_t>(ids.size()), events) << "an id stands there twice";
    }
}

TEST(CalendarFiles, ThatAreStoppedLeaveNothing)
{
    ToldDiary diary;
    diary.put(calendarVisit("2026-07-01T09:00:00+02:00"));
    const TempFolder temp;

    EXPECT_THROW(
        static_cast<void>(exportCalendar(diary.rows, at(kCalendarNow), {}, {"a", "b"},
                                         temp / "diary.ics", [](double) { return false; })),
        Cancelled);

    EXPECT_TRUE(std::filesystem::is_empty(temp.path()));
}

} // namespace
} // namespace unclench
