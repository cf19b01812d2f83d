// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor written by a command: without a display, and without half a file where it
// is stopped.
#pragma once

#include "app/cli/report_request.h"
#include "core/time/clock.h"

namespace unclench::app::cli {

/// Writes it and says so. No application may exist yet: this makes its own, with fonts. Returns the
/// exit status. `argc` and `argv` as in main.
[[nodiscard]] int writeReport(int& argc,
                              char* argv[],
                              const ReportRequest& request,
                              const Clock& clock,
                              const Vocabulary& vocabulary);

} // namespace unclench::app::cli
