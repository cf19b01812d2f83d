// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a window can be shown at all: Qt would abort the process where it cannot.
#pragma once

namespace unclench::app {

[[nodiscard]] bool canShowWindow();

} // namespace unclench::app
