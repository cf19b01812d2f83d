// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a window can be shown at all: Qt would abort the process where it cannot.
#pragma once

#include <QString>

namespace unclench::app {

[[nodiscard]] bool canShowWindow();

/// The path on which the Wayland compositor of this session listens. Empty: the session names none.
[[nodiscard]] QString waylandSocket();

} // namespace unclench::app
