// SPDX-License-Identifier: GPL-3.0-or-later
// The programs whose files are known, and the best guess for all others.
#pragma once

#include "core/exchange/column_mapping.h"
#include "core/exchange/foreign_row.h"
#include "core/exchange/foreign_words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

struct ImportPreset {
    ColumnMapping mapping;
    /// Where all these columns are there, the file is one of that program.
    std::vector<std::string> header;
    /// These columns and no others: their names alone are too common.
    bool isExact = false;
    /// How the layout is known: "source", "documentation" or "second_hand".
    std::string known;
};

/// What is built into the program (resources/import/presets.json). Throws KnowledgeError.
[[nodiscard]] std::vector<ImportPreset> importPresets();

/// nullptr: no preset has that id.
[[nodiscard]] const ImportPreset* presetNamed(const std::vector<ImportPreset>& presets,
                                              std::string_view id);
/// The preset that a file with this header is of; of several the one that knows most of its
/// columns. nullptr: none.
[[nodiscard]] const ImportPreset* presetFor(const std::vector<ImportPreset>& presets,
                                            const ForeignHeader& header);

/// The columns of `preset.header` that are not there.
[[nodiscard]] std::vector<std::string> missingIn(const ForeignHeader& header,
                                                 const ImportPreset& preset);

/// The id of a mapping that no program is known for: the same for all files with this header.
[[nodiscard]] std::string tableId(const ForeignHeader& header);

/// Only the columns that are there: programs add and drop some over the years.
[[nodiscard]] ColumnMapping fittedTo(ColumnMapping mapping, const ForeignHeader& header);

/// By the names of the columns. Absent: none of them says when.
[[nodiscard]] std::optional<ColumnMapping> guessMapping(const ForeignHeader& header,
                                                        const ForeignWords& words);

} // namespace unclench
