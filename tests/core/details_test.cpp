// SPDX-License-Identifier: GPL-3.0-or-later
// What is told about an episode, as reports and back.
#include "core/diary/details.h"
#include "tests/support/case_name.h"
#include "tests/support/test_clock.h"

#include <gmock/gmock.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using tests::at;

Details everything()
{
    Details details;
    details.regions = {{{"lower_back", Side::Left}, {"hip", std::nullopt}}};
    details.triggers = {{"twisting", "bending"}};
    details.quality = std::vector<std::string>{};
    details.signs = {{"knot"}};
    details.pattern = "sudden";
    details.activity = "driving";
    details.firstEver = true;
    details.sudden = false;
    details.swelling = false;
    details.bruiseOverSpine = true;
    details.spasmLength = 90s;
    details.injuryAt = at("2026-03-02T08:00+01:00");
    details.note = "\"quoted\" \\ \xF0\x9F\x98\xA3\n";
    return details;
}

TEST(Details, BecomeOneReportForEachToldMemberInOrder)
{
    EXPECT_THAT(
        toReports(everything()),
        ElementsAre(
            Pair(DetailField::Regions, R"(["lower_back:left","hip"])"),
            Pair(DetailField::Triggers, R"(["twisting","bending"])"),
            Pair(DetailField::Quality, "[]"), Pair(DetailField::Signs, R"(["knot"])"),
            Pair(DetailField::Pattern, R"("sudden")"), Pair(DetailField::Activity, R"("driving")"),
            Pair(DetailField::FirstEver, "true"), Pair(DetailField::Sudden, "false"),
            Pair(DetailField::Swelling, "false"), Pair(DetailField::BruiseOverSpine, "true"),
            Pair(DetailField::SpasmSeconds, "90"),
            Pair(DetailField::InjuryAt, R"("2026-03-02T08:00:00+01:00")"),
            Pair(DetailField::Note, "\"\\\"quoted\\\" \\\\ \xF0\x9F\x98\xA3\\n\"")));
}

TEST(Details, WithNothingToldMakeNoReport)
{
    EXPECT_THAT(toReports(Details{}), IsEmpty());
}

TEST(Details, ComeBackFromTheirReports)
{
    Details back;

    for (const auto& [field, value] : toReports(everything())) {
        EXPECT_TRUE(apply(back, field, value)) << toId(field);
    }

    EXPECT_EQ(back, everything());
}

TEST(Details, TellAnEmptyListApartFromNothingTold)
{
    Details details;

    EXPECT_TRUE(apply(details, DetailField::Triggers, "[]"));

    ASSERT_TRUE(details.triggers);
    EXPECT_THAT(*details.triggers, IsEmpty());
    EXPECT_FALSE(details.quality);
}

struct FormCase {
    const char* name;
    DetailField field;
    const char* json;

    friend void PrintTo(const FormCase& c, std::ostream* out) { *out << c.name; }
};

class WrongForm : public testing::TestWithParam<FormCase> {};

TEST_P(WrongForm, ChangesNothing)
{
    Details details = everything();

    EXPECT_FALSE(apply(details, GetParam().field, GetParam().json));

    EXPECT_EQ(details, everything());
}

const FormCase kForms[] = {
    {"no JSON", DetailField::Note, "lower back"},
    {"JSON cut off", DetailField::Regions, R"(["hip")"},
    {"nothing", DetailField::Note, ""},
    {"null", DetailField::Pattern, "null"},
    {"a text for a list", DetailField::Triggers, R"("twisting")"},
    {"a number in a list", DetailField::Quality, R"(["tight",1])"},
    {"a list for a text", DetailField::Activity, R"(["driving"])"},
    {"a number for yes", DetailField::FirstEver, "1"},
    {"a text for no", DetailField::Sudden, R"("false")"},
    {"a fraction of a second", DetailField::SpasmSeconds, "1.5"},
    {"a text for seconds", DetailField::SpasmSeconds, R"("90")"},
    {"a number for a moment", DetailField::InjuryAt, "1772434800"},
    {"a moment without offset", DetailField::InjuryAt, R"("2026-03-02T08:00:00")"},
    {"a moment that no calendar has", DetailField::InjuryAt, R"("2026-02-30T08:00:00Z")"},
    {"a side that is none", DetailField::Regions, R"(["hip:top"])"},
    {"a place that is not a text", DetailField::Regions, R"([{"region":"hip"}])"},
};
INSTANTIATE_TEST_SUITE_P(All, WrongForm, testing::ValuesIn(kForms), tests::caseName<FormCase>);

TEST(Place, IsReadWithAndWithoutASide)
{
    EXPECT_EQ(parsePlace("lower_back:left"), (Place{"lower_back", Side::Left}));
    EXPECT_EQ(parsePlace("neck:middle"), (Place{"neck", Side::Middle}));
    EXPECT_EQ(parsePlace("hip"), (Place{"hip", std::nullopt}));
}

TEST(Place, IsRefusedWithASideThatIsNone)
{
    for (const char* text : {"hip:", "hip:up", "hip:left:right", "hip:LEFT"}) {
        EXPECT_FALSE(parsePlace(text)) << text;
    }
}

TEST(Place, IsReadBackAsWritten)
{
    for (const Side side : {Side::Left, Side::Right, Side::Both, Side::Middle}) {
        const Place place{"groin_saddle", side};
        EXPECT_EQ(parsePlace(toText(place)), place);
    }
}

} // namespace
} // namespace unclench
