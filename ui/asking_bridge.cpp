// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/asking_bridge.h"

#include "ui/bridge.h"
#include "ui/wording/alerts.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

namespace unclench::ui {

namespace {

template <class Value>
bool contains(const std::vector<Value>& all, const Value& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

AskingBridge::AskingBridge(Engine& engine,
                           Bridge& bridge,
                           std::function<QString(const StorageError&)> explain,
                           QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_explain(std::move(explain))
{
}

AskingBridge::~AskingBridge()
{
    keepHalf();
}

void AskingBridge::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const StorageError& error) {
        spdlog::warn("in the questions: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

std::vector<std::string> AskingBridge::inOrder(const std::vector<std::string>& questions) const
{
    std::vector<std::string> ordered;
    for (const RedFlagRule& rule : m_engine.redFlags().rules()) {
        if (contains(questions, rule.id)) {
            ordered.push_back(rule.id);
        }
    }
    return ordered;
}

std::vector<std::string> AskingBridge::openIn(const Asking& asking) const
{
    std::vector<std::string> open = asking.emergency;
    for (const auto* more : {&asking.lists, &asking.unsure, &asking.askedFor}) {
        open.insert(open.end(), more->begin(), more->end());
    }
    return inOrder(open);
}

std::vector<std::string> AskingBridge::emergenciesIn(const Asking& asking) const
{
    std::vector<std::string> questions;
    for (const std::string& id : asking.offered) {
        if (m_engine.redFlags().question(id)->topic == QuestionTopic::Emergency) {
            questions.push_back(id);
        }
    }
    return questions;
}

void AskingBridge::refresh()
{
    guarded([&] {
        const Asking asking = m_engine.alerts().asking();
        DailyView view;
        view.isDue = asking.isDailyDue;
        view.emergency = emergenciesIn(asking);
        for (const std::string& id : openIn(asking)) {
            if (!view.isDue || !contains(view.emergency, id)) {
                view.open.push_back(id);
            }
        }
        for (Alert& alert : m_engine.alerts().shown()) {
            if (alert.level == Level::CheckIn) {
                view.checkIns.push_back(std::move(alert));
            }
        }
        Q_EMIT dailyChanged(view);
        if (!m_screens.empty()) {
            display();
        }
    });
}

void AskingBridge::begin(const std::vector<std::string>& questions)
{
    keepHalf();
    if (questions.empty() || m_half) {
        return;
    }
    m_screens.clear();
    for (const std::string& id : questions) {
        const Question& question = *m_engine.redFlags().question(id);
        if (question.topic == QuestionTopic::Emergency) {
            m_screens.push_back({question.topic, {id}});
        }
    }
    for (const QuestionTopic topic : {QuestionTopic::Legs, QuestionTopic::Illness,
                                      QuestionTopic::Injury, QuestionTopic::Rest}) {
        Screen list{topic, {}};
        for (const std::string& id : questions) {
            if (m_engine.redFlags().question(id)->topic == topic) {
                list.questions.push_back(id);
            }
        }
        if (!list.questions.empty()) {
            m_screens.push_back(std::move(list));
        }
    }
    m_at = 0;
    m_begun = m_engine.now().wall.utc;
    m_saved.clear();
    guarded([&] { display(); });
    Q_EMIT roundBegan();
}

void AskingBridge::askOpen()
{
    guarded([&] { begin(openIn(m_engine.alerts().asking())); });
}

void AskingBridge::askEmergency()
{
    guarded([&] { begin(emergenciesIn(m_engine.alerts().asking())); });
}

void AskingBridge::ask(const std::string& question)
{
    if (m_engine.redFlags().question(question) != nullptr) {
        begin({question});
    }
}

const AskingBridge::Screen* AskingBridge::screen() const
{
    return m_at < m_screens.size() ? &m_screens[m_at] : nullptr;
}

std::optional<Answer> AskingBridge::given(const std::string& question)
{
    std::optional<Answer> last;
    for (Answer& answer : m_engine.alerts().store().answers({m_begun, std::nullopt})) {
        if (answer.question == question && contains(m_saved, answer.stamp.id)) {
            last = std::move(answer);
        }
    }
    return last;
}

bool AskingBridge::save(const Answer& answer)
{
    const auto command = [&](Alerts& alerts) {
        auto result = alerts.answer(answer, std::nullopt);
        if (const auto* saved = std::get_if<Saved>(&result)) {
            m_saved.push_back(saved->id);
        }
        return result;
    };
    //: %1 is an answer, as in "Saved: Yes."
    return m_bridge.carryOut(Bridge::AlertCommand{command},
                             tr("Saved: %1.").arg(wording::answerValue(answer.value)));
}

bool AskingBridge::saveNo(const std::vector<std::string>& questions)
{
    const auto command = [&](Alerts& alerts) -> Result<Saved> {
        Saved all;
        for (const std::string& id : questions) {
            Answer no;
            no.question = id;
            no.value = AnswerValue::No;
            auto result = alerts.answer(no, std::nullopt);
            const auto* saved = std::get_if<Saved>(&result);
            if (saved == nullptr) {
                return result;
            }
            m_saved.push_back(saved->id);
            all.at = saved->at;
            // One press, so one step to take back.
            all.undo.edits.insert(all.undo.edits.end(), saved->undo.edits.begin(),
                                  saved->undo.edits.end());
        }
        return all;
    };
    return m_bridge.carryOut(Bridge::AlertCommand{command}, tr("Saved: none of these."));
}

void AskingBridge::answer(AnswerValue value)
{
    if (screen() == nullptr) {
        return;
    }
    Answer answer;
    answer.question = screen()->questions.front();
    answer.value = value;
    const bool isThere = value == AnswerValue::Yes || value == AnswerValue::Unsure;
    if (isThere && m_engine.redFlags().question(answer.question)->asksTwoWeeks) {
        m_half = std::move(answer);
        m_further = Further::TwoWeeks;
        guarded([&] { display(); });
        return;
    }
    m_half.reset();
    m_further = Further::Nothing;
    if (save(answer)) {
        next();
    }
}

void AskingBridge::tellChange(std::optional<Change> change)
{
    if (!m_half) {
        return;
    }
    m_half->change = change;
    if (change == Change::Unchanged) {
        m_further = Further::Known;
        guarded([&] { display(); });
    } else {
        finishHalf();
    }
}

void AskingBridge::tellKnown(bool isKnown)
{
    if (m_half) {
        m_half->clinicianKnows = isKnown;
        finishHalf();
    }
}

void AskingBridge::finishHalf()
{
    if (keepHalf()) {
        next();
    }
}

bool AskingBridge::keepHalf()
{
    // Saving shows the page anew; what is saved is no longer half by then.
    const auto half = std::exchange(m_half, std::nullopt);
    const Further further = std::exchange(m_further, Further::Nothing);
    if (!half || save(*half)) {
        return true;
    }
    m_half = half;
    m_further = further;
    return false;
}

void AskingBridge::answerRow(const Answer& answer)
{
    save(answer);
}

void AskingBridge::answerRest()
{
    if (screen() == nullptr) {
        return;
    }
    guarded([&] {
        std::vector<std::string> rest;
        for (const std::string& id : screen()->questions) {
            if (!given(id)) {
                rest.push_back(id);
            }
        }
        if (rest.empty() || saveNo(rest)) {
            next();
        }
    });
}

void AskingBridge::answerNone()
{
    guarded([&] { saveNo(emergenciesIn(m_engine.alerts().asking())); });
}

void AskingBridge::next()
{
    if (keepHalf() && m_at < m_screens.size()) {
        ++m_at;
        guarded([&] { display(); });
    }
}

void AskingBridge::goBack()
{
    if (keepHalf() && m_at > 0) {
        --m_at;
        guarded([&] { display(); });
    }
}

void AskingBridge::display()
{
    QuestionsView view;
    view.number = static_cast<int>(m_at) + 1;
    view.count = static_cast<int>(m_screens.size());
    view.further = m_further;
    if (const Screen* shown = screen()) {
        view.topic = shown->topic;
        for (const std::string& id : shown->questions) {
            const bool isHalf = m_half && m_half->question == id;
            view.asked.push_back({id, isHalf ? m_half : given(id)});
        }
    } else {
        view.open = m_engine.alerts().shown();
        view.isAnyUnanswered = !openIn(m_engine.alerts().asking()).empty();
    }
    Q_EMIT questionsChanged(view);
}

} // namespace unclench::ui
