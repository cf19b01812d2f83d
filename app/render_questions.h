// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that ask, for pictures: shown with made-up values, so that no diary is changed by it.
#pragma once

namespace unclench::ui {
class Shell;
}

namespace unclench::app {

void showEmergencyQuestion(ui::Shell& shell);
void showTwoWeeks(ui::Shell& shell);
void showKnownFor(ui::Shell& shell);
void showQuestionList(ui::Shell& shell);
void showQuestionsEnd(ui::Shell& shell);
void showDailyCard(ui::Shell& shell);
void showChangedPage(ui::Shell& shell);
/// Its lower part: what is measured, noticed and hindered.
void showChangedBody(ui::Shell& shell);

} // namespace unclench::app
