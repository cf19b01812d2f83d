// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_care.h"

#include "ui/pages/care_after.h"
#include "ui/pages/now_page.h"
#include "ui/shell.h"
#include "ui/wording/care.h"

namespace unclench::app {

using namespace std::chrono_literals;

namespace {

ui::CareView madeUp(ui::Shell& shell, std::chrono::milliseconds left)
{
    ui::CareView view = shell.care().care().view();
    ui::CareRunningView running;
    running.kind = CareKind::Pad;
    running.planned = 15min;
    running.left = left;
    running.until = QStringLiteral("12:05");
    running.isSkinCheckDue = left > 0ms;
    running.toDo = ui::wording::careToDo({Modality::Heat, CareKind::Pad, true, 5min});
    view.running = running;
    return view;
}

} // namespace

void showCareBlocked(ui::Shell& shell)
{
    ui::CareView view;
    view.isEpisodeOpen = true;
    const ui::Words& words = ui::Words::builtIn();
    CareDecision blocked;
    blocked.status = CareStatus::Blocked;
    const auto block = [&](ui::CareCardView& card, std::vector<ui::CareReasonView> reasons) {
        card = {CareStatus::Blocked,
                ui::wording::careStatus(blocked, {}),
                std::move(reasons),
                {},
                15,
                15};
        for (ui::CareReasonView& reason : card.reasons) {
            reason.text = words.careReason(reason.id);
        }
    };
    block(view.heat, {{"poor_circulation", {}, ui::Remedy::ClinicianOk},
                      {"drowsy_now", {}, ui::Remedy::NoLonger},
                      {"skin_rest", {}, ui::Remedy::None}});
    block(view.cold, {{"poor_circulation", {}, ui::Remedy::None},
                      {"drowsy_now", {}, ui::Remedy::NoLonger},
                      {"skin_rest", {}, ui::Remedy::None}});
    shell.window().showNow();
    shell.window().nowPage()->displayCare(view);
}

void showCareRunning(ui::Shell& shell)
{
    shell.window().showNow();
    shell.window().nowPage()->displayCare(madeUp(shell, 9min + 12s));
}

void showCareOverdue(ui::Shell& shell)
{
    shell.window().showNow();
    shell.window().nowPage()->displayCare(madeUp(shell, -80s));
}

void showCareAfter(ui::Shell& shell)
{
    auto* page = shell.window().findChild<ui::CareAfter*>();
    page->display({{},
                   Modality::Heat,
                   ui::wording::afterCare(Modality::Heat, {}, {}),
                   ui::wording::careTakeOff(Modality::Heat),
                   {4, Skin::Numb, Effect::Worse}});
    shell.window().showPage(page);
}

void showCareQuestions(ui::Shell& shell)
{
    shell.care().care().start({Modality::Heat, {}, {}, {}}); // asks first, and saves nothing
}

} // namespace unclench::app
