// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_rules.h"

#include "core/exchange/foreign_text.h"

#include <algorithm>

namespace unclench {

namespace {

/// Such that a word is found in a text only as a whole: "_back_pain_".
std::string asWords(std::string_view text)
{
    return "_" + wordKey(text) + "_";
}

bool holdsOneOf(const std::string& text, const std::vector<std::string>& words)
{
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return text.find(word) != std::string::npos;
    });
}

/// What stands before the first bracket: "Back pain" of "Back pain (Severe)".
std::string_view nameIn(std::string_view entry)
{
    return trimmed(entry.substr(0, entry.find('(')));
}

/// What stands in the last brackets. Empty: nothing does.
std::string_view bracketIn(std::string_view entry)
{
    const auto open = entry.rfind('(');
    if (open == std::string_view::npos) {
        return {};
    }
    const auto inside = entry.substr(open + 1);
    return trimmed(inside.substr(0, inside.find(')')));
}

} // namespace

std::vector<std::string_view>
listEntries(std::string_view text, std::string_view separators, bool mindsBrackets)
{
    std::vector<std::string_view> entries;
    const auto goesOn = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t next = at + 1;
        while (goesOn(next)) {
            ++next;
        }
        const bool isEnd = at == text.size();
        if (!isEnd && mindsBrackets) {
            depth += text[at] == '(' ? 1 : text[at] == ')' && depth > 0 ? -1 : 0;
        }
        const bool parts = !isEnd && depth == 0 &&
                           separators.find(text.substr(at, next - at)) != std::string_view::npos;
        if (isEnd || parts) {
            const auto entry = trimmed(text.substr(begin, at - begin));
            if (!entry.empty()) {
                entries.push_back(entry);
            }
            begin = next;
        }
        at = next;
    }
    return entries;
}

ForeignRules::ForeignRules(const ColumnMapping& mapping, const ForeignHeader& header)
    : m_mapping(mapping)
{
    for (const RowRule& rule : mapping.rules) {
        const auto column = columnNamed(header, rule.column);
        if (!column) {
            continue;
        }
        Rule& own = m_rules.emplace_back(Rule{*column, {}, {}, {}, rule.kind});
        for (const std::string& word : rule.words) {
            (word.starts_with(kWholeEntry) ? own.wholes : own.words).push_back(asWords(word));
        }
        for (const std::string& word : rule.butNot) {
            own.butNot.push_back(asWords(word));
        }
    }
    for (const auto& [word, pain] : mapping.painWords) {
        m_painKeys.emplace_back(asWords(word), pain);
    }
}

bool ForeignRules::finds(const Rule& rule, std::string_view entry)
{
    const std::string name = asWords(nameIn(entry));
    const bool isWhole =
        std::find(rule.wholes.begin(), rule.wholes.end(), name) != rule.wholes.end();
    return (isWhole || holdsOneOf(asWords(entry), rule.words)) && !holdsOneOf(name, rule.butNot);
}

bool ForeignRules::fits(const Rule& rule, std::string_view cell) const
{
    if (rule.wholes.empty() && rule.butNot.empty()) {
        return holdsOneOf(asWords(cell), rule.words);
    }
    const auto entries = listEntries(cell, m_mapping.listSeparators, true);
    return std::any_of(entries.begin(), entries.end(),
                       [&](std::string_view entry) { return finds(rule, entry); });
}

RowKind ForeignRules::kindOf(const std::vector<std::string>& cells) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&](const Rule& rule) {
        return fits(rule, cells[rule.column]);
    });
    return found == m_rules.end() ? m_mapping.otherRows : found->kind;
}

std::string ForeignRules::varietyOf(const std::vector<std::string>& cells) const
{
    return m_rules.empty() ? std::string{} : std::string{trimmed(cells[m_rules.front().column])};
}

std::optional<int> ForeignRules::painWord(std::string_view text) const
{
    const std::string words = asWords(text);
    std::size_t longest = 0;
    std::optional<int> found;
    for (const auto& [word, pain] : m_painKeys) {
        if (word.size() > longest && words.find(word) != std::string::npos) {
            longest = word.size();
            found = pain;
        }
    }
    return found;
}

ToldPain ForeignRules::painIn(std::size_t column, std::string_view text) const
{
    std::vector<const Rule*> rules;
    for (const Rule& rule : m_rules) {
        if (rule.column == column && rule.kind == RowKind::Spasm) {
            rules.push_back(&rule);
        }
    }
    if (rules.empty()) {
        return {painWord(text), {}};
    }
    ToldPain told;
    for (const std::string_view entry : listEntries(text, m_mapping.listSeparators, true)) {
        const bool isMeant = std::any_of(rules.begin(), rules.end(),
                                         [&](const Rule* rule) { return finds(*rule, entry); });
        if (!isMeant) {
            continue;
        }
        const std::string_view bracket = bracketIn(entry);
        const auto pain = painWord(bracket.empty() ? entry : bracket);
        if (!pain && !bracket.empty()) {
            told.unknown = bracket;
        }
        told.pain = std::max(told.pain, pain);
    }
    return told;
}

} // namespace unclench
