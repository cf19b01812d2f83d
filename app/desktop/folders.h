// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie in a person's home.
#pragma once

#include <QString>

#include <filesystem>

namespace unclench::app {

/// The data folder used where `--data` names no other: $XDG_DATA_HOME/unclench.
[[nodiscard]] std::filesystem::path defaultDataFolder();

/// Where the window keeps its place and look: $XDG_CONFIG_HOME/unclench/window.ini.
[[nodiscard]] std::filesystem::path configFile();

/// Where desktops look for what starts with them: $XDG_CONFIG_HOME/autostart.
[[nodiscard]] std::filesystem::path autostartFolder();

/// Where the log lies: $XDG_STATE_HOME/unclench.
[[nodiscard]] std::filesystem::path stateFolder();

/// What can be made again at any time: $XDG_CACHE_HOME/unclench.
[[nodiscard]] std::filesystem::path cacheFolder();

/// Where a person keeps what they write; the home folder where there is no such place.
[[nodiscard]] std::filesystem::path documentsFolder();

/// Where a program of this name lies that this user may run. Empty: there is none.
[[nodiscard]] QString findProgram(const QString& name);

} // namespace unclench::app
