// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/arbiter.h"

#include <gtest/gtest.h>

namespace unclench {

namespace {

using namespace std::chrono_literals;

TEST(Arbiter, IsSilentWhereNothingWantsToSpeak)
{
    EXPECT_FALSE(Arbiter{}.speaking(0ms));
}

TEST(Arbiter, LetsTheHighestKindSpeakWhateverCameFirst)
{
    Arbiter arbiter;
    arbiter.want({AlarmKind::RedFlag, "a"});
    arbiter.want({AlarmKind::Offer, "heat"});
    arbiter.want({AlarmKind::SessionEnd, "s"});
    arbiter.want({AlarmKind::Sitting, "seat"});

    EXPECT_EQ(arbiter.speaking(0ms)->about, "a");
    arbiter.withdraw(AlarmKind::RedFlag, "a");
    EXPECT_EQ(arbiter.speaking(0ms)->about, "s");
    arbiter.withdrawAll(AlarmKind::SessionEnd);
    EXPECT_EQ(arbiter.speaking(0ms)->about, "seat");
    arbiter.withdraw(AlarmKind::Sitting, "seat");
    EXPECT_EQ(arbiter.speaking(0ms)->about, "heat");
}

TEST(Arbiter, LetsTheWeightierOfOneKindSpeak)
{
    Arbiter arbiter;
    arbiter.want({AlarmKind::RedFlag, "soon", 1});
    arbiter.want({AlarmKind::RedFlag, "emergency", 3});
    arbiter.want({AlarmKind::RedFlag, "urgent", 2});

    EXPECT_EQ(arbiter.speaking(0ms)->about, "emergency");
}

TEST(Arbiter, KeepsOneAlarmAboutOneThing)
{
    Arbiter arbiter;
    arbiter.want({AlarmKind::Sitting, "seat", 1});
    arbiter.want({AlarmKind::Sitting, "seat", 2});
    arbiter.withdraw(AlarmKind::Sitting, "seat");

    EXPECT_FALSE(arbiter.speaking(0ms));
}

TEST(Arbiter, SilencesOnlySittingAndOffersForAnHour)
{
    Arbiter arbiter;
    arbiter.quietUntil(1h);
    arbiter.want({AlarmKind::Sitting, "seat"});
    arbiter.want({AlarmKind::Offer, "heat"});

    EXPECT_FALSE(arbiter.speaking(59min));
    EXPECT_EQ(arbiter.speaking(1h)->about, "seat");
    arbiter.want({AlarmKind::SessionEnd, "s"});
    EXPECT_EQ(arbiter.speaking(0ms)->about, "s");
    arbiter.want({AlarmKind::RedFlag, "a"});
    EXPECT_EQ(arbiter.speaking(0ms)->about, "a");
}

} // namespace

} // namespace unclench
