// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that a person told: answers, symptoms, places, triggers, conditions, medicines.
#include "core/redflags/facts.h"

#include "core/knowledge/ids.h"

#include <algorithm>
#include <set>

namespace unclench {

namespace {

/// How long a medicine counts as taken after it was taken once.
constexpr std::chrono::milliseconds kTakenLasts = std::chrono::days{14};

} // namespace

const QuestionState& Facts::question(std::string_view id)
{
    auto known = m_questions.find(id);
    if (known == m_questions.end()) {
        known = m_questions.try_emplace(std::string{id}).first;
    }
    return m_now.keep(known->second, [&] { return readAnswers(id); });
}

QuestionState Facts::readAnswers(std::string_view id)
{
    QuestionState state;
    const Question* question = m_rules.question(id);
    const bool isEmergency = question != nullptr && m_rules.find(id)->level == Level::Emergency;
    const Answer* answer = nullptr;
    AnswerValue value{};
    const auto isMeant = [&](const Answer& given) {
        return given.question == id && given.value != AnswerValue::Skipped;
    };
    each(m_told.answers, isMeant, [&](const Answer& given) {
        if (given.value == AnswerValue::TakenBack) {
            state.takenBack = toldAt(given.at, given.stamp);
            answer = nullptr;
            state.lastNo.reset();
            state.isUnsure = false;
            return;
        }
        const bool isIntended = given.value == AnswerValue::Yes && question != nullptr &&
                                question->notIf && isAmong(splitIds(given.flags), *question->notIf);
        if (given.value == AnswerValue::No || isIntended) {
            state.lastNo = rankOf(given.at, given.stamp);
            answer = &given;
            value = AnswerValue::No;
            state.isUnsure = false;
            return;
        }
        if (given.value == AnswerValue::Unsure && !isEmergency) {
            // Not being sure takes no yes back; it does take a no back.
            state.isUnsure = true;
            if (answer == nullptr || value != AnswerValue::Yes) {
                answer = &given;
                value = given.value;
                state.lastNo.reset();
            }
            return;
        }
        answer = &given;
        value = given.value;
        state.isUnsure = false;
    });
    // What was told before it was taken back does not return by a later past time.
    if (answer != nullptr && toldAt(answer->at, answer->stamp) <= state.takenBack) {
        answer = nullptr;
        state.lastNo.reset();
    }
    if (answer != nullptr) {
        state.answer = *answer;
        state.answer->value = value;
        if (value == AnswerValue::Yes) {
            state.lastNo.reset();
        }
    }
    return state;
}

bool Facts::isContradicted(const Fact& fact, std::string_view question)
{
    const QuestionState& state = this->question(question);
    return fact.latest &&
           (fact.latest->told <= state.takenBack || (state.lastNo && *fact.latest < *state.lastNo));
}

Fact Facts::answeredFact(const std::string& id)
{
    const Question& asked = *m_rules.question(id);
    const QuestionState& state = question(id);
    if (!state.answer) {
        return {};
    }
    const Answer& answer = *state.answer;
    const bool isYes =
        answer.value == AnswerValue::Yes ||
        (answer.value == AnswerValue::Unsure && m_rules.find(id)->level == Level::Emergency);
    if (!isYes) {
        return {.truth = answer.value == AnswerValue::No ? Truth::No : Truth::NotKnown};
    }
    if (isStale(answer.at, asked.isLasting)) {
        return {};
    }
    return yes(id, answer.at, answer.stamp,
               standingOf(answer.change, answer.sinceDays, answer.clinicianKnows.value_or(false)));
}

const Fact& Facts::questionFact(const std::string& id)
{
    return m_now.keep(m_questionFacts[id], [&] { return readQuestion(id); });
}

Fact Facts::readQuestion(const std::string& id)
{
    const Question& asked = *m_rules.question(id);
    Fact sum = answeredFact(id);
    for (const std::string& symptom : asked.symptoms) {
        const Fact& fact = symptomFact(symptom, asked.isOneSided);
        if (fact.isYes()) {
            sum.truth = Truth::Yes;
            addReasons(sum, fact);
        }
    }
    return sum;
}

const Fact& Facts::symptomFact(const std::string& id, bool isOneSided)
{
    return m_now.keep(m_symptomFacts[isOneSided ? 1 : 0][id],
                      [&] { return readSymptom(id, isOneSided); });
}

Fact Facts::readSymptom(const std::string& id, bool isOneSided)
{
    UtcTime takenBack{};
    std::optional<Rank> lastNo;
    const std::vector<std::string>& questions = m_rules.questionsOf(id);
    for (const std::string& name : questions) {
        const QuestionState& state = question(name);
        takenBack = std::max(takenBack, state.takenBack);
        if (state.lastNo) {
            lastNo = std::max(lastNo.value_or(*state.lastNo), *state.lastNo);
        }
    }

    // The latest of each side: what is gone on the left may still be there on the right.
    std::map<std::optional<Side>, const Symptom*> sides;
    bool wasTold = false;
    const auto isMeant = [&](const Symptom& symptom) { return symptom.symptom == id; };
    each(m_told.symptoms, isMeant, [&](const Symptom& symptom) {
        wasTold = true;
        const bool isGone = !symptom.isPresent;
        if (isGone && (!symptom.side || symptom.side == Side::Both)) {
            sides.clear();
        } else if (isGone) {
            sides.erase(symptom.side);
            sides.erase(std::nullopt);
            // "Both" with one side gone is the other one.
            if (const auto both = sides.find(Side::Both); both != sides.end()) {
                sides[symptom.side == Side::Left ? Side::Right : Side::Left] = both->second;
                sides.erase(both);
            }
        } else {
            sides[symptom.side] = &symptom;
        }
    });
    Fact sum{.truth = wasTold ? Truth::No : Truth::NotKnown};
    for (const auto& [side, symptom] : sides) {
        if ((isOneSided && side == Side::Both) ||
            (lastNo && rankOf(symptom->at, symptom->stamp) < *lastNo) ||
            toldAt(symptom->at, symptom->stamp) <= takenBack || isStale(symptom->at, false)) {
            continue;
        }
        sum.truth = Truth::Yes;
        Fact fact = yes(id, symptom->at, symptom->stamp,
                        standingOf(symptom->change, symptom->sinceDays, false));
        fact.because.insert(fact.because.begin(), questions.begin(), questions.end());
        addReasons(sum, fact);
    }
    return sum;
}

Fact Facts::regionFact(const std::vector<std::string>& ids)
{
    if (!details().regions) {
        return {};
    }
    Fact sum{.truth = Truth::No};
    for (const Place& place : *details().regions) {
        if (isAmong(ids, place.region)) {
            sum.truth = Truth::Yes;
            addReasons(sum, {.truth = Truth::Yes, .because = {place.region}});
        }
    }
    return sum;
}

/// When it was last said to be a mistake that such an injury happened. The start of time: never.
UtcTime Facts::injuryTakenBack(std::string_view trigger)
{
    const bool isMajor = isAmong(kMajorInjuries, trigger);
    if (!isMajor && trigger != kMinorInjury) {
        return {};
    }
    const UtcTime minor = question("rf_minor_injury").takenBack;
    return isMajor ? std::max(minor, question("rf_major_trauma").takenBack) : minor;
}

Fact Facts::triggerFact(const std::vector<std::string>& ids)
{
    if (!details().triggers) {
        return {};
    }
    const Report& report = *episode().toldBy.at(DetailField::Triggers);
    const Rank rank = rankOf(report.at, report.stamp);
    Fact sum{.truth = Truth::No};
    for (const std::string& trigger : *details().triggers) {
        if (isAmong(ids, trigger) && rank.told > injuryTakenBack(trigger)) {
            sum.truth = Truth::Yes;
            addReasons(sum, {.truth = Truth::Yes, .because = {trigger}, .latest = rank});
        }
    }
    return sum;
}

Fact Facts::conditionFact(const std::string& id)
{
    const Condition* last = nullptr;
    each(
        m_told.conditions, [&](const Condition& condition) { return condition.condition == id; },
        [&](const Condition& condition) { last = &condition; });
    if (last == nullptr) {
        return {};
    }
    Fact fact = Fact::from(last->isPresent, id);
    if (fact.isYes()) {
        fact.latest = rankOf(last->at, last->stamp);
    }
    return fact;
}

Fact Facts::medicineFact(const std::vector<std::string>& classes, bool countsOnce)
{
    Fact sum{.truth = Truth::NotKnown};
    const auto isMeant = [&](const auto& medicine) {
        return medicine.medicineClass && isAmong(classes, *medicine.medicineClass);
    };
    const auto count = [&](const auto& medicine) {
        sum.truth = Truth::Yes;
        addReasons(sum, {.truth = Truth::Yes, .because = {*medicine.medicineClass}});
    };
    for (const Medicine& medicine : m_told.medicines) {
        if (medicine.use == MedicineUse::Regular && isMeant(medicine)) {
            count(medicine);
        }
    }
    if (countsOnce) {
        each(m_told.taken, isMeant, [&](const TakenMedicine& taken) {
            if (isWithin(taken.at.utc, kTakenLasts)) {
                count(taken);
            }
        });
    }
    return sum;
}

Fact Facts::flagFact(const std::string& questionId, const std::string& flag)
{
    const Fact answered = answeredFact(questionId);
    if (!answered.isYes()) {
        return {.truth = answered.truth};
    }
    const auto flags = splitIds(question(questionId).answer->flags);
    if (!isAmong(flags, flag)) {
        return {.truth = Truth::No};
    }
    Fact fact = answered;
    fact.because.push_back(questionId + "_" + flag);
    return fact;
}

} // namespace unclench
