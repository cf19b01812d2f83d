// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/alerts.h"

#include "core/engine/told_reader.h"
#include "core/redflags/alert_book.h"
#include "core/redflags/facts.h"
#include "core/redflags/findings.h"

#include <algorithm>
#include <set>

namespace unclench {

UnitOfWork Alerts::begin()
{
    return {m_database, m_events, m_uuids, m_clock.now(),
            [this](UnitOfWork& work) { m_watch.evaluate(work); }};
}

Result<Saved> Alerts::answer(Answer answer, std::optional<Moment> at)
{
    const Question* question = m_rules.question(answer.question);
    if (question == nullptr) {
        return Problems{{ProblemKind::UnknownId, "question", answer.question, std::nullopt}};
    }
    for (const std::string& flag : splitIds(answer.flags)) {
        if (std::find(question->flags.begin(), question->flags.end(), flag) ==
            question->flags.end()) {
            return Problems{{ProblemKind::UnknownId, "detail", flag, std::nullopt}};
        }
    }
    return m_journal.tell(std::move(answer), at);
}

std::optional<Alert> Alerts::activeOf(const std::string& rule)
{
    auto alert = m_store.latest(rule);
    return alert && !alert->isClosed() ? alert : std::nullopt;
}

Moment Alerts::afterAllTold(const Moment& now)
{
    const auto latest = m_store.latestAfter(now.utc);
    return {latest ? *latest + std::chrono::milliseconds{1} : now.utc, now.offset};
}

void Alerts::closeIn(UnitOfWork& work, const std::string& rule, Closing how)
{
    const Moment now = work.now().wall;
    const Moment since = afterAllTold(now);
    // All that two machines may have raised.
    std::vector<Alert> alerts = m_store.activeOf(rule);
    if (how == Closing::Mistake) {
        std::set<std::string> questions;
        for (const Alert& alert : alerts) {
            for (const std::string& id : splitIds(alert.because)) {
                if (m_rules.question(id) != nullptr) {
                    questions.insert(id);
                }
                // A symptom counts as a yes to its questions.
                const auto& its = m_rules.questionsOf(id);
                questions.insert(its.begin(), its.end());
            }
            // A fever that was measured is an answer to this question too.
            if (alert.because.find("fever_measured") != std::string::npos) {
                questions.insert("rf_fever");
            }
        }
        if (m_rules.question(rule) != nullptr) {
            questions.insert(rule);
        }
        for (const std::string& question : questions) {
            Answer back;
            back.at = now;
            back.at.utc = since.utc;
            back.question = question;
            back.value = AnswerValue::TakenBack;
            work.create(back);
        }
    }
    const auto current = DiaryStore{m_database}.openBout();
    for (Alert& alert : alerts) {
        AlertStep step;
        step.alert = alert.stamp.id;
        step.at = now;
        step.change = AlertChange::Closed;
        step.level = alert.level;
        step.closing = how;
        alert.state = AlertState::Closed;
        alert.closing = how;
        alert.until.reset();
        alert.since = since;
        alert.within = current ? std::optional{current->episode} : alert.within;
        static_cast<void>(work.replace(std::move(alert)));
        work.create(step);
    }
}

Result<Saved> Alerts::close(const std::string& rule, Closing how)
{
    UnitOfWork work = begin();
    const auto alert = activeOf(rule);
    if (!alert) {
        const bool isKnown = m_rules.find(rule) != nullptr;
        return Problems{{isKnown ? ProblemKind::NotThere : ProblemKind::UnknownId, "alert", rule,
                         std::nullopt}};
    }
    if (Problems problems = problemsOfClosing(*alert, how); !problems.empty()) {
        return problems;
    }
    const std::vector<Alert> others = m_store.active();
    closeIn(work, alert->rule, how);
    if (how != Closing::Mistake) {
        for (const Alert& other : others) {
            if (isHiddenBy(other, *alert)) {
                closeIn(work, other.rule, how);
            }
        }
    }
    Saved saved{.id = alert->stamp.id, .at = work.now().wall};
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Alerts::contacted()
{
    UnitOfWork work = begin();
    const std::vector<Alert> all = m_store.active();
    Saved saved{.at = work.now().wall};
    for (const Alert& alert : all) {
        const bool isPart = std::any_of(all.begin(), all.end(), [&](const Alert& other) {
            return other.level == Level::Emergency && isHiddenBy(alert, other);
        });
        if (alert.level == Level::Emergency || isPart) {
            saved.id = alert.stamp.id;
            closeIn(work, alert.rule, Closing::Seen);
        }
    }
    if (work.edits().empty()) {
        return refusal(ProblemKind::NotThere, "alert");
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Alerts::snooze(const std::string& rule, std::chrono::milliseconds time)
{
    UnitOfWork work = begin();
    std::vector<Alert> alerts = m_store.activeOf(rule);
    if (alerts.empty()) {
        const bool isKnown = m_rules.find(rule) != nullptr;
        return Problems{{isKnown ? ProblemKind::NotThere : ProblemKind::UnknownId, "alert", rule,
                         std::nullopt}};
    }
    if (time <= std::chrono::milliseconds{0}) {
        return Problems{{ProblemKind::OutOfRange, "hours", {}, std::nullopt}};
    }
    // Where two machines raised it, it was put off on either.
    for (const Alert& alert : alerts) {
        alerts.front().urgentSnoozes = std::max(alerts.front().urgentSnoozes, alert.urgentSnoozes);
    }
    if (Problems problems = problemsOfSnooze(alerts.front(), time); !problems.empty()) {
        return problems;
    }
    const Moment now = work.now().wall;
    const Moment since = afterAllTold(now);
    Saved saved{.id = alerts.front().stamp.id, .at = now};
    for (Alert& alert : alerts) {
        alert.state = AlertState::Snoozed;
        alert.since = since;
        alert.until = now + time;
        alert.urgentSnoozes += alert.level == Level::Urgent ? 1 : 0;
        AlertStep step;
        step.alert = alert.stamp.id;
        step.at = now;
        step.change = AlertChange::Snoozed;
        step.level = alert.level;
        static_cast<void>(work.replace(std::move(alert)));
        work.create(step);
    }
    saved.undo = work.commit();
    return saved;
}

Problems Alerts::whyNotSnooze(const Alert& alert, std::chrono::milliseconds time)
{
    return problemsOfSnooze(alert, time);
}

void Alerts::markShown(const std::vector<Uuid>& alerts)
{
    UnitOfWork work = begin();
    bool isAny = false;
    for (const Uuid& id : alerts) {
        const auto steps = m_store.stepsOf(id);
        if (steps.empty() || steps.back().change == AlertChange::Shown ||
            steps.back().change == AlertChange::Closed) {
            continue;
        }
        AlertStep step;
        step.alert = id;
        step.at = work.now().wall;
        step.change = AlertChange::Shown;
        step.level = steps.back().level;
        work.keepNew(step);
        isAny = true;
    }
    if (isAny) {
        static_cast<void>(work.commit());
    }
}

void Alerts::advance()
{
    if (m_database.isReadOnly()) {
        return; // what was stored is shown
    }
    const Moment now = m_clock.now().wall;
    const auto seen = m_store.evaluatedUntil();
    const auto next = m_watch.nextDeadline(now);
    // The clock was set back: what is open is looked at again as of now.
    const bool isBehind = seen && *seen > now.utc;
    if (seen && !isBehind && (!next || *next > now.utc)) {
        return;
    }
    UnitOfWork work = begin();
    static_cast<void>(work.commit());
}

std::vector<Alert> Alerts::active()
{
    std::vector<Alert> alerts = m_store.active();
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const Alert& one, const Alert& other) { return one.level > other.level; });
    return alerts;
}

std::vector<Alert> Alerts::shown()
{
    const std::vector<Alert> all = active();
    std::vector<Alert> visible;
    std::copy_if(all.begin(), all.end(), std::back_inserter(visible),
                 [&](const Alert& alert) { return !isHidden(alert, all); });
    return visible;
}

std::vector<Alert> Alerts::closed()
{
    std::vector<Alert> alerts;
    for (const RedFlagRule& rule : m_rules.rules()) {
        if (auto alert = m_store.latest(rule.id); alert && alert->isClosed()) {
            alerts.push_back(*std::move(alert));
        }
    }
    return alerts;
}

Asking Alerts::asking()
{
    const Moment now = m_clock.now().wall;
    const Told told = readTold(m_database, m_vocabulary, m_rules, now.utc, now.utc, now);
    Asking asking;
    asking.askedFor = questionsAskedFor(m_rules, told);
    Vantage vantage{now};
    Facts facts{m_rules, told, vantage, Stale::CountsNot};
    for (const RedFlagRule& rule : m_rules.rules()) {
        if (rule.question &&
            (!rule.question->offeredIf || facts.evaluate(*rule.question->offeredIf).isYes())) {
            asking.offered.push_back(rule.id);
        }
    }
    const Course* open = facts.open();
    if (open == nullptr) {
        return asking;
    }
    std::map<std::string, Answer, std::less<>> last;
    for (Answer& answer : m_store.answers({open->onset().utc, std::nullopt})) {
        if (answer.value != AnswerValue::TakenBack && answer.episode == open->id) {
            last[answer.question] = std::move(answer);
        }
    }
    bool isDayBegun = now.local() - now.localDay() >= kDayBegins;
    bool isToday = open->onset().localDay() == now.localDay();
    for (const std::string& id : asking.offered) {
        const Question& question = *m_rules.question(id);
        const bool isEmergency = question.topic == QuestionTopic::Emergency;
        const auto answered = last.find(id);
        const bool isSettled = question.isLasting && facts.question(id).answer;
        if (answered == last.end() && !isSettled) {
            (isEmergency ? asking.emergency : asking.lists).push_back(id);
        } else if (answered != last.end()) {
            const bool isOfToday = answered->second.at.localDay() == now.localDay();
            isToday = isToday || (isEmergency && isOfToday);
            if (!isEmergency && !isOfToday && answered->second.value == AnswerValue::Unsure) {
                asking.unsure.push_back(id);
            }
        }
    }
    asking.isDailyDue = isDayBegun && !isToday;
    return asking;
}

} // namespace unclench
