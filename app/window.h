// SPDX-License-Identifier: GPL-3.0-or-later
// The program with its window, from the first instance to the last event.
#pragma once

#include "app/cli/command_line.h"

namespace unclench::app {

/// Shows the window of the diary in `request`, or raises the one that is open already. Returns the
/// exit status. `argc` and `argv` as in main.
[[nodiscard]] int runWindow(int& argc,
                            char* argv[],
                            const cli::WindowRequest& request,
                            const Clock& clock,
                            const Vocabulary& vocabulary);

} // namespace unclench::app
