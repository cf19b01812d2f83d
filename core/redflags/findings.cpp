// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redflags/findings.h"

#include "core/redflags/facts.h"

#include <algorithm>

namespace unclench {

namespace {

/// The level at which a rule stands that is true. Absent: it is only recorded.
std::optional<Level> levelOf(const RedFlagRule& rule, Fact& fact, Facts& facts)
{
    Level level = rule.level;
    if (rule.question && rule.question->asksTwoWeeks) {
        if (fact.standing == Standing::Known) {
            return std::nullopt;
        }
        // One level lower, never below urgent.
        if (fact.standing == Standing::Old && level == Level::Emergency) {
            level = Level::Urgent;
        }
    }
    for (const Escalation& escalation : rule.escalations) {
        if (escalation.level <= level) {
            continue;
        }
        if (const Fact reason = facts.evaluate(escalation.when); reason.isYes()) {
            level = escalation.level;
            addReasons(fact, reason);
        }
    }
    return level;
}

std::map<std::string, RuleFinding, std::less<>> findWith(const RedFlags& rules, Facts& facts)
{
    std::map<std::string, RuleFinding, std::less<>> found;
    for (const RedFlagRule& rule : rules.rules()) {
        Fact fact = facts.evaluate(rule.when);
        if (!fact.isYes()) {
            continue;
        }
        const auto level = levelOf(rule, fact, facts);
        if (!level) {
            continue;
        }
        facts.note(rule.id, fact, *level);
        found[rule.id] = {.level = *level,
                          .because = fact.because.empty() ? std::vector{rule.id} : fact.because,
                          .told = fact.told,
                          .isOldNews = fact.told && fact.isOldNews};
    }
    return found;
}

} // namespace

Findings
findAt(const RedFlags& rules, const Vocabulary& vocabulary, const Told& told, const Moment& at)
{
    Findings findings;
    Facts fresh{rules, vocabulary, told, at, Stale::CountsNot};
    findings.fresh = findWith(rules, fresh);
    if (fresh.metStale()) {
        Facts all{rules, vocabulary, told, at, Stale::Counts};
        findings.all = findWith(rules, all);
    } else {
        findings.all = findings.fresh;
    }
    if (const Course* current = fresh.current()) {
        findings.episode = current->id;
        findings.episodeTold = current->bouts.front().stamp.created;
    }
    return findings;
}

std::vector<std::string>
questionsAskedFor(const RedFlags& rules, const Vocabulary& vocabulary, const Told& told)
{
    Facts facts{rules, vocabulary, told, told.now, Stale::CountsNot};
    std::vector<std::string> asked;
    for (const RedFlagRule& rule : rules.rules()) {
        if (!rule.question) {
            continue;
        }
        const QuestionState& state = facts.question(rule.id);
        // Before all time: it was not answered.
        const UtcTime answered =
            state.answer && !state.isUnsure ? state.answer->at.utc : UtcTime::min();
        bool isAsked = false;
        if (rule.question->askedBy) {
            if (const Fact reason = facts.evaluate(*rule.question->askedBy); reason.isYes()) {
                // A place or a length of time has no moment of its own: asked once an episode.
                const Course* current = facts.current();
                const UtcTime since = reason.told          ? *reason.told
                                      : current != nullptr ? current->onset().utc
                                                           : UtcTime{};
                isAsked = answered < since;
            }
        }
        // An emergency that was told long after it was so is asked again, once.
        if (rule.level == Level::Emergency) {
            const Fact fact = facts.evaluate(rule.when);
            isAsked = isAsked || (fact.isYes() && fact.told && fact.isOldNews);
        }
        // "Not sure" is asked again at the next daily check-in: on another local day.
        if (state.isUnsure && facts.open() != nullptr) {
            isAsked =
                isAsked ||
                std::any_of(told.answers.rbegin(), told.answers.rend(), [&](const Answer& answer) {
                    return answer.question == rule.id && answer.value == AnswerValue::Unsure &&
                           answer.at.localDay() < told.now.localDay();
                });
        }
        if (isAsked) {
            asked.push_back(rule.id);
        }
    }
    return asked;
}

} // namespace unclench
