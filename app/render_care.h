// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold, for pictures: shown with made-up values, so that no diary is changed by it.
#pragma once

namespace unclench::ui {
class Shell;
}

namespace unclench::app {

void showCareBlocked(ui::Shell& shell);
void showCareRunning(ui::Shell& shell);
void showCareOverdue(ui::Shell& shell);
void showCareAfter(ui::Shell& shell);
void showCareQuestions(ui::Shell& shell);

} // namespace unclench::app
