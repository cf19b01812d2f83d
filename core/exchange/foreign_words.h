// SPDX-License-Identifier: GPL-3.0-or-later
// The words of other programs for what our vocabulary has ids for.
#pragma once

#include "core/diary/details.h"
#include "core/exchange/column_mapping.h"
#include "core/knowledge/vocabulary.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// Read once from what is built into the program (resources/import/words.json).
class ForeignWords {
public:
    /// `vocabulary` must outlive it. Throws KnowledgeError where the words are not in their form or
    /// name what the vocabulary does not have.
    explicit ForeignWords(const Vocabulary& vocabulary);

    /// "Left lower back" is lower_back, left. Absent: no such place.
    [[nodiscard]] std::optional<Place> place(std::string_view text) const;
    /// "left", "rt", "both sides". Absent: no such side.
    [[nodiscard]] std::optional<Side> side(std::string_view text) const;
    /// The id of a word. Absent: the vocabulary has none for it.
    [[nodiscard]] std::optional<std::string> id(Topic topic, std::string_view text) const;
    /// What a column with this header mostly means. Absent: not known.
    [[nodiscard]] std::optional<Meaning> meaningOf(std::string_view header) const;
    [[nodiscard]] const Vocabulary& vocabulary() const { return m_vocabulary; }

private:
    const Vocabulary& m_vocabulary;
    std::map<Topic, std::map<std::string, std::string>> m_ids;
    std::map<std::string, Side> m_sides;
    std::map<std::string, Meaning> m_meanings;
};

} // namespace unclench
