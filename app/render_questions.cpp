// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render_questions.h"

#include "ui/pages/changed_body.h"
#include "ui/pages/daily_card.h"
#include "ui/pages/now_page.h"
#include "ui/pages/questions_page.h"
#include "ui/shell.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>

namespace unclench::app {

namespace {

constexpr int kScreens = 15;

void show(ui::Shell& shell, const ui::QuestionsView& view)
{
    auto* page = shell.window().findChild<ui::QuestionsPage*>();
    shell.window().showPage(page);
    page->display(view);
    page->focusFirst();
}

ui::AskedQuestion answered(const char* question, AnswerValue value)
{
    Answer answer;
    answer.question = question;
    answer.value = value;
    return {question, answer};
}

} // namespace

void showEmergencyQuestion(ui::Shell& shell)
{
    show(shell, {.number = 9, .count = kScreens, .asked = {{"rf_aorta_pattern", {}}}, .open = {}});
}

void showTwoWeeks(ui::Shell& shell)
{
    show(shell, {.number = 5,
                 .count = kScreens,
                 .asked = {answered("rf_sexual_change", AnswerValue::Yes)},
                 .further = ui::Further::TwoWeeks,
                 .open = {}});
}

void showKnownFor(ui::Shell& shell)
{
    ui::AskedQuestion asked = answered("rf_bladder_incontinence", AnswerValue::Yes);
    asked.answer->change = Change::Unchanged;
    show(shell, {.number = 2,
                 .count = kScreens,
                 .asked = {asked},
                 .further = ui::Further::Known,
                 .open = {}});
}

void showQuestionList(ui::Shell& shell)
{
    show(shell, {.number = 13,
                 .count = kScreens,
                 .topic = QuestionTopic::Illness,
                 .asked = {answered("rf_fever", AnswerValue::No),
                           answered("rf_kidney", AnswerValue::Yes),
                           {"rf_weight_loss", {}},
                           {"rf_lump_swelling", {}},
                           {"rf_band_rash", {}},
                           {"rf_pulsating_belly", {}},
                           {"cx_cancer_history", {}}},
                 .open = {}});
}

void showQuestionsEnd(ui::Shell& shell)
{
    show(shell, {.number = kScreens + 1,
                 .count = kScreens,
                 .asked = {},
                 .open = {},
                 .isAnyUnanswered = true});
}

void showDailyCard(ui::Shell& shell)
{
    shell.window().showNow();
    Alert slow;
    slow.rule = "dr_check_72h";
    slow.because = slow.rule;
    shell.window().nowPage()->dailyCard()->display(
        {.isDue = true,
         .emergency = {"rf_bladder_retention", "rf_bladder_incontinence", "rf_bowel_incontinence",
                       "rf_saddle_numbness", "rf_sexual_change", "rf_legs_both",
                       "rf_leg_weakness_worse", "rf_major_trauma", "rf_chest_pain",
                       "rf_aorta_pattern", "rf_fever_neck_mind"},
         .open = {"rf_leg_one_neuro", "rf_balance_loss"},
         .checkIns = {slow}});
}

void showChangedPage(ui::Shell& shell)
{
    shell.asking().showChanged();
}

void showChangedBody(ui::Shell& shell)
{
    shell.asking().showChanged();
    QApplication::processEvents(); // only what is laid out can be scrolled
    auto* scroll = shell.window().findChild<QScrollArea*>(QStringLiteral("changedScroll"));
    auto* body = shell.window().findChild<ui::ChangedBody*>();
    scroll->verticalScrollBar()->setValue(body->y());
}

} // namespace unclench::app
