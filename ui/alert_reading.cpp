// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert_reading.h"

#include "ui/wording/alerts.h"
#include "ui/wording/problems.h"
#include "ui/wording/tr.h"

#include <QCoreApplication>

#include <algorithm>

namespace unclench::ui {

using namespace std::chrono_literals;

namespace {

/// A person who looks further back has the export.
constexpr std::size_t kMostShown = 100;

using wording::tr;

/// What was told for one question, the latest of an answer and its symptoms.
struct Told {
    QString text;
    Moment at;
};

/// Until when what was told can be behind `alert`.
UtcTime endOf(const Alert& alert, UtcTime now)
{
    return alert.isClosed() ? alert.since.utc : now;
}

std::optional<Told>
toldFor(Engine& engine, const Words& words, const std::string& id, UtcTime until)
{
    const Question* question = engine.redFlags().question(id);
    if (question == nullptr) {
        return std::nullopt;
    }
    AlertStore& store = engine.alerts().store();
    const UtcTime before = until + 1ms; // the answer that raised it was told in that very moment
    std::optional<Told> latest;
    const auto consider = [&](const QString& text, const Moment& at) {
        if (!latest || at.utc > latest->at.utc) {
            latest = Told{text, at};
        }
    };
    for (const Answer& answer : store.answersBefore(id, before)) {
        if (answer.value == AnswerValue::Yes || answer.value == AnswerValue::Unsure) {
            //: A question, and the answer to it
            consider(tr("%1 %2.").arg(words.question(id), wording::answerValue(answer.value)),
                     answer.at);
        }
    }
    for (const std::string& symptom : question->symptoms) {
        for (const Symptom& told : store.symptomsBefore(symptom, before)) {
            if (told.isPresent) {
                consider(tr("You wrote down: %1.").arg(words.label(Topic::Symptom, symptom)),
                         told.at);
            }
        }
    }
    return latest;
}

/// The ids behind an alert, its own rule among them where a question of that name was answered.
std::vector<std::string> idsOf(const Engine& engine, const Alert& alert)
{
    std::vector<std::string> ids = splitIds(alert.because);
    if (engine.redFlags().question(alert.rule) != nullptr &&
        std::find(ids.begin(), ids.end(), alert.rule) == ids.end()) {
        ids.push_back(alert.rule);
    }
    return ids;
}

std::vector<AlertFact> factsOf(Engine& engine, const Words& words, const Alert& alert)
{
    std::vector<AlertFact> facts;
    const UtcTime until = endOf(alert, engine.now().wall.utc);
    const auto ids = idsOf(engine, alert);
    for (const QString& reason : wording::reasons(alert, words)) {
        AlertFact fact{reason, std::nullopt};
        for (const std::string& id : ids) {
            if (words.reason(id) == reason) {
                if (const auto told = toldFor(engine, words, id, until)) {
                    fact.told = told->at;
                }
            }
        }
        facts.push_back(std::move(fact));
    }
    return facts;
}

void readDelays(Engine& engine, const Alert& alert, AlertEntry& entry)
{
    const std::vector<std::chrono::milliseconds> wanted =
        alert.level == Level::Soon ? std::vector<std::chrono::milliseconds>{24h, 72h, 168h}
                                   : std::vector<std::chrono::milliseconds>{1h, 4h, 12h};
    for (const auto delay : wanted) {
        const Problems problems = Alerts::whyNotSnooze(alert, delay);
        if (problems.empty()) {
            entry.delays.push_back(delay);
        } else if (entry.whyNotLater.isEmpty()) {
            entry.whyNotLater = wording::problems(problems, engine.vocabulary(), engine.now().wall);
        }
    }
}

} // namespace

AlertEntry readAlert(Engine& engine, const Words& words, const Alert& alert)
{
    AlertEntry entry{.id = alert.stamp.id,
                     .rule = alert.rule,
                     .level = alert.level,
                     .action = wording::action(alert, words),
                     .hasOwnAction = !words.advice(alert.rule).isEmpty(),
                     .facts = factsOf(engine, words, alert),
                     .sources = {},
                     .raised = alert.at,
                     .delays = {},
                     .whyNotLater = {}};
    if (const RedFlagRule* rule = engine.redFlags().find(alert.rule)) {
        for (const Source& source : engine.vocabulary().sources()) {
            if (std::find(rule->sources.begin(), rule->sources.end(), source.id) !=
                rule->sources.end()) {
                entry.sources << QString::fromStdString(source.title);
            }
        }
    }
    readDelays(engine, alert, entry);
    return entry;
}

namespace {

/// `takenBack`: every taking back there is.
AlertPast readPast(Engine& engine,
                   const Words& words,
                   const Alert& alert,
                   const std::vector<Answer>& takenBack)
{
    const UtcTime until = endOf(alert, engine.now().wall.utc);
    AlertPast past{.entry = readAlert(engine, words, alert),
                   .isClosed = alert.isClosed(),
                   .steps = engine.alerts().store().stepsOf(alert.stamp.id),
                   .until = alert.until,
                   .told = {}};
    for (const std::string& id : idsOf(engine, alert)) {
        if (const auto told = toldFor(engine, words, id, until)) {
            const bool isTakenBack =
                std::any_of(takenBack.begin(), takenBack.end(), [&](const Answer& answer) {
                    return answer.question == id && answer.at.utc >= told->at.utc;
                });
            past.told.push_back({told->text, told->at, isTakenBack});
        }
    }
    return past;
}

} // namespace

AlertHistoryView readAlertHistory(Engine& engine, const Words& words)
{
    AlertStore& store = engine.alerts().store();
    std::vector<Answer> takenBack = store.answers({});
    std::erase_if(takenBack,
                  [](const Answer& answer) { return answer.value != AnswerValue::TakenBack; });
    AlertHistoryView view{.now = engine.now().wall, .alerts = {}, .hasMore = false};
    for (const Alert& alert : store.raisedIn({})) {
        if (alert.level == Level::CheckIn) {
            continue;
        }
        if (view.alerts.size() == kMostShown) {
            view.hasMore = true;
            break;
        }
        view.alerts.push_back(readPast(engine, words, alert, takenBack));
    }
    return view;
}

} // namespace unclench::ui
