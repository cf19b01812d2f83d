// SPDX-License-Identifier: GPL-3.0-or-later
// Which days keep their copy: seven days, four weeks, twelve months.
#include "core/store/retention.h"
#include "core/time/iso8601.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace unclench {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::SizeIs;

local_days keptDay(const char* iso)
{
    return *parseIsoDay(iso);
}

/// Every day from `first` on.
std::vector<local_days> everyDayFrom(const char* first, int count)
{
    std::vector<local_days> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(keptDay(first) + days{i});
    }
    return all;
}

TEST(DaysKept, OfNoneAreNone)
{
    EXPECT_THAT(daysKept({}, keptDay("2026-03-02")), IsEmpty());
}

TEST(DaysKept, AreTheNewestSevenThatThereAre)
{
    const std::vector<local_days> seldom{
        keptDay("2026-03-02"), keptDay("2026-02-01"), keptDay("2025-12-24"), keptDay("2025-11-11"),
        keptDay("2025-10-03"), keptDay("2025-09-01"), keptDay("2024-01-01")};

    EXPECT_THAT(daysKept(seldom, keptDay("2026-03-02")), SizeIs(7));
}

TEST(DaysKept, ReachAYearBackWithOneOfEachMonth)
{
    const auto kept = daysKept(everyDayFrom("2024-01-01", 900), keptDay("2026-06-18"));

    EXPECT_THAT(kept, SizeIs(7 + 4 + 12));
    EXPECT_EQ(kept.front(), keptDay("2025-05-31"));
    EXPECT_EQ(kept.back(), keptDay("2026-06-18"));
    EXPECT_THAT(kept,
                IsSupersetOf({keptDay("2026-06-12"), keptDay("2026-06-07"), keptDay("2026-05-31"),
                              keptDay("2026-05-24"), keptDay("2026-05-17"), keptDay("2026-04-30"),
                              keptDay("2025-12-31")}));
}

TEST(DaysKept, WeeksBeginOnMonday)
{
    // 1 March 2026 is a Sunday.
    std::vector<local_days> all = everyDayFrom("2026-02-28", 3);
    const auto newer = everyDayFrom("2026-03-09", 7);
    all.insert(all.end(), newer.begin(), newer.end());

    const auto kept = daysKept(all, keptDay("2026-03-15"));

    EXPECT_THAT(std::vector<local_days>(kept.begin(), kept.begin() + 3),
                ElementsAre(keptDay("2026-02-28"), keptDay("2026-03-01"), keptDay("2026-03-02")));
    // 28 February stays as the last of its month, 1 March as that of its week, 2 March likewise.
    EXPECT_THAT(kept, SizeIs(10));
}

TEST(DaysKept, ThatLieAheadPushNoneOut)
{
    auto all = everyDayFrom("2026-03-01", 7);
    const auto ahead = everyDayFrom("2030-01-01", 20);
    all.insert(all.end(), ahead.begin(), ahead.end());

    const auto kept = daysKept(all, keptDay("2026-03-07"));

    EXPECT_THAT(kept, SizeIs(14));
    EXPECT_THAT(kept, IsSupersetOf(everyDayFrom("2026-03-01", 7)));
    EXPECT_EQ(kept.back(), keptDay("2030-01-07"));
}

TEST(DaysKept, DoNotDependOnOrderAndRepetition)
{
    auto all = everyDayFrom("2026-01-01", 60);
    const auto once = daysKept(all, keptDay("2026-03-01"));
    all.insert(all.end(), all.begin(), all.end());
    std::shuffle(all.begin(), all.end(), std::mt19937{1});

    EXPECT_EQ(daysKept(all, keptDay("2026-03-01")), once);
}

/// What is removed day by day is never missed later.
TEST(DaysKept, DayByDayAreThoseOfOnce)
{
    for (const int widestGap : {1, 2, 5, 20, 60}) {
        for (unsigned seed = 0; seed < 10; ++seed) {
            std::mt19937 random{seed};
            std::vector<local_days> all;
            std::vector<local_days> kept;
            local_days today = keptDay("2020-01-01");
            for (int i = 0; i < 500; ++i) {
                today += days{std::uniform_int_distribution<>{1, widestGap}(random)};
                all.push_back(today);
                kept.push_back(today);
                kept = daysKept(kept, today);
                ASSERT_EQ(kept, daysKept(all, today)) << widestGap << " " << seed << " " << i;
                ASSERT_LE(kept.size(), kDaysKept + kWeeksKept + kMonthsKept);
            }
        }
    }
}

} // namespace
} // namespace unclench
