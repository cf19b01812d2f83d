// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/seat_sights.h"

#include "app/made_up_seat.h"
#include "tests/support/drafts.h"
#include "ui/dialogs/exercises_dialog.h"
#include "ui/pages/now_page.h"
#include "ui/pages/seat_page.h"
#include "ui/widgets/break_prompt.h"
#include "ui/widgets/break_screen.h"
#include "ui/widgets/seat_card.h"

#include <QListWidget>

namespace unclench::ui {

namespace {

using namespace std::chrono_literals;

void tellNothingOfTheSeat(tests::Diary&) {}

void tellSpasm(tests::Diary& diary)
{
    diary.log(6);
}

/// Says so where a wish was heard.
template <class Sender, class... Signal>
void answerAll(Scene& scene, Sender* sender, Signal... wish)
{
    MainWindow& window = scene.shell->window();
    (QObject::connect(sender, wish, &window,
                      [&window] { window.displayNotice(QStringLiteral("Heard.")); }),
     ...);
}

void showSeat(Scene& scene, const SeatView& view)
{
    NowPage* now = scene.shell->window().nowPage();
    scene.shell->window().showNow();
    now->displaySeat(view);
    answerAll(scene, now->seatCard(), &SeatCard::gotUpRequested, &SeatCard::backRequested,
              &SeatCard::snoozeRequested, &SeatCard::skipRequested, &SeatCard::meetingRequested,
              &SeatCard::resumeRequested, &SeatCard::gapAnswered, &SeatCard::shorterAnswered,
              &SeatCard::dayRequested, &SeatCard::measuringRequested);
}

template <SeatView (*kView)()>
void showCard(Scene& scene)
{
    showSeat(scene, kView());
}

/// On the page of the program, which answers as it does there.
void showDay(Scene& scene, const SeatDayView& day)
{
    auto* page = scene.shell->window().findChild<SeatPage*>();
    scene.shell->window().showPage(page); // with the day of the diary first
    page->display(day);
    page->displayWeek(app::seatWeek());
}

/// A window of its own, which shows `after` when something in it was pressed.
template <class Prompt>
void showPrompt(Scene& scene,
                std::unique_ptr<Prompt> prompt,
                const BreakPromptView& view,
                const BreakPromptView& after)
{
    prompt->display(view);
    Prompt* shown = prompt.get();
    const auto answer = [shown, after] { shown->display(after); };
    QObject::connect(shown, &Prompt::gotUpRequested, shown, answer);
    QObject::connect(shown, &Prompt::snoozeRequested, shown, answer);
    QObject::connect(shown, &Prompt::skipRequested, shown, answer);
    QObject::connect(shown, &Prompt::backRequested, shown, answer);
    QObject::connect(shown, &Prompt::closed, shown, answer);
    shown->resize(shown->sizeHint());
    scene.shown = shown;
    scene.own = std::move(prompt);
}

void showBreakCard(Scene& scene)
{
    showPrompt(scene, std::make_unique<BreakCard>(), app::breakDue(), app::breakRunning());
}
void showRunningCard(Scene& scene)
{
    showPrompt(scene, std::make_unique<BreakCard>(), app::breakRunning(), app::breakOver());
}
void showLostPicture(Scene& scene)
{
    BreakPromptView view = app::breakDue();
    view.drawing.clear();
    view.picture = QStringLiteral("/nowhere/wall.png");
    view.canSnooze = false;
    showPrompt(scene, std::make_unique<BreakCard>(), view, app::breakRunning());
}
void showScreen(Scene& scene, const BreakPromptView& view, const BreakPromptView& after)
{
    auto window = std::make_unique<BreakWindow>(BreakWindow::Kind::Words);
    window->acceptKeys();
    showPrompt(scene, std::move(window), view, after);
    scene.shown->resize(1280, 800);
}

void showExercises(Scene& scene, const std::vector<OwnExerciseView>& exercises)
{
    auto dialog = std::make_unique<ExercisesDialog>();
    ExercisesDialog* shown = dialog.get();
    shown->display(exercises);
    QObject::connect(shown, &ExercisesDialog::removeRequested, shown,
                     [shown] { shown->display({}); });
    shown->findChild<QListWidget*>()->setCurrentRow(1); // the one whose picture is gone
    scene.shown = shown;
    scene.own = std::move(dialog);
}

} // namespace

void showUsualSeat(Scene& scene)
{
    showSeat(scene, app::seatUsual());
}

std::vector<Sight> seatSights()
{
    return {
        {"now, sitting due", tellSpasm, showCard<app::seatDue>},
        {"now, sitting held", tellSpasm, showCard<app::seatHeld>},
        {"now, sitting in a meeting", tellNothingOfTheSeat, showCard<app::seatMeeting>},
        {"now, standing, one", tellSpasm, showCard<app::seatStanding>},
        {"now, sitting unknown, one", tellNothingOfTheSeat, showCard<app::seatUnknown>},
        {"now, a gap, one", tellSpasm, showCard<app::seatGap>},
        {"now, sitting less offered", tellSpasm, showCard<app::seatShorter>},
        {"now, sitting not measured", tellNothingOfTheSeat, showCard<app::seatOff>},
        {"now, on a break", tellNothingOfTheSeat,
         [](Scene& scene) { showSeat(scene, app::seatOnBreak(72s)); }},
        {"your day", tellNothingOfTheSeat, [](Scene& scene) { showDay(scene, app::seatDay()); }},
        {"your day, empty", tellNothingOfTheSeat,
         [](Scene& scene) { showDay(scene, app::seatDayEmpty()); }},
        {"break card", tellNothingOfTheSeat, showBreakCard},
        {"break card, running", tellNothingOfTheSeat, showRunningCard},
        {"break card, picture gone, one", tellNothingOfTheSeat, showLostPicture},
        {"break screen", tellNothingOfTheSeat,
         [](Scene& scene) { showScreen(scene, app::breakDue(), app::breakRunning()); }},
        {"break screen, running, one", tellNothingOfTheSeat,
         [](Scene& scene) { showScreen(scene, app::breakRunning(), app::breakOver()); }},
        {"exercises, empty, one", tellNothingOfTheSeat,
         [](Scene& scene) { showExercises(scene, {}); }},
        {"exercises", tellNothingOfTheSeat,
         [](Scene& scene) { showExercises(scene, app::ownExercises()); }},
    };
}

} // namespace unclench::ui
