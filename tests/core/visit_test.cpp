// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments, ahead and past, and what a doctor asks that no episode tells.
#include "core/diary/check.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::local_days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;
using tests::at;
using tests::Diary;
using tests::done;
using tests::liveRows;
using tests::refusalOf;

/// With Dr Weber at 09:00 on a day of March 2026; the diary's clock begins on 2 March at 08:00.
Visit on(const char* day, std::string provider = "Dr Weber")
{
    Visit visit;
    visit.at = at(std::string{"2026-03-"} + day + "T09:00+01:00");
    visit.provider = std::move(provider);
    return visit;
}

Visit stored(Diary& diary, const Uuid& id)
{
    for (const Visit& visit : diary.engine.diary().visits()) {
        if (visit.stamp.id == id) {
            return visit;
        }
    }
    ADD_FAILURE() << "no such visit";
    return {};
}

Saved keep(Diary& diary, const Visit& visit)
{
    return done(diary.journal().keepVisit(visit));
}

BackgroundEntry entry(BackgroundTopic topic, std::string text)
{
    BackgroundEntry entry;
    entry.topic = topic;
    entry.text = std::move(text);
    return entry;
}

TEST(Visits, AreKeptAsTheyWerePrepared)
{
    Diary diary;
    Visit visit = on("20");
    visit.goal = "Sleep through";
    visit.questions = "Why at night?\nIs work safe?";
    visit.fromDay = "2026-01-01";
    visit.toDay = "2026-03-01";
    visit.sections = "where,notes";
    visit.isLong = true;
    visit.shownName = ReportName::Initials;

    const Saved saved = keep(diary, visit);

    const auto kept = diary.engine.diary().visits();
    ASSERT_THAT(kept, SizeIs(1));
    visit.stamp = kept.front().stamp;
    EXPECT_EQ(kept.front(), visit);
    EXPECT_EQ(saved.id, visit.stamp.id);
    EXPECT_EQ(saved.at, visit.at);
}

TEST(Visits, StandWithTheLatestFirst)
{
    Diary diary;
    const Uuid middle = keep(diary, on("10")).id;
    const Uuid last = keep(diary, on("20")).id;
    const Uuid first = keep(diary, on("01")).id;

    std::vector<Uuid> order;
    for (const Visit& visit : diary.engine.diary().visits()) {
        order.push_back(visit.stamp.id);
    }

    EXPECT_THAT(order, ElementsAre(last, middle, first));
}

TEST(Visits, AreChangedAndTakenBack)
{
    Diary diary;
    const Uuid id = keep(diary, on("20")).id;
    Visit changed = stored(diary, id);
    changed.goal = "Sleep through";
    changed.at = changed.at + 24h;

    const Saved saved = keep(diary, changed);

    EXPECT_EQ(saved.id, id);
    EXPECT_EQ(stored(diary, id).goal, "Sleep through");
    EXPECT_EQ(tests::loggedChangesOf(*diary.database, id), 1);
    static_cast<void>(done(diary.journal().revert(saved.undo)));
    EXPECT_EQ(stored(diary, id).goal, "");
    EXPECT_EQ(stored(diary, id).at, on("20").at);
}

TEST(Visits, StandOnceForEachMinuteAndProvider)
{
    Diary diary;
    const Uuid id = keep(diary, on("20")).id;
    Visit again = on("20", "DR WEBER");
    again.at = again.at + 59s;

    const Saved second = keep(diary, again);
    const Saved unchanged = keep(diary, stored(diary, id));

    EXPECT_TRUE(second.wasThere);
    EXPECT_EQ(second.id, id);
    EXPECT_TRUE(unchanged.wasThere);
    EXPECT_EQ(tests::loggedChangesOf(*diary.database, id), 0);
    EXPECT_FALSE(keep(diary, on("20", "Physiotherapy")).wasThere);
    again.at = again.at + 1s;
    EXPECT_FALSE(keep(diary, again).wasThere);
    EXPECT_THAT(diary.engine.diary().visits(), SizeIs(3));
}

TEST(Visits, AreDeletedAndComeBack)
{
    Diary diary;
    const Uuid id = keep(diary, on("20")).id;
    const Visit before = stored(diary, id);
    static_cast<void>(done(diary.journal().remove(RecordKind::Visit, id)));

    EXPECT_THAT(diary.engine.diary().visits(), IsEmpty());
    EXPECT_EQ(refusalOf(diary.journal().keepVisit(before)), ProblemKind::NotThere);
    EXPECT_EQ(refusalOf(diary.journal().finishVisit(before, std::nullopt)), ProblemKind::NotThere);
    static_cast<void>(done(diary.journal().restore(RecordKind::Visit, id)));
    EXPECT_THAT(diary.engine.diary().visits(), SizeIs(1));
}

TEST(Visits, AreFinishedWithTheNextOneInOneStep)
{
    Diary diary;
    Visit visit = on("01");
    visit.sections = "where,notes";
    visit.isLong = true;
    visit.shownName = ReportName::Full;
    visit = stored(diary, keep(diary, visit).id);
    visit.said = "Keep moving";
    visit.toDo = "Walk each day";
    const auto before = liveRows(*diary.database);

    const Saved saved = done(diary.journal().finishVisit(visit, on("20").at));

    const auto visits = diary.engine.diary().visits();
    ASSERT_THAT(visits, SizeIs(2));
    EXPECT_FALSE(visits[0].isOver);
    EXPECT_EQ(visits[0].at, on("20").at);
    EXPECT_EQ(visits[0].provider, "Dr Weber");
    EXPECT_EQ(visits[0].sections, "where,notes");
    EXPECT_TRUE(visits[0].isLong);
    EXPECT_EQ(visits[0].shownName, ReportName::Full);
    EXPECT_TRUE(visits[1].isOver);
    EXPECT_EQ(visits[1].said, "Keep moving");
    EXPECT_EQ(visits[1].toDo, "Walk each day");
    EXPECT_EQ(saved.id, visits[1].stamp.id);
    static_cast<void>(done(diary.journal().revert(saved.undo)));
    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(Visits, AreFinishedOnceAndTheNextOneIsAddedOnce)
{
    Diary diary;
    const Uuid id = keep(diary, on("01")).id;
    static_cast<void>(done(diary.journal().finishVisit(stored(diary, id), on("20").at)));

    const Saved again = done(diary.journal().finishVisit(stored(diary, id), on("20").at));

    EXPECT_TRUE(again.wasThere);
    EXPECT_THAT(diary.engine.diary().visits(), SizeIs(2));
}

TEST(Visits, AreNotFinishedBeforeTheyHaveBeen)
{
    Diary diary;
    const Visit ahead = stored(diary, keep(diary, on("20")).id);
    const Visit past = stored(diary, keep(diary, on("01")).id);
    const auto before = liveRows(*diary.database);

    EXPECT_EQ(refusalOf(diary.journal().finishVisit(ahead, std::nullopt)),
              ProblemKind::InTheFuture);
    EXPECT_EQ(refusalOf(diary.journal().finishVisit(past, past.at)), ProblemKind::EndBeforeBegin);
    EXPECT_EQ(liveRows(*diary.database), before);
}

TEST(Visits, ThatAreOverCanBeAddedToAfterTheClockWasSetBack)
{
    Diary diary;
    diary.clock.pass(days{30});
    Visit visit = on("20");
    visit.isOver = true;
    visit = stored(diary, keep(diary, visit).id);
    diary.clock.setWall(at("2026-03-02T08:00+01:00"));
    visit.said = "Keep moving";

    static_cast<void>(keep(diary, visit));

    EXPECT_EQ(stored(diary, visit.stamp.id).said, "Keep moving");
    visit.at = visit.at + 1h;
    EXPECT_EQ(refusalOf(diary.journal().keepVisit(visit)), ProblemKind::InTheFuture);
}

TEST(Visits, KnowTheLastOneThatIsOverBeforeAMoment)
{
    Diary diary;
    diary.clock.pass(days{30});
    for (const char* day : {"05", "10", "15"}) {
        Visit visit = on(day);
        visit.isOver = std::string_view{day} != "15";
        static_cast<void>(keep(diary, visit));
    }
    DiaryStore& store = diary.engine.diary();

    EXPECT_EQ(store.lastVisitBefore(on("20").at.utc).value_or(Visit{}).at, on("10").at);
    EXPECT_EQ(store.lastVisitBefore(on("10").at.utc).value_or(Visit{}).at, on("05").at);
    EXPECT_FALSE(store.lastVisitBefore(on("05").at.utc));
}

TEST(Visits, AheadOrLongAgoWakeNoRule)
{
    Diary diary;
    static_cast<void>(done(diary.journal().tell(tests::symptom("fever"), std::nullopt)));
    const auto alerts = [&] {
        return diary.database->number("SELECT count(*) FROM alert_step") * 1000 +
               diary.database->number("SELECT count(*) FROM alert");
    };
    const auto before = alerts();
    const Chronicle chronicle = diary.engine.chronicle();
    const auto deadline = diary.engine.alerts().nextDeadline();

    Visit past = on("01");
    past.at = at("2016-03-01T09:00+01:00");
    static_cast<void>(keep(diary, past));
    Visit ahead = on("20");
    ahead.at = at("2036-03-01T09:00+01:00");
    static_cast<void>(keep(diary, ahead));

    EXPECT_EQ(alerts(), before);
    EXPECT_EQ(diary.engine.chronicle().toldDays, chronicle.toldDays);
    EXPECT_EQ(diary.engine.alerts().nextDeadline(), deadline);
    const Saved symptom = done(diary.journal().tell(tests::symptom("fever"), std::nullopt));
    EXPECT_EQ(symptom.at, diary.clock.now().wall);
    EXPECT_FALSE(symptom.isClockBehind);
}

struct VisitFault {
    const char* name;
    void (*spoil)(Visit&);
    ProblemKind kind;
    const char* field;

    friend void PrintTo(const VisitFault& c, std::ostream* out) { *out << c.name; }
};

class FaultyVisit : public testing::TestWithParam<VisitFault> {};

TEST_P(FaultyVisit, IsRefused)
{
    Diary diary;
    Visit visit = on("20");
    GetParam().spoil(visit);

    const auto result = diary.journal().keepVisit(visit);

    ASSERT_TRUE(std::holds_alternative<Problems>(result));
    const Problems& problems = std::get<Problems>(result);
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(problems.front().kind, GetParam().kind);
    EXPECT_EQ(problems.front().field, GetParam().field);
    EXPECT_THAT(diary.engine.diary().visits(), IsEmpty());
}

const VisitFault kVisitFaults[] = {
    {"over and still ahead", [](Visit& v) { v.isOver = true; }, ProblemKind::InTheFuture, "visit"},
    {"before 1970", [](Visit& v) { v.at.utc = UtcTime{-1ms}; }, ProblemKind::OutOfRange, "at"},
    {"a provider over 1000 bytes", [](Visit& v) { v.provider = std::string(1001, 'x'); },
     ProblemKind::TooLong, "provider"},
    {"a goal over 20,000 bytes", [](Visit& v) { v.goal = std::string(20'001, 'x'); },
     ProblemKind::TooLong, "goal"},
    {"questions over 20,000 bytes", [](Visit& v) { v.questions = std::string(20'001, 'x'); },
     ProblemKind::TooLong, "questions"},
    {"what was said over 20,000 bytes", [](Visit& v) { v.said = std::string(20'001, 'x'); },
     ProblemKind::TooLong, "said"},
    {"what to do over 20,000 bytes", [](Visit& v) { v.toDo = std::string(20'001, 'x'); },
     ProblemKind::TooLong, "to_do"},
    {"a goal that is not UTF-8", [](Visit& v) { v.goal = "\xFF"; }, ProblemKind::NotUtf8, "goal"},
    {"a goal that holds NUL", [](Visit& v) { v.goal = std::string(1, '\0'); },
     ProblemKind::HoldsNul, "goal"},
    {"four questions", [](Visit& v) { v.questions = "a\nb\nc\nd"; }, ProblemKind::OutOfRange,
     "question"},
    {"from a day that is none", [](Visit& v) { v.fromDay = "2026-02-30"; }, ProblemKind::Unreadable,
     "from_day"},
    {"to a day that is none", [](Visit& v) { v.toDay = "today"; }, ProblemKind::Unreadable,
     "to_day"},
    {"to before from",
     [](Visit& v) {
         v.fromDay = "2026-03-02";
         v.toDay = "2026-03-01";
     },
     ProblemKind::EndBeforeBegin, "to_day"},
    {"a section that nobody knows", [](Visit& v) { v.sections = "where,weather"; },
     ProblemKind::UnknownId, "section"},
};
INSTANTIATE_TEST_SUITE_P(All,
                         FaultyVisit,
                         testing::ValuesIn(kVisitFaults),
                         tests::caseName<VisitFault>);

TEST(Visits, TakeTheLongestTextsAndThreeQuestionsAmongBlankLines)
{
    Diary diary;
    Visit visit = on("20");
    visit.goal = visit.said = visit.toDo = std::string(Visit::kMostText, 'x');
    visit.questions = "\n  \n Why at night? \r\nIs work safe?\n\t\nWhat next?\n";
    visit.fromDay = visit.toDay = "2026-03-02";
    visit.sections.clear();

    const Visit kept = stored(diary, keep(diary, visit).id);

    EXPECT_THAT(questionsOf(kept), ElementsAre("Why at night?", "Is work safe?", "What next?"));
    EXPECT_THAT(reportSections(kept), IsEmpty());
}

TEST(ReportSections, StandInTheOrderOfThePageAndPassOverWhatNobodyKnows)
{
    Visit visit;
    visit.sections = "notes,weather,where,notes,";

    EXPECT_THAT(reportSections(visit), ElementsAre(ReportSection::Where, ReportSection::Notes));
    EXPECT_THAT(reportSections(Visit{}), SizeIs(kNames<ReportSection>.size() - 1));
}

TEST(VisitDays, GoBackToTheLastVisitThatIsOver)
{
    const Moment now = at("2026-03-02T00:30+01:00");
    const local_days today = now.localDay();
    Visit last;
    last.at = at("2026-02-01T23:30+01:00");

    EXPECT_EQ(visitDays({}, last, today - days{1000}, now), (VisitDays{last.at.localDay(), today}));
}

TEST(VisitDays, GoBackHalfAYearWhereThereWasNone)
{
    const Moment now = at("2026-03-02T00:30+01:00");
    const local_days today = now.localDay();

    EXPECT_EQ(visitDays({}, {}, today - days{1000}, now), (VisitDays{today - days{180}, today}));
    EXPECT_EQ(visitDays({}, {}, today - days{20}, now), (VisitDays{today - days{20}, today}));
}

TEST(VisitDays, EndWithAVisitThatIsOver)
{
    const Moment now = at("2026-03-02T00:30+01:00");
    Visit visit;
    visit.at = at("2025-12-01T09:00+01:00");
    visit.isOver = true;
    const local_days day = visit.at.localDay();

    EXPECT_EQ(visitDays(visit, {}, day - days{1000}, now), (VisitDays{day - days{180}, day}));
}

TEST(VisitDays, AreTheirOwnWhereTheyAreGiven)
{
    const Moment now = at("2026-03-02T00:30+01:00");
    const local_days today = now.localDay();
    Visit visit;
    visit.fromDay = "2026-01-05";
    EXPECT_EQ(visitDays(visit, {}, today, now), (VisitDays{local_days{2026y / 1 / 5}, today}));

    visit.toDay = "2026-01-20";
    EXPECT_EQ(visitDays(visit, {}, today, now),
              (VisitDays{local_days{2026y / 1 / 5}, local_days{2026y / 1 / 20}}));

    visit.fromDay.clear();
    EXPECT_EQ(visitDays(visit, {}, today, now),
              (VisitDays{local_days{2026y / 1 / 20}, local_days{2026y / 1 / 20}}));
}

TEST(Background, HoldsTheLastToldOfEachTopicAndNoneThatIsEmpty)
{
    Diary diary;
    const auto tell = [&](BackgroundTopic topic, std::string text) {
        diary.clock.pass(1min);
        static_cast<void>(done(diary.journal().tell(entry(topic, std::move(text)), std::nullopt)));
    };
    tell(BackgroundTopic::FirstBegan, "2019");
    tell(BackgroundTopic::Allergies, "Penicillin");
    tell(BackgroundTopic::FirstBegan, "2018, after a fall");
    tell(BackgroundTopic::TestsDone, "X-ray 2020");
    tell(BackgroundTopic::TestsDone, "");

    EXPECT_THAT(diary.engine.diary().background(),
                ElementsAre(Pair(BackgroundTopic::FirstBegan, "2018, after a fall"),
                            Pair(BackgroundTopic::Allergies, "Penicillin")));
    EXPECT_THAT(diary.engine.diary().backgroundEntries(), SizeIs(5));
}

TEST(Background, IsTakenBackByUndo)
{
    Diary diary;
    static_cast<void>(
        done(diary.journal().tell(entry(BackgroundTopic::Allergies, "Nuts"), std::nullopt)));
    diary.clock.pass(1min);
    const Saved saved =
        done(diary.journal().tell(entry(BackgroundTopic::Allergies, "None"), std::nullopt));

    static_cast<void>(done(diary.journal().revert(saved.undo)));

    EXPECT_EQ(diary.engine.diary().background().at(BackgroundTopic::Allergies), "Nuts");
}

TEST(Background, StandsAsToldLastAlsoWhereTheClockWasSetBack)
{
    Diary diary;
    static_cast<void>(
        done(diary.journal().tell(entry(BackgroundTopic::Allergies, "Nuts"), std::nullopt)));
    diary.clock.setWall(at("2026-03-01T08:00+01:00"));

    const Saved saved =
        done(diary.journal().tell(entry(BackgroundTopic::Allergies, "None"), std::nullopt));

    EXPECT_TRUE(saved.isClockBehind);
    EXPECT_EQ(diary.engine.diary().background().at(BackgroundTopic::Allergies), "None");
    const Saved symptom = done(diary.journal().tell(tests::symptom("fever"), std::nullopt));
    EXPECT_FALSE(symptom.isClockBehind) << "no rule looks at the background";
}

TEST(Background, IsRefusedInTheFutureAndWhereItIsTooLong)
{
    Diary diary;
    const Moment soon = diary.clock.now().wall + 1ms;

    EXPECT_EQ(refusalOf(diary.journal().tell(entry(BackgroundTopic::Allergies, "Nuts"), soon)),
              ProblemKind::InTheFuture);
    EXPECT_EQ(
        refusalOf(diary.journal().tell(
            entry(BackgroundTopic::Allergies, std::string(BackgroundEntry::kMostText + 1, 'x')),
            std::nullopt)),
        ProblemKind::TooLong);
    EXPECT_THAT(diary.engine.diary().background(), IsEmpty());
}

} // namespace
} // namespace unclench
