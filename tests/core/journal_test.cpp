// SPDX-License-Identifier: GPL-3.0-or-later
// What a person tells stands in the diary as it was told.
#include "core/diary/check.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::at;
using tests::Diary;
using tests::done;
using tests::noted;
using tests::refusalOf;
using tests::regions;
using tests::spasm;

const Place kLeftBack{"lower_back", Side::Left};
const Place kRightBack{"lower_back", Side::Right};
const Place kHip{"hip", std::nullopt};

TEST(Journal, KeepsEverythingThatIsToldWithASpasm)
{
    Diary diary;
    SpasmDraft draft = spasm(8, {}, regions({kLeftBack}));
    draft.details.triggers = {{"twisting"}};
    draft.details.sudden = true;
    draft.details.spasmLength = 90s;
    draft.note = "while lifting";
    draft.atRest = false;

    const auto saved = done(diary.journal().logSpasm(draft));

    const Course course = diary.course(saved.episode);
    EXPECT_EQ(course.details, draft.details);
    EXPECT_THAT(course.reports, SizeIs(4));
    ASSERT_THAT(course.readings, SizeIs(1));
    EXPECT_EQ(course.readings.front().stamp.id, saved.id);
    EXPECT_EQ(course.readings.front().note, "while lifting");
    EXPECT_EQ(course.readings.front().atRest, false);
}

TEST(Journal, KeepsNotesByteForByte)
{
    Diary diary;
    diary.log(5);
    const std::string notes[] = {"",
                                 " \t\r\n ",
                                 "\xD8\xB8\xD9\x87\xD8\xB1\xD9\x8A \xE2\x80\xAE abc",
                                 "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC \xF0\x9F\x98\xA3",
                                 "e\xCC\x81 is not \xC3\xA9",
                                 "'; DROP TABLE reading; --",
                                 "{\"json\": [1]}"};

    std::vector<std::string> kept;
    for (const std::string& note : notes) {
        diary.clock.pass(1min);
        static_cast<void>(done(diary.journal().addReading(noted(note))));
    }

    const Course course = diary.course(diary.engine.diary().openBout()->episode);
    for (std::size_t i = 1; i < course.readings.size(); ++i) {
        kept.push_back(course.readings[i].note);
    }
    EXPECT_THAT(kept, testing::ElementsAreArray(notes));
}

TEST(Journal, TakesANoteOfExactlyAMebibyte)
{
    Diary diary;
    const auto begun = diary.log(5);

    static_cast<void>(done(diary.journal().addReading(noted(std::string(kLongestNote, 'x')))));

    EXPECT_EQ(kLongestNote, 1'048'576U);
    EXPECT_THAT(diary.course(begun.episode).readings.back().note, SizeIs(1'048'576));
}

TEST(Journal, JoinsRegionsWhileTheEpisodeIsOpen)
{
    Diary diary;
    const auto first = done(diary.journal().logSpasm(spasm(6, {}, regions({kLeftBack}))));
    diary.clock.pass(10min);

    const auto second = done(diary.journal().logSpasm(spasm(7, {}, regions({kHip, kLeftBack}))));

    EXPECT_EQ(second.outcome, SpasmOutcome::ReadingAdded);
    const Course course = diary.course(first.episode);
    EXPECT_THAT(*course.details.regions, ElementsAre(kLeftBack, kHip));
    EXPECT_THAT(course.reports, SizeIs(2));
}

TEST(Journal, JoinsTriggersQualityAndSignsToo)
{
    Diary diary;
    Details morning;
    morning.triggers = {{"twisting"}};
    morning.quality = {{"tight"}};
    morning.signs = {{"knot"}};
    morning.pattern = "sudden";
    Details noon;
    noon.triggers = {{"bending"}};
    noon.quality = {{"sharp"}};
    noon.signs = {{"twitching"}};
    noon.pattern = "constant";

    const auto saved = done(diary.journal().logSpasm(spasm(6, {}, morning)));
    diary.clock.pass(4h);
    static_cast<void>(done(diary.journal().logSpasm(spasm(6, {}, noon))));

    const Details details = diary.course(saved.episode).details;
    EXPECT_THAT(*details.triggers, ElementsAre("twisting", "bending"));
    EXPECT_THAT(*details.quality, ElementsAre("tight", "sharp"));
    EXPECT_THAT(*details.signs, ElementsAre("knot", "twitching"));
    EXPECT_EQ(details.pattern, "constant");
}

TEST(Journal, KeepsBothReportsWhenItChanged)
{
    Diary diary;
    const auto saved = done(diary.journal().logSpasm(spasm(6, {}, regions({kLeftBack}))));
    diary.clock.pass(24h);

    static_cast<void>(done(diary.journal().updateEpisode(saved.episode, regions({kRightBack}),
                                                         std::nullopt, std::nullopt)));

    const Course course = diary.course(saved.episode);
    EXPECT_THAT(*course.details.regions, ElementsAre(kRightBack));
    ASSERT_THAT(course.reports, SizeIs(2));
    EXPECT_EQ(course.reports[0].value, R"(["lower_back:left"])");
    EXPECT_EQ(course.reports[1].value, R"(["lower_back:right"])");
    EXPECT_EQ(tests::loggedChangesOf(*diary.database, course.reports[0].stamp.id), 0);
}

TEST(Journal, ReplacesAReportThatWasTypedWrong)
{
    Diary diary;
    const auto saved = done(diary.journal().logSpasm(spasm(6, {}, regions({kLeftBack}))));
    diary.clock.pass(5min);
    Report report = diary.course(saved.episode).reports.front();
    report.value = R"(["lower_back:right"])";

    static_cast<void>(done(diary.journal().correct(report)));

    const Course course = diary.course(saved.episode);
    EXPECT_THAT(*course.details.regions, ElementsAre(kRightBack));
    EXPECT_THAT(course.reports, SizeIs(1));
    std::string old;
    diary.database->each(
        "SELECT old FROM change_log WHERE record_id = ?",
        [&](SQLite::Statement& row) { old = row.getColumn(0).getString(); },
        report.stamp.id.text());
    EXPECT_THAT(old, testing::HasSubstr("lower_back:left"));
}

TEST(Journal, WritesNoSecondReportForWhatIsToldAgain)
{
    Diary diary;
    const auto saved = done(diary.journal().logSpasm(spasm(6, {}, regions({kLeftBack}))));
    diary.clock.pass(1h);

    static_cast<void>(done(diary.journal().updateEpisode(saved.episode, regions({kLeftBack}),
                                                         std::nullopt, std::nullopt)));

    EXPECT_THAT(diary.course(saved.episode).reports, SizeIs(1));
}

TEST(Journal, LetsAReportOfEarlierStandBeforeALaterOne)
{
    Diary diary;
    const auto saved = done(diary.journal().logSpasm(spasm(6)));
    const Moment early = diary.clock.now().wall + 1h;
    diary.clock.pass(5h);
    static_cast<void>(done(diary.journal().updateEpisode(saved.episode, regions({kRightBack}),
                                                         std::nullopt, std::nullopt)));

    static_cast<void>(done(
        diary.journal().updateEpisode(saved.episode, regions({kLeftBack}), std::nullopt, early)));

    const Course course = diary.course(saved.episode);
    EXPECT_THAT(course.reports, SizeIs(2));
    EXPECT_THAT(*course.details.regions, ElementsAre(kRightBack));
}

TEST(Journal, CorrectsTheLastBeginningWithAnOnset)
{
    Diary diary;
    const auto saved = diary.log(6);
    const Moment earlier = diary.clock.now().wall - 3h;

    static_cast<void>(
        done(diary.journal().updateEpisode(saved.episode, {}, earlier, std::nullopt)));

    EXPECT_EQ(diary.course(saved.episode).onset(), earlier);
}

TEST(Journal, BeginsAnEpisodeAtAnOnsetBeforeTheReading)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall - 20min;

    const auto saved = done(diary.journal().logSpasm(tests::spasmSince(onset, 7)));

    const Course course = diary.course(saved.episode);
    EXPECT_EQ(saved.onset, onset);
    EXPECT_EQ(course.onset(), onset);
    EXPECT_EQ(course.readings.front().at, diary.clock.now().wall);
}

TEST(Journal, EndsTheEpisodeNowOrAtATime)
{
    Diary diary;
    const auto first = diary.log(6);
    const Moment end = diary.clock.now().wall + 1h;
    diary.clock.pass(5h);

    const auto saved = done(diary.journal().endEpisode(end));

    EXPECT_EQ(saved.id, first.episode);
    EXPECT_EQ(saved.at, end);
    EXPECT_EQ(diary.course(first.episode).end(), end);
}

TEST(Journal, PutsWhatIsToldIntoTheEpisodeOfItsTime)
{
    Diary diary;
    const Moment before = diary.clock.now().wall;
    diary.clock.pass(1h);
    const auto spasmSaved = diary.log(6);
    FunctionLimit limit;
    limit.function = "walk";
    limit.level = 2;
    Relief relief;
    relief.method = "heat_pad";
    relief.effect = Effect::Better;

    static_cast<void>(
        done(diary.journal().tell(tests::symptom("foot_drop", Side::Left), std::nullopt)));
    static_cast<void>(done(diary.journal().tell(tests::symptom("fever"), before)));
    static_cast<void>(done(diary.journal().tell(limit, std::nullopt)));
    static_cast<void>(done(diary.journal().tell(relief, std::nullopt)));

    const auto symptoms = diary.engine.diary().dated<Symptom>({});
    ASSERT_THAT(symptoms, SizeIs(2));
    EXPECT_EQ(symptoms[0].symptom, "fever");
    EXPECT_FALSE(symptoms[0].episode);
    EXPECT_EQ(symptoms[1].side, Side::Left);
    EXPECT_EQ(symptoms[1].episode, spasmSaved.episode);
    EXPECT_EQ(diary.engine.diary().dated<FunctionLimit>({}).front().episode, spasmSaved.episode);
    EXPECT_EQ(diary.engine.diary().dated<Relief>({}).front().effect, Effect::Better);
}

TEST(Journal, KeepsMeasurementsInTheirUnitAndConditionsThatWent)
{
    Diary diary;
    Condition condition;
    condition.condition = "diabetes";
    condition.isPresent = false;

    static_cast<void>(done(diary.journal().tell(
        tests::measurement(Quantity::Temperature, 38.0, Unit::Fahrenheit), std::nullopt)));
    static_cast<void>(done(diary.journal().tell(condition, std::nullopt)));

    const auto measured = diary.engine.diary().dated<Measurement>({});
    ASSERT_THAT(measured, SizeIs(1));
    EXPECT_EQ(measured.front().value, 38.0);
    EXPECT_EQ(measured.front().told, Unit::Fahrenheit);
    EXPECT_FALSE(diary.engine.diary().dated<Condition>({}).front().isPresent);
}

TEST(Journal, DatesAProcedureByTheDaysSince)
{
    Diary diary;
    const Moment now = diary.clock.now().wall;

    static_cast<void>(done(diary.journal().procedure(0, std::nullopt)));
    const auto saved = done(diary.journal().procedure(90, std::nullopt));

    EXPECT_EQ(saved.at, now - days{90});
    const auto kept = diary.engine.diary().dated<Procedure>({});
    ASSERT_THAT(kept, SizeIs(2));
    EXPECT_EQ(kept[0].at, now - days{90});
    EXPECT_EQ(kept[0].told, now);
    EXPECT_EQ(kept[1].at, now);
}

TEST(PainFreeDay, IsKeptOnce)
{
    Diary diary;

    const auto first = done(diary.journal().painFreeDay(std::nullopt));
    diary.clock.pass(5h);
    const auto second = done(diary.journal().painFreeDay(std::nullopt));

    EXPECT_FALSE(first.wasThere);
    EXPECT_TRUE(second.wasThere);
    EXPECT_EQ(second.id, first.id);
    EXPECT_THAT(second.undo.edits, IsEmpty());
    EXPECT_THAT(diary.engine.diary().dated<PainFreeDay>({}), SizeIs(1));
}

TEST(PainFreeDay, IsRefusedForADayWithPainAndNamesIt)
{
    Diary diary;
    const Moment onset = diary.clock.now().wall;
    diary.log(6);
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(10h);

    const auto result = diary.journal().painFreeDay(std::nullopt);

    EXPECT_EQ(refusalOf(result), ProblemKind::PainThatDay);
    EXPECT_EQ(std::get<Problems>(result).front().moment, onset);
}

TEST(PainFreeDay, IsRefusedWhileAnEpisodeIsOpen)
{
    Diary diary;
    diary.log(6);
    diary.clock.pass(days{3});

    EXPECT_EQ(refusalOf(diary.journal().painFreeDay(std::nullopt)), ProblemKind::EpisodeOpen);
}

TEST(PainFreeDay, CanBeTheDayBeforeOrAfterAnEpisode)
{
    Diary diary;
    const Moment yesterday = diary.clock.now().wall - days{1};
    diary.log(6);
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(days{1});

    EXPECT_EQ(done(diary.journal().painFreeDay(yesterday)).at, yesterday);
    EXPECT_FALSE(done(diary.journal().painFreeDay(std::nullopt)).wasThere);
}

TEST(PainFreeDay, IsTheLocalDayOfItsTime)
{
    Diary diary;
    static_cast<void>(done(diary.journal().painFreeDay(at("2026-03-01T23:59+01:00"))));

    EXPECT_FALSE(done(diary.journal().painFreeDay(at("2026-03-02T00:00+01:00"))).wasThere);
    EXPECT_TRUE(done(diary.journal().painFreeDay(at("2026-03-01T00:00+01:00"))).wasThere);
}

} // namespace
} // namespace unclench
