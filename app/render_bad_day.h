// SPDX-License-Identifier: GPL-3.0-or-later
// Bad-day mode, for pictures: shown with made-up values, so that no diary is changed by it.
#pragma once

namespace unclench::ui {
class Shell;
}

namespace unclench::app {

void showBadDay(ui::Shell& shell);
void showBadDayNumbers(ui::Shell& shell);
void showBadDayRunning(ui::Shell& shell);
void showBadDayNotNow(ui::Shell& shell);
void showBadDayHelp(ui::Shell& shell);

} // namespace unclench::app
