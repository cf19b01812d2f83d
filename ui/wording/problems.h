// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in words that say what to do: for the window and the command line alike.
#pragma once

#include "core/diary/problem.h"
#include "core/knowledge/vocabulary.h"
#include "core/store/storage_error.h"

#include <QString>
#include <filesystem>
#include <optional>

namespace unclench::ui::wording {

/// One sentence or two. Names the ids that are known where an unknown one was given.
[[nodiscard]] QString
problem(const Problem& problem, const Vocabulary& vocabulary, const Moment& now);
/// All of them, one after the other, in one line.
[[nodiscard]] QString
problems(const Problems& problems, const Vocabulary& vocabulary, const Moment& now);

/// One line. `goodCopy`: the newest copy that opens, where the file itself does not.
[[nodiscard]] QString failure(const StorageError& error,
                              const std::filesystem::path& dataFolder,
                              const std::optional<std::filesystem::path>& goodCopy);

} // namespace unclench::ui::wording
