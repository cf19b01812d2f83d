// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/alerts.h"

#include "ui/wording/tr.h"

namespace unclench::ui::wording {

QString level(Level level)
{
    switch (level) {
    case Level::CheckIn: return tr("A few quick questions");
    case Level::Soon: return tr("Book an appointment");
    case Level::Urgent: return tr("Please speak to a health professional today");
    case Level::Emergency: return tr("Please get help now");
    }
    Q_UNREACHABLE();
}

QString action(const Alert& alert, const Words& words)
{
    const QString own = words.advice(alert.rule);
    return own.isEmpty() ? level(alert.level) + QLatin1Char('.') : own;
}

QString reason(const std::string& id, const Words& words)
{
    return words.reason(id);
}

QStringList reasons(const Alert& alert, const Words& words)
{
    QStringList lines;
    for (const std::string& id : splitIds(alert.because)) {
        // A symptom stands in the answer that it is a yes to.
        const QString line = words.reason(id);
        if (!line.isEmpty() && !lines.contains(line)) {
            lines << line;
        }
    }
    if (lines.isEmpty()) {
        lines << words.reason(alert.rule);
    }
    return lines;
}

QString emergency(const QStringList& reasons, const std::optional<QString>& number)
{
    const QString because = reasons.join(QLatin1String("; "));
    return number ? tr("You said: %1. This can need treatment within hours. Call %2 or go to an "
                       "emergency department. Do not drive yourself.")
                        .arg(because, *number)
                  : tr("You said: %1. This can need treatment within hours. Call your emergency "
                       "number "
                       "or go to an emergency department. Do not drive yourself.")
                        .arg(because);
}

QString nothingOpen()
{
    return tr("Nothing you entered triggers an alert. This is not a medical check. If something "
              "feels wrong or changes, call.");
}

QString afterClosing()
{
    return tr("If it gets worse or new symptoms start, get help again.");
}

QString closing(Closing how)
{
    switch (how) {
    case Closing::Seen: return tr("Closed: you contacted someone");
    case Closing::Mistake: return tr("Closed: answered by mistake");
    case Closing::Dismissed: return tr("Closed by you");
    case Closing::Ended: return tr("Ended by itself: it no longer holds");
    }
    Q_UNREACHABLE();
}

QString alertChange(AlertChange change)
{
    switch (change) {
    case AlertChange::Raised: return tr("Raised");
    case AlertChange::LevelChanged: return tr("Level changed");
    case AlertChange::Shown: return tr("Shown");
    case AlertChange::Snoozed: return tr("Put off");
    case AlertChange::Reopened: return tr("Open again");
    case AlertChange::Closed: return tr("Closed");
    }
    Q_UNREACHABLE();
}

QString answerValue(AnswerValue value)
{
    switch (value) {
    case AnswerValue::Yes: return tr("Yes");
    case AnswerValue::No: return tr("No");
    case AnswerValue::Unsure: return tr("Not sure");
    case AnswerValue::Skipped: return tr("Skipped");
    case AnswerValue::TakenBack: return tr("Taken back as a mistake");
    }
    Q_UNREACHABLE();
}

QString questionTopic(QuestionTopic topic)
{
    switch (topic) {
    case QuestionTopic::Emergency: return tr("First, the urgent ones");
    case QuestionTopic::Legs: return tr("Legs and balance");
    case QuestionTopic::Illness: return tr("Fever and illness");
    case QuestionTopic::Injury: return tr("Injury");
    case QuestionTopic::Rest: return tr("Pain at rest");
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
