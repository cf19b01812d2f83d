// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in vocabulary is whole, and a broken one is refused by file, row and field.
#include "core/knowledge/vocabulary.h"
#include "tests/support/case_name.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace unclench {
namespace {

using nlohmann::json;
using testing::AllOfArray;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAreArray;

using Ids = std::vector<std::string>;

struct TopicCase {
    const char* name;
    Topic topic;
    Ids ids;

    friend void PrintTo(const TopicCase& c, std::ostream* out) { *out << c.name; }
};

class BuiltIn : public testing::TestWithParam<TopicCase> {};

Ids idsOf(const Vocabulary& vocabulary, Topic topic)
{
    Ids ids;
    for (const Term& term : vocabulary.terms(topic)) {
        ids.push_back(term.id);
    }
    return ids;
}

TEST_P(BuiltIn, HoldsExactlyTheWordsOfTheClinicalDocument)
{
    EXPECT_THAT(idsOf(Vocabulary::builtIn(), GetParam().topic),
                UnorderedElementsAreArray(GetParam().ids));
}

// Clinical document, section 5; in conditions also what section 2.2 names.
const TopicCase kTopics[] = {
    {"regions",
     Topic::Region,
     {"neck", "upper_back", "mid_back", "lower_back", "buttock", "hip", "leg_thigh",
      "leg_below_knee", "foot", "arm_hand", "groin_saddle"}},
    {"qualities",
     Topic::Quality,
     {"tight", "cramping", "pulling", "sharp", "burning", "pulsing", "fist_pressure", "aching_sore",
      "stabbing", "shooting", "electric"}},
    {"patterns",
     Topic::Pattern,
     {"sudden", "comes_and_goes", "constant", "builds_up", "delayed_after_injury"}},
    {"signs",
     Topic::Sign,
     {"knot", "twitching", "stiffness", "soreness_after", "cannot_bend", "cannot_lift",
      "cannot_stand_straight"}},
    {"symptoms",
     Topic::Symptom,
     {"leg_tingling",
      "leg_numbness",
      "leg_weakness",
      "foot_drop",
      "balance_loss",
      "saddle_numbness",
      "urine_hard_to_start",
      "urine_leak",
      "bowel_loss",
      "sexual_change",
      "fever",
      "chills",
      "weight_loss",
      "lump_swelling",
      "leg_swelling",
      "night_pain",
      "rest_pain",
      "chest_pain",
      "breathless",
      "belly_pain",
      "pulsating_belly",
      "pee_burning_blood",
      "rash_band",
      "headache_severe",
      "stiff_neck",
      "hand_clumsy",
      "vision_speech",
      "faint",
      "nausea",
      "contractions",
      "vaginal_bleeding"}},
    {"triggers",
     Topic::Trigger,
     {"heavy_lifting",    "pushing",        "pulling",          "twisting",
      "bending",          "sudden_move",    "repetitive_move",  "overuse",
      "sport_golf",       "sport_baseball", "sport_basketball", "sport_football",
      "weight_lifting",   "long_sitting",   "poor_posture",     "standing_long",
      "slept_wrong",      "fall_small",     "fall_from_height", "vehicle_accident",
      "heavy_blow",       "stress_anxiety", "dehydration",      "heavy_sweat",
      "low_electrolytes", "inactivity",     "cough_sneeze",     "cold_draught",
      "unknown"}},
    {"activities",
     Topic::Activity,
     {"desk_work", "driving", "housework", "gardening", "manual_work", "sport", "child_care",
      "sleep", "walking", "stairs"}},
    {"functions",
     Topic::Function,
     {"sit", "stand", "stand_upright", "walk", "bend", "lift", "sleep", "dress", "work", "drive",
      "turn_in_bed"}},
    {"relief",
     Topic::Relief,
     {"cold_pack", "heat_pad", "moist_towel", "hot_water_bottle", "warm_bath", "warm_shower",
      "position", "walk", "stretch", "massage", "breathing", "meditation", "distraction", "tens",
      "physio", "chiropractic", "otc_medicine", "rest"}},
    {"medicine classes",
     Topic::MedicineClass,
     {"acetaminophen", "nsaid", "muscle_relaxant", "opioid", "topical", "steroid", "injection",
      "anticoagulant"}},
};
INSTANTIATE_TEST_SUITE_P(All, BuiltIn, testing::ValuesIn(kTopics), tests::caseName<TopicCase>);

TEST(BuiltInVocabulary, KnowsEveryRiskFactorOfTheClinicalDocument)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();

    for (const char* id : {"overweight",
                           "unfit",
                           "smoking",
                           "anxiety",
                           "depression",
                           "stress",
                           "job_load",
                           "desk_job",
                           "athlete",
                           "sedentary",
                           "pregnancy",
                           "weak_core",
                           "weak_back",
                           "tight_hamstrings",
                           "lordosis",
                           "pelvic_tilt",
                           "disc_problem",
                           "osteoarthritis",
                           "stenosis",
                           "spondylolisthesis",
                           "spondylolysis",
                           "fibromyalgia",
                           "family_ankylosing_spondylitis",
                           "osteoporosis",
                           "past_fragility_fracture",
                           "steroid_long",
                           "cancer_history",
                           "injects_drugs",
                           "weak_immune",
                           "diabetes",
                           "spine_procedure_recent",
                           "anticoagulant",
                           "kidney_disease",
                           "raynaud",
                           "neuropathy",
                           "ms"}) {
        EXPECT_TRUE(vocabulary.knows(Topic::Condition, id)) << id;
    }
}

TEST(BuiltInVocabulary, GivesEachMedicineClassItsCautions)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();

    for (const Term& term : vocabulary.terms(Topic::MedicineClass)) {
        EXPECT_THAT(term.cautions, Not(IsEmpty())) << term.id;
    }
}

TEST(BuiltInVocabulary, KnowsMedicinesByNameWhateverTheCase)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();

    ASSERT_NE(vocabulary.medicineClassOf("IbuProfen"), nullptr);
    EXPECT_EQ(vocabulary.medicineClassOf("IbuProfen")->id, "nsaid");
    ASSERT_NE(vocabulary.medicineClassOf("paracetamol"), nullptr);
    EXPECT_EQ(vocabulary.medicineClassOf("paracetamol")->id, "acetaminophen");
    EXPECT_EQ(vocabulary.medicineClassOf("ibuprofen 400"), nullptr);
    EXPECT_EQ(vocabulary.medicineClassOf(""), nullptr);
}

TEST(BuiltInVocabulary, GivesSidesOnlyWhereThereAreSides)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();

    EXPECT_THAT(vocabulary.find(Topic::Region, "hip")->sides,
                ElementsAre(Side::Left, Side::Right, Side::Both));
    EXPECT_THAT(vocabulary.find(Topic::Symptom, "fever")->sides, IsEmpty());
    EXPECT_TRUE(vocabulary.find(Topic::Condition, "smoking")->isModifiable);
    EXPECT_FALSE(vocabulary.find(Topic::Condition, "osteoporosis")->isModifiable);
}

TEST(BuiltInVocabulary, DoesNotKnowAWordOfAnotherTopic)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();

    EXPECT_TRUE(vocabulary.knows(Topic::Region, "hip"));
    EXPECT_FALSE(vocabulary.knows(Topic::Symptom, "hip"));
    EXPECT_EQ(vocabulary.find(Topic::Region, "Hip"), nullptr);
}

TEST(Names, AreReadBackAsWritten)
{
    for (std::size_t i = 0; i < kNames<Topic>.size(); ++i) {
        EXPECT_EQ(fromId<Topic>(toId(static_cast<Topic>(i))), static_cast<Topic>(i));
    }
    EXPECT_FALSE(fromId<Side>("Left"));
    EXPECT_FALSE(fromId<Side>(""));
}

struct Files {
    json vocabulary;
    json sources;
};

Files smallFiles()
{
    Files files;
    for (const std::string_view topic : kNames<Topic>) {
        files.vocabulary[std::string{topic}] =
            json::array({{{"id", "first"}, {"sources", {"book"}}}});
    }
    files.sources = {{"sources", json::array({{{"id", "book"}, {"title", "A book"}}})}};
    return files;
}

TEST(Vocabulary, IsReadFromTheSmallestFilesThatAreWhole)
{
    const Files files = smallFiles();

    const Vocabulary vocabulary = Vocabulary::parse(files.vocabulary.dump(), files.sources.dump());

    EXPECT_TRUE(vocabulary.knows(Topic::Relief, "first"));
    ASSERT_EQ(vocabulary.sources().size(), 1U);
    EXPECT_EQ(vocabulary.sources().front().title, "A book");
}

struct BrokenCase {
    const char* name;
    void (*breakIt)(Files&);
    /// All of these stand in the message.
    std::vector<std::string> named;

    friend void PrintTo(const BrokenCase& c, std::ostream* out) { *out << c.name; }
};

class Broken : public testing::TestWithParam<BrokenCase> {};

TEST_P(Broken, IsRefusedByFileRowAndField)
{
    Files files = smallFiles();
    GetParam().breakIt(files);

    try {
        static_cast<void>(Vocabulary::parse(files.vocabulary.dump(), files.sources.dump()));
        FAIL() << "was read";
    } catch (const KnowledgeError& error) {
        std::vector<testing::Matcher<std::string>> parts;
        for (const std::string& part : GetParam().named) {
            parts.emplace_back(HasSubstr(part));
        }
        EXPECT_THAT(std::string{error.what()}, AllOfArray(parts));
    }
}

json& symptomRow(Files& files)
{
    return files.vocabulary["symptoms"][0];
}

const BrokenCase kBroken[] = {
    {"vocabulary is a list",
     [](Files& f) { f.vocabulary = json::array(); },
     {"vocabulary.json", "object"}},
    {"sources is a text", [](Files& f) { f.sources = "book"; }, {"sources.json", "object"}},
    {"a topic is missing",
     [](Files& f) { f.vocabulary.erase("relief"); },
     {"vocabulary.json", "relief"}},
    {"a topic is empty",
     [](Files& f) { f.vocabulary["relief"] = json::array(); },
     {"vocabulary.json", "relief"}},
    {"a topic is no list",
     [](Files& f) { f.vocabulary["relief"] = json::object(); },
     {"vocabulary.json", "relief"}},
    {"a topic is unknown",
     [](Files& f) { f.vocabulary["moods"] = json::array(); },
     {"vocabulary.json", "moods"}},
    {"a row is no object",
     [](Files& f) { symptomRow(f) = 1; },
     {"vocabulary.json", "symptoms[0]", "object"}},
    {"a field is unknown",
     [](Files& f) { symptomRow(f)["colour"] = "red"; },
     {"vocabulary.json", "symptoms[0]", "first", "colour"}},
    {"id is missing",
     [](Files& f) { symptomRow(f).erase("id"); },
     {"vocabulary.json", "symptoms[0]", "id"}},
    {"id is a number",
     [](Files& f) { symptomRow(f)["id"] = 7; },
     {"vocabulary.json", "symptoms[0]", "id"}},
    {"id is empty",
     [](Files& f) { symptomRow(f)["id"] = ""; },
     {"vocabulary.json", "symptoms[0]", "id"}},
    {"id has a capital",
     [](Files& f) { symptomRow(f)["id"] = "legPain"; },
     {"vocabulary.json", "symptoms[0]", "legPain", "id"}},
    {"id begins with a digit",
     [](Files& f) { symptomRow(f)["id"] = "2_legs"; },
     {"vocabulary.json", "symptoms[0]", "id"}},
    {"id stands twice",
     [](Files& f) { f.vocabulary["symptoms"].push_back(symptomRow(f)); },
     {"vocabulary.json", "symptoms[1]", "first", "twice"}},
    {"a side is none",
     [](Files& f) { symptomRow(f)["sides"] = {"top"}; },
     {"vocabulary.json", "symptoms[0]", "sides", "top"}},
    {"sides is a text",
     [](Files& f) { symptomRow(f)["sides"] = "left"; },
     {"vocabulary.json", "symptoms[0]", "sides"}},
    {"sides is an empty list",
     [](Files& f) { symptomRow(f)["sides"] = json::array(); },
     {"vocabulary.json", "symptoms[0]", "sides"}},
    {"sides holds a number",
     [](Files& f) { symptomRow(f)["sides"] = {1}; },
     {"vocabulary.json", "symptoms[0]", "sides"}},
    {"modifiable is a text",
     [](Files& f) { symptomRow(f)["modifiable"] = "yes"; },
     {"vocabulary.json", "symptoms[0]", "modifiable"}},
    {"cautions holds a list",
     [](Files& f) { symptomRow(f)["cautions"] = json::array({json::array()}); },
     {"vocabulary.json", "symptoms[0]", "cautions"}},
    {"names is null",
     [](Files& f) { symptomRow(f)["names"] = nullptr; },
     {"vocabulary.json", "symptoms[0]", "names"}},
    {"sources is missing in a row",
     [](Files& f) { symptomRow(f).erase("sources"); },
     {"vocabulary.json", "symptoms[0]", "first", "sources"}},
    {"sources names what is not there",
     [](Files& f) { symptomRow(f)["sources"] = {"rumour"}; },
     {"vocabulary.json", "symptoms[0]", "first", "sources", "rumour"}},
    {"the list of sources is missing",
     [](Files& f) { f.sources = json::object(); },
     {"sources.json", "sources"}},
    {"a source without title",
     [](Files& f) { f.sources["sources"][0].erase("title"); },
     {"sources.json", "sources[0]", "book", "title"}},
    {"a source with an unknown field",
     [](Files& f) { f.sources["sources"][0]["year"] = 2024; },
     {"sources.json", "sources[0]", "book", "year"}},
    {"a source stands twice",
     [](Files& f) { f.sources["sources"].push_back(f.sources["sources"][0]); },
     {"sources.json", "sources[1]", "book", "twice"}},
};
INSTANTIATE_TEST_SUITE_P(All, Broken, testing::ValuesIn(kBroken), tests::caseName<BrokenCase>);

TEST(Vocabulary, RefusesBytesThatAreNoJsonByTheirFile)
{
    const Files files = smallFiles();

    for (const char* bytes :
         {"", "{", "{\"symptoms\": [}", "{\"symptoms\": \"\xFF\"}", "\xEF\xBB"}) {
        try {
            static_cast<void>(Vocabulary::parse(bytes, files.sources.dump()));
            ADD_FAILURE() << "was read: " << bytes;
        } catch (const KnowledgeError& error) {
            EXPECT_THAT(error.what(), HasSubstr("vocabulary.json")) << bytes;
        }
        try {
            static_cast<void>(Vocabulary::parse(files.vocabulary.dump(), bytes));
            ADD_FAILURE() << "was read: " << bytes;
        } catch (const KnowledgeError& error) {
            EXPECT_THAT(error.what(), HasSubstr("sources.json")) << bytes;
        }
    }
}

} // namespace
} // namespace unclench
