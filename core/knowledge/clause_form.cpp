// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/clause_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace unclench {

using nlohmann::json;
using Kind = Clause::Kind;

namespace {

struct Group {
    std::string_view key;
    Kind kind;
};
constexpr std::array kGroups{Group{"all", Kind::All}, Group{"any", Kind::Any}};
constexpr std::array kWrappers{Group{"not", Kind::Not}, Group{"unless", Kind::Unless},
                               Group{"new", Kind::New}};
constexpr std::array kNumbers{
    Group{"age_at_least", Kind::AgeAtLeast}, Group{"age_below", Kind::AgeBelow},
    Group{"pain_at_least", Kind::PainAtLeast}, Group{"open_hours", Kind::OpenHours}};

struct Words {
    std::string_view key;
    Kind kind;
    Topic topic;
};
constexpr std::array kWords{Words{"region", Kind::Region, Topic::Region},
                            Words{"trigger", Kind::Trigger, Topic::Trigger},
                            Words{"symptom", Kind::Symptom, Topic::Symptom},
                            Words{"condition", Kind::Condition, Topic::Condition},
                            Words{"takes", Kind::Takes, Topic::MedicineClass},
                            Words{"took", Kind::Took, Topic::MedicineClass}};

template <class Table>
const auto* rowFor(const Table& table, std::string_view key)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.key == key; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace

Clause ClauseForm::named(const Row& row, std::string_view field, const std::string& id) const
{
    if (questions.contains(id)) {
        return {.kind = Kind::Question, .ids = {id}};
    }
    if (const auto computed = fromId<ComputedFact>(id)) {
        return {.kind = Kind::Computed, .computed = *computed};
    }
    if (facts.contains(id)) {
        return {.kind = Kind::Fact, .ids = {id}};
    }
    row.fail(fmt::format("{} names {}, which is no question and no fact above it", field, id));
}

Clause ClauseForm::read(const Row& row, std::string_view field, const json& value) const
{
    if (value.is_string()) {
        return named(row, field, value.get<std::string>());
    }
    const bool isCount = value.is_object() && value.contains("at_least");
    if (!value.is_object() || value.size() != (isCount ? 2U : 1U)) {
        row.fail(fmt::format("{} holds something that is no condition", field));
    }
    const std::string key = isCount ? "of" : value.begin().key();
    if (isCount && !value.contains("of")) {
        row.fail(fmt::format("{}: at_least stands without of", field));
    }
    const json& content = value[key];
    const auto list = [&] {
        std::vector<std::string> ids;
        if (!content.is_array() || content.empty()) {
            row.fail(fmt::format("{}: {} is not a list with entries", field, key));
        }
        for (const json& id : content) {
            if (!id.is_string()) {
                row.fail(fmt::format("{}: {} holds something that is not a text", field, key));
            }
            ids.push_back(id.get<std::string>());
        }
        return ids;
    };
    const auto whole = [&](const json& number, std::string_view name) {
        if (!number.is_number_integer() || number.get<std::int64_t>() < 0 ||
            number.get<std::int64_t>() > 100'000) {
            row.fail(fmt::format("{}: {} is not a whole number", field, name));
        }
        return number.get<int>();
    };

    if (isCount || rowFor(kGroups, key) != nullptr) {
        Clause clause{.kind = isCount ? Kind::AtLeast : rowFor(kGroups, key)->kind};
        if (!content.is_array() || content.empty()) {
            row.fail(fmt::format("{}: {} is not a list with entries", field, key));
        }
        for (const json& part : content) {
            clause.parts.push_back(read(row, field, part));
        }
        if (isCount) {
            clause.number = whole(value["at_least"], "at_least");
            if (clause.number < 1 || clause.number > static_cast<int>(clause.parts.size())) {
                row.fail(fmt::format("{}: at_least is more than there are parts", field));
            }
        }
        return clause;
    }
    if (const auto* wrapper = rowFor(kWrappers, key)) {
        return {.kind = wrapper->kind, .parts = {read(row, field, content)}};
    }
    if (const auto* number = rowFor(kNumbers, key)) {
        return {.kind = number->kind, .number = whole(content, key)};
    }
    if (const auto* words = rowFor(kWords, key)) {
        Clause clause{.kind = words->kind, .ids = list()};
        for (const std::string& id : clause.ids) {
            if (!vocabulary.knows(words->topic, id)) {
                row.fail(fmt::format("{}: {} names {}, which vocabulary.json does not have", field,
                                     key, id));
            }
        }
        return clause;
    }
    if (key == "answered") {
        Clause clause{.kind = Kind::Answered, .ids = list()};
        for (const std::string& id : clause.ids) {
            if (!questions.contains(id)) {
                row.fail(fmt::format("{}: answered names {}, which is no question", field, id));
            }
        }
        return clause;
    }
    if (key == "flag") {
        Clause clause{.kind = Kind::Flag, .ids = list()};
        const auto question =
            clause.ids.size() == 2 ? questions.find(clause.ids[0]) : questions.end();
        if (question == questions.end() ||
            std::find(question->second.begin(), question->second.end(), clause.ids[1]) ==
                question->second.end()) {
            row.fail(fmt::format("{}: flag is not a question and one of its flags", field));
        }
        return clause;
    }
    if (key == "rule") {
        if (!content.is_string() || !rules.contains(content.get<std::string>())) {
            row.fail(fmt::format("{}: rule is no rule above this one", field));
        }
        return {.kind = Kind::Rule, .ids = {content.get<std::string>()}};
    }
    if (key == "level_at_least") {
        if (rules.empty()) {
            row.fail(
                fmt::format("{}: level_at_least has no rule above this one to look at", field));
        }
        const auto level =
            content.is_string() ? fromId<Level>(content.get<std::string>()) : std::nullopt;
        if (!level) {
            row.fail(fmt::format("{}: level_at_least is no level", field));
        }
        return {.kind = Kind::LevelAtLeast, .level = *level};
    }
    row.fail(fmt::format("{}: {} is no kind of condition", field, key));
}

} // namespace unclench
