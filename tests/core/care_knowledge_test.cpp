// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/care.h"

#include "tests/support/case_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>

namespace unclench {

namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

const Vocabulary& vocabulary()
{
    return Vocabulary::builtIn();
}

json builtIn()
{
    std::ifstream file{UNCLENCH_CARE};
    return json::parse(file);
}

TEST(CareKnowledge, HasTheRowsOfTheTables)
{
    const CareRules rules = CareRules::builtIn();

    EXPECT_EQ(rules.protocol("heat_after_cold").most.count(), 15);
    EXPECT_EQ(rules.protocolOf("alt_hw")->interval.count(), 120);
    EXPECT_EQ(rules.protocolOf("default"), nullptr);
    EXPECT_EQ(rules.number(CareThreshold::RestMinutes), 30);
}

TEST(CareKnowledge, ABathIsNeverLimitedLessThanAPad)
{
    Limit limit;
    limit.heat = LimitLevel::NeedsOk;
    limit.kinds[CareKind::Bath] = LimitLevel::Caution;

    EXPECT_EQ(limit.level(Modality::Heat, CareKind::Bath), LimitLevel::NeedsOk);
    EXPECT_EQ(limit.level(Modality::Cold, CareKind::Bath), LimitLevel::Free);
}

struct BrokenCase {
    const char* name;
    std::function<void(json&)> breakIt;
    const char* place;
    const char* what;
};
class BrokenCare : public testing::TestWithParam<BrokenCase> {};
TEST_P(BrokenCare, IsRefusedWithFileRowAndField)
{
    json document = builtIn();
    GetParam().breakIt(document);
    try {
        static_cast<void>(CareRules::parse(document.dump(), vocabulary()));
        FAIL() << "was accepted";
    } catch (const KnowledgeError& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("care.json"), HasSubstr(GetParam().place),
                                        HasSubstr(GetParam().what)));
    }
}
const BrokenCase kBroken[] = {
    {"no thresholds", [](json& d) { d.erase("thresholds"); }, "thresholds", ""},
    {"a threshold less", [](json& d) { d["thresholds"].erase(0); }, "", "threshold is missing"},
    {"a threshold that is none", [](json& d) { d["thresholds"][0]["id"] = "rest"; }, "thresholds",
     "rest"},
    {"a threshold of nothing", [](json& d) { d["thresholds"][0]["value"] = 0; }, "thresholds",
     "above 0"},
    {"longer than allowed", [](json& d) { d["protocols"][0]["most"] = 25; }, "cold_day1",
     "longest"},
    {"minutes that fall", [](json& d) { d["protocols"][0]["least"] = 18; }, "cold_day1", "rise"},
    {"a protocol less", [](json& d) { d["protocols"].erase(4); }, "", "heat_after_cold"},
    {"modality and pace", [](json& d) { d["protocols"][0]["pace"] = "alt_000"; }, "cold_day1",
     "one of modality and pace"},
    {"an unknown condition", [](json& d) { d["limits"][0]["when"] = {"gout"}; },
     "reduced_skin_feeling", "gout"},
    {"an unknown level", [](json& d) { d["limits"][0]["heat"] = "never"; }, "reduced_skin_feeling",
     "never"},
    {"nothing limited", [](json& d) { d["limits"][0]["heat"] = d["limits"][0]["cold"] = "free"; },
     "reduced_skin_feeling", "both free"},
    {"no source", [](json& d) { d["limits"][0]["sources"] = json::array(); },
     "reduced_skin_feeling", "sources"},
    {"an unknown kind",
     [](json& d) {
         d["limits"][18]["kinds"] = {{"sauna", "blocked"}};
     },
     "limits", "sauna"},
    {"an unknown key", [](json& d) { d["limits"][0]["when_not"] = true; }, "limits", "when_not"},
    {"a fact that limits nothing",
     [](json& d) {
         d["limits"][7].erase("worked_out");
         d["limits"][7]["when"] = {"rash"};
     },
     "", "limits nothing"},
};
INSTANTIATE_TEST_SUITE_P(All, BrokenCare, testing::ValuesIn(kBroken), tests::caseName<BrokenCase>);

} // namespace

} // namespace unclench
