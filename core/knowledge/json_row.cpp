// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/json_row.h"

#include "core/knowledge/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>

namespace unclench {

using nlohmann::json;

json parseObject(std::string_view file, std::string_view bytes)
{
    try {
        json parsed = json::parse(bytes);
        if (!parsed.is_object()) {
            throw KnowledgeError{fmt::format("{}: not an object", file)};
        }
        return parsed;
    } catch (const json::exception& error) { // no JSON, or a number that no type holds
        throw KnowledgeError{fmt::format("{}: {}", file, error.what())};
    }
}

const json& listOf(std::string_view file, const json& document, std::string_view key)
{
    const auto found = document.find(key);
    if (found == document.end() || !found->is_array() || found->empty()) {
        throw KnowledgeError{fmt::format("{}: {} is missing or not a list with rows", file, key)};
    }
    return *found;
}

Row::Row(std::string_view file, std::string_view list, std::size_t index, const json& row)
    : m_place(fmt::format("{}: {}[{}]", file, list, index)), m_row(row)
{
    if (!row.is_object()) {
        fail("not an object");
    }
    if (row.contains("id") && row["id"].is_string()) {
        m_place += fmt::format(" ({})", row["id"].get<std::string>());
    }
}

Row::Row(const Row& parent, std::string_view key, const json& row)
    : m_place(fmt::format("{}: {}", parent.m_place, key)), m_row(row)
{
    if (!row.is_object()) {
        fail("not an object");
    }
}

void Row::fail(std::string_view what) const
{
    throw KnowledgeError{fmt::format("{}: {}", m_place, what)};
}

void Row::allowOnly(std::initializer_list<std::string_view> keys) const
{
    for (const auto& [key, value] : m_row.items()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            fail(fmt::format("unknown field {}", key));
        }
    }
}

std::string Row::text(const char* key) const
{
    const auto found = m_row.find(key);
    if (found == m_row.end() || !found->is_string() || found->get<std::string>().empty()) {
        fail(fmt::format("{} is missing or not a text", key));
    }
    return found->get<std::string>();
}

std::optional<std::string> Row::textIfThere(const char* key) const
{
    return m_row.contains(key) ? std::optional{text(key)} : std::nullopt;
}

std::vector<std::string> Row::texts(const char* key) const
{
    std::vector<std::string> list;
    const auto found = m_row.find(key);
    if (found == m_row.end()) {
        return list;
    }
    if (!found->is_array() || found->empty()) {
        fail(fmt::format("{} is not a list with entries", key));
    }
    for (const json& entry : *found) {
        if (!entry.is_string()) {
            fail(fmt::format("{} holds something that is not a text", key));
        }
        list.push_back(entry.get<std::string>());
    }
    return list;
}

bool Row::flag(const char* key) const
{
    const auto found = m_row.find(key);
    if (found == m_row.end()) {
        return false;
    }
    if (!found->is_boolean()) {
        fail(fmt::format("{} is not true or false", key));
    }
    return found->get<bool>();
}

double Row::number(const char* key) const
{
    const json& found = value(key);
    if (!found.is_number()) {
        fail(fmt::format("{} is not a number", key));
    }
    return found.get<double>();
}

std::optional<int> Row::wholeIfThere(const char* key) const
{
    if (!m_row.contains(key)) {
        return std::nullopt;
    }
    const json& found = m_row[key];
    if (!found.is_number_unsigned() || found.get<std::uint64_t>() > 100'000) {
        fail(fmt::format("{} is not a whole number", key));
    }
    return found.get<int>();
}

const json& Row::value(const char* key) const
{
    const auto found = m_row.find(key);
    if (found == m_row.end()) {
        fail(fmt::format("{} is missing", key));
    }
    return *found;
}

bool isId(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), allowed);
}

std::vector<std::string> readSources(const Row& row, const Vocabulary& vocabulary)
{
    std::vector<std::string> sources = row.texts("sources");
    if (sources.empty()) {
        row.fail("sources is missing");
    }
    for (const std::string& source : sources) {
        const auto all = vocabulary.sources();
        if (std::none_of(all.begin(), all.end(), [&](const Source& s) { return s.id == source; })) {
            row.fail(fmt::format("sources names {}, which sources.json does not have", source));
        }
    }
    return sources;
}

std::string readId(const Row& row, std::set<std::string>& seen)
{
    std::string id = row.text("id");
    if (!isId(id)) {
        row.fail("id is not made of a-z, 0-9 and _");
    }
    if (!seen.insert(id).second) {
        row.fail("this id stands here twice");
    }
    return id;
}

} // namespace unclench
