// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/helped.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CareSession session(Modality modality, std::optional<int> before, std::optional<int> after)
{
    CareSession one;
    one.modality = modality;
    one.end = Moment{};
    one.painBefore = before;
    one.painAfter = after;
    return one;
}

TEST(Helped, SaysNothingOfFewerThanFiveSessions)
{
    const std::vector<CareSession> four(4, session(Modality::Heat, 6, 4));

    EXPECT_THAT(helped(four), IsEmpty());
}

TEST(Helped, TakesTheMiddleOfFiveAndTheMeanOfTheMiddleTwoOfSix)
{
    std::vector<CareSession> sessions;
    for (const auto& [before, after] : {std::pair{9, 8}, {6, 1}, {2, 2}, {7, 4}, {5, 3}}) {
        sessions.push_back(session(Modality::Heat, before, after));
    }
    EXPECT_THAT(helped(sessions), ElementsAre(Helped{Modality::Heat, 5, 6.0, 3.0}));

    sessions.push_back(session(Modality::Heat, 7, 4));
    EXPECT_THAT(helped(sessions), ElementsAre(Helped{Modality::Heat, 6, 6.5, 3.5}));
}

TEST(Helped, CountsEachMethodForItselfAndOnlyWhereBothPainsWereTold)
{
    std::vector<CareSession> sessions(5, session(Modality::Cold, 5, 6));
    sessions.insert(sessions.end(), 4, session(Modality::Heat, 5, 1));
    sessions.push_back(session(Modality::Heat, 5, std::nullopt));
    sessions.push_back(session(Modality::Heat, std::nullopt, 1));

    EXPECT_THAT(helped(sessions), ElementsAre(Helped{Modality::Cold, 5, 5.0, 6.0}));
}

TEST(Helped, LeavesOutASessionThatStillRuns)
{
    std::vector<CareSession> sessions(5, session(Modality::Heat, 5, 4));
    sessions.back().end.reset();

    EXPECT_THAT(helped(sessions), IsEmpty());
}

} // namespace

} // namespace unclench
