// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/guide.h"

#include "core/knowledge/json_row.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kGuide;
} // namespace embedded

namespace {

using nlohmann::json;

constexpr std::string_view kGuideFile = "guide.json";

std::vector<std::string> readIds(const Row& row, const char* key)
{
    std::vector<std::string> ids = row.texts(key);
    std::set<std::string> seen;
    for (const std::string& id : ids) {
        if (!isId(id)) {
            row.fail(fmt::format("{} holds something that is no id", key));
        }
        if (!seen.insert(id).second) {
            row.fail(fmt::format("{} holds {} twice", key, id));
        }
    }
    return ids;
}

std::optional<std::string> readIdIfThere(const Row& row, const char* key)
{
    auto id = row.textIfThere(key);
    if (id && !isId(*id)) {
        row.fail(fmt::format("{} is no id", key));
    }
    return id;
}

GuideCard readCard(const Row& row,
                   std::set<std::string>& seen,
                   const std::vector<std::string>& topics,
                   const Vocabulary& vocabulary)
{
    row.allowOnly({"id", "topic", "drawing", "tool", "gate", "medicine_class", "when", "not_when",
                   "covers", "sources"});
    GuideCard card;
    card.id = readId(row, seen);
    card.topic = row.text("topic");
    if (std::find(topics.begin(), topics.end(), card.topic) == topics.end()) {
        row.fail(fmt::format("topic is {}, which stands not among the topics", card.topic));
    }
    card.drawing = readIdIfThere(row, "drawing");
    if (const auto tool = row.textIfThere("tool")) {
        card.tool = fromId<GuideTool>(*tool);
        if (!card.tool) {
            row.fail(fmt::format("tool is {}, which is none of its values", *tool));
        }
    }
    card.isGated = row.flag("gate");
    card.medicineClass = row.textIfThere("medicine_class");
    if (card.medicineClass && !vocabulary.knows(Topic::MedicineClass, *card.medicineClass)) {
        row.fail(fmt::format("medicine_class names {}, which is none", *card.medicineClass));
    }
    card.when = readIds(row, "when");
    card.notWhen = readIds(row, "not_when");
    card.covers = readIds(row, "covers");
    if (card.covers.empty()) {
        row.fail("covers is missing");
    }
    card.sources = readSources(row, vocabulary);
    return card;
}

} // namespace

const Guide& Guide::builtIn()
{
    static const Guide kBuiltIn = parse(embedded::kGuide, Vocabulary::builtIn());
    return kBuiltIn;
}

Guide Guide::parse(std::string_view bytes, const Vocabulary& vocabulary)
{
    Guide result;
    const json document = parseObject(kGuideFile, bytes);
    for (const auto& [key, value] : document.items()) {
        if (key != "numbers" && key != "topics" && key != "cards") {
            throw KnowledgeError{fmt::format("{}: unknown list {}", kGuideFile, key)};
        }
    }

    std::set<std::string> seen;
    std::size_t index = 0;
    for (const json& entry : listOf(kGuideFile, document, "numbers")) {
        const Row row{kGuideFile, "numbers", index++, entry};
        row.allowOnly({"id", "value", "unit", "sources"});
        const auto number = fromId<GuideNumber>(readId(row, seen));
        if (!number) {
            row.fail("nothing uses a number of this id");
        }
        const auto value = row.wholeIfThere("value");
        if (value.value_or(0) == 0) {
            row.fail("value is missing or nothing");
        }
        static_cast<void>(row.text("unit"));
        static_cast<void>(readSources(row, vocabulary));
        result.m_numbers[static_cast<std::size_t>(*number)] = *value;
    }
    for (const std::string_view name : kNames<GuideNumber>) {
        if (!seen.contains(std::string{name})) {
            throw KnowledgeError{fmt::format("{}: numbers: {} is missing", kGuideFile, name)};
        }
    }

    seen.clear();
    for (const json& entry : listOf(kGuideFile, document, "topics")) {
        if (!entry.is_string() || !isId(entry.get<std::string>())) {
            throw KnowledgeError{
                fmt::format("{}: topics holds something that is no id", kGuideFile)};
        }
        result.m_topics.push_back(entry.get<std::string>());
        if (!seen.insert(result.m_topics.back()).second) {
            throw KnowledgeError{
                fmt::format("{}: topics holds {} twice", kGuideFile, result.m_topics.back())};
        }
    }

    seen.clear();
    index = 0;
    for (const json& entry : listOf(kGuideFile, document, "cards")) {
        result.m_cards.push_back(
            readCard(Row{kGuideFile, "cards", index++, entry}, seen, result.m_topics, vocabulary));
    }
    for (const std::string& topic : result.m_topics) {
        if (std::none_of(result.m_cards.begin(), result.m_cards.end(),
                         [&](const GuideCard& card) { return card.topic == topic; })) {
            throw KnowledgeError{fmt::format("{}: topics: {} has no card", kGuideFile, topic)};
        }
    }
    for (std::size_t tool = 0; tool < kNames<GuideTool>.size(); ++tool) {
        const auto has = [&](const GuideCard& card) {
            return card.tool == static_cast<GuideTool>(tool);
        };
        if (std::count_if(result.m_cards.begin(), result.m_cards.end(), has) != 1) {
            throw KnowledgeError{fmt::format("{}: cards: the tool {} stands not on exactly one",
                                             kGuideFile, kNames<GuideTool>[tool])};
        }
    }
    return result;
}

} // namespace unclench
