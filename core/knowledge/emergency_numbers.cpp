// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/emergency_numbers.h"

#include "core/knowledge/json_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kEmergencyNumbers;
} // namespace embedded

namespace {

constexpr std::string_view kNumbersFile = "emergency_numbers.json";

bool isCountry(std::string_view text)
{
    return text.size() == 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Digits in groups with one space between: nothing that a person could misread or not dial.
bool isDialable(std::string_view text)
{
    bool isAfterDigit = false;
    for (const char c : text) {
        const bool isDigit = c >= '0' && c <= '9';
        if (!isDigit && (c != ' ' || !isAfterDigit)) {
            return false;
        }
        isAfterDigit = isDigit;
    }
    return isAfterDigit;
}

std::string
titleOf(const Row& row, const char* key, const std::string& id, const std::vector<Source>& sources)
{
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    if (found == sources.end()) {
        row.fail(fmt::format("{} names {}, which stands not among the sources", key, id));
    }
    return found->title;
}

EmergencyNumber readNumber(const Row& row, const std::vector<Source>& sources)
{
    row.allowOnly({"country", "number", "advice", "source", "advice_source"});
    EmergencyNumber result;
    result.country = row.text("country");
    if (!isCountry(result.country)) {
        row.fail("country is not two capitals");
    }
    result.number = row.text("number");
    if (!isDialable(result.number)) {
        row.fail("number is not made of digits");
    }
    result.advice = row.textIfThere("advice");
    if (result.advice && !isDialable(*result.advice)) {
        row.fail("advice is not made of digits");
    }
    result.sources.push_back(titleOf(row, "source", row.text("source"), sources));
    if (const auto own = row.textIfThere("advice_source")) {
        if (!result.advice) {
            row.fail("advice_source stands without advice");
        }
        result.sources.push_back(titleOf(row, "advice_source", *own, sources));
    }
    return result;
}

} // namespace

const EmergencyNumbers& EmergencyNumbers::builtIn()
{
    static const EmergencyNumbers kBuiltIn = parse(embedded::kEmergencyNumbers);
    return kBuiltIn;
}

EmergencyNumbers EmergencyNumbers::parse(std::string_view bytes)
{
    EmergencyNumbers result;
    const nlohmann::json document = parseObject(kNumbersFile, bytes);
    for (const auto& [key, value] : document.items()) {
        if (key != "sources" && key != "countries") {
            throw KnowledgeError{fmt::format("{}: unknown field {}", kNumbersFile, key)};
        }
    }
    std::set<std::string> seen;
    for (const auto& entry : listOf(kNumbersFile, document, "sources")) {
        const Row row{kNumbersFile, "sources", result.m_sources.size(), entry};
        row.allowOnly({"id", "title"});
        result.m_sources.push_back({row.text("id"), row.text("title")});
        if (!seen.insert(result.m_sources.back().id).second) {
            row.fail("this id stands here twice");
        }
    }
    seen.clear();
    for (const auto& entry : listOf(kNumbersFile, document, "countries")) {
        const Row row{kNumbersFile, "countries", result.m_numbers.size(), entry};
        result.m_numbers.push_back(readNumber(row, result.m_sources));
        if (!seen.insert(result.m_numbers.back().country).second) {
            row.fail("this country stands here twice");
        }
    }
    return result;
}

const EmergencyNumber* EmergencyNumbers::find(std::string_view country) const
{
    const auto found =
        std::find_if(m_numbers.begin(), m_numbers.end(),
                     [&](const EmergencyNumber& row) { return row.country == country; });
    return found == m_numbers.end() ? nullptr : &*found;
}

} // namespace unclench
