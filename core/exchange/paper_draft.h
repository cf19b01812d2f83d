// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet for a paper diary as it stands before it is saved, so that nothing typed is lost.
#pragma once

#include "core/exchange/paper_sheet.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace unclench {

/// In the data folder, for this user alone.
inline constexpr std::string_view kPaperDraftName = "paper-draft.json";

/// Empty where there is none, or none that can be read.
[[nodiscard]] std::vector<TypedPaperLine> paperDraft(const std::filesystem::path& dataFolder);

/// Replaces the one that there is; no lines: there is none any more. Throws StorageError.
void keepPaperDraft(const std::filesystem::path& dataFolder,
                    const std::vector<TypedPaperLine>& lines);

} // namespace unclench
