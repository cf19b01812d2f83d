// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/repeats.h"
#include "core/care/offers.h"
#include "tests/support/test_clock.h"

#include <gtest/gtest.h>

namespace unclench {

namespace {

using namespace std::chrono_literals;
using tests::at;

CareDecisions recommending(std::optional<Modality> modality)
{
    CareDecisions decisions;
    if (modality) {
        (*modality == Modality::Heat ? decisions.heat : decisions.cold).status =
            CareStatus::Recommended;
    }
    return decisions;
}

class OffersTest : public testing::Test {
protected:
    std::optional<Modality> offerAt(const char* time, std::optional<Modality> modality)
    {
        return offers.offer(recommending(modality), at(time));
    }
    Offers offers;
};

TEST_F(OffersTest, OffersOnceEachTimeItBecomesRecommended)
{
    EXPECT_EQ(offerAt("2026-03-02T10:00+01:00", Modality::Heat), Modality::Heat);
    EXPECT_FALSE(offerAt("2026-03-02T10:05+01:00", Modality::Heat));
    offers.answered();
    EXPECT_FALSE(offerAt("2026-03-02T10:10+01:00", std::nullopt));
    EXPECT_EQ(offerAt("2026-03-02T14:00+01:00", Modality::Heat), Modality::Heat);
}

TEST_F(OffersTest, KeepsQuietAtNightAndOffersInTheMorning)
{
    EXPECT_FALSE(offerAt("2026-03-02T22:00+01:00", Modality::Heat));
    EXPECT_FALSE(offerAt("2026-03-03T06:59+01:00", Modality::Heat));
    EXPECT_EQ(offerAt("2026-03-03T07:00+01:00", Modality::Heat), Modality::Heat);
    offers.answered();
    EXPECT_FALSE(offerAt("2026-03-03T12:00+01:00", std::nullopt));
    EXPECT_EQ(offerAt("2026-03-03T21:59+01:00", Modality::Cold), Modality::Cold);
}

TEST_F(OffersTest, FallsSilentAfterTwoWithoutAnAnswer)
{
    EXPECT_TRUE(offerAt("2026-03-02T08:00+01:00", Modality::Heat));
    EXPECT_FALSE(offerAt("2026-03-02T08:20+01:00", std::nullopt));
    EXPECT_TRUE(offerAt("2026-03-02T12:00+01:00", Modality::Heat));
    EXPECT_FALSE(offerAt("2026-03-02T12:20+01:00", std::nullopt));
    EXPECT_FALSE(offerAt("2026-03-02T16:00+01:00", Modality::Heat));
    offers.answered();
    EXPECT_FALSE(offerAt("2026-03-02T16:20+01:00", std::nullopt));
    EXPECT_TRUE(offerAt("2026-03-02T20:00+01:00", Modality::Heat));
}

TEST_F(OffersTest, NotTodayLastsUntilTheNextLocalDay)
{
    EXPECT_TRUE(offerAt("2026-03-02T08:00+01:00", Modality::Heat));
    offers.notToday(at("2026-03-02T08:01+01:00"));
    offers.answered();
    EXPECT_FALSE(offerAt("2026-03-02T08:20+01:00", std::nullopt));
    EXPECT_FALSE(offerAt("2026-03-02T12:00+01:00", Modality::Heat));
    EXPECT_FALSE(offerAt("2026-03-02T12:20+01:00", std::nullopt));
    EXPECT_TRUE(offerAt("2026-03-03T08:00+01:00", Modality::Heat));
}

TEST(Repeats, AreAtOnceAfterHalfAMinuteAndThenEachMinute)
{
    EXPECT_EQ(nextRing(0s), 30s);
    EXPECT_EQ(nextRing(30s), 60s);
    EXPECT_EQ(nextRing(60s), 120s);
    EXPECT_EQ(nextRing(119s), 120s);
    EXPECT_EQ(lastRing(29s), 0s);
    EXPECT_EQ(lastRing(30s), 30s);
    EXPECT_EQ(lastRing(61s), 60s);
    EXPECT_EQ(lastRing(3h + 1s), 3h);
}

} // namespace

} // namespace unclench
