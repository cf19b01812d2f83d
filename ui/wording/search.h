// SPDX-License-Identifier: GPL-3.0-or-later
// What a person typed into a search field, as the store can look for it.
#pragma once

#include "core/diary/history.h"
#include "ui/wording/words.h"

#include <QString>

namespace unclench::ui::wording {

/// Without case and without marks on the letters: "Rück" and "ruck" fold to the same.
[[nodiscard]] QString folded(const QString& text);

/// The words of `text`, each with the ids whose label has a word that begins so. Any text is one.
[[nodiscard]] std::vector<SearchWord>
searchWords(const QString& text, const Words& words, const Vocabulary& vocabulary);

/// The ids of a topic in the order of their labels.
[[nodiscard]] std::vector<std::string>
idsByLabel(Topic topic, const Words& words, const Vocabulary& vocabulary);

} // namespace unclench::ui::wording
