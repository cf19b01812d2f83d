// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page, without a display: for the README, the docs and whoever looks for cut
// text.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <filesystem>

namespace unclench::app {

/// Draws each page empty, with one episode and with a year, light and dark, at 1280x800 and at 200
/// %, into PNG files in `folder`. Everything in them is made up. Returns the exit status. `argc`
/// and `argv` as in main.
[[nodiscard]] int renderPages(int& argc,
                              char* argv[],
                              const std::filesystem::path& folder,
                              const Vocabulary& vocabulary);

} // namespace unclench::app
