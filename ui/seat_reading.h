// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of sitting, read from the engine and put into words.
#pragma once

#include "core/engine/engine.h"
#include "ui/widgets/seat_view.h"
#include "ui/wording/words.h"

#include <chrono>
#include <vector>

namespace unclench::ui {

/// All throw StorageError.
[[nodiscard]] SeatView readSeat(Engine& engine);
[[nodiscard]] SeatDayView readSeatDay(Engine& engine, std::chrono::local_days day);
/// The week, from Monday on, that `day` lies in.
[[nodiscard]] SeatWeekView readSeatWeek(Engine& engine, std::chrono::local_days day);
/// What asks for a break now, or shows the one that runs. `turn` chooses among the movements that
/// may be done: one more shows the next.
[[nodiscard]] BreakPromptView readBreakPrompt(Engine& engine, const Words& words, std::size_t turn);
/// The own exercises, with the whole paths of their pictures.
[[nodiscard]] std::vector<OwnExerciseView> readExercises(Engine& engine);

} // namespace unclench::ui
