// SPDX-License-Identifier: GPL-3.0-or-later
// A broken red_flags.json is refused by file, row and field; a rule that is added to it works.
#include "core/engine/engine.h"
#include "tests/support/case_name.h"
#include "tests/support/diary.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <ostream>

namespace unclench {

namespace embedded {
extern const std::string_view kRedFlags;
} // namespace embedded

namespace {

using nlohmann::json;
using testing::AllOfArray;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;

json builtIn()
{
    return json::parse(embedded::kRedFlags);
}

json& rowOf(json& document, const char* list, std::string_view id)
{
    for (json& row : document[list]) {
        if (row["id"] == id) {
            return row;
        }
    }
    throw std::out_of_range{"no such row"};
}
json& rule(json& document, std::string_view id)
{
    return rowOf(document, "rules", id);
}

struct Fault {
    const char* name;
    std::function<void(json&)> make;
    /// What the message names beside the file.
    std::vector<std::string> says;

    friend void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }
};

class BrokenRedFlags : public testing::TestWithParam<Fault> {};

TEST_P(BrokenRedFlags, AreRefusedByFileRowAndField)
{
    json document = builtIn();
    GetParam().make(document);
    std::vector<testing::Matcher<std::string>> expected{HasSubstr("red_flags.json")};
    for (const std::string& part : GetParam().says) {
        expected.emplace_back(HasSubstr(part));
    }

    try {
        static_cast<void>(RedFlags::parse(document.dump(), Vocabulary::builtIn()));
        FAIL() << "was read";
    } catch (const KnowledgeError& error) {
        EXPECT_THAT(std::string{error.what()}, AllOfArray(expected));
    }
}

/// Puts something into a field of rf_fever.
std::function<void(json&)> fever(const char* field, const json& value)
{
    return [=](json& d) { rule(d, "rf_fever")[field] = value; };
}
std::function<void(json&)> feverQuestion(const char* field, const json& value)
{
    return [=](json& d) { rule(d, "rf_fever")["question"][field] = value; };
}
std::function<void(json&)> feverWhen(const char* text)
{
    return fever("when", json::parse(text));
}

const Fault kFaults[] = {
    {"unknown list", [](json& d) { d["extra"] = 1; }, {"extra"}},
    {"no rules", [](json& d) { d.erase("rules"); }, {"rules"}},
    {"empty rules", [](json& d) { d["rules"] = json::array(); }, {"rules"}},
    {"no thresholds", [](json& d) { d.erase("thresholds"); }, {"thresholds"}},
    {"no facts", [](json& d) { d.erase("facts"); }, {"facts"}},
    {"no sign_off", [](json& d) { d.erase("sign_off"); }, {"sign_off"}},
    {"sign_off is no id", [](json& d) { d["sign_off"].push_back("Not an id"); }, {"sign_off"}},
    {"threshold missing",
     [](json& d) { d["thresholds"].erase(0); },
     {"thresholds", "fever_celsius"}},
    {"threshold that nothing uses",
     [](json& d) { rowOf(d, "thresholds", "fever_hours")["id"] = "fever_weeks"; },
     {"thresholds", "fever_weeks"}},
    {"threshold twice",
     [](json& d) { rowOf(d, "thresholds", "fever_hours")["id"] = "fever_celsius"; },
     {"thresholds", "fever_celsius", "twice"}},
    {"threshold that is a text",
     [](json& d) { rowOf(d, "thresholds", "fever_hours")["value"] = "48"; },
     {"fever_hours", "value"}},
    {"threshold without a unit",
     [](json& d) { rowOf(d, "thresholds", "fever_hours").erase("unit"); },
     {"fever_hours", "unit"}},
    {"threshold without sources",
     [](json& d) { rowOf(d, "thresholds", "fever_hours").erase("sources"); },
     {"fever_hours", "sources"}},
    {"threshold with an unknown field",
     [](json& d) { rowOf(d, "thresholds", "fever_hours")["hint"] = ""; },
     {"fever_hours", "hint"}},
    {"fact twice", [](json& d) { d["facts"].push_back(d["facts"][0]); }, {"facts", "cancer"}},
    {"fact with the id of a question",
     [](json& d) { d["facts"][0]["id"] = "rf_fever"; },
     {"facts", "rf_fever"}},
    {"fact with the id of a computed fact",
     [](json& d) { d["facts"][0]["id"] = "improved"; },
     {"facts", "improved"}},
    {"fact without a condition",
     [](json& d) { d["facts"][0].erase("when"); },
     {"facts", "cancer", "when"}},
    {"row that is no object", [](json& d) { d["rules"][0] = 5; }, {"rules[0]"}},
    {"rule without an id", [](json& d) { rule(d, "rf_worried").erase("id"); }, {"rules", "id"}},
    {"rule with a bad id",
     [](json& d) { rule(d, "rf_worried")["id"] = "Fever!"; },
     {"rules", "id"}},
    {"rule twice",
     [](json& d) { d["rules"].push_back(rule(d, "rf_worried")); },
     {"rf_worried", "twice"}},
    {"unknown field", fever("colour", "red"), {"rf_fever", "colour"}},
    {"no section", [](json& d) { rule(d, "rf_fever").erase("section"); }, {"rf_fever", "section"}},
    {"unknown level", fever("level", "dire"), {"rf_fever", "level", "dire"}},
    {"no sources", [](json& d) { rule(d, "rf_fever").erase("sources"); }, {"rf_fever", "sources"}},
    {"unknown source", fever("sources", {"hearsay"}), {"rf_fever", "sources", "hearsay"}},
    {"sign_off that is a text", fever("sign_off", "yes"), {"rf_fever", "sign_off"}},
    {"again_after_days below 0", fever("again_after_days", -1), {"rf_fever", "again_after_days"}},
    {"neither question nor when",
     [](json& d) { rule(d, "dr_frequent").erase("when"); },
     {"dr_frequent", "when"}},
    {"question that is a text", fever("question", "Fever?"), {"rf_fever", "question"}},
    {"unknown field of a question", feverQuestion("hint", ""), {"rf_fever", "question", "hint"}},
    {"unknown topic", feverQuestion("topic", "mood"), {"rf_fever", "topic", "mood"}},
    {"two_weeks that is a number", feverQuestion("two_weeks", 1), {"rf_fever", "two_weeks"}},
    {"unknown symptom", feverQuestion("symptoms", {"hiccup"}), {"rf_fever", "symptoms", "hiccup"}},
    {"symptoms that are no list", feverQuestion("symptoms", "fever"), {"rf_fever", "symptoms"}},
    {"flags that are no list", feverQuestion("flags", "confused"), {"rf_fever", "flags"}},
    {"not_if without its flag", feverQuestion("not_if", "intended"), {"rf_fever", "not_if"}},
    {"items that are a text", feverQuestion("items", "nine"), {"rf_fever", "items"}},
    {"offered_if that is nothing", feverQuestion("offered_if", 5), {"rf_fever", "offered_if"}},
    {"asked_by with an unknown fact",
     feverQuestion("asked_by", "full_moon"),
     {"rf_fever", "asked_by", "full_moon"}},
    {"condition that is a number", feverWhen("5"), {"rf_fever", "when"}},
    {"unknown kind of condition", feverWhen(R"({"nearly": []})"), {"rf_fever", "when", "nearly"}},
    {"two kinds at once", feverWhen(R"({"all": ["rf_fever"], "any": []})"), {"rf_fever", "when"}},
    {"empty all", feverWhen(R"({"all": []})"), {"rf_fever", "when", "all"}},
    {"any that is no list", feverWhen(R"({"any": "rf_fever"})"), {"rf_fever", "when", "any"}},
    {"unknown fact", feverWhen(R"("full_moon")"), {"rf_fever", "when", "full_moon"}},
    {"deep unknown fact",
     feverWhen(R"({"all": [{"any": [{"not": "full_moon"}]}]})"),
     {"rf_fever", "when", "full_moon"}},
    {"at_least without of", feverWhen(R"({"at_least": 2})"), {"rf_fever", "when"}},
    {"at_least too many",
     feverWhen(R"({"at_least": 2, "of": ["rf_fever"]})"),
     {"rf_fever", "at_least"}},
    {"at_least of nothing", feverWhen(R"({"at_least": 1, "of": []})"), {"rf_fever", "of"}},
    {"unknown region", feverWhen(R"({"region": ["tail"]})"), {"rf_fever", "region", "tail"}},
    {"unknown trigger", feverWhen(R"({"trigger": ["luck"]})"), {"rf_fever", "trigger", "luck"}},
    {"unknown symptom in when", feverWhen(R"({"symptom": ["hiccup"]})"), {"rf_fever", "hiccup"}},
    {"unknown condition", feverWhen(R"({"condition": ["luck"]})"), {"rf_fever", "condition"}},
    {"unknown medicine class", feverWhen(R"({"takes": ["tea"]})"), {"rf_fever", "takes", "tea"}},
    {"unknown class in took", feverWhen(R"({"took": ["tea"]})"), {"rf_fever", "took", "tea"}},
    {"region that holds a number", feverWhen(R"({"region": [5]})"), {"rf_fever", "region"}},
    {"age that is a fraction", feverWhen(R"({"age_at_least": 6.5})"), {"rf_fever", "age_at_least"}},
    {"age below zero", feverWhen(R"({"age_below": -1})"), {"rf_fever", "age_below"}},
    {"pain that is a text", feverWhen(R"({"pain_at_least": "8"})"), {"rf_fever", "pain_at_least"}},
    {"hours without end", feverWhen(R"({"open_hours": 99999999})"), {"rf_fever", "open_hours"}},
    {"answered with no question",
     feverWhen(R"({"answered": ["dr_frequent"]})"),
     {"rf_fever", "answered", "dr_frequent"}},
    {"flag of another question",
     feverWhen(R"({"flag": ["rf_kidney", "intended"]})"),
     {"rf_fever", "flag"}},
    {"flag without its question", feverWhen(R"({"flag": ["confused"]})"), {"rf_fever", "flag"}},
    {"rule further down", feverWhen(R"({"rule": "dr_frequent"})"), {"rf_fever", "rule"}},
    {"rule itself", feverWhen(R"({"rule": "rf_fever"})"), {"rf_fever", "rule"}},
    {"unknown level in when",
     feverWhen(R"({"level_at_least": "dire"})"),
     {"rf_fever", "level_at_least"}},
    {"level in a fact",
     [](json& document) {
         rowOf(document, "facts", "fever")["when"] = json::parse(R"({"level_at_least": "soon"})");
     },
     {"fever", "level_at_least", "no rule"}},
    {"escalate that is no list", fever("escalate", json::object()), {"rf_fever", "escalate"}},
    {"escalate to a lower level",
     fever("escalate", json::parse(R"([{"level": "soon", "when": "rf_fever"}])")),
     {"rf_fever", "escalate", "level"}},
    {"escalate without when",
     fever("escalate", json::parse(R"([{"level": "emergency"}])")),
     {"rf_fever", "escalate", "when"}},
    {"escalate with an unknown field",
     fever("escalate", json::parse(R"([{"level": "emergency", "when": "fever", "why": ""}])")),
     {"rf_fever", "escalate", "why"}},
};
INSTANTIATE_TEST_SUITE_P(All, BrokenRedFlags, testing::ValuesIn(kFaults), tests::caseName<Fault>);

TEST(BrokenRedFlags, AreRefusedWhereTheyAreNoJson)
{
    const auto vocabulary = Vocabulary::builtIn();

    EXPECT_THROW(static_cast<void>(RedFlags::parse("{", vocabulary)), KnowledgeError);
    EXPECT_THROW(static_cast<void>(RedFlags::parse("[]", vocabulary)), KnowledgeError);
    EXPECT_THROW(static_cast<void>(RedFlags::parse("", vocabulary)), KnowledgeError);
}

TEST(RedFlags, ARuleThatIsAddedToTheFileAloneIsAskedAndRaised)
{
    tests::Diary diary;
    json document = builtIn();
    document["rules"].push_back(json::parse(R"({"id": "rf_ear_ringing", "section": "1.2",
        "level": "urgent", "question": {"topic": "illness"}, "sources": ["general"]})"));
    const RedFlags rules = RedFlags::parse(document.dump(), diary.vocabulary);
    Engine engine{*diary.database, diary.clock, diary.vocabulary, diary.uuids, rules};
    static_cast<void>(tests::done(engine.journal().logSpasm(
        {.pain = 4, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}})));
    EXPECT_THAT(engine.alerts().asking().lists, Contains("rf_ear_ringing"));
    Answer answer;
    answer.question = "rf_ear_ringing";
    answer.value = AnswerValue::Yes;

    static_cast<void>(tests::done(engine.alerts().answer(answer, std::nullopt)));

    EXPECT_THAT(engine.alerts().active(), Contains(Field(&Alert::rule, "rf_ear_ringing")));
}

} // namespace
} // namespace unclench
