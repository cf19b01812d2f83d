// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_words.h"

#include "core/exchange/foreign_text.h"
#include "core/knowledge/json_row.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace unclench {

namespace embedded {
extern const std::string_view kImportWords;
}

namespace {

using nlohmann::json;

constexpr std::string_view kForeignWordsFile = "import/words.json";

/// The object under `key`.
const json& foreignGroup(const json& document, std::string_view key)
{
    const auto found = document.find(key);
    if (found == document.end() || !found->is_object()) {
        throw KnowledgeError{fmt::format("{}: {} is missing or no object", kForeignWordsFile, key)};
    }
    return *found;
}

/// Calls `take(word, id)` for each entry; the file has lists of words under each id.
template <class Take>
void eachForeignWord(const json& group, Take&& take)
{
    for (const auto& [id, words] : group.items()) {
        if (!words.is_array()) {
            throw KnowledgeError{fmt::format("{}: {} is no list", kForeignWordsFile, id)};
        }
        for (const json& word : words) {
            if (!word.is_string() || word.get<std::string>() != wordKey(word.get<std::string>())) {
                throw KnowledgeError{
                    fmt::format("{}: {} holds what is no word key", kForeignWordsFile, id)};
            }
            take(word.get<std::string>(), id);
        }
    }
}

} // namespace

ForeignWords::ForeignWords(const Vocabulary& vocabulary) : m_vocabulary(vocabulary)
{
    const json document = parseObject(kForeignWordsFile, embedded::kImportWords);
    for (const Topic topic : {Topic::Region, Topic::Trigger, Topic::Relief, Topic::Symptom}) {
        std::map<std::string, std::string>& ids = m_ids[topic];
        for (const Term& term : vocabulary.terms(topic)) {
            ids.emplace(term.id, term.id);
        }
        eachForeignWord(foreignGroup(document, toId(topic)), [&](const std::string& word,
                                                                 const std::string& id) {
            if (!vocabulary.knows(topic, id)) {
                throw KnowledgeError{
                    fmt::format("{}: {} is none of the {}", kForeignWordsFile, id, toId(topic))};
            }
            ids.emplace(word, id);
        });
    }
    eachForeignWord(
        foreignGroup(document, "sides"), [&](const std::string& word, const std::string& id) {
            const auto side = fromId<Side>(id);
            if (!side) {
                throw KnowledgeError{fmt::format("{}: {} is no side", kForeignWordsFile, id)};
            }
            m_sides.emplace(word, *side);
        });
    eachForeignWord(
        foreignGroup(document, "columns"), [&](const std::string& word, const std::string& id) {
            const auto meaning = fromId<Meaning>(id);
            if (!meaning) {
                throw KnowledgeError{fmt::format("{}: {} is no meaning", kForeignWordsFile, id)};
            }
            m_meanings.emplace(word, *meaning);
        });
}

std::optional<Side> ForeignWords::side(std::string_view text) const
{
    const auto found = m_sides.find(wordKey(text));
    return found == m_sides.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::string> ForeignWords::id(Topic topic, std::string_view text) const
{
    const auto& ids = m_ids.at(topic);
    const auto found = ids.find(wordKey(text));
    return found == ids.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Place> ForeignWords::place(std::string_view text) const
{
    // "lower_back:left", "Left lower back", "lower back (left)".
    const std::string key = wordKey(text);
    std::string region;
    std::optional<Side> found;
    for (std::size_t begin = 0; begin <= key.size();) {
        const std::size_t end = std::min(key.find('_', begin), key.size());
        const std::string part = key.substr(begin, end - begin);
        const auto known = part.size() > 1 ? side(part) : std::nullopt;
        if (known && !found) {
            found = known;
        } else {
            region += region.empty() ? part : "_" + part;
        }
        begin = end + 1;
    }
    const auto whole = id(Topic::Region, key);
    const auto without = whole ? whole : id(Topic::Region, region);
    if (!without) {
        return std::nullopt;
    }
    Place place{*without, whole ? std::nullopt : found};
    const auto& sides = m_vocabulary.find(Topic::Region, place.region)->sides;
    if (place.side && std::find(sides.begin(), sides.end(), *place.side) == sides.end()) {
        place.side.reset();
    }
    return place;
}

std::optional<Meaning> ForeignWords::meaningOf(std::string_view header) const
{
    const auto found = m_meanings.find(wordKey(header));
    return found == m_meanings.end() ? std::nullopt : std::optional{found->second};
}

} // namespace unclench
