// SPDX-License-Identifier: GPL-3.0-or-later
// What a look at the rules reads of the diary: onsets that lie in its window are exact.
#include "core/store/alert_store.h"
#include "tests/support/diary.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::Diary;

std::vector<UtcTime> onsetsSince(Diary& diary, UtcTime since)
{
    std::vector<UtcTime> onsets;
    for (const Span& span : AlertStore{diary.engine.database()}.spansSince(since)) {
        onsets.push_back(span.begin);
    }
    return onsets;
}

/// A spasm of `bouts`, an hour each and 20 hours apart; its onset.
UtcTime comeAndGo(Diary& diary, int bouts)
{
    const UtcTime onset = diary.engine.now().wall.utc;
    for (int i = 0; i < bouts; ++i) {
        diary.log(5);
        diary.clock.pass(1h);
        diary.end();
        diary.clock.pass(20h);
    }
    return onset;
}

TEST(SpansSince, HoldTheOnsetOfEachSpasmThatBeganInTheWindow)
{
    Diary diary;
    comeAndGo(diary, 1);
    diary.clock.pass(100h);
    const UtcTime since = diary.engine.now().wall.utc;
    const UtcTime several = comeAndGo(diary, 4);
    diary.clock.pass(100h);
    const UtcTime open = diary.engine.now().wall.utc;
    diary.log(5);

    EXPECT_THAT(onsetsSince(diary, since), ElementsAre(several, open));
}

TEST(SpansSince, ReachFromTheFirstBoutToTheLast)
{
    Diary diary;
    const UtcTime onset = comeAndGo(diary, 3);

    const auto spans = AlertStore{diary.engine.database()}.spansSince(onset);

    ASSERT_EQ(spans.size(), 1U);
    EXPECT_EQ(spans.front().begin, onset);
    EXPECT_EQ(spans.front().end, onset + 43h);
}

TEST(SpansSince, PutNoSpasmIntoTheWindowThatBeganBefore)
{
    Diary diary;
    const UtcTime onset = comeAndGo(diary, 8);

    for (auto later = 0h; later <= 7 * 21h; later += 1h) {
        const auto onsets = onsetsSince(diary, onset + later);

        ASSERT_EQ(onsets.size(), 1U) << later.count();
        EXPECT_LE(onsets.front(), onset + later) << later.count();
    }
}

TEST(SpansSince, AreNoneOfWhatWasOverADayBefore)
{
    Diary diary;
    comeAndGo(diary, 2);

    EXPECT_THAT(onsetsSince(diary, diary.engine.now().wall.utc + 5h), IsEmpty());
}

} // namespace
} // namespace unclench
