// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_bad_day.h"

#include "ui/pages/bad_day_page.h"
#include "ui/shell.h"
#include "ui/wording/care.h"

#include <QAbstractButton>

namespace unclench::app {

using namespace std::chrono_literals;

namespace {

ui::BadDayPage& enter(ui::Shell& shell)
{
    shell.badDay().enter();
    return *shell.window().findChild<ui::BadDayPage*>();
}

ui::BadDayView viewOf(ui::Shell& shell)
{
    return {true, shell.care().care().view(), shell.alerts().view().line};
}

} // namespace

void showBadDay(ui::Shell& shell)
{
    enter(shell);
}

void showBadDayNumbers(ui::Shell& shell)
{
    enter(shell).showNumbers();
}

void showBadDayRunning(ui::Shell& shell)
{
    ui::BadDayView view = viewOf(shell);
    ui::CareRunningView running;
    running.planned = 15min;
    running.left = 9min + 12s;
    view.care.running = running;
    enter(shell).display(view);
}

void showBadDayNotNow(ui::Shell& shell)
{
    ui::BadDayView view = viewOf(shell);
    view.care.ask = ui::CareAsk::Nothing;
    CareDecision blocked;
    blocked.status = CareStatus::Blocked;
    blocked.wait = 42min;
    view.care.heat.status = CareStatus::Blocked;
    view.care.heat.statusText = ui::wording::careStatus(blocked, Moment{});
    view.care.heat.reasons = {
        {"skin_rest", ui::Words::builtIn().careReason("skin_rest"), ui::Remedy::None}};
    ui::BadDayPage& page = enter(shell);
    page.display(view);
    page.findChild<QAbstractButton*>(QStringLiteral("badDayHeatButton"))->click();
}

void showBadDayHelp(ui::Shell& shell)
{
    enter(shell).showHelp();
}

} // namespace unclench::app
