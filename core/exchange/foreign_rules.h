// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of a file tell of, by the words in one of its columns, and the pain that such words
// carry.
#pragma once

#include "core/exchange/column_mapping.h"
#include "core/exchange/foreign_header.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unclench {

/// The parts of `text` between any of `separators`, of which each may take several bytes; without
/// blanks around them, and without those that say nothing. What stands in round brackets is not
/// parted where `mindsBrackets`.
[[nodiscard]] std::vector<std::string_view>
listEntries(std::string_view text, std::string_view separators, bool mindsBrackets = false);

/// A pain that is told in words: "Headache (Severe), Back pain (Mild)" is mild, where the rules of
/// its column look for back pain.
struct ToldPain {
    /// Absent: none is told.
    std::optional<int> pain;
    /// Stands where a pain word does, and is none that is known. Empty: nothing does.
    std::string unknown;
};

class ForeignRules {
public:
    /// `mapping` must outlive it.
    ForeignRules(const ColumnMapping& mapping, const ForeignHeader& header);

    [[nodiscard]] RowKind kindOf(const std::vector<std::string>& cells) const;
    /// What stands in the column of the rules; empty where there are none.
    [[nodiscard]] std::string varietyOf(const std::vector<std::string>& cells) const;

    /// Where rules look for spasms in `column`, only the entries that they find count, and of each
    /// what stands in brackets behind it; the greatest of them. Elsewhere the longest word that
    /// stands in `text`.
    [[nodiscard]] ToldPain painIn(std::size_t column, std::string_view text) const;

private:
    struct Rule {
        std::size_t column;
        /// Between underlines: found as whole words alone.
        std::vector<std::string> words;
        /// All of an entry.
        std::vector<std::string> wholes;
        std::vector<std::string> butNot;
        RowKind kind;
    };

    [[nodiscard]] static bool finds(const Rule& rule, std::string_view entry);
    [[nodiscard]] bool fits(const Rule& rule, std::string_view cell) const;
    [[nodiscard]] std::optional<int> painWord(std::string_view text) const;

    const ColumnMapping& m_mapping;
    std::vector<Rule> m_rules;
    std::vector<std::pair<std::string, int>> m_painKeys;
};

} // namespace unclench
