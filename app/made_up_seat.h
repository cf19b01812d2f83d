// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up views of sitting, for pictures and for the tests of what is shown.
#pragma once

#include "ui/widgets/seat_view.h"

namespace unclench::app {

/// 21 of 30 minutes, and nothing to do.
[[nodiscard]] ui::SeatView seatUsual();
[[nodiscard]] ui::SeatView seatDue();
[[nodiscard]] ui::SeatView seatHeld();
/// In a meeting, with a pause and with a gap that is asked about.
[[nodiscard]] ui::SeatView seatMeeting();
[[nodiscard]] ui::SeatView seatStanding();
/// `left` of a break of 2 minutes.
[[nodiscard]] ui::SeatView seatOnBreak(std::chrono::milliseconds left);
[[nodiscard]] ui::SeatView seatGap();
[[nodiscard]] ui::SeatView seatShorter();
[[nodiscard]] ui::SeatView seatPaused();
[[nodiscard]] ui::SeatView seatOff();
[[nodiscard]] ui::SeatView seatUnknown();

[[nodiscard]] ui::SeatDayView seatDay();
[[nodiscard]] ui::SeatDayView seatDayEmpty();
[[nodiscard]] ui::SeatWeekView seatWeek();

[[nodiscard]] ui::BreakPromptView breakDue();
[[nodiscard]] ui::BreakPromptView breakRunning();
[[nodiscard]] ui::BreakPromptView breakOver();

[[nodiscard]] std::vector<ui::OwnExerciseView> ownExercises();

} // namespace unclench::app
