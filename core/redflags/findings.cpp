// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redflags/findings.h"

#include "core/redflags/facts.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace unclench {

namespace {

/// What a rule comes out as, unless a later answer to its own question says otherwise.
Fact factOf(const RedFlagRule& rule, Facts& facts)
{
    Fact fact = facts.evaluate(rule.when);
    if (rule.question && fact.isYes() && facts.isContradicted(fact, rule.id)) {
        return {.truth = Truth::No};
    }
    return fact;
}

struct RuleLevel {
    Level level;
    /// What of it makes it an emergency was told over two weeks after it was so.
    bool isOldEmergency;
};

/// The level at which a rule stands that is true. Absent: it is only recorded.
std::optional<RuleLevel> levelOf(const RedFlagRule& rule, Fact& fact, Facts& facts)
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
    const auto isOld = [&](Level reached) {
        return reached == Level::Emergency && fact.told && fact.isOldNews;
    };
    for (const Escalation& escalation : rule.escalations) {
        if (escalation.level <= level) {
            continue;
        }
        if (const Fact& reason = facts.evaluate(escalation.when); reason.isYes()) {
            addReasons(fact, reason);
            if (isOld(escalation.level)) {
                return RuleLevel{level, true}; // asked about; without it the rule stands as it is
            }
            level = escalation.level;
        }
    }
    return RuleLevel{level, isOld(level)};
}

/// Questions that an emergency rests on which was told long after it was so: asked again, once. One
/// without a question of its own asks those that it stands on.
std::set<std::string> askedAgain(const RedFlags& rules, Facts& facts)
{
    std::set<std::string> again;
    for (const RedFlagRule& rule : rules.rules()) {
        Fact fact = factOf(rule, facts);
        if (!fact.isYes()) {
            continue;
        }
        const auto level = levelOf(rule, fact, facts);
        if (!level || !level->isOldEmergency) {
            continue;
        }
        if (rule.question) {
            again.insert(rule.id);
            continue;
        }
        std::copy_if(fact.because.begin(), fact.because.end(), std::inserter(again, again.end()),
                     [&](const std::string& id) { return rules.question(id) != nullptr; });
    }
    return again;
}

} // namespace

Finder::Finder(const RedFlags& rules, const Told& told, const Moment& begin)
    : m_rules(rules), m_now(begin), m_fresh{Facts{rules, told, m_now, Stale::CountsNot},
                                            std::vector<HeldRule>(rules.rules().size())},
      m_all{Facts{rules, told, m_now, Stale::Counts}, std::vector<HeldRule>(rules.rules().size())}
{
    m_findings.fresh.resize(rules.rules().size());
    m_findings.all.resize(rules.rules().size());
}

const Findings& Finder::findAt(const Moment& at)
{
    m_now.moveTo(at);
    hold(m_fresh, m_findings.fresh);
    hold(m_all, m_findings.all);
    m_findings.episode.reset();
    m_findings.episodeTold = {};
    if (const Course* current = m_fresh.facts.current()) {
        m_findings.episode = current->id;
        m_findings.episodeTold = current->bouts.front().stamp.created;
    }
    return m_findings;
}

void Finder::hold(Pass& pass, std::vector<std::optional<RuleFinding>>& found)
{
    for (std::size_t place = 0; place < found.size(); ++place) {
        const RedFlagRule& rule = m_rules.rules()[place];
        HeldRule& held = pass.held[place];
        m_now.keep(held.fact, [&] {
            pass.facts.setRulesAbove(std::span{pass.held}.first(place));
            Fact fact = factOf(rule, pass.facts);
            const auto level = fact.isYes() ? levelOf(rule, fact, pass.facts) : std::nullopt;
            held.level = level ? std::optional{level->level} : std::nullopt;
            found[place].reset();
            if (level) {
                found[place] = {.level = level->level,
                                .because =
                                    fact.because.empty() ? std::vector{rule.id} : fact.because,
                                .told = fact.told,
                                .isOldNews = fact.told && fact.isOldNews};
            }
            return fact;
        });
    }
}

std::vector<std::string> questionsAskedFor(const RedFlags& rules, const Told& told)
{
    Vantage now{told.now};
    Facts facts{rules, told, now, Stale::CountsNot};
    const std::set<std::string> again = askedAgain(rules, facts);
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
            if (const Fact& reason = facts.evaluate(*rule.question->askedBy); reason.isYes()) {
                // A place or a length of time has no moment of its own: asked once an episode.
                const Course* current = facts.current();
                const UtcTime since = reason.told          ? *reason.told
                                      : current != nullptr ? current->onset().utc
                                                           : UtcTime{};
                isAsked = answered < since;
            }
        }
        isAsked = isAsked || (again.contains(rule.id) && !state.isUnsure);
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
