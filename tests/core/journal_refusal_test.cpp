// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal refuses, why, and that nothing of it is saved or published.
#include "core/diary/check.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

#include <limits>
#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using std::chrono::days;
using tests::at;
using tests::Diary;
using tests::done;
using tests::fact;
using tests::intake;
using tests::measurement;
using tests::medicine;
using tests::noted;
using tests::reading;
using tests::refusalOf;
using tests::regions;
using tests::spasm;
using tests::spasmSince;
using tests::symptom;

template <class Done>
Problems problemsIn(const Result<Done>& result)
{
    const auto* problems = std::get_if<Problems>(&result);
    return problems != nullptr ? *problems : Problems{};
}

Moment soon(Diary& diary)
{
    return diary.clock.now().wall + 1ms;
}
Uuid openEpisode(Diary& diary)
{
    return diary.engine.diary().openBout().value_or(Bout{}).episode;
}
Uuid nobody()
{
    return *Uuid::parse("01958a3e-0000-7000-8000-000000000000");
}

/// The diary in which all of these are told: an episode open since 08:00, now is 09:00.
struct RefusalCase {
    const char* name;
    Problems (*tell)(Diary&);
    ProblemKind kind;
    const char* field;

    friend void PrintTo(const RefusalCase& c, std::ostream* out) { *out << c.name; }
};

class Refusal : public testing::TestWithParam<RefusalCase> {};

TEST_P(Refusal, NamesItsReasonAndLeavesNothingBehind)
{
    Diary diary;
    diary.log(5);
    diary.clock.pass(1h);
    const auto before = tests::liveRows(*diary.database);
    int published = 0;
    const Subscription listening =
        diary.engine.events().subscribe([&](const Event&) { ++published; });

    const Problems problems = GetParam().tell(diary);

    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems.front().kind, GetParam().kind) << toId(problems.front().kind);
    EXPECT_EQ(problems.front().field, GetParam().field);
    EXPECT_EQ(tests::liveRows(*diary.database), before);
    EXPECT_EQ(published, 0);
}

template <class... Arguments>
Problems log(Diary& diary, Arguments... arguments)
{
    return problemsIn(diary.journal().logSpasm(spasm(arguments...)));
}
template <class Record>
Problems tell(Diary& diary, Record record)
{
    return problemsIn(diary.journal().tell(std::move(record), std::nullopt));
}
Problems update(Diary& diary, Details details)
{
    return problemsIn(
        diary.journal().updateEpisode(openEpisode(diary), details, std::nullopt, std::nullopt));
}

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double kEndless = std::numeric_limits<double>::infinity();

const RefusalCase kSpasms[] = {
    {"spasm of pain minus 1", [](Diary& d) { return log(d, -1); }, ProblemKind::OutOfRange, "pain"},
    {"spasm of pain 11", [](Diary& d) { return log(d, 11); }, ProblemKind::OutOfRange, "pain"},
    {"spasm in the future", [](Diary& d) { return log(d, 5, soon(d)); }, ProblemKind::InTheFuture,
     "at"},
    {"spasm before the onset of the open episode",
     [](Diary& d) { return log(d, 5, d.clock.now().wall - 1h - 1ms); }, ProblemKind::BeforeOnset,
     "at"},
    {"spasm before its own onset",
     [](Diary& d) { return problemsIn(d.journal().logSpasm(spasmSince(soon(d), 5))); },
     ProblemKind::BeforeOnset, "at"},
    {"spasm in the UTC of 1969", [](Diary& d) { return log(d, 5, at("1970-01-01T00:30+01:00")); },
     ProblemKind::OutOfRange, "at"},
    {"onset in the UTC of 1969",
     [](Diary& d) {
         return problemsIn(d.journal().logSpasm(spasmSince(at("1970-01-01T00:30+01:00"), 5)));
     },
     ProblemKind::OutOfRange, "onset"},
    {"region that nobody knows",
     [](Diary& d) {
         return log(d, 5, std::optional<Moment>{}, regions({{"wing", std::nullopt}}));
     },
     ProblemKind::UnknownId, "region"},
    {"reading of pain minus 1",
     [](Diary& d) { return problemsIn(d.journal().addReading(reading(-1))); },
     ProblemKind::OutOfRange, "pain"},
    {"reading of pain 11", [](Diary& d) { return problemsIn(d.journal().addReading(reading(11))); },
     ProblemKind::OutOfRange, "pain"},
    {"reading in the future",
     [](Diary& d) { return problemsIn(d.journal().addReading(reading(5, soon(d)))); },
     ProblemKind::InTheFuture, "at"},
    {"reading before the onset",
     [](Diary& d) {
         return problemsIn(d.journal().addReading(reading(5, d.clock.now().wall - 2h)));
     },
     ProblemKind::BeforeOnset, "at"},
    {"note a byte too long",
     [](Diary& d) {
         return problemsIn(d.journal().addReading(noted(std::string(kLongestNote + 1, 'x'))));
     },
     ProblemKind::TooLong, "note"},
    {"note with NUL", [](Diary& d) { return problemsIn(d.journal().addReading(noted("a\0b"s))); },
     ProblemKind::HoldsNul, "note"},
    {"note that is not UTF 8",
     [](Diary& d) { return problemsIn(d.journal().addReading(noted("\xED\xA0\x80"))); },
     ProblemKind::NotUtf8, "note"},
    {"end in the future", [](Diary& d) { return problemsIn(d.journal().endEpisode(soon(d))); },
     ProblemKind::InTheFuture, "end"},
    {"end before the beginning",
     [](Diary& d) { return problemsIn(d.journal().endEpisode(d.clock.now().wall - 1h - 1ms)); },
     ProblemKind::EndBeforeBegin, "end"},
};
INSTANTIATE_TEST_SUITE_P(Spasms, Refusal, testing::ValuesIn(kSpasms), tests::caseName<RefusalCase>);

template <auto Member>
Problems unknownWord(Diary& diary, const char* id)
{
    Details details;
    if constexpr (requires { (details.*Member)->push_back(id); }) {
        (details.*Member).emplace().emplace_back(id);
    } else {
        details.*Member = id;
    }
    return update(diary, details);
}

Problems spasmOf(Diary& diary, std::chrono::seconds length)
{
    Details details;
    details.spasmLength = length;
    return update(diary, details);
}

const RefusalCase kUpdates[] = {
    {"update of an episode that is not there",
     [](Diary& d) {
         return problemsIn(d.journal().updateEpisode(nobody(), {}, std::nullopt, std::nullopt));
     },
     ProblemKind::NotThere, "episode"},
    {"update in the future",
     [](Diary& d) {
         return problemsIn(d.journal().updateEpisode(
             openEpisode(d), regions({{"hip", std::nullopt}}), std::nullopt, soon(d)));
     },
     ProblemKind::InTheFuture, "at"},
    {"new onset in the future",
     [](Diary& d) {
         return problemsIn(d.journal().updateEpisode(openEpisode(d), {}, soon(d), std::nullopt));
     },
     ProblemKind::InTheFuture, "onset"},
    {"trigger", [](Diary& d) { return unknownWord<&Details::triggers>(d, "moon"); },
     ProblemKind::UnknownId, "trigger"},
    {"quality", [](Diary& d) { return unknownWord<&Details::quality>(d, "blue"); },
     ProblemKind::UnknownId, "quality"},
    {"sign", [](Diary& d) { return unknownWord<&Details::signs>(d, "omen"); },
     ProblemKind::UnknownId, "sign"},
    {"pattern", [](Diary& d) { return unknownWord<&Details::pattern>(d, "plaid"); },
     ProblemKind::UnknownId, "pattern"},
    {"activity", [](Diary& d) { return unknownWord<&Details::activity>(d, "flying"); },
     ProblemKind::UnknownId, "activity"},
    {"a spasm of a second less than none", [](Diary& d) { return spasmOf(d, -1s); },
     ProblemKind::OutOfRange, "spasm_seconds"},
    {"a spasm longer than a year", [](Diary& d) { return spasmOf(d, days{365} + 1s); },
     ProblemKind::OutOfRange, "spasm_seconds"},
    {"an injury in the future",
     [](Diary& d) {
         Details details;
         details.injuryAt = soon(d);
         return update(d, details);
     },
     ProblemKind::InTheFuture, "injury"},
    {"a detail note with NUL",
     [](Diary& d) {
         Details details;
         details.note = "a\0b"s;
         return update(d, details);
     },
     ProblemKind::HoldsNul, "note"},
};
INSTANTIATE_TEST_SUITE_P(Updates,
                         Refusal,
                         testing::ValuesIn(kUpdates),
                         tests::caseName<RefusalCase>);

Problems measured(Diary& diary, Quantity quantity, double value, Unit unit)
{
    return tell(diary, measurement(quantity, value, unit));
}
Problems limited(Diary& diary, const char* function, int level)
{
    FunctionLimit limit;
    limit.function = function;
    limit.level = level;
    return tell(diary, limit);
}
Problems since(Diary& diary, int daysSince)
{
    Symptom told = symptom("fever");
    told.sinceDays = daysSince;
    return tell(diary, told);
}

const RefusalCase kObservations[] = {
    {"symptom that nobody knows", [](Diary& d) { return tell(d, symptom("hiccup")); },
     ProblemKind::UnknownId, "symptom"},
    {"symptom in the middle", [](Diary& d) { return tell(d, symptom("foot_drop", Side::Middle)); },
     ProblemKind::UnknownId, "side"},
    {"symptom since minus 1 days", [](Diary& d) { return since(d, -1); }, ProblemKind::OutOfRange,
     "since"},
    {"symptom since over a century", [](Diary& d) { return since(d, 36'501); },
     ProblemKind::OutOfRange, "since"},
    {"symptom in the future",
     [](Diary& d) { return problemsIn(d.journal().tell(symptom("fever"), soon(d))); },
     ProblemKind::InTheFuture, "at"},
    {"function that nobody knows", [](Diary& d) { return limited(d, "fly", 1); },
     ProblemKind::UnknownId, "function"},
    {"function level minus 1", [](Diary& d) { return limited(d, "walk", -1); },
     ProblemKind::OutOfRange, "level"},
    {"function level 4", [](Diary& d) { return limited(d, "walk", 4); }, ProblemKind::OutOfRange,
     "level"},
    {"temperature under 30",
     [](Diary& d) { return measured(d, Quantity::Temperature, 29.99, Unit::Celsius); },
     ProblemKind::OutOfRange, "temperature"},
    {"temperature over 45",
     [](Diary& d) { return measured(d, Quantity::Temperature, 45.01, Unit::Celsius); },
     ProblemKind::OutOfRange, "temperature"},
    {"temperature that is no number",
     [](Diary& d) { return measured(d, Quantity::Temperature, kNoNumber, Unit::Celsius); },
     ProblemKind::OutOfRange, "temperature"},
    {"temperature in pounds",
     [](Diary& d) { return measured(d, Quantity::Temperature, 37, Unit::Pound); },
     ProblemKind::UnknownId, "unit"},
    {"weight of nothing", [](Diary& d) { return measured(d, Quantity::Weight, 0, Unit::Kilogram); },
     ProblemKind::OutOfRange, "weight"},
    {"weight over 500",
     [](Diary& d) { return measured(d, Quantity::Weight, 500.01, Unit::Kilogram); },
     ProblemKind::OutOfRange, "weight"},
    {"weight that is no number",
     [](Diary& d) { return measured(d, Quantity::Weight, kNoNumber, Unit::Kilogram); },
     ProblemKind::OutOfRange, "weight"},
    {"weight without end",
     [](Diary& d) { return measured(d, Quantity::Weight, kEndless, Unit::Kilogram); },
     ProblemKind::OutOfRange, "weight"},
    {"weight in degrees", [](Diary& d) { return measured(d, Quantity::Weight, 70, Unit::Celsius); },
     ProblemKind::UnknownId, "unit"},
    {"condition that nobody knows",
     [](Diary& d) {
         Condition condition;
         condition.condition = "boredom";
         return tell(d, condition);
     },
     ProblemKind::UnknownId, "condition"},
    {"relief that nobody knows",
     [](Diary& d) {
         Relief relief;
         relief.method = "magic";
         return tell(d, relief);
     },
     ProblemKind::UnknownId, "relief"},
    {"procedure tomorrow", [](Diary& d) { return problemsIn(d.journal().procedure(-1, {})); },
     ProblemKind::OutOfRange, "days_ago"},
    {"procedure before 1970",
     [](Diary& d) { return problemsIn(d.journal().procedure(36'500, {})); },
     ProblemKind::OutOfRange, "days_ago"},
    {"procedure told in the future",
     [](Diary& d) { return problemsIn(d.journal().procedure(0, soon(d))); },
     ProblemKind::InTheFuture, "days_ago"},
    {"day without pain in the future",
     [](Diary& d) { return problemsIn(d.journal().painFreeDay(soon(d))); },
     ProblemKind::InTheFuture, "at"},
    {"profile entry in the future",
     [](Diary& d) { return problemsIn(d.journal().tell(fact(ProfileKey::Name, "Ada"), soon(d))); },
     ProblemKind::InTheFuture, "at"},
    {"name of a person too long",
     [](Diary& d) { return tell(d, fact(ProfileKey::Name, std::string(1001, 'x'))); },
     ProblemKind::TooLong, "value"},
};
INSTANTIATE_TEST_SUITE_P(Observations,
                         Refusal,
                         testing::ValuesIn(kObservations),
                         tests::caseName<RefusalCase>);

Problems took(Diary& diary, IntakeDraft draft)
{
    return problemsIn(diary.journal().took(draft));
}

const RefusalCase kMedicines[] = {
    {"medicine without a name", [](Diary& d) { return took(d, intake("")); }, ProblemKind::Empty,
     "name"},
    {"medicine with a blank name", [](Diary& d) { return took(d, intake(" \t")); },
     ProblemKind::Empty, "name"},
    {"medicine with a name too long",
     [](Diary& d) { return took(d, intake(std::string(1001, 'x'))); }, ProblemKind::TooLong,
     "name"},
    {"medicine class that nobody knows", [](Diary& d) { return took(d, intake("Arnica", "herb")); },
     ProblemKind::UnknownId, "class"},
    {"dose with NUL",
     [](Diary& d) {
         IntakeDraft draft = intake("Arnica");
         draft.dose = "1\0"s;
         return took(d, draft);
     },
     ProblemKind::HoldsNul, "dose"},
    {"intake in the future",
     [](Diary& d) {
         IntakeDraft draft = intake("Arnica");
         draft.at = soon(d);
         return took(d, draft);
     },
     ProblemKind::InTheFuture, "at"},
    {"listed medicine without a name",
     [](Diary& d) { return problemsIn(d.journal().listMedicine(medicine("  "))); },
     ProblemKind::Empty, "name"},
    {"listed medicine of an unknown class",
     [](Diary& d) { return problemsIn(d.journal().listMedicine(medicine("Arnica", "herb"))); },
     ProblemKind::UnknownId, "class"},
};
INSTANTIATE_TEST_SUITE_P(Medicines,
                         Refusal,
                         testing::ValuesIn(kMedicines),
                         tests::caseName<RefusalCase>);

Reading onlyReading(Diary& diary)
{
    return diary.course(openEpisode(diary)).readings.front();
}

const RefusalCase kCorrections[] = {
    {"correction of what is not there",
     [](Diary& d) {
         Reading record = onlyReading(d);
         record.stamp.id = nobody();
         return problemsIn(d.journal().correct(record));
     },
     ProblemKind::NotThere, "reading"},
    {"correction of an old version",
     [](Diary& d) {
         Reading record = onlyReading(d);
         record.stamp.updated -= 1ms;
         return problemsIn(d.journal().correct(record));
     },
     ProblemKind::ChangedSince, "reading"},
    {"correction to pain 11",
     [](Diary& d) {
         Reading record = onlyReading(d);
         record.pain = 11;
         return problemsIn(d.journal().correct(record));
     },
     ProblemKind::OutOfRange, "pain"},
    {"correction to a report in the wrong form",
     [](Diary& d) {
         Report report;
         report.at = d.clock.now().wall;
         report.field = DetailField::Triggers;
         report.value = R"("twisting")";
         return problemsIn(d.journal().correct(report));
     },
     ProblemKind::Unreadable, "report"},
    {"removal of what is not there",
     [](Diary& d) { return problemsIn(d.journal().remove(RecordKind::Episode, nobody())); },
     ProblemKind::NotThere, "episode"},
    {"removal under another kind",
     [](Diary& d) { return problemsIn(d.journal().remove(RecordKind::Reading, openEpisode(d))); },
     ProblemKind::NotThere, "reading"},
    {"restoring what is not there",
     [](Diary& d) { return problemsIn(d.journal().restore(RecordKind::Symptom, nobody())); },
     ProblemKind::NotThere, "symptom"},
    {"restoring what lives",
     [](Diary& d) { return problemsIn(d.journal().restore(RecordKind::Episode, openEpisode(d))); },
     ProblemKind::NotThere, "episode"},
};
INSTANTIATE_TEST_SUITE_P(Corrections,
                         Refusal,
                         testing::ValuesIn(kCorrections),
                         tests::caseName<RefusalCase>);

TEST(Refusals, NameTheOnsetThatStandsInTheWay)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    diary.log(5);
    diary.clock.pass(1h);

    const auto spasmBefore = diary.journal().logSpasm(spasm(5, onset - 1min));
    const auto readingBefore = diary.journal().addReading(reading(5, onset - 1min));
    const auto endBefore = diary.journal().endEpisode(onset - 1min);

    EXPECT_EQ(problemsIn(spasmBefore).front().moment, onset);
    EXPECT_EQ(problemsIn(readingBefore).front().moment, onset);
    EXPECT_EQ(problemsIn(endBefore).front().moment, onset);
    EXPECT_TRUE(problemsIn(endBefore).front().isRefusal());
}

TEST(Refusals, NameEveryFaultAtOnce)
{
    Diary diary;
    SpasmDraft draft = spasm(11, {}, regions({{"wing", std::nullopt}}));
    draft.note = "\xFF";

    const Problems problems = problemsIn(diary.journal().logSpasm(draft));

    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].kind, ProblemKind::OutOfRange);
    EXPECT_EQ(problems[0].given, "11");
    EXPECT_FALSE(problems[0].isRefusal());
    EXPECT_EQ(problems[1].kind, ProblemKind::NotUtf8);
    EXPECT_EQ(problems[1].given, "");
    EXPECT_EQ(problems[2].given, "wing");
}

TEST(Refusals, AskForAnEpisodeWhereThereIsNone)
{
    Diary diary;

    EXPECT_EQ(refusalOf(diary.journal().addReading(reading(5))), ProblemKind::NoEpisode);
    EXPECT_EQ(refusalOf(diary.journal().endEpisode(std::nullopt)), ProblemKind::NoEpisode);
}

TEST(Refusals, KeepAnOnsetBehindTheEndOfTheBoutBefore)
{
    Diary diary;
    const auto first = diary.log(5);
    diary.clock.pass(1h);
    diary.end();
    const Moment end = diary.clock.now().wall;
    diary.clock.pass(1h);
    diary.log(5);

    const auto result = diary.journal().updateEpisode(first.episode, {}, end - 1ms, std::nullopt);

    EXPECT_EQ(refusalOf(result), ProblemKind::BeforeOnset);
    EXPECT_EQ(problemsIn(result).front().moment, end);
}

TEST(Measurements, AreTakenAtBothEndsOfTheirRange)
{
    Diary diary;

    for (const double celsius : {30.0, 45.0}) {
        static_cast<void>(done(diary.journal().tell(
            measurement(Quantity::Temperature, celsius, Unit::Celsius), std::nullopt)));
    }
    for (const double kilogram : {0.01, 500.0}) {
        static_cast<void>(done(diary.journal().tell(
            measurement(Quantity::Weight, kilogram, Unit::Pound), std::nullopt)));
    }

    EXPECT_EQ(diary.engine.diary().dated<Measurement>({}).size(), 4U);
}

} // namespace
} // namespace unclench
