// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/column_mapping.h"

#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"
#include "core/time/iso8601.h"
#include "core/time/zone.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace unclench {

namespace {

using nlohmann::ordered_json;

constexpr int kMostPain = 1000;
constexpr std::size_t kMostEntries = 1000;

/// Thrown while a mapping is read, and caught in this file.
struct NoMapping {
    std::string key;
};

std::string mappedText(const ordered_json& value, const std::string& key)
{
    if (!value.is_string()) {
        throw NoMapping{key};
    }
    return value.get<std::string>();
}

const ordered_json& mappedObject(const ordered_json& value, const std::string& key)
{
    if (!value.is_object() || value.size() > kMostEntries) {
        throw NoMapping{key};
    }
    return value;
}

std::vector<std::string> mappedTexts(const ordered_json& value, const std::string& key)
{
    if (!value.is_array() || value.size() > kMostEntries) {
        throw NoMapping{key};
    }
    std::vector<std::string> texts;
    for (const auto& entry : value) {
        texts.push_back(mappedText(entry, key));
    }
    return texts;
}

template <NamedEnum Enum>
Enum mappedWord(const ordered_json& value, const std::string& key)
{
    const auto word = fromId<Enum>(mappedText(value, key));
    if (!word) {
        throw NoMapping{key};
    }
    return *word;
}

int mappedNumber(const ordered_json& value, const std::string& key, int least, int most)
{
    if (!value.is_number_integer() || value < least || value > most) {
        throw NoMapping{key};
    }
    return value.get<int>();
}

RowRule mappedRule(const ordered_json& value)
{
    RowRule rule;
    for (const auto& [key, entry] : mappedObject(value, "rows").items()) {
        if (key == "column") {
            rule.column = mappedText(entry, key);
        } else if (key == "words") {
            rule.words = mappedTexts(entry, key);
            std::transform(rule.words.begin(), rule.words.end(), rule.words.begin(), lowerAscii);
        } else if (key == "but_not") {
            rule.butNot = mappedTexts(entry, key);
            std::transform(rule.butNot.begin(), rule.butNot.end(), rule.butNot.begin(), lowerAscii);
        } else if (key == "kind") {
            rule.kind = mappedWord<RowKind>(entry, key);
        } else {
            throw NoMapping{key};
        }
    }
    if (rule.column.empty() || rule.words.empty()) {
        throw NoMapping{"rows"};
    }
    return rule;
}

void takeColumns(ColumnMapping& mapping, const ordered_json& value)
{
    for (const auto& [column, meaning] : mappedObject(value, "columns").items()) {
        mapping.columns.push_back({column, mappedWord<Meaning>(meaning, column)});
    }
}

void takeTimesOfDay(ColumnMapping& mapping, const ordered_json& value)
{
    for (const auto& [word, text] : mappedObject(value, "times_of_day").items()) {
        const auto time = parseTimeOfDay(mappedText(text, word));
        if (!time) {
            throw NoMapping{word};
        }
        mapping.timesOfDay[lowerAscii(word)] =
            std::chrono::duration_cast<std::chrono::minutes>(*time);
    }
}

void takeKey(ColumnMapping& mapping, const std::string& key, const ordered_json& value)
{
    if (key == "id") {
        mapping.id = mappedText(value, key);
    } else if (key == "program") {
        mapping.program = mappedText(value, key);
    } else if (key == "columns") {
        takeColumns(mapping, value);
    } else if (key == "rows") {
        if (!value.is_array() || value.size() > kMostEntries) {
            throw NoMapping{key};
        }
        std::transform(value.begin(), value.end(), std::back_inserter(mapping.rules), mappedRule);
    } else if (key == "other_rows") {
        mapping.otherRows = mappedWord<RowKind>(value, key);
    } else if (key == "list_separators") {
        mapping.listSeparators = mappedText(value, key);
    } else if (key == "pain_words") {
        for (const auto& [word, pain] : mappedObject(value, key).items()) {
            mapping.painWords[lowerAscii(word)] = mappedNumber(pain, word, 0, 10);
        }
    } else if (key == "pain_most") {
        mapping.painMost = mappedNumber(value, key, 1, kMostPain);
    } else if (key == "length_unit") {
        mapping.lengthUnit = mappedWord<LengthUnit>(value, key);
    } else if (key == "times_of_day") {
        takeTimesOfDay(mapping, value);
    } else if (key == "empty_words") {
        for (const std::string& word : mappedTexts(value, key)) {
            mapping.emptyWords.push_back(lowerAscii(word));
        }
    } else if (key == "encoding") {
        mapping.encoding = mappedWord<TextEncoding>(value, key);
    } else if (key == "separator") {
        const std::string text = mappedText(value, key);
        if (text.size() != 1) {
            throw NoMapping{key};
        }
        mapping.separator = text.front();
    } else if (key == "date_order") {
        mapping.dateOrder = mappedWord<DateOrder>(value, key);
    } else if (key == "zone") {
        mapping.zone = mappedText(value, key);
        if (!zoneNamed(*mapping.zone)) {
            throw NoMapping{key};
        }
    } else {
        throw NoMapping{key};
    }
}

} // namespace

bool ColumnMapping::has(Meaning meaning) const
{
    return std::any_of(columns.begin(), columns.end(),
                       [&](const MappedColumn& mapped) { return mapped.meaning == meaning; });
}

std::variant<ColumnMapping, MappingFault> parseMapping(std::string_view json)
{
    const ordered_json document = ordered_json::parse(json, nullptr, false);
    if (!document.is_object()) {
        return MappingFault{};
    }
    try {
        ColumnMapping mapping;
        for (const auto& [key, value] : document.items()) {
            takeKey(mapping, key, value);
        }
        if (mapping.columns.empty()) {
            throw NoMapping{"columns"};
        }
        return mapping;
    } catch (const NoMapping& fault) {
        return MappingFault{fault.key};
    }
}

std::string toJson(const ColumnMapping& mapping)
{
    ordered_json document{{"id", mapping.id}, {"program", mapping.program}};
    document["columns"] = ordered_json::object();
    for (const MappedColumn& mapped : mapping.columns) {
        document["columns"][mapped.column] = toId(mapped.meaning);
    }
    document["rows"] = ordered_json::array();
    for (const RowRule& rule : mapping.rules) {
        ordered_json& row = document["rows"].emplace_back(
            ordered_json{{"column", rule.column}, {"words", rule.words}});
        if (!rule.butNot.empty()) {
            row["but_not"] = rule.butNot;
        }
        row["kind"] = toId(rule.kind);
    }
    document["other_rows"] = toId(mapping.otherRows);
    document["list_separators"] = mapping.listSeparators;
    document["pain_words"] = ordered_json(mapping.painWords);
    document["pain_most"] = mapping.painMost;
    document["length_unit"] = toId(mapping.lengthUnit);
    document["times_of_day"] = ordered_json::object();
    for (const auto& [word, time] : mapping.timesOfDay) {
        document["times_of_day"][word] =
            fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
    }
    document["empty_words"] = mapping.emptyWords;
    if (mapping.encoding) {
        document["encoding"] = toId(*mapping.encoding);
    }
    if (mapping.separator) {
        document["separator"] = std::string(1, *mapping.separator);
    }
    if (mapping.dateOrder) {
        document["date_order"] = toId(*mapping.dateOrder);
    }
    if (mapping.zone) {
        document["zone"] = *mapping.zone;
    }
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::optional<Zone> zoneNamed(std::string_view name)
{
    if (name == "UTC" || name == "Z") {
        return Zone::fixed(std::chrono::minutes{0});
    }
    if (const auto offset = parseIsoOffset(name)) {
        return Zone::fixed(*offset);
    }
    // A zone without data on this system is at once whatever it is otherwise.
    constexpr std::chrono::hours kFar{17};
    const Zone east = Zone::named(name, kFar);
    const bool isKnown = east.offsetAt({}) == Zone::named(name, -kFar).offsetAt({});
    return isKnown ? std::optional{east} : std::nullopt;
}

} // namespace unclench
