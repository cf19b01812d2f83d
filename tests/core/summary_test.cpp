// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the page for the doctor on small diaries told through the journal; tests/report
// counts large ones again.
#include "core/review/long_version.h"
#include "core/review/nerve_symptoms.h"
#include "core/review/summary.h"
#include "core/review/summary_of.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::at;
using tests::done;

/// Begins on Monday 2 March 2026 at 08:00.
class SummaryDiary : public testing::Test {
protected:
    /// Over after `length`; then the clock stands there.
    Uuid spasm(int pain, milliseconds length, Details details = {})
    {
        const SpasmSaved saved = done(diary.journal().logSpasm(tests::spasm(pain, {}, details)));
        diary.clock.pass(length);
        diary.end();
        return saved.episode;
    }
    [[nodiscard]] Summary summary(const Period& period = {})
    {
        return diary.engine.summary(period);
    }
    [[nodiscard]] UtcTime now() const { return diary.clock.now().wall.utc; }
    /// From the midnight before the day on which the diary begins.
    [[nodiscard]] static Period sinceFirstDay()
    {
        return {at("2026-03-02T00:00:00+01:00").utc, {}};
    }
    void tellSymptom(std::string id, std::optional<Side> side = {}, bool isPresent = true)
    {
        Symptom symptom = tests::symptom(std::move(id), side);
        symptom.isPresent = isPresent;
        static_cast<void>(done(diary.journal().tell(symptom, {})));
    }
    void answer(std::string question, AnswerValue value)
    {
        Answer record;
        record.question = std::move(question);
        record.value = value;
        static_cast<void>(done(diary.journal().tell(record, {})));
    }

    tests::Diary diary;
};

TEST_F(SummaryDiary, SaysNothingOfAnEmptyDiary)
{
    const Summary none = summary();

    EXPECT_EQ(none.numbers.days, 0);
    EXPECT_EQ(none.quality.entries, 0);
    EXPECT_FALSE(none.numbersBefore);
    EXPECT_FALSE(none.before.begin);
    EXPECT_FALSE(none.numbers.worst);
    EXPECT_FALSE(none.numbers.medianLength);
    EXPECT_FALSE(none.lastAsked);
    EXPECT_FALSE(none.firstOnset);
    EXPECT_FALSE(none.medianSpasm);
    EXPECT_THAT(none.spasms, IsEmpty());
    EXPECT_THAT(none.alerts, IsEmpty());
    EXPECT_THAT(none.medicines, IsEmpty());
    EXPECT_THAT(none.helped, IsEmpty());
}

TEST_F(SummaryDiary, CountsTheDaysOfAnEmptyPeriodToo)
{
    const Summary none = summary({now() - days{10}, std::nullopt});

    EXPECT_EQ(none.numbers.days, 11); // ten days ago, and today
    EXPECT_EQ(none.numbers.toldDays, 0);
    ASSERT_TRUE(none.numbersBefore);
    EXPECT_EQ(none.before.begin, now() - days{20});
    EXPECT_EQ(none.before.end, now() - days{10});
}

TEST_F(SummaryDiary, LetsAnOpenEpisodeGoOnUntilNow)
{
    diary.log(7);
    diary.clock.pass(50h);

    const Summary one = summary(sinceFirstDay());

    EXPECT_EQ(one.numbers.episodes, 1);
    EXPECT_EQ(one.numbers.days, 3);
    EXPECT_EQ(one.numbers.spasmDays, 3);
    EXPECT_EQ(one.numbers.toldDays, 1);
    EXPECT_EQ(one.numbers.worst, 7);
    EXPECT_FALSE(one.numbers.medianLength);
    ASSERT_THAT(one.spasms, SizeIs(1));
    EXPECT_FALSE(one.spasms.front().end);
    EXPECT_EQ(one.firstOnset, at("2026-03-02T08:00:00+01:00"));
    EXPECT_EQ(one.onsets30Days, 1);
}

TEST_F(SummaryDiary, TakesTheBeginOfAPeriodAndNotItsEnd)
{
    const UtcTime first = now();
    spasm(4, 1h);
    diary.clock.pass(71h);
    const UtcTime second = now();
    spasm(6, 1h);

    EXPECT_EQ(summary({first, second}).numbers.episodes, 1);
    EXPECT_EQ(summary({first, second}).numbers.worst, 4);
    EXPECT_EQ(summary({first + 1ms, second + 1ms}).numbers.worst, 6);
    EXPECT_EQ(summary({second + 1ms, std::nullopt}).numbers.worst, std::nullopt);
}

TEST_F(SummaryDiary, HasWhatWasGoingOnInThePeriod)
{
    const UtcTime begin = now();
    Details lifted;
    lifted.triggers = {"heavy_lifting"};
    const Uuid early = spasm(8, 10h, lifted);
    diary.clock.pass(days{3});
    diary.log(5);
    const UtcTime open = now();
    diary.clock.pass(days{2});

    const auto spasmsIn = [&](UtcTime from, std::optional<UtcTime> to) {
        const Summary some = summary({from, to});
        const LongVersion behind = diary.engine.longVersion({from, to});
        EXPECT_EQ(some.numbers.episodes, static_cast<int>(some.spasms.size()));
        EXPECT_EQ(some.spasms.size(), behind.courses.size());
        return some.spasms.size();
    };
    EXPECT_EQ(spasmsIn(begin + 9h, {}), 2U);
    EXPECT_EQ(spasmsIn(begin + 10h, {}), 1U) << "it ended as the period began";
    EXPECT_EQ(spasmsIn(open + 24h, {}), 1U) << "it is not over";
    EXPECT_EQ(spasmsIn(begin + 9h, open), 1U);
    EXPECT_EQ(spasmsIn(open + 24h, open + 24h), 0U) << "nothing lies in an empty period";
    EXPECT_EQ(spasmsIn(now() + 1h, {}), 0U) << "it goes on until now";

    const Summary later = summary({begin + 9h, {}});
    EXPECT_EQ(later.spasms.back().id, early);
    EXPECT_EQ(later.spasms.back().worst, 8) << "also where it was told before";
    EXPECT_EQ(later.triggers.n, 1);
    EXPECT_EQ(later.numbers.worst, 5) << "of the readings in it";
}

TEST_F(SummaryDiary, EndsItsDaysWithTheLastDayOfThePeriod)
{
    spasm(4, 1h);
    diary.clock.pass(days{20});

    const Period march{at("2026-03-01T00:00:00+01:00").utc, at("2026-03-08T00:00:00+01:00").utc};

    EXPECT_EQ(summary(march).numbers.days, 7);
    EXPECT_EQ(summary({march.begin, now() + days{30}}).numbers.days, 22); // until today
}

TEST_F(SummaryDiary, CountsADayOnceThoughTheClocksWereChanged)
{
    spasm(4, 1h);

    // Midnight by the offset of summer, which is an hour before midnight by that of the spasm.
    const Summary since = summary({at("2026-02-20T00:00:00+02:00").utc, std::nullopt});

    EXPECT_EQ(since.numbers.days, 11);
}

TEST_F(SummaryDiary, KeepsTheDaysOfATraveller)
{
    diary.clock.setWall(at("2026-03-05T23:30:00-08:00")); // the next day at home
    spasm(4, 10min);
    diary.clock.setWall(at("2026-03-07T12:00:00+01:00"));

    const Summary all = summary();

    EXPECT_EQ(all.numbers.days, 3); // the fifth, the sixth, the seventh
    EXPECT_EQ(all.numbers.toldDays, 1);
    EXPECT_EQ(all.numbers.spasmDays, 1);
}

TEST_F(SummaryDiary, DoesNotTouchTheDayThatBeginsAsASpasmEnds)
{
    spasm(4, 16h); // until midnight

    EXPECT_EQ(summary().numbers.spasmDays, 1);
}

TEST_F(SummaryDiary, SetsThePeriodBesideTheOneBefore)
{
    spasm(8, 2h);
    diary.clock.pass(days{10} - 2h);
    const UtcTime begin = now();
    spasm(4, 4h);
    diary.clock.pass(days{10} - 4h);

    const Summary both = summary({begin, std::nullopt});

    ASSERT_TRUE(both.numbersBefore);
    EXPECT_EQ(both.before.begin, begin - days{10});
    EXPECT_EQ(both.numbers.episodes, 1);
    EXPECT_EQ(both.numbers.worst, 4);
    EXPECT_EQ(both.numbers.medianLength, Summary::Length{4h});
    EXPECT_EQ(both.numbersBefore->episodes, 1);
    EXPECT_EQ(both.numbersBefore->worst, 8);
    EXPECT_EQ(both.numbersBefore->longest, Summary::Length{2h});
}

TEST(PeriodBefore, IsEmptyWhereAPeriodHasNotBegun)
{
    const UtcTime now{days{20'000}};

    const Period before = periodBefore({now + 1h, std::nullopt}, now);

    EXPECT_EQ(before.begin, now + 1h);
    EXPECT_EQ(before.end, now + 1h);
}

TEST_F(SummaryDiary, TakesMediansOfTheWorstOfAllReadingsAndOfLengths)
{
    for (const int pain : {2, 4, 9, 6}) {
        static_cast<void>(done(diary.journal().logSpasm(tests::spasm(pain))));
        diary.clock.pass(hours{pain});
        static_cast<void>(done(diary.journal().addReading(tests::reading(1))));
        diary.end();
        diary.clock.pass(48h);
    }

    const Summary::Numbers numbers = summary().numbers;

    EXPECT_EQ(numbers.medianWorst, 5.0);
    EXPECT_EQ(numbers.medianPain, 1.5);
    EXPECT_EQ(numbers.medianLength, Summary::Length{5h});
    EXPECT_EQ(numbers.longest, Summary::Length{9h});
}

TEST_F(SummaryDiary, SaysHowSoonThingsWereWrittenDown)
{
    const Moment told = diary.clock.now().wall;
    static_cast<void>(done(diary.journal().logSpasm(tests::spasmSince(told - 26h, 5))));
    static_cast<void>(done(diary.journal().addReading(tests::reading(5, told - 25h))));
    static_cast<void>(done(diary.journal().addReading(tests::reading(5, told - 24h))));
    static_cast<void>(done(diary.journal().addReading(tests::reading(5, told - 1h))));

    const Summary::Quality quality = summary().quality;

    EXPECT_EQ(quality.entries, 4);
    EXPECT_EQ(quality.withinHour, 2); // the first one is told of now
    EXPECT_EQ(quality.withinDay, 3);
}

TEST_F(SummaryDiary, CountsBothSidesOnEachSideAndHasNoMinimum)
{
    spasm(6, 1h, tests::regions({{"lower_back", Side::Both}, {"neck", std::nullopt}}));

    const Summary one = summary();

    EXPECT_EQ(one.placesTold, 1);
    ASSERT_THAT(one.places, SizeIs(3));
    EXPECT_EQ(one.places[0].place, (Place{"lower_back", Side::Left}));
    EXPECT_EQ(one.places[1].place, (Place{"lower_back", Side::Right}));
    EXPECT_EQ(one.places[2].place, (Place{"neck", std::nullopt}));
    EXPECT_EQ(one.places[2].medianWorst, 6.0);
}

TEST_F(SummaryDiary, CountsWhatSpasmsAreLike)
{
    Details details;
    details.quality = {"sharp", "burning"};
    details.pattern = "sudden";
    details.triggers = std::vector<std::string>{};
    details.spasmLength = 90s;
    details.firstEver = true;
    details.injuryAt = at("2026-03-01T12:00:00+01:00");
    details.swelling = true;
    const Uuid episode = spasm(5, 1h, details);
    diary.clock.pass(48h);
    details = {};
    details.quality = {"sharp"};
    details.spasmLength = 30s;
    spasm(5, 1h, details);

    const Summary both = summary();

    EXPECT_EQ(both.painQuality.n, 2);
    ASSERT_THAT(both.painQuality.rows, SizeIs(2));
    EXPECT_EQ(both.painQuality.rows[0].id, "sharp");
    EXPECT_EQ(both.painQuality.rows[0].episodes, 2);
    EXPECT_EQ(both.pattern.n, 1);
    EXPECT_EQ(both.triggers.n, 1);
    EXPECT_THAT(both.triggers.rows, IsEmpty());
    EXPECT_EQ(both.spasmLengths, 2);
    EXPECT_EQ(both.medianSpasm, Summary::Length{60s});
    EXPECT_TRUE(both.isFirstEver);
    ASSERT_THAT(both.injuries, SizeIs(1));
    EXPECT_EQ(both.injuries[0].episode, episode);
    EXPECT_TRUE(both.injuries[0].hasSwelling);
    EXPECT_FALSE(both.injuries[0].hasBruiseOverSpine);
}

TEST_F(SummaryDiary, KeepsAnOpenEmergencyInEveryPeriod)
{
    answer("rf_saddle_numbness", AnswerValue::Yes);
    diary.clock.pass(days{30});

    const Summary later = summary({now() - days{3}, std::nullopt});

    ASSERT_FALSE(later.alerts.empty());
    EXPECT_EQ(later.alerts[0].rule, "rf_saddle_numbness");
    EXPECT_EQ(later.alerts[0].level, Level::Emergency);
    EXPECT_EQ(later.alerts[0].state, AlertState::Open);
    EXPECT_EQ(later.lastAsked, at("2026-03-02T08:00:00+01:00"));
}

TEST_F(SummaryDiary, HasOnceWhatTwoMachinesRaised)
{
    answer("rf_saddle_numbness", AnswerValue::Yes);
    tests::Diary other;
    Answer same;
    same.question = "rf_saddle_numbness";
    same.value = AnswerValue::Yes;
    static_cast<void>(done(other.journal().tell(same, {})));
    static_cast<void>(diary.engine.merge(*other.database, MergeReason::Merge, {}));
    ASSERT_THAT(diary.engine.alerts().store().activeOf("rf_saddle_numbness"), SizeIs(2));

    EXPECT_THAT(summary().alerts, SizeIs(1));

    static_cast<void>(done(diary.engine.alerts().close("rf_saddle_numbness", Closing::Seen)));
    for (const Summary::AlertRow& row : summary().alerts) {
        EXPECT_EQ(row.state, AlertState::Closed);
    }
}

TEST_F(SummaryDiary, LeavesOutWhatWasClosedBeforeThePeriod)
{
    answer("rf_saddle_numbness", AnswerValue::Yes);
    static_cast<void>(done(diary.engine.alerts().close("rf_saddle_numbness", Closing::Seen)));
    diary.clock.pass(days{30});

    EXPECT_THAT(summary({now() - days{3}, std::nullopt}).alerts, IsEmpty());
    ASSERT_THAT(summary().alerts, SizeIs(1));
    EXPECT_EQ(summary().alerts[0].closing, Closing::Seen);
}

TEST_F(SummaryDiary, CountsTheEmergencyQuestionsThatWereLastAnsweredNo)
{
    answer("rf_saddle_numbness", AnswerValue::No);
    answer("rf_bowel_incontinence", AnswerValue::No);
    answer("rf_fever", AnswerValue::No); // no emergency
    diary.clock.pass(1h);
    const UtcTime then = now();
    answer("rf_bowel_incontinence", AnswerValue::Unsure);
    diary.clock.pass(1h);
    answer("rf_saddle_numbness", AnswerValue::Skipped);

    EXPECT_EQ(summary().answeredNo, 1);
    EXPECT_EQ(summary({then, std::nullopt}).answeredNo, 0);
    EXPECT_EQ(summary().lastAsked->utc, then);
}

TEST_F(SummaryDiary, HasARowForEachSideOfASymptom)
{
    tellSymptom("leg_numbness", Side::Left);
    diary.clock.pass(1h);
    tellSymptom("leg_numbness", Side::Both);
    tellSymptom("leg_numbness", Side::Left, false);
    tellSymptom("nausea");

    const Summary told = summary();

    ASSERT_THAT(told.nerves, SizeIs(2));
    EXPECT_EQ(told.nerves[0].side, Side::Both);
    EXPECT_EQ(told.nerves[1].side, Side::Left);
    EXPECT_FALSE(told.nerves[1].isPresent);
    EXPECT_EQ(told.nerves[1].firstAt, at("2026-03-02T08:00:00+01:00"));
    EXPECT_EQ(told.nerves[1].lastAt, at("2026-03-02T09:00:00+01:00"));
    ASSERT_THAT(told.symptoms, SizeIs(1));
    EXPECT_EQ(told.symptoms[0].symptom, "nausea");
}

TEST(NerveSymptoms, AreWordsOfTheVocabulary)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();

    for (const std::string_view symptom : kNerveSymptoms) {
        EXPECT_TRUE(vocabulary.knows(Topic::Symptom, symptom)) << symptom;
    }
}

TEST_F(SummaryDiary, CountsNightsByPainAndBySleep)
{
    FunctionLimit sleep;
    sleep.function = "sleep";
    sleep.level = 1;
    tellSymptom("night_pain");
    static_cast<void>(done(diary.journal().tell(sleep, {})));
    diary.clock.pass(24h);
    static_cast<void>(done(diary.journal().tell(sleep, {})));
    diary.clock.pass(24h);
    sleep.level = 0;
    static_cast<void>(done(diary.journal().tell(sleep, {})));
    tellSymptom("night_pain", {}, false);

    const Summary told = summary();

    EXPECT_EQ(told.numbers.nightDays, 2);
    ASSERT_THAT(told.function, SizeIs(1));
    EXPECT_EQ(told.function[0].most, 1);
    EXPECT_EQ(told.function[0].last, 0);
}

TEST_F(SummaryDiary, TellsHowOftenAMedicineWasTaken)
{
    Medicine listed = tests::medicine("Ibuprofen", "nsaid");
    listed.dose = "400 mg";
    static_cast<void>(done(diary.journal().listMedicine(listed)));
    static_cast<void>(done(diary.journal().listMedicine(tests::medicine("Unused"))));
    for (const int hours : {0, 2, 30}) {
        diary.clock.pass(milliseconds{std::chrono::hours{hours}});
        IntakeDraft draft = tests::intake("Ibuprofen");
        draft.dose = "one";
        static_cast<void>(done(diary.journal().took(draft)));
    }

    const Summary told = summary();

    ASSERT_THAT(told.medicines, SizeIs(2));
    EXPECT_EQ(told.medicines[0].name, "Ibuprofen");
    EXPECT_EQ(told.medicines[0].dose, "400 mg");
    EXPECT_EQ(told.medicines[0].times, 3);
    EXPECT_EQ(told.medicines[0].days, 2);
    EXPECT_EQ(told.medicines[0].lastAt->utc, now());
    EXPECT_EQ(told.medicines[1].times, 0);
    EXPECT_FALSE(told.medicines[1].lastAt);
    EXPECT_EQ(told.numbers.rescueDays, 2);
}

TEST_F(SummaryDiary, KeepsAMedicineThatLeftTheListWhereItWasTaken)
{
    const Saved listed = done(diary.journal().listMedicine(tests::medicine("Ibuprofen")));
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    static_cast<void>(done(diary.journal().remove(RecordKind::Medicine, listed.id)));

    EXPECT_THAT(summary().medicines, SizeIs(1));
    EXPECT_THAT(summary({now() + 1ms, std::nullopt}).medicines, IsEmpty());
}

TEST_F(SummaryDiary, HoldsAThousandMedicines)
{
    for (int i = 0; i < 1000; ++i) {
        static_cast<void>(
            done(diary.journal().listMedicine(tests::medicine(fmt::format("Medicine {:04}", i)))));
    }
    static_cast<void>(done(diary.journal().took(tests::intake("Medicine 0500"))));

    const auto medicines = summary().medicines;

    ASSERT_THAT(medicines, SizeIs(1000));
    EXPECT_EQ(medicines[0].name, "Medicine 0500");
    EXPECT_EQ(medicines[1].name, "Medicine 0000");
}

TEST_F(SummaryDiary, LeavesOutWhatWasDeleted)
{
    const Uuid episode = spasm(9, 1h, tests::regions({{"neck", std::nullopt}}));
    tellSymptom("leg_weakness");
    diary.clock.pass(48h);
    spasm(3, 1h);
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, episode)));

    const Summary one = summary();

    EXPECT_EQ(one.numbers.episodes, 1);
    EXPECT_EQ(one.numbers.worst, 3);
    EXPECT_EQ(one.placesTold, 0);
    EXPECT_EQ(one.onsets180Days, 1);
    ASSERT_THAT(one.spasms, SizeIs(1));
    EXPECT_EQ(one.spasms[0].worst, 3);
}

TEST_F(SummaryDiary, TellsWhatStandsOfThePerson)
{
    Condition condition;
    condition.condition = "diabetes";
    static_cast<void>(done(diary.journal().tell(condition, {})));
    condition.condition = "osteoporosis";
    static_cast<void>(done(diary.journal().tell(condition, {})));
    diary.clock.pass(1h);
    condition.isPresent = false;
    static_cast<void>(done(diary.journal().tell(condition, {})));
    static_cast<void>(done(diary.journal().tell(tests::fact(ProfileKey::Name, "Ada"), {})));
    static_cast<void>(done(diary.journal().tell(tests::fact(ProfileKey::BirthYear, "1970"), {})));
    static_cast<void>(done(diary.journal().tell(tests::fact(ProfileKey::PregnantWeeks, "20"), {})));
    static_cast<void>(done(diary.journal().procedure(3, {})));
    diary.clock.pass(days{14});

    const Summary person = summary();

    ASSERT_THAT(person.conditions, SizeIs(1));
    EXPECT_EQ(person.conditions[0].condition, "diabetes");
    EXPECT_EQ(person.name, "Ada");
    EXPECT_EQ(person.birthYear, 1970);
    EXPECT_EQ(person.pregnantWeeks, 22);
    EXPECT_THAT(person.procedures, SizeIs(1));
    diary.clock.pass(days{365});
    EXPECT_FALSE(summary().pregnantWeeks);
}

TEST_F(SummaryDiary, GivesAnEndTheOffsetThatItHadThere)
{
    diary.log(5);
    diary.clock.setWall(at("2026-03-03T12:00:00-05:00"));
    diary.end();

    const Summary one = summary();

    ASSERT_THAT(one.spasms, SizeIs(1));
    EXPECT_EQ(one.spasms[0].end, at("2026-03-03T12:00:00-05:00"));
}

TEST_F(SummaryDiary, IsTheSameOfAChronicleThatWasReadBefore)
{
    spasm(5, 1h);
    const Chronicle chronicle = diary.engine.chronicle();

    const Summary one = diary.engine.summary(sinceFirstDay(), chronicle);

    EXPECT_EQ(one.numbers.episodes, 1);
    EXPECT_EQ(one.now, chronicle.now);
}

TEST_F(SummaryDiary, HasALongVersionInTheOrderOfTime)
{
    const Uuid first = spasm(5, 1h);
    diary.clock.pass(48h);
    const UtcTime then = now();
    const Uuid second = spasm(6, 1h);
    const Saved listed = done(diary.journal().listMedicine(tests::medicine("Ibuprofen")));
    static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen"))));
    static_cast<void>(done(diary.journal().remove(RecordKind::Medicine, listed.id)));
    answer("rf_saddle_numbness", AnswerValue::No);

    const LongVersion all = diary.engine.longVersion({});

    ASSERT_THAT(all.courses, SizeIs(2));
    EXPECT_EQ(all.courses[0].id, first);
    EXPECT_EQ(all.courses[1].id, second);
    EXPECT_THAT(all.intakes, SizeIs(1));
    EXPECT_THAT(all.medicines, SizeIs(1));
    EXPECT_THAT(all.answers, SizeIs(1));
    EXPECT_THAT(diary.engine.longVersion({then, std::nullopt}).courses, SizeIs(1));
}

} // namespace
} // namespace unclench
