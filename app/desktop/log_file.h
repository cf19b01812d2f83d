// SPDX-License-Identifier: GPL-3.0-or-later
// The log: ids and counts, never notes, pain or symptoms. It is not a health record.
#pragma once

namespace unclench::app {

/// Sends spdlog's default logger to a rotating file in the state folder (3 files of 512 KiB, for
/// this user alone). Where that cannot be written, nothing is logged and the program works as ever.
void openLog();

} // namespace unclench::app
