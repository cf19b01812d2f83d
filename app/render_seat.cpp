// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_seat.h"

#include "app/made_up_seat.h"
#include "ui/dialogs/exercises_dialog.h"
#include "ui/pages/now_page.h"
#include "ui/shell.h"
#include "ui/widgets/break_prompt.h"
#include "ui/widgets/break_screen.h"
#include "ui/widgets/scroll_sheet.h"
#include "ui/widgets/seat_card.h"

#include <QCoreApplication>

namespace unclench::app {

void showSeat(ui::Shell& shell, const ui::SeatView& view)
{
    shell.window().showNow();
    ui::NowPage* now = shell.window().nowPage();
    now->displaySeat(view);
    QCoreApplication::sendPostedEvents(); // where it stands is known once the page is laid out
    now->findChild<ui::ScrollSheet*>()->ensureWidgetVisible(now->seatCard());
}

QWidget* showBreakCard(ui::Shell& shell, bool isRunning)
{
    auto* card = new ui::BreakCard{&shell.window()};
    card->setAttribute(Qt::WA_DontShowOnScreen);
    card->display(isRunning ? breakRunning() : breakDue());
    card->showOn(nullptr);
    return card;
}

QWidget* showBreakScreen(ui::Shell& shell, bool isRunning)
{
    auto* window = new ui::BreakWindow{ui::BreakWindow::Kind::Words, &shell.window()};
    window->setAttribute(Qt::WA_DontShowOnScreen);
    window->display(isRunning ? breakRunning() : breakDue());
    window->resize(shell.window().size());
    window->show();
    return window;
}

QWidget* showExercises(ui::Shell& shell)
{
    auto* dialog = new ui::ExercisesDialog{&shell.window()};
    dialog->setAttribute(Qt::WA_DontShowOnScreen);
    dialog->display(ownExercises());
    dialog->show();
    return dialog;
}

} // namespace unclench::app
