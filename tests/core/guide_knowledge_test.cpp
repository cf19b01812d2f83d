// SPDX-License-Identifier: GPL-3.0-or-later
// The guide has a card for every statement of the clinical document, each with its source; a broken
// one is refused by file, row and field.
#include "core/knowledge/guide.h"
#include "tests/support/case_name.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <ostream>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kGuide;
} // namespace embedded

namespace {

using nlohmann::json;
using testing::AllOfArray;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

using Ids = std::vector<std::string>;

// Clinical document, section 4: the table, then what stands below it.
const Ids kSection4 = {
    "pos_back_knees_bent", "pos_back_pillow_knees", "pos_legs_on_chair", "pos_side_curl",
    "pos_sit_supported", "pos_neck_pillow", "rest_relative", "walk_gentle", "breathing_slow",
    "meditation", "mindfulness", "distraction", "self_massage_light", "stretch_child_pose",
    "stretch_small_twist", "knee_to_chest", "pelvic_tilt", "aerobic_easy", "strength_core",
    "yoga_tai_chi",
    // below the table
    "gate", "stop_rule", "return_to_activity", "tip_posture", "tip_sit_breaks",
    "tip_lift_with_legs", "tip_shoes", "tip_water", "tip_electrolytes", "tip_food", "tip_weight",
    "tip_smoking", "tip_stress", "tip_daily_stretch", "tip_pillow"};

// Clinical document, 0.2: row by row, what a person can do or should know.
const Ids kLedger = {
    "ledger_nature", "ledger_duration", "ledger_triggers", "ledger_risk_factors",
    // see a professional, emergency
    "ledger_see_trauma", "ledger_see_leg_neuro", "ledger_see_bladder", "ledger_see_upright",
    "ledger_see_fever", "ledger_see_weight", "ledger_see_not_better", "ledger_see_worry",
    "ledger_see_hard_to_walk", "ledger_see_frequent", "ledger_see_daily_life", "ledger_see_balance",
    "ledger_see_fall", "ledger_see_rest_pain", "ledger_see_swelling", "ledger_see_leg_pain",
    "ledger_emergency_bladder_bowel",
    // heat and ice
    "ledger_heat_cold_minutes", "ledger_cold_first_spasm", "ledger_heat_later_spasms",
    "ledger_moist_heat", "ledger_heat_hurts_stop", "ledger_heat_cold_rest_skin",
    // positions
    "ledger_position_upright_support", "ledger_position_knees_curled",
    "ledger_position_legs_raised", "ledger_position_knees_bent",
    // rest and movement
    "ledger_rest_stop_activity", "ledger_rest_relative", "ledger_rest_no_bend_twist_lift",
    "ledger_move_slow_walking", "ledger_move_not_while_cramping", "ledger_move_gentle_stretch",
    "ledger_move_stay_active",
    // relief
    "ledger_relief_massage", "ledger_relief_warn_masseur", "ledger_relief_medicine",
    "ledger_relief_distraction", "ledger_relief_breathing_meditation", "ledger_relief_water",
    // medicine cautions
    "ledger_medicine_injection_last", "ledger_medicine_after_the_rest",
    "ledger_medicine_relaxant_driving", "ledger_medicine_relaxant_few_days",
    // prevention
    "ledger_prevent_posture", "ledger_prevent_aerobic", "ledger_prevent_smoking",
    "ledger_prevent_weight", "ledger_prevent_stretch_strength", "ledger_prevent_mind_body",
    "ledger_prevent_lifting", "ledger_prevent_sit_breaks", "ledger_prevent_water",
    "ledger_prevent_pillow", "ledger_prevent_electrolytes", "ledger_prevent_food",
    "ledger_prevent_nothing_fully", "ledger_prevent_stress", "ledger_prevent_no_long_bed_rest",
    "ledger_prevent_shoes"};

// Sections 5 and 6, and what a doctor may do.
const Ids kOthers = {"tens",
                     "medicine_opioid",
                     "medicine_topical",
                     "medicine_steroid",
                     "medicine_anticoagulant",
                     "doctor_asks",
                     "doctor_does"};

const GuideCard* cardOf(const Guide& guide, std::string_view id)
{
    const auto cards = guide.cards();
    const auto found = std::find_if(cards.begin(), cards.end(),
                                    [&](const GuideCard& card) { return card.id == id; });
    return found == cards.end() ? nullptr : &*found;
}

TEST(BuiltInGuide, HasACardForEveryStatementOfTheClinicalDocumentAndNoOther)
{
    const Guide guide = Guide::builtIn();
    std::set<std::string> covered;
    for (const GuideCard& card : guide.cards()) {
        covered.insert(card.covers.begin(), card.covers.end());
    }

    std::set<std::string> wanted;
    for (const Ids* ids : {&kSection4, &kLedger, &kOthers}) {
        wanted.insert(ids->begin(), ids->end());
    }

    EXPECT_EQ(covered, wanted);
    EXPECT_EQ(wanted.size(), kSection4.size() + kLedger.size() + kOthers.size());
}

TEST(BuiltInGuide, NamesOnEachCardASourceWithATitle)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const Guide guide = Guide::builtIn();

    for (const GuideCard& card : guide.cards()) {
        EXPECT_THAT(card.sources, Not(IsEmpty())) << card.id;
        for (const std::string& id : card.sources) {
            const auto sources = vocabulary.sources();
            const auto source = std::find_if(sources.begin(), sources.end(),
                                             [&](const Source& s) { return s.id == id; });
            ASSERT_NE(source, sources.end()) << card.id << ": " << id;
            EXPECT_THAT(source->title, Not(IsEmpty())) << id;
        }
    }
}

TEST(BuiltInGuide, SaysOfEachPositionWhenItDoesNotSuit)
{
    const Guide guide = Guide::builtIn();
    const auto notWhen = [&](const char* id) {
        const GuideCard* card = cardOf(guide, id);
        EXPECT_NE(card, nullptr) << id;
        return card != nullptr ? card->notWhen : Ids{};
    };

    // The column "not when" of the table in section 4.
    EXPECT_THAT(notWhen("pos_back_knees_bent"), ElementsAre("late_pregnancy", "pain_rises"));
    EXPECT_THAT(notWhen("pos_back_pillow_knees"), ElementsAre("late_pregnancy", "pain_rises"));
    EXPECT_THAT(notWhen("pos_legs_on_chair"), ElementsAre("cannot_get_down", "late_pregnancy"));
    EXPECT_THAT(notWhen("pos_side_curl"), ElementsAre("pain_rises"));
    EXPECT_THAT(notWhen("pos_sit_supported"), ElementsAre("sitting_long"));
    EXPECT_THAT(notWhen("pos_neck_pillow"), IsEmpty());
    EXPECT_THAT(notWhen("stop_and_ease"), ElementsAre("bed_rest_long"));
    EXPECT_THAT(notWhen("walk_gentle"), ElementsAre("leg_weakness", "balance_loss", "pain_rises"));
    EXPECT_THAT(notWhen("breathing_slow"), ElementsAre("light_headed"));
    EXPECT_THAT(notWhen("self_massage_light"), ElementsAre("bruise_swelling", "broken_skin",
                                                           "fracture_suspected", "blood_thinner"));
    EXPECT_THAT(notWhen("stretch_small_twist"), Contains("twist_began_it"));
    for (const char* id :
         {"stretch_child_pose", "stretch_small_twist", "knee_to_chest", "pelvic_tilt"}) {
        EXPECT_THAT(notWhen(id), Contains("active_cramp")) << id;
        EXPECT_THAT(notWhen(id), Contains("leg_tingling")) << id;
        EXPECT_THAT(notWhen(id), Contains("pregnancy_ask")) << id;
    }
}

TEST(BuiltInGuide, KeepsStretchesAndExerciseBehindTheGateAndNothingElse)
{
    const Guide guide = Guide::builtIn();
    Ids gated;
    for (const GuideCard& card : guide.cards()) {
        if (card.isGated) {
            gated.push_back(card.id);
        }
    }

    EXPECT_THAT(gated, ElementsAre("stretch_child_pose", "stretch_small_twist", "knee_to_chest",
                                   "pelvic_tilt", "aerobic_easy", "strength_core", "yoga_tai_chi"));
    EXPECT_EQ(guide.number(GuideNumber::MostPain), 3);
}

TEST(BuiltInGuide, DrawsEachPositionAndEachStretch)
{
    const Guide guide = Guide::builtIn();

    for (const GuideCard& card : guide.cards()) {
        const bool isPosition = card.id.starts_with("pos_");
        const bool isStretch = card.isGated && std::find(card.when.begin(), card.when.end(),
                                                         "cramp_eased") != card.when.end();
        if (isPosition || isStretch || card.id == "walk_gentle" || card.id == "breathing_slow") {
            EXPECT_TRUE(card.drawing) << card.id;
        }
    }
}

TEST(BuiltInGuide, TellsTheCautionsOfEveryMedicineClass)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const Guide guide = Guide::builtIn();

    for (const Term& term : vocabulary.terms(Topic::MedicineClass)) {
        const auto cards = guide.cards();
        EXPECT_TRUE(std::any_of(cards.begin(), cards.end(), [&](const GuideCard& card) {
            return card.medicineClass == term.id;
        })) << term.id;
    }
}

struct Fault {
    const char* name;
    std::function<void(json&)> make;
    /// What the message names beside the file.
    Ids says;

    friend void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }
};

class BrokenGuide : public testing::TestWithParam<Fault> {};

TEST_P(BrokenGuide, IsRefusedByFileRowAndField)
{
    json document = json::parse(embedded::kGuide);
    GetParam().make(document);
    std::vector<testing::Matcher<std::string>> expected{HasSubstr("guide.json")};
    for (const std::string& part : GetParam().says) {
        expected.emplace_back(HasSubstr(part));
    }

    try {
        static_cast<void>(Guide::parse(document.dump(), Vocabulary::builtIn()));
        FAIL() << "was read";
    } catch (const KnowledgeError& error) {
        EXPECT_THAT(std::string{error.what()}, AllOfArray(expected));
    }
}

json& walk(json& document)
{
    for (json& card : document["cards"]) {
        if (card["id"] == "walk_gentle") {
            return card;
        }
    }
    throw std::out_of_range{"no such card"};
}

const Fault kFaults[] = {
    {"no object", [](json& d) { d = json::array(); }, {"object"}},
    {"unknown list", [](json& d) { d["extra"] = 1; }, {"extra"}},
    {"no cards", [](json& d) { d.erase("cards"); }, {"cards"}},
    {"no topics", [](json& d) { d["topics"] = json::array(); }, {"topics"}},
    {"a topic that is no id", [](json& d) { d["topics"].push_back("Not an id"); }, {"topics"}},
    {"a topic twice", [](json& d) { d["topics"].push_back("relief"); }, {"topics", "relief"}},
    {"a topic without cards", [](json& d) { d["topics"].push_back("songs"); }, {"songs"}},
    {"a number missing", [](json& d) { d["numbers"].erase(0); }, {"numbers", "most_pain"}},
    {"a number that nothing uses",
     [](json& d) { d["numbers"][0]["id"] = "least_pain"; },
     {"numbers", "least_pain"}},
    {"a number twice",
     [](json& d) { d["numbers"].push_back(d["numbers"][0]); },
     {"most_pain", "twice"}},
    {"a number of nothing", [](json& d) { d["numbers"][2]["value"] = 0; }, {"value"}},
    {"a number that is a text", [](json& d) { d["numbers"][0]["value"] = "3"; }, {"value"}},
    {"a number without its unit", [](json& d) { d["numbers"][0].erase("unit"); }, {"unit"}},
    {"a number without its source",
     [](json& d) { d["numbers"][0].erase("sources"); },
     {"most_pain", "sources"}},
    {"a card twice", [](json& d) { d["cards"].push_back(walk(d)); }, {"walk_gentle", "twice"}},
    {"a card that is no id", [](json& d) { walk(d)["id"] = "A walk"; }, {"cards", "id"}},
    {"a card of no topic", [](json& d) { walk(d)["topic"] = "songs"; }, {"walk_gentle", "songs"}},
    {"a card without a topic", [](json& d) { walk(d).erase("topic"); }, {"walk_gentle", "topic"}},
    {"an unknown field", [](json& d) { walk(d)["hint"] = "x"; }, {"walk_gentle", "hint"}},
    {"a drawing that is no id", [](json& d) { walk(d)["drawing"] = "A b"; }, {"drawing"}},
    {"an unknown tool", [](json& d) { walk(d)["tool"] = "dice"; }, {"walk_gentle", "dice"}},
    {"a tool twice", [](json& d) { walk(d)["tool"] = "breathing_pace"; }, {"breathing_pace"}},
    {"a gate that is a text", [](json& d) { walk(d)["gate"] = "yes"; }, {"walk_gentle", "gate"}},
    {"an unknown medicine class",
     [](json& d) { walk(d)["medicine_class"] = "sweets"; },
     {"walk_gentle", "sweets"}},
    {"when that is empty", [](json& d) { walk(d)["when"] = json::array(); }, {"when"}},
    {"when twice",
     [](json& d) {
         walk(d)["when"] = {"desk", "desk"};
     },
     {"when", "desk"}},
    {"not_when that is no id", [](json& d) { walk(d)["not_when"] = {"A b"}; }, {"not_when"}},
    {"covers missing", [](json& d) { walk(d).erase("covers"); }, {"walk_gentle", "covers"}},
    {"sources missing", [](json& d) { walk(d).erase("sources"); }, {"walk_gentle", "sources"}},
    {"an unknown source",
     [](json& d) { walk(d)["sources"] = {"hearsay"}; },
     {"walk_gentle", "hearsay"}},
};
INSTANTIATE_TEST_SUITE_P(All, BrokenGuide, testing::ValuesIn(kFaults), tests::caseName<Fault>);

} // namespace
} // namespace unclench
