// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting, for pictures: shown with made-up values.
#pragma once

class QWidget;

namespace unclench::ui {
class Shell;
struct SeatView;
} // namespace unclench::ui

namespace unclench::app {

void showSeat(ui::Shell& shell, const ui::SeatView& view);
// Windows of their own; the shell's window owns them.
[[nodiscard]] QWidget* showBreakCard(ui::Shell& shell, bool isRunning);
[[nodiscard]] QWidget* showBreakScreen(ui::Shell& shell, bool isRunning);
[[nodiscard]] QWidget* showExercises(ui::Shell& shell);

} // namespace unclench::app
