// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/alert_sights.h"

#include "tests/ui/sight_parts.h"

namespace unclench::ui {

namespace {

using namespace std::chrono_literals;

void tellYes(tests::Diary& diary, std::initializer_list<const char*> questions)
{
    for (const char* question : questions) {
        Answer answer;
        answer.question = question;
        answer.value = AnswerValue::Yes;
        static_cast<void>(tests::done(diary.engine.alerts().answer(answer, {})));
    }
}

void tellSoon(tests::Diary& diary)
{
    diary.log(5);
    tellYes(diary, {"rf_leg_pain_one"});
}

void tellEmergency(tests::Diary& diary)
{
    diary.log(5);
    tellYes(diary, {"rf_bladder_incontinence"});
}

/// With another alert, and one that was answered by mistake.
void tellEmergencies(tests::Diary& diary)
{
    tellSoon(diary);
    tellYes(diary, {"rf_chest_pain"});
    static_cast<void>(tests::done(diary.engine.alerts().close("rf_chest_pain", Closing::Mistake)));
    diary.clock.pass(5min);
    tellYes(diary, {"rf_bladder_incontinence", "rf_saddle_numbness", "rf_legs_both"});
}

void answerEach(Scene& scene)
{
    showNow(scene);
    press(scene, "answerAlertsButton");
}
void showEmergency(Scene& scene)
{
    scene.shell->alertShowing().comeBack();
}
void showCall(Scene& scene)
{
    press(scene, "callHelpButton");
}
void showWhich(Scene& scene)
{
    press(scene, "mistakeButton");
}
void leaveEmergency(Scene& scene)
{
    scene.shell->alertShowing().leave();
}
void showWhy(Scene& scene)
{
    scene.shown = scene.shell->alertShowing().showWhy();
}
void showAlertHistory(Scene& scene)
{
    scene.shell->alertShowing().leave(); // an emergency lies over every page
    scene.shell->alertShowing().showHistory();
}

} // namespace

void tellUrgent(tests::Diary& diary)
{
    tellSoon(diary);
    tellYes(diary, {"rf_fever", "rf_night_pain"});
    static_cast<void>(tests::done(diary.engine.alerts().snooze("rf_fever", 1h)));
    diary.clock.pass(2h);
    diary.engine.alerts().advance();
}

std::vector<Sight> alertSights()
{
    return {{"now, soon", tellSoon, showNow},
            {"now, urgent", tellUrgent, showNow},
            {"now, urgent, answering each", tellUrgent, answerEach},
            {"emergency", tellEmergency, showEmergency},
            {"emergency, several", tellEmergencies, showEmergency},
            {"emergency, the number alone", tellEmergencies, showCall},
            {"emergency, which by mistake", tellEmergencies, showWhich},
            {"emergency, left", tellEmergencies, leaveEmergency},
            {"why", tellEmergencies, showWhy},
            {"alert history, empty", tellNothing, showAlertHistory},
            {"alert history", tellEmergencies, showAlertHistory}};
}

} // namespace unclench::ui
