// SPDX-License-Identifier: GPL-3.0-or-later
// The exercise gate on an open diary: what it looks at, read together.
#pragma once

#include "core/guide/gate.h"

namespace unclench {

class Engine;

/// As of now. Throws StorageError.
[[nodiscard]] ExerciseGate exerciseNow(Engine& engine);

} // namespace unclench
