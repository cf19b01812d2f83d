// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/decision.h"

#include "tests/support/case_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {

namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const CareRules& rules()
{
    return CareRules::builtIn();
}

Situation recurrent(Ago age = 10min)
{
    Situation situation;
    situation.episode = OpenEpisode{age, false, false};
    return situation;
}

Situation firstEver(Ago age = 10min)
{
    Situation situation;
    situation.episode = OpenEpisode{age, true, false};
    return situation;
}

PastSession past(Modality modality, Ago begin, Ago end)
{
    PastSession session;
    session.modality = modality;
    session.begin = begin;
    session.end = end;
    session.isOfEpisode = true;
    session.isFeelingNormal = true;
    return session;
}

CareStatus heatOf(const Situation& situation)
{
    return decide(rules(), situation).heat.status;
}
CareStatus coldOf(const Situation& situation)
{
    return decide(rules(), situation).cold.status;
}

TEST(CareDecision, WithoutAnEpisodeBothAreAllowedAndNoneIsRecommended)
{
    EXPECT_EQ(heatOf({}), CareStatus::Allowed);
    EXPECT_EQ(coldOf({}), CareStatus::Allowed);
}

TEST(CareDecision, TheRestOfTheSkinEndsAfterHalfAnHourExactly)
{
    Situation situation = recurrent(5h);
    situation.sessions = {past(Modality::Heat, 4h + 59min, 30min - 1ms)};
    const CareDecision resting = decide(rules(), situation).heat;
    situation.sessions.front().end = 30min;

    EXPECT_EQ(resting.status, CareStatus::Blocked);
    EXPECT_EQ(resting.wait, 1ms);
    EXPECT_THAT(resting.because, ElementsAre(care_reason::kSkinRest));
    EXPECT_EQ(heatOf(situation), CareStatus::Recommended);
}

TEST(CareDecision, HeatAfterColdWaitsForTheRestFirstAndThenForTheWordThatTheSkinFeelsNormal)
{
    Situation situation = recurrent(5h);
    situation.sessions = {past(Modality::Cold, 40min, 25min)};
    situation.sessions.front().isFeelingNormal = false;

    EXPECT_THAT(decide(rules(), situation).heat.because, ElementsAre(care_reason::kSkinRest));
    EXPECT_EQ(decide(rules(), situation).heat.wait, 5min);

    const Situation rested = later(situation, 5min);
    EXPECT_THAT(decide(rules(), rested).heat.because,
                ElementsAre(care_reason::kFeelingNotConfirmed));
    EXPECT_FALSE(decide(rules(), rested).heat.wait);
    EXPECT_EQ(coldOf(rested), CareStatus::Allowed);
}

TEST(CareDecision, HeatAfterColdIsAtMostFifteenMinutes)
{
    Situation situation = recurrent(5h);
    situation.sessions = {past(Modality::Cold, 2h, 105min)};

    EXPECT_EQ(decide(rules(), situation).heat.most, 15min);
    EXPECT_EQ(decide(rules(), situation).cold.most, 20min);
    EXPECT_FALSE(decide(rules(), situation).heat.needsCaution);
}

TEST(CareDecision, NoTimeIsGivenWhereSomethingElseThanTimeBlocks)
{
    Situation situation = recurrent(5h);
    situation.sessions = {past(Modality::Heat, 20min, 5min)};
    situation.skin = Skin::Pink;
    const CareDecision heat = decide(rules(), situation).heat;

    EXPECT_THAT(heat.because, ElementsAre(care_reason::kSkinNotNormal, care_reason::kSkinRest));
    EXPECT_FALSE(heat.wait);
}

TEST(CareDecision, AnInjuryOfTheSkinBlocksForADayAndUntilItIsNormal)
{
    Situation situation = recurrent(48h);
    situation.skin = Skin::Blister;
    situation.skinInjury = 23h + 59min;
    EXPECT_EQ(coldOf(situation), CareStatus::Blocked);

    situation.skin = Skin::Normal;
    EXPECT_EQ(decide(rules(), situation).cold.wait, 1min);

    EXPECT_EQ(coldOf(later(situation, 1min)), CareStatus::Allowed);
}

TEST(CareDecision, WhatRaisedThePainStaysBlockedInItsEpisodeOnly)
{
    Situation situation = recurrent(5h);
    situation.sessions = {past(Modality::Heat, 4h, 3h)};
    situation.sessions.front().hasRaisedPain = true;
    EXPECT_THAT(decide(rules(), situation).heat.because, ElementsAre(care_reason::kHeatRaisedPain));
    EXPECT_EQ(decide(rules(), situation).cold.protocol, "cold_only");
    EXPECT_EQ(coldOf(situation), CareStatus::Recommended);

    situation.sessions.front().isOfEpisode = false;
    EXPECT_EQ(heatOf(later(situation, 1h)), CareStatus::Recommended);
}

TEST(CareDecision, WhereBothRaisedThePainNoneIsLeft)
{
    Situation situation = recurrent(9h);
    situation.sessions = {past(Modality::Heat, 8h, 7h), past(Modality::Cold, 4h, 3h)};
    situation.sessions[0].hasRaisedPain = true;
    situation.sessions[1].hasRaisedPain = true;

    EXPECT_EQ(heatOf(situation), CareStatus::Blocked);
    EXPECT_EQ(coldOf(situation), CareStatus::Blocked);
}

TEST(CareDecision, AnEmergencyBlocksBothWithoutATime)
{
    Situation situation = recurrent();
    situation.isEmergencyOpen = true;

    EXPECT_THAT(decide(rules(), situation).heat.because, ElementsAre(care_reason::kEmergencyOpen));
    EXPECT_FALSE(decide(rules(), situation).cold.wait);
}

TEST(CareDecision, WhatIsUrgentRecommendsNothing)
{
    Situation situation = recurrent();
    situation.isUrgentOpen = true;

    EXPECT_EQ(heatOf(situation), CareStatus::Allowed);
    EXPECT_THAT(decide(rules(), situation).heat.because, Contains(care_reason::kUrgentOpen));
}

TEST(CareDecision, TheNinthInADayIsNotRecommended)
{
    Situation situation = firstEver(20h);
    for (int i = 1; i <= 8; ++i) {
        situation.sessions.push_back(past(Modality::Cold, i * 2h, i * 2h - 15min));
    }
    EXPECT_EQ(coldOf(situation), CareStatus::Allowed);
    EXPECT_THAT(decide(rules(), situation).cold.because, Contains(care_reason::kSoftCap));

    situation.sessions.back().begin = 24h;
    EXPECT_EQ(coldOf(situation), CareStatus::Recommended);
}

TEST(CareDecision, AClinicianFreesWhatNeedsOneAndNothingElse)
{
    Situation situation = recurrent();
    situation.conditions = {"raynaud", "broken_skin"};
    situation.clinicianOk = {"cold:raynaud", "cold:broken_skin"};
    EXPECT_THAT(decide(rules(), situation).cold.because, ElementsAre("broken_skin"));

    situation.conditions = {"raynaud"};
    const CareDecision cold = decide(rules(), situation).cold;
    EXPECT_EQ(cold.status, CareStatus::Allowed);
    EXPECT_TRUE(cold.needsCaution);
    EXPECT_EQ(cold.most, 15min);
}

TEST(CareDecision, ABathIsDecidedWhenItIsChosen)
{
    Situation situation = recurrent();
    situation.conditions = {"heart_failure"};
    EXPECT_EQ(decide(rules(), situation).heat.status, CareStatus::Recommended);
    EXPECT_EQ(decide(rules(), situation, CareKind::Bath).heat.status, CareStatus::Blocked);
    EXPECT_EQ(decide(rules(), situation, CareKind::Shower).heat.status, CareStatus::Blocked);

    situation.conditions = {"multiple_sclerosis"};
    EXPECT_EQ(decide(rules(), situation, CareKind::Bath).heat.status, CareStatus::Blocked);
    EXPECT_EQ(decide(rules(), situation, CareKind::Pad).heat.status, CareStatus::Recommended);
}

TEST(CareDecision, BleedingCountsWithAnInjury)
{
    Situation situation = recurrent();
    situation.hasBloodThinner = true;
    EXPECT_EQ(heatOf(situation), CareStatus::Recommended);

    situation.episode->hasInjury = true;
    EXPECT_THAT(decide(rules(), situation).heat.because, ElementsAre("anticoagulant"));
}

TEST(CareDecision, AMedicineThatMakesDrowsyCountsForEightHours)
{
    Situation situation = recurrent();
    situation.sedating = {8h - 1ms};
    EXPECT_TRUE(decide(rules(), situation).heat.needsCaution);
    EXPECT_FALSE(decide(rules(), later(situation, 1ms)).heat.needsCaution);
}

TEST(CareDecision, AnOpioidPatchCountsAnywhereAnotherOneAtThePlace)
{
    Situation situation = recurrent();
    situation.patches = {{1h, false, false}};
    EXPECT_EQ(heatOf(situation), CareStatus::Recommended);
    situation.patches = {{1h, false, true}};
    EXPECT_EQ(heatOf(situation), CareStatus::Blocked);
    situation.patches = {{1h, true, false}};
    EXPECT_EQ(heatOf(situation), CareStatus::Blocked);
    EXPECT_TRUE(decide(rules(), situation).cold.needsCaution);
}

struct AgeCase {
    const char* name;
    int age;
    CareStatus heat;
    bool needsCaution;
};
class CareByAge : public testing::TestWithParam<AgeCase> {};
TEST_P(CareByAge, IsAsTheTableSays)
{
    Situation situation = recurrent();
    situation.age = GetParam().age;
    EXPECT_EQ(heatOf(situation), GetParam().heat);
    EXPECT_EQ(decide(rules(), situation).heat.needsCaution, GetParam().needsCaution);
}
INSTANTIATE_TEST_SUITE_P(All,
                         CareByAge,
                         testing::Values(AgeCase{"17", 17, CareStatus::Blocked, false},
                                         AgeCase{"18", 18, CareStatus::Recommended, false},
                                         AgeCase{"64", 64, CareStatus::Recommended, false},
                                         AgeCase{"65", 65, CareStatus::Recommended, true}),
                         tests::caseName<AgeCase>);

TEST(CareDecision, FreshSwellingWaitsForTwoDaysThenForThreeAndThenTakesCare)
{
    Situation situation = recurrent();
    situation.swelling = 47h;
    EXPECT_EQ(decide(rules(), situation).heat.wait, 1h);
    EXPECT_EQ(coldOf(situation), CareStatus::Recommended);
    EXPECT_EQ(decide(rules(), later(situation, 1h)).heat.wait, 24h);
    const CareDecision heat = decide(rules(), later(situation, 25h)).heat;
    EXPECT_EQ(heat.status, CareStatus::Recommended);
    EXPECT_TRUE(heat.needsCaution);
}

TEST(CareDecision, SaysWhenTimeAloneChangesIt)
{
    EXPECT_FALSE(nextChange(rules(), Situation{}));
    EXPECT_EQ(nextChange(rules(), firstEver(47h)), 1h);
    Situation situation = recurrent(72h);
    situation.sessions = {past(Modality::Heat, 20min, 10min)};
    EXPECT_EQ(nextChange(rules(), situation), 20min);
}

TEST(CarePlan, NamesTheNextTimesIfEachIsTaken)
{
    EXPECT_THAT(planAhead(rules(), recurrent(), 9h, 9),
                ElementsAre(PlannedCare{Modality::Heat, 0min}, PlannedCare{Modality::Heat, 4h},
                            PlannedCare{Modality::Heat, 8h}));
    Situation emergency = recurrent();
    emergency.isEmergencyOpen = true;
    EXPECT_THAT(planAhead(rules(), emergency, 9h, 9), IsEmpty());
}

TEST(CarePlan, NeverNamesWhatIsBlocked)
{
    Situation situation = firstEver();
    situation.conditions = {"cold_urticaria"};
    for (const PlannedCare& planned : planAhead(rules(), situation, 60h, 40)) {
        EXPECT_EQ(planned.modality, Modality::Heat);
        EXPECT_GE(planned.in, 48h - 10min);
    }
}

} // namespace

} // namespace unclench
