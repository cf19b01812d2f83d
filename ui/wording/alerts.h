// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts and questions as a person reads them (clinical document, section 9). No text here says
// that all is well.
#pragma once

#include "core/diary/alert.h"
#include "ui/wording/words.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <string>

namespace unclench::ui::wording {

/// What to do: "Please get help now."
[[nodiscard]] QString level(Level level);
/// The same for one alert, where its rule has words of its own.
[[nodiscard]] QString action(const Alert& alert, const Words& words);
/// Why, in the person's own answers, without a full stop: "you lost control of your bladder".
[[nodiscard]] QString reason(const std::string& id, const Words& words);
/// All that made the rule true, one line each, the person's answers first.
[[nodiscard]] QStringList reasons(const Alert& alert, const Words& words);
/// "You said: ... This can need treatment within hours. Call 112 or go to an emergency department.
/// Do not drive yourself." Without a number the sentence has none: a wrong one is worse.
[[nodiscard]] QString emergency(const QStringList& reasons, const std::optional<QString>& number);
/// What is said where nothing is open. Never that all is well.
[[nodiscard]] QString nothingOpen();
/// What is said once an alert was closed.
[[nodiscard]] QString afterClosing();
/// "Closed: you contacted someone".
[[nodiscard]] QString closing(Closing how);
[[nodiscard]] QString alertChange(AlertChange change);
[[nodiscard]] QString answerValue(AnswerValue value);
[[nodiscard]] QString questionTopic(QuestionTopic topic);

} // namespace unclench::ui::wording
