// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/vocabulary.h"

#include "core/knowledge/json_row.h"
#include "core/knowledge/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kVocabulary;
extern const std::string_view kSources;
} // namespace embedded

namespace {

using nlohmann::json;

constexpr std::string_view kVocabularyFile = "vocabulary.json";
constexpr std::string_view kSourcesFile = "sources.json";

Term readTerm(const Row& row, const std::vector<Source>& sources)
{
    row.allowOnly({"id", "sides", "modifiable", "cautions", "names", "sources"});
    Term term;
    term.id = row.text("id");
    if (!isId(term.id)) {
        row.fail("id is not made of a-z, 0-9 and _");
    }
    for (const std::string& side : row.texts("sides")) {
        const auto known = fromId<Side>(side);
        if (!known) {
            row.fail(fmt::format("sides holds {}, which is no side", side));
        }
        term.sides.push_back(*known);
    }
    term.isModifiable = row.flag("modifiable");
    term.cautions = row.texts("cautions");
    term.names = row.texts("names");
    term.sources = row.texts("sources");
    if (term.sources.empty()) {
        row.fail("sources is missing");
    }
    for (const std::string& source : term.sources) {
        if (std::none_of(sources.begin(), sources.end(),
                         [&](const Source& s) { return s.id == source; })) {
            row.fail(fmt::format("sources names {}, which {} does not have", source, kSourcesFile));
        }
    }
    return term;
}

} // namespace

const Vocabulary& Vocabulary::builtIn()
{
    static const Vocabulary kBuiltIn = parse(embedded::kVocabulary, embedded::kSources);
    return kBuiltIn;
}

Vocabulary Vocabulary::parse(std::string_view vocabulary, std::string_view sources)
{
    Vocabulary result;

    const json sourceDocument = parseObject(kSourcesFile, sources);
    std::set<std::string> seen;
    for (const json& entry : listOf(kSourcesFile, sourceDocument, "sources")) {
        const Row row{kSourcesFile, "sources", result.m_sources.size(), entry};
        row.allowOnly({"id", "title"});
        result.m_sources.push_back({row.text("id"), row.text("title")});
        if (!seen.insert(result.m_sources.back().id).second) {
            row.fail("this id stands here twice");
        }
    }

    const json document = parseObject(kVocabularyFile, vocabulary);
    for (const auto& [key, value] : document.items()) {
        if (!fromId<Topic>(key)) {
            throw KnowledgeError{fmt::format("{}: unknown topic {}", kVocabularyFile, key)};
        }
    }
    for (std::size_t t = 0; t < kNames<Topic>.size(); ++t) {
        std::vector<Term>& terms = result.m_terms[static_cast<Topic>(t)];
        seen.clear();
        for (const json& entry : listOf(kVocabularyFile, document, kNames<Topic>[t])) {
            const Row row{kVocabularyFile, kNames<Topic>[t], terms.size(), entry};
            terms.push_back(readTerm(row, result.m_sources));
            if (!seen.insert(terms.back().id).second) {
                row.fail("this id stands here twice");
            }
        }
    }
    return result;
}

std::span<const Term> Vocabulary::terms(Topic topic) const
{
    return m_terms.at(topic);
}

const Term* Vocabulary::find(Topic topic, std::string_view id) const
{
    const auto& terms = m_terms.at(topic);
    const auto found =
        std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
    return found == terms.end() ? nullptr : &*found;
}

const Term* Vocabulary::medicineClassOf(std::string_view name) const
{
    const std::string lower = lowerAscii(name);
    for (const Term& term : m_terms.at(Topic::MedicineClass)) {
        if (std::find(term.names.begin(), term.names.end(), lower) != term.names.end()) {
            return &term;
        }
    }
    return nullptr;
}

} // namespace unclench
