// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/step_format.h"

#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/diary/settings.h"
#include "core/time/duration.h"
#include "core/time/iso8601.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace unclench::app::replay {

namespace {

using nlohmann::json;
using namespace std::string_view_literals;

/// True: the value is of the kind that the field asks for.
using Test = std::function<bool(const json&, const Vocabulary&)>;

struct Field {
    std::string_view name;
    Test test;
    bool isNeeded = false;
};
using Fields = std::vector<Field>;

bool isText(const json& value, const Vocabulary&)
{
    return value.is_string() && !value.get<std::string>().empty();
}
bool isFlag(const json& value, const Vocabulary&)
{
    return value.is_boolean();
}
bool isDuration(const json& value, const Vocabulary&)
{
    return value.is_string() && parseDuration(value.get<std::string>());
}
Test whole(std::int64_t least, std::int64_t most)
{
    return [=](const json& value, const Vocabulary&) {
        return value.is_number_integer() && value.get<std::int64_t>() >= least &&
               value.get<std::int64_t>() <= most;
    };
}
Test number(double least, double most)
{
    return [=](const json& value, const Vocabulary&) {
        return value.is_number() && value.get<double>() >= least && value.get<double>() <= most;
    };
}
Test oneOf(std::vector<std::string_view> words)
{
    return [words = std::move(words)](const json& value, const Vocabulary&) {
        return value.is_string() &&
               std::find(words.begin(), words.end(), value.get<std::string>()) != words.end();
    };
}
template <NamedEnum Enum>
Test named()
{
    return oneOf({kNames<Enum>.begin(), kNames<Enum>.end()});
}
Test word(Topic topic)
{
    return [topic](const json& value, const Vocabulary& vocabulary) {
        return value.is_string() && vocabulary.knows(topic, value.get<std::string>());
    };
}
Test listOf(Test test, std::size_t least = 0)
{
    return [test = std::move(test), least](const json& value, const Vocabulary& vocabulary) {
        return value.is_array() && value.size() >= least &&
               std::all_of(value.begin(), value.end(),
                           [&](const json& entry) { return test(entry, vocabulary); });
    };
}

std::optional<std::string>
faultOfFields(const json& object, const Fields& fields, const Vocabulary& vocabulary)
{
    for (const Field& field : fields) {
        if (field.isNeeded && !object.contains(field.name)) {
            return fmt::format("{} is missing", field.name);
        }
    }
    for (const auto& [key, value] : object.items()) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const Field& f) { return f.name == key; });
        if (field == fields.end()) {
            return fmt::format("unknown field {}", key);
        }
        if (!field->test(value, vocabulary)) {
            return fmt::format("{} cannot be {}", key, value.dump());
        }
    }
    return std::nullopt;
}
Test objectOf(Fields fields)
{
    return [fields = std::move(fields)](const json& value, const Vocabulary& vocabulary) {
        return value.is_object() && !faultOfFields(value, fields, vocabulary);
    };
}

/// A rule by its id; which of them exist is for the rules to say.
bool isRuleId(const json& value, const Vocabulary&)
{
    if (!value.is_string()) {
        return false;
    }
    const auto text = value.get<std::string>();
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return text.size() > 3 &&
           (text.starts_with("rf_") || text.starts_with("cx_") || text.starts_with("dr_")) &&
           std::all_of(text.begin(), text.end(), isPart);
}
bool isClinicianOk(const json& value, const Vocabulary& vocabulary)
{
    if (!value.is_string()) {
        return false;
    }
    const auto text = value.get<std::string>();
    return (text.starts_with("heat:") || text.starts_with("cold:")) &&
           vocabulary.knows(Topic::Condition, text.substr(5));
}
bool isOffset(const json& value, const Vocabulary&)
{
    return value.is_string() && value.get<std::string>().size() == 6 &&
           parseIsoOffset(value.get<std::string>());
}
bool isJump(const json& value, const Vocabulary&)
{
    const std::string text = value.is_string() ? value.get<std::string>() : std::string{};
    return !text.empty() && (text.front() == '+' || text.front() == '-') &&
           parseDuration(text.substr(1));
}
bool isStart(const json& value, const Vocabulary&)
{
    const auto written = value.is_string() ? parseIso(value.get<std::string>()) : std::nullopt;
    return written && written->offset;
}
bool isScenarioId(const json& value, const Vocabulary&)
{
    const std::string text = value.is_string() ? value.get<std::string>() : std::string{};
    return text.size() >= 2 && text.front() >= 'A' && text.front() <= 'Z' && text[1] >= '0' &&
           text[1] <= '9';
}
bool isAnything(const json&, const Vocabulary&)
{
    return true;
}

Fields profileFields()
{
    return {{"age", whole(0, 120)},
            {"pregnant_weeks", whole(0, 45)},
            {"conditions", listOf(word(Topic::Condition))},
            {"clinician_ok", listOf(isClinicianOk)},
            {"medicines", listOf(objectOf({{"name", isText, true},
                                           {"class", word(Topic::MedicineClass), true}}))}};
}

Fields episodeFields(bool isStart)
{
    const Test place = objectOf({{"id", word(Topic::Region), true}, {"side", named<Side>()}});
    return {{"regions", listOf(place, 1), isStart},
            {"pain", whole(0, 10), isStart},
            {"first_ever", isFlag},
            {"sudden", isFlag},
            {"triggers", listOf(word(Topic::Trigger))},
            {"quality", listOf(word(Topic::Quality))},
            {"injury_hours_ago", number(0, 1e6)},
            {"swelling", isFlag},
            {"bruise_over_spine", isFlag},
            {"onset_ago", isDuration},
            {"pattern", isText},
            {"signs", listOf(isText)},
            {"activity", isText},
            {"spasm_minutes", number(0, 1e6)}};
}

const Test& flags()
{
    static const Test kTest = [](const json& value, const Vocabulary& vocabulary) {
        return value.is_object() && std::all_of(value.begin(), value.end(), [&](const json& flag) {
                   return isFlag(flag, vocabulary);
               });
    };
    return kTest;
}

Fields expectFields()
{
    const Test ids = listOf(isRuleId, 1);
    const Test words = listOf(isText);
    const Test levels = [](const json& value, const Vocabulary&) {
        static const std::set<std::string> kLevels{"soon", "urgent", "emergency"};
        return value.is_object() && std::all_of(value.begin(), value.end(), [](const json& level) {
                   return level.is_string() && kLevels.contains(level.get<std::string>());
               });
    };
    const Test care = objectOf({{"status", oneOf({"blocked", "allowed", "recommended"})},
                                {"earliest",
                                 [](const json& value, const Vocabulary& vocabulary) {
                                     return value.is_null() || isDuration(value, vocabulary);
                                 }},
                                {"max_minutes", whole(0, 1'000)},
                                {"caution", isFlag},
                                {"because_has", words}});
    const Test object = [](const json& value, const Vocabulary&) { return value.is_object(); };
    return {{"highest", oneOf({"none", "soon", "urgent", "emergency"})},
            {"includes", levels},
            {"excludes", ids},
            {"none", isFlag},
            {"check_ins", ids},
            {"check_ins_not", ids},
            {"asks", ids},
            {"asks_not", ids},
            {"open", ids},
            {"snoozed", ids},
            {"running",
             [](const json& value, const Vocabulary&) {
                 return value.is_null() || value == "heat" || value == "cold";
             }},
            {"closed", object},
            {"heat", care},
            {"cold", care},
            {"refused",
             [words](const json& value, const Vocabulary& vocabulary) {
                 return value.is_null() || value == "any" || words(value, vocabulary);
             }},
            {"sitting", object},
            {"exercise", objectOf({{"allowed", isFlag}, {"because", words}})},
            {"episodes", objectOf({{"open", whole(0, 1'000'000)},
                                   {"total", whole(0, 1'000'000)},
                                   {"distinct_30d", whole(0, 1'000'000)},
                                   {"distinct_180d", whole(0, 1'000'000)}})}};
}

/// Every step that the format knows, whether or not it is built yet.
const std::map<std::string, Fields, std::less<>>& stepFields()
{
    const Test skin =
        oneOf({"normal", "pink", "blotchy", "blister", "white_waxy", "numb", "hives"});
    static const std::map<std::string, Fields, std::less<>> kSteps{
        {"profile", profileFields()},
        {"episode.start", episodeFields(true)},
        {"episode.update", episodeFields(false)},
        {"episode.end", {}},
        {"pain", {{"value", whole(0, 10), true}, {"at_rest", isFlag}}},
        {"symptom",
         {{"id", word(Topic::Symptom), true},
          {"side", oneOf({"left", "right", "both"})},
          {"change", named<Change>()},
          {"since_days", whole(0, 36'500)},
          {"present", isFlag}}},
        {"answer",
         {{"question", isRuleId, true},
          {"answer", oneOf({"yes", "no", "unsure", "skipped"}), true},
          {"change", named<Change>()},
          {"since_days", whole(0, 36'500)},
          {"clinician_knows", isFlag},
          {"items", whole(0, 20)},
          {"detail", flags()}}},
        {"temperature",
         {{"celsius", number(Measurement::kLeastCelsius, Measurement::kMostCelsius), true}}},
        {"weight", {{"kg", number(0.01, Measurement::kMostKilogram), true}}},
        {"medicine",
         {{"class", word(Topic::MedicineClass), true},
          {"name", isText},
          {"patch_site", named<PatchSite>()}}},
        {"function",
         {{"id", word(Topic::Function), true}, {"level", whole(0, FunctionLimit::kCannot), true}}},
        {"procedure", {{"days_ago", whole(0, 1'000'000), true}}},
        {"condition", {{"id", word(Topic::Condition), true}, {"present", isFlag, true}}},
        {"cramp", {{"now", isFlag, true}}},
        {"care.start",
         {{"modality", oneOf({"heat", "cold"}), true},
          {"minutes", whole(1, 1'000'000), true},
          {"pain", whole(0, 10)},
          {"kind", oneOf({"pad", "towel", "bottle", "shower", "bath", "pack"})}}},
        {"care.end", {{"pain", whole(0, 10)}, {"skin", skin}, {"felt", named<Effect>()}}},
        {"skin", {{"state", skin, true}}},
        {"alert.close",
         {{"id", isRuleId, true}, {"how", oneOf({"seen", "mistake", "dismissed"}), true}}},
        {"alert.snooze", {{"id", isRuleId, true}, {"hours", number(0, 1e6), true}}},
        {"seat", {{"state", oneOf({"seated", "away", "standing", "walking", "lying"}), true}}},
        {"break", {{"do_what", oneOf({"start", "end", "snooze", "skip"}), true}}},
        {"suspend", {{"for", isDuration, true}}},
        {"clock", {{"jump", isJump, true}}},
        {"clock.confirm", {}},
        {"restart", {}},
        {"observe", {{"expect", objectOf(expectFields())}}},
    };
    return kSteps;
}

} // namespace

std::optional<std::string> faultOfStep(const json& step, const Vocabulary& vocabulary)
{
    if (!step.is_object() || !step.contains("do") || !step["do"].is_string()) {
        return "not an object with a do";
    }
    const auto known = stepFields().find(step["do"].get<std::string>());
    if (known == stepFields().end()) {
        return fmt::format("unknown do {}", step["do"].dump());
    }
    Fields fields = known->second;
    fields.push_back({"at", isDuration, true});
    fields.push_back({"do", isText, true});
    fields.push_back({"offset", isOffset});
    if (const auto fault = faultOfFields(step, fields, vocabulary)) {
        return fmt::format("{}: {}", known->first, *fault);
    }
    return std::nullopt;
}

std::optional<std::string> faultOfHead(const json& scenario, const Vocabulary& vocabulary)
{
    if (!scenario.is_object()) {
        return "not an object";
    }
    static const Fields kHead{
        {"id", isScenarioId, true},
        {"title", isText, true},
        {"start", isStart, true},
        {"profile", objectOf(profileFields())},
        {"settings",
         objectOf({{"pace", named<Pace>()},
                   {"patience_days",
                    [](const json& value, const Vocabulary&) { return value == 3 || value == 7; }},
                   {"sitting_minutes", whole(20, 60)},
                   {"break_minutes", whole(1, 10)}})},
        {"steps", isAnything, true}};
    return faultOfFields(scenario, kHead, vocabulary);
}

} // namespace unclench::app::replay
