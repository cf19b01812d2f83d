// SPDX-License-Identifier: GPL-3.0-or-later
// Whether exercise is open, in words.
#pragma once

#include "core/guide/gate.h"

#include <QString>
#include <QStringList>

namespace unclench::ui::wording {

/// "Stretches and exercise are closed for now."
[[nodiscard]] QString exerciseState(const ExerciseGate& gate);
/// Why they are closed, one sentence each; empty while they are open.
[[nodiscard]] QStringList exerciseReasons(const ExerciseGate& gate, const Guide& guide);

} // namespace unclench::ui::wording
