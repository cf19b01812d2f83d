// SPDX-License-Identifier: GPL-3.0-or-later
// The daily copy after a command, and what goes to the shared folder: by a process of its own, when
// the answer is already out.
#pragma once

#include <filesystem>

namespace unclench {
class Clock;
}

namespace unclench::app::cli {

inline constexpr const char* kDailyCopyCommand = "make-daily-copy";

/// Starts it where today's copy is still to be made, or the diary is shared; does not wait for it.
void startDailyCopyIfDue(const std::filesystem::path& dataFolder,
                         const Clock& clock,
                         bool isShared);

} // namespace unclench::app::cli
