// SPDX-License-Identifier: GPL-3.0-or-later
// How episodes are told apart and counted.
#include "core/diary/course.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"

#include <gtest/gtest.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;
using tests::Diary;
using tests::done;

constexpr UtcTime kNow{days{1000}};
constexpr milliseconds kWindow = days{30};

Span ago(milliseconds begin, milliseconds end)
{
    return {kNow - begin, kNow - end};
}
Span openSince(milliseconds begin)
{
    return {kNow - begin, std::nullopt};
}

struct OnsetCase {
    const char* name;
    std::vector<Span> spans;
    int count;

    friend void PrintTo(const OnsetCase& c, std::ostream* out) { *out << c.name; }
};

class DistinctOnsets : public testing::TestWithParam<OnsetCase> {};

TEST_P(DistinctOnsets, AreCounted)
{
    EXPECT_EQ(distinctOnsets(GetParam().spans, kNow, kWindow), GetParam().count);
}

const OnsetCase kOnsets[] = {
    {"none in an empty diary", {}, 0},
    {"one", {ago(5h, 4h)}, 1},
    {"exactly a day free makes two", {ago(72h, 48h), ago(24h, 23h)}, 2},
    {"a millisecond less makes one", {ago(72h, 48h), ago(24h + 1ms, 23h)}, 1},
    {"in any order given", {ago(24h, 23h), ago(72h, 48h)}, 2},
    {"three in a chain of short gaps are one", {ago(80h, 70h), ago(60h, 50h), ago(40h, 30h)}, 1},
    {"a spasm inside a longer one is part of it", {ago(200h, 10h), ago(100h, 90h)}, 1},
    {"what ended inside does not shorten the longer one",
     {ago(200h, 60h), ago(150h, 140h), ago(40h, 39h)},
     1},
    {"an open one", {openSince(5h)}, 1},
    {"what begins while one is open is part of it", {openSince(500h), ago(100h, 99h)}, 1},
    {"two open at once are one", {openSince(500h), openSince(100h)}, 1},
    {"a moment without length", {ago(48h, 48h), ago(24h, 24h)}, 2},
    {"the far edge of the window lies outside", {ago(kWindow, kWindow - 1h)}, 0},
    {"just inside the far edge", {ago(kWindow - 1ms, kWindow - 1h)}, 1},
    {"now lies inside", {openSince(0ms)}, 1},
    {"the future lies outside", {openSince(-1ms)}, 0},
    {"an onset before the window hides what merges with it",
     {ago(kWindow + 10h, kWindow - 1h), ago(kWindow - 10h, 600h)},
     0},
    {"an open one from before the window hides all later ones",
     {openSince(kWindow + 1h), ago(24h, 23h)},
     0},
};
INSTANTIATE_TEST_SUITE_P(All,
                         DistinctOnsets,
                         testing::ValuesIn(kOnsets),
                         tests::caseName<OnsetCase>);

TEST(SameEpisode, EndsAfterADayWithoutSpasm)
{
    EXPECT_TRUE(isSameEpisode(kNow, kNow));
    EXPECT_TRUE(isSameEpisode(kNow, kNow + 24h - 1ms));
    EXPECT_FALSE(isSameEpisode(kNow, kNow + 24h));
}

TEST(Course, HasNoPainWithoutReadings)
{
    const Course course;

    EXPECT_FALSE(course.worstPain());
    EXPECT_FALSE(course.lastPain());
}

TEST(Course, KnowsWorstAndLastPain)
{
    Diary diary;
    const auto spasm = diary.log(4);
    for (const int pain : {9, 9, 2}) {
        diary.clock.pass(1h);
        static_cast<void>(done(diary.journal().addReading(tests::reading(pain))));
    }

    const Course course = diary.course(spasm.episode);

    EXPECT_EQ(course.worstPain(), 9);
    EXPECT_EQ(course.lastPain(), 2);
}

TEST(EpisodeCounts, TellOpenTotalAndDistinctApart)
{
    Diary diary;
    for (int i = 0; i < 3; ++i) {
        diary.log(5);
        diary.clock.pass(1h);
        diary.end();
        diary.clock.pass(days{40});
    }
    diary.log(5);

    const EpisodeCounts counts = countEpisodes(diary.engine.diary(), diary.clock.now().wall.utc);

    EXPECT_EQ(counts.open, 1);
    EXPECT_EQ(counts.total, 4);
    EXPECT_EQ(counts.distinct30Days, 1);
    EXPECT_EQ(counts.distinct180Days, 4);
}

} // namespace
} // namespace unclench
