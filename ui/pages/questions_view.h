// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked on the questions page and on the card of *Now*, as values.
#pragma once

#include "core/diary/alert.h"
#include "core/knowledge/red_flags.h"

#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

/// What is asked further about a yes or a "not sure", on the same screen.
enum class Further { Nothing, TwoWeeks, Known };

struct AskedQuestion {
    std::string id;
    /// What was answered in this round. Absent: nothing yet.
    std::optional<Answer> answer;
};

/// One screen of a round of questions.
struct QuestionsView {
    /// From 1 to `count`; one more is the end.
    int number = 1;
    int count = 0;
    QuestionTopic topic = QuestionTopic::Emergency;
    /// One where the topic is Emergency, a list else, none at the end.
    std::vector<AskedQuestion> asked;
    Further further = Further::Nothing;
    /// At the end: what is open, the highest level first.
    std::vector<Alert> open;
    /// At the end: some questions were left without an answer.
    bool isAnyUnanswered = false;

    [[nodiscard]] bool isOver() const { return number > count; }
    [[nodiscard]] bool canGoBack() const { return number > 1; }
};

/// The card of *Now*.
struct DailyView {
    /// The emergency questions of the day are due.
    bool isDue = false;
    /// What they are.
    std::vector<std::string> emergency;
    /// What else waits for an answer, in the order of the rules.
    std::vector<std::string> open;
    /// Active alerts that only ask.
    std::vector<Alert> checkIns;
};

} // namespace unclench::ui
