// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person chose in the window to how a file of another program is read.
#pragma once

#include "ui/dialogs/import_view.h"

#include <filesystem>

namespace unclench::app {

/// The ids of what can be chosen for reading.
[[nodiscard]] QString presetReading(const std::string& preset);
[[nodiscard]] QString savedReading(const std::string& name);

/// `folder`: of the diary, where mappings are saved. What was chosen for columns that the file does
/// not have, as it is read now, is left out. Throws FileError.
[[nodiscard]] ForeignWish wishOf(const ui::ForeignChoice& choice,
                                 const std::filesystem::path& file,
                                 const std::filesystem::path& folder,
                                 const ForeignWords& words);

} // namespace unclench::app
