// SPDX-License-Identifier: GPL-3.0-or-later
// Insights in words: ranges, methods, how a spasm goes, what came before.
#include "tests/support/case_name.h"
#include "tests/ui/made_up_insights.h"
#include "ui/wording/insights.h"

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using testing::ElementsAre;

struct RangeCase {
    const char* name;
    Interval range;
    const char* said;
};
const RangeCase kRanges[] = {
    {"both less", {-3, -1}, "1 to 3 less"},
    {"down to nothing", {-2, 0}, "0 to 2 less"},
    {"up from nothing", {0, 2.5}, "0 to 2.5 more"},
    {"both ways", {-1, 2}, "1 less to 2 more"},
    {"one value", {-2, -2}, "2 less"},
    {"nothing", {0, 0}, "no change"},
};
class ChangeRanges : public testing::TestWithParam<RangeCase> {};
TEST_P(ChangeRanges, AreSaidWithoutSigns)
{
    EXPECT_EQ(wording::changeRange(GetParam().range), QLatin1String{GetParam().said});
}
INSTANTIATE_TEST_SUITE_P(All, ChangeRanges, testing::ValuesIn(kRanges), tests::caseName<RangeCase>);

TEST(InsightWords, NameEveryKindOfMethod)
{
    const Words words = Words::builtIn();

    EXPECT_EQ(wording::method(UseKind::Cold, {}, words), QStringLiteral("Cold"));
    EXPECT_EQ(wording::method(UseKind::Tried, "massage", words), QStringLiteral("Massage"));
    EXPECT_EQ(wording::method(UseKind::Taken, "opioid", words), QStringLiteral("Opioid"));
    EXPECT_EQ(wording::method(UseKind::Taken, "unknown", words),
              QStringLiteral("A medicine, kind not told"));
}

TEST(InsightWords, SayWhatAMethodDidInALine)
{
    const Words words = Words::builtIn();

    EXPECT_EQ(wording::helped(usualInsights().helped[0], words),
              QStringLiteral("Heat: pain 6 before, 4 after: 2 less (1 to 3 less). A change that "
                             "people notice. 12 uses. You said: 4 better, 2 the same, 0 worse."));
    EXPECT_EQ(wording::helped(usualInsights().helped[1], words),
              QStringLiteral("A medicine, kind not told: not enough yet, 3 of 6 uses that it "
                             "takes. You said: nothing yet."));
}

TEST(InsightWords, SayHowASpasmGoes)
{
    TypicalCourse course = usualInsights().course;
    EXPECT_THAT(
        wording::courseLines(course),
        ElementsAre(QStringLiteral("Half of your spasms were over within 9 h. The middle half "
                                   "took 3 h to 2 d. Counted: 23 spasms that are over."),
                    QStringLiteral("In 14 of 20 spasms the pain came down to half. Half of the "
                                   "spasms came to that within 5 h of the worst pain.")));

    course.reached = 9;
    course.toHalf.reset();
    EXPECT_EQ(wording::courseLines(course)[1],
              QStringLiteral("In 9 of 20 spasms the pain came down to half. Half of them or more "
                             "did not come to that, so no time is shown."));
    EXPECT_THAT(
        wording::courseLines({}),
        ElementsAre(QStringLiteral("Length: not enough yet, 0 of 5 spasms that it takes (over)."),
                    QStringLiteral("Time to half the pain: not enough yet, 0 of 5 spasms that it "
                                   "takes (pain of 2 or more).")));
}

TEST(InsightWords, SaySittingWithItsRangeAndThatItMayBeChance)
{
    SittingBefore before = usualInsights().twoHours;
    EXPECT_EQ(wording::sittingBefore(before, wording::SittingWindow::TwoHours),
              QStringLiteral("Sitting in the 2 hours before: 15 minutes more than on your other "
                             "days (5 less to 32 more). 24 spasms, 60 other days. No clear "
                             "difference shows. It may be chance."));

    before.minutes = SittingBefore::Minutes{300, 301, -1, {-20, -1}};
    EXPECT_EQ(wording::sittingBefore(before, wording::SittingWindow::DayBefore),
              QStringLiteral("Sitting on the day before: 1 minute less than on your other days (1 "
                             "to 20 less). 24 spasms, 60 other days. It may be chance."));
    EXPECT_EQ(wording::sittingBefore({6, 4, {}}, wording::SittingWindow::DayBefore),
              QStringLiteral("Sitting on the day before: not enough yet, 6 of 8 spasms and 4 of 8 "
                             "other days that it takes."));
}

TEST(InsightWords, SayTheShareOfATriggerWithItsRange)
{
    const TriggerShares triggers = usualInsights().triggers;

    EXPECT_EQ(wording::triggerShare(triggers.rows[0], triggers.n, Words::builtIn()),
              QStringLiteral("Twisting: 12 of 40 (18 to 45 %)"));
}

} // namespace
} // namespace unclench::ui
