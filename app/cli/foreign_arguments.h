// SPDX-License-Identifier: GPL-3.0-or-later
// From the words of `import` to what is wished of a file of another program.
#pragma once

#include "app/cli/foreign_import.h"
#include "core/exchange/foreign_import.h"

namespace unclench::app::cli {

/// Set: not understood, and said.
[[nodiscard]] std::optional<ExitStatus>
understandForeign(Session& session, const ForeignArguments& arguments, ForeignWish& wish);

/// The ids of the presets, with commas.
[[nodiscard]] QString presetNames();

} // namespace unclench::app::cli
