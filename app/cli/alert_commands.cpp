// SPDX-License-Identifier: GPL-3.0-or-later
// alerts, answer, close, snooze: red flags from the command line.
#include "app/cli/commands.h"

#include "app/cli/alert_text.h"
#include "app/cli/diary_json.h"
#include "app/cli/tr.h"
#include "core/time/iso8601.h"
#include "ui/wording/alerts.h"
#include "ui/wording/times.h"

#include <CLI/CLI.hpp>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

ordered_json alertJson(Session& session, const Alert& alert)
{
    Engine& engine = session.engine(Database::Access::Read);
    ordered_json document = recordToJson(alert);
    document["because"] = splitIds(alert.because);
    ordered_json sources = ordered_json::array();
    if (const RedFlagRule* rule = engine.redFlags().find(alert.rule)) {
        for (const std::string& title : sourceTitles(session.vocabulary(), rule->sources)) {
            sources.push_back(title);
        }
    }
    document["sources"] = std::move(sources);
    ordered_json steps = ordered_json::array();
    for (const AlertStep& step : engine.alerts().store().stepsOf(alert.stamp.id)) {
        steps.push_back({{"at", toIso(step.at)},
                         {"change", toId(step.change)},
                         {"level", toId(step.level)},
                         {"closing", step.closing ? ordered_json(toId(*step.closing))
                                                  : ordered_json(nullptr)}});
    }
    document["steps"] = std::move(steps);
    return document;
}

ExitStatus runQuestions(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    ordered_json questions = ordered_json::array();
    for (const RedFlagRule& rule : engine.redFlags().rules()) {
        if (rule.question) {
            const QString line = session.words().question(rule.id);
            session.say(
                QStringLiteral("%1  %2").arg(QString::fromStdString(rule.id), -24).arg(line));
            questions.push_back({{"id", rule.id},
                                 {"level", toId(rule.level)},
                                 {"topic", toId(rule.question->topic)},
                                 {"question", line.toStdString()},
                                 {"details", rule.question->flags}});
        }
    }
    session.print({{"questions", questions}});
    return ExitStatus::Done;
}

ExitStatus runAlerts(Session& session, bool isAll)
{
    Engine& engine = session.engine(Database::Access::Read);
    engine.alerts().advance();
    const Moment now = session.clock().now().wall;
    const auto shown = engine.alerts().shown();
    for (const Alert& alert : shown) {
        sayAlert(session, alert);
    }
    if (shown.empty()) {
        session.say(ui::wording::nothingOpen());
    }
    ordered_json open = ordered_json::array();
    for (const Alert& alert : shown) {
        open.push_back(alertJson(session, alert));
    }
    const Asking asking = engine.alerts().asking();
    ordered_json asks(asking.askedFor);
    for (const std::string& id : asking.askedFor) {
        session.say(tr("Please answer: %1 (unclench answer %2 yes/no/unsure)")
                        .arg(session.words().question(id), QString::fromStdString(id)));
    }
    ordered_json history = ordered_json::array();
    if (isAll || session.isJson()) {
        for (const Alert& alert : engine.alerts().store().raisedIn(session.period())) {
            if (!alert.isClosed()) {
                continue;
            }
            session.say(
                tr("%1  %2: %3. %4, %5.")
                    .arg(ui::wording::moment(alert.at, now), QString::fromStdString(alert.rule),
                         ui::wording::reasons(alert, session.words()).join(QLatin1String("; ")),
                         ui::wording::closing(*alert.closing),
                         ui::wording::moment(alert.since, now)));
            history.push_back(alertJson(session, alert));
        }
    }
    session.print({{"alerts", open}, {"asks", asks}, {"closed", history}});
    return ExitStatus::Done;
}

struct AnswerArguments {
    std::string question;
    std::string value;
    std::string change;
    std::optional<int> since;
    std::optional<int> items;
    bool isKnown = false;
    std::vector<std::string> details;
};

ExitStatus runAnswer(Session& session, const AnswerArguments& arguments)
{
    Answer answer;
    answer.question = arguments.question;
    const auto value = fromId<AnswerValue>(arguments.value);
    if (!value || *value == AnswerValue::TakenBack) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("Write yes, no, unsure or skipped behind the question."));
    }
    answer.value = *value;
    if (!arguments.change.empty()) {
        answer.change = fromId<Change>(arguments.change);
        if (!answer.change) {
            return session.refuse(ExitStatus::NotUnderstood,
                                  tr("A change is new, worse or unchanged."));
        }
    }
    answer.sinceDays = arguments.since;
    answer.items = arguments.items;
    if (arguments.isKnown) {
        answer.clinicianKnows = true;
    }
    answer.flags = joinIds(arguments.details);
    Engine& engine = session.engine(Database::Access::ReadWrite);
    const auto result = engine.alerts().answer(answer, session.at());
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<Saved>(result);
    session.say(tr("Saved: %1 %2, %3.")
                    .arg(session.words().question(arguments.question),
                         ui::wording::answerValue(*value),
                         ui::wording::moment(saved.at, session.clock().now().wall)));
    session.print({{"saved", "answer"}, {"id", saved.id.text()}, {"at", toIso(saved.at)}});
    return ExitStatus::Done;
}

ExitStatus runClose(Session& session, const std::string& rule, const std::string& how)
{
    const auto closing = fromId<Closing>(how);
    if (!closing || *closing == Closing::Ended) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("Write seen, mistake or dismissed behind the alert."));
    }
    const auto result = session.engine(Database::Access::ReadWrite).alerts().close(rule, *closing);
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<Saved>(result);
    session.say(ui::wording::closing(*closing) + QLatin1String(". ") + ui::wording::afterClosing());
    session.print({{"saved", "closing"}, {"id", saved.id.text()}, {"at", toIso(saved.at)}});
    return ExitStatus::Done;
}

ExitStatus runSnooze(Session& session, const std::string& rule, int hours)
{
    const auto result = session.engine(Database::Access::ReadWrite)
                            .alerts()
                            .snooze(rule, std::chrono::hours{hours});
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<Saved>(result);
    const Moment now = session.clock().now().wall;
    session.say(tr("Put off until %1.")
                    .arg(ui::wording::moment(saved.at + std::chrono::hours{hours}, now)));
    session.print({{"saved", "snooze"}, {"id", saved.id.text()}, {"at", toIso(saved.at)}});
    return ExitStatus::Done;
}

} // namespace

void addAlertCommands(CLI::App& parser, Command& chosen)
{
    auto isAll = std::make_shared<bool>(false);
    auto isQuestions = std::make_shared<bool>(false);
    CLI::App* alerts =
        parser.add_subcommand("alerts", tr("What you should see somebody about").toStdString());
    alerts->add_flag("--all", *isAll, tr("The closed ones too").toStdString());
    alerts->add_flag("--questions", *isQuestions, tr("The questions and their ids").toStdString());
    alerts->callback([&chosen, isAll, isQuestions] {
        chosen = {[isAll, isQuestions](Session& session) {
                      return *isQuestions ? runQuestions(session) : runAlerts(session, *isAll);
                  },
                  false, true};
    });

    auto answer = std::make_shared<AnswerArguments>();
    CLI::App* answerCommand =
        parser.add_subcommand("answer", tr("Answer a red-flag question").toStdString());
    answerCommand->add_option("QUESTION", answer->question)->required();
    answerCommand->add_option("ANSWER", answer->value, tr("yes, no or unsure").toStdString())
        ->required();
    answerCommand->add_option("--change", answer->change,
                              tr("new, worse or unchanged").toStdString());
    answerCommand->add_option("--since", answer->since, tr("For how many days").toStdString());
    answerCommand->add_option("--items", answer->items,
                              tr("How many of the examples fit").toStdString());
    answerCommand->add_flag("--known", answer->isKnown,
                            tr("A clinician already knows of it").toStdString());
    answerCommand->add_option("--detail", answer->details,
                              tr("What else is so, as alerts --questions lists it").toStdString());
    answerCommand->callback([&chosen, answer] {
        chosen = {[answer](Session& session) { return runAnswer(session, *answer); }, true};
    });

    auto close = std::make_shared<std::pair<std::string, std::string>>();
    CLI::App* closeCommand = parser.add_subcommand("close", tr("Close an alert").toStdString());
    closeCommand->add_option("ALERT", close->first)->required();
    closeCommand->add_option("HOW", close->second, tr("seen, mistake or dismissed").toStdString())
        ->required();
    closeCommand->callback([&chosen, close] {
        chosen = {
            [close](Session& session) { return runClose(session, close->first, close->second); },
            true};
    });

    auto snooze = std::make_shared<std::pair<std::string, int>>();
    CLI::App* snoozeCommand =
        parser.add_subcommand("snooze", tr("Put an alert off for some hours").toStdString());
    snoozeCommand->add_option("ALERT", snooze->first)->required();
    snoozeCommand->add_option("HOURS", snooze->second)->required();
    snoozeCommand->callback([&chosen, snooze] {
        chosen = {[snooze](Session& session) {
                      return runSnooze(session, snooze->first, snooze->second);
                  },
                  true};
    });
}

} // namespace unclench::app::cli
