// SPDX-License-Identifier: GPL-3.0-or-later
// The one name under which desktops, the session bus and packages know the program.
#pragma once

namespace unclench::app {

inline constexpr const char* kApplicationId = "org.unclench.Unclench";
inline constexpr const char* kObjectPath = "/org/unclench/Unclench";

} // namespace unclench::app
