// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting in words.
#pragma once

#include "core/knowledge/posture.h"

#include <QString>

#include <chrono>

namespace unclench::ui::wording {

/// "Sitting", as a heading or in a list.
[[nodiscard]] QString posture(Posture posture);
/// "I sit", as what somebody says.
[[nodiscard]] QString postureTold(Posture posture);
/// "I was sitting".
[[nodiscard]] QString postureWas(Posture posture);
/// "1:05" of what is left; never less than "0:00".
[[nodiscard]] QString countdown(std::chrono::milliseconds left);
/// "About 2 minutes of the break left": for screen readers, which would not stop with each second.
[[nodiscard]] QString breakLeft(std::chrono::milliseconds left);

} // namespace unclench::ui::wording
