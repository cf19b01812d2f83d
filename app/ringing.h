// SPDX-License-Identifier: GPL-3.0-or-later
// A session that a command started needs something that rings.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "core/time/clock.h"

#include <filesystem>

namespace unclench::app {

/// Who will ring.
enum class Ringer {
    RunsAlready, ///< the window or the background program of this diary
    Started,     ///< the background program, by this call
    Nobody       ///< there is no display for it
};

/// Looks for the program of this diary, and starts it in the background where there is none.
[[nodiscard]] Ringer findRinger(const std::filesystem::path& dataFolder);

/// Rings in this process until the session is confirmed, here or elsewhere. Needs a
/// QCoreApplication. Returns the exit status. Throws StorageError.
[[nodiscard]] int
ringHere(const std::filesystem::path& dataFolder, const Clock& clock, const Vocabulary& vocabulary);

} // namespace unclench::app
