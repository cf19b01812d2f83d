// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/lives.h"

#include "core/store/record_table.h"
#include "tests/support/knowledge.h"

#include <algorithm>

namespace unclench::tests {

using namespace std::chrono_literals;

namespace {

template <class T>
const T& among(const std::vector<T>& choices, int index)
{
    return choices[static_cast<std::size_t>(index) % choices.size()];
}

const std::string& term(Topic topic, int index)
{
    const auto terms = vocabulary().terms(topic);
    return terms[static_cast<std::size_t>(index) % terms.size()].id;
}

const RedFlagRule& asked(int index)
{
    static const std::vector<const RedFlagRule*> kAsked = [] {
        std::vector<const RedFlagRule*> found;
        for (const RedFlagRule& rule : redFlags().rules()) {
            if (rule.question) {
                found.push_back(&rule);
            }
        }
        return found;
    }();
    return *among(kAsked, index);
}

/// Conditions that some rule looks at.
const std::vector<std::string>& conditions()
{
    static const std::vector<std::string> kConditions{
        "cancer_history", "injects_drugs", "weak_immune", "steroid_long",     "anticoagulant",
        "osteoporosis",   "pregnancy",     "diabetes",    "bleeding_disorder"};
    return kConditions;
}

Details someDetails(const LifeStep& step)
{
    static const std::vector<std::string> kPlaces{"lower_back", "upper_back", "neck",
                                                  "leg_below_knee", "leg_thigh"};
    static const std::vector<std::string> kTriggers{"fall_small", "heavy_lifting", "long_sitting",
                                                    "vehicle_accident", "cough_sneeze"};
    Details details;
    details.regions = {{among(kPlaces, step.second), static_cast<Side>(step.third % 4)}};
    if (step.third % 3 == 0) {
        details.triggers = {{among(kTriggers, step.first)}};
    }
    if (step.third % 5 == 0) {
        details.sudden = true;
    }
    return details;
}

} // namespace

rc::Gen<LifeStep> someStep(std::vector<Deed> deeds)
{
    if (deeds.empty()) {
        for (int i = 0; i < kDeeds; ++i) {
            deeds.push_back(static_cast<Deed>(i));
        }
        // What raises alerts comes more often than the rest.
        deeds.insert(deeds.end(), {Deed::Answer, Deed::Answer, Deed::Answer, Deed::Symptom,
                                   Deed::Symptom, Deed::Reading, Deed::Spasm, Deed::Close});
    }
    return rc::gen::build<LifeStep>(
        rc::gen::set(&LifeStep::deed, rc::gen::elementOf(std::move(deeds))),
        rc::gen::set(&LifeStep::first, rc::gen::inRange(0, 1000)),
        rc::gen::set(&LifeStep::second, rc::gen::inRange(0, 1000)),
        rc::gen::set(&LifeStep::third, rc::gen::inRange(0, 1000)),
        rc::gen::set(&LifeStep::wait, rc::gen::map(rc::gen::inRange(0, 100), [](int wait) {
            return std::chrono::minutes{wait < 70 ? 1 + wait : wait < 90 ? wait * 30 : wait * 400};
        })));
}

rc::Gen<std::vector<LifeStep>> someLife()
{
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 9), [](std::size_t length) {
        return rc::gen::container<std::vector<LifeStep>>(length, someStep());
    });
}

Life::Life() : m_database(Database::inMemory())
{
    restart();
}

void Life::restart()
{
    m_engine.reset();
    m_engine = std::make_unique<Engine>(*m_database, m_clock, vocabulary(), m_uuids, redFlags());
    m_engine->alerts().advance();
}

template <class Done>
void Life::keep(const Result<Done>& result)
{
    if (const auto* saved = std::get_if<Done>(&result)) {
        m_undos.push_back({saved->undo});
    }
}

bool Life::live(const LifeStep& step)
{
    m_clock.pass(step.wait);
    m_engine->alerts().advance();
    if (step.deed == Deed::Close || step.deed == Deed::Contacted || step.deed == Deed::Snooze) {
        return close(step);
    }
    if (step.deed >= Deed::Undo) {
        return change(step);
    }
    tell(step);
    return false;
}

void Life::tell(const LifeStep& step)
{
    Journal& journal = m_engine->journal();
    switch (step.deed) {
    case Deed::Spasm:
        keep(journal.logSpasm({.pain = step.first % 11,
                               .at = {},
                               .onset = {},
                               .details = someDetails(step),
                               .note = {},
                               .atRest = {}}));
        break;
    case Deed::Reading:
        keep(journal.addReading({step.first % 11, std::nullopt, step.second % 2 == 0, {}}));
        break;
    case Deed::End: keep(journal.endEpisode(std::nullopt)); break;
    case Deed::Symptom: {
        Symptom symptom;
        symptom.symptom = term(Topic::Symptom, step.first);
        symptom.side = static_cast<Side>(step.second % 3);
        symptom.change = static_cast<Change>(step.third % 3);
        symptom.isPresent = step.third % 5 != 0;
        keep(journal.tell(symptom, std::nullopt));
        break;
    }
    case Deed::Answer: {
        const RedFlagRule& rule = asked(step.first);
        Answer answer;
        answer.question = rule.id;
        answer.value = among<AnswerValue>({AnswerValue::Yes, AnswerValue::Yes, AnswerValue::No,
                                           AnswerValue::Unsure, AnswerValue::Skipped},
                                          step.second);
        answer.change = static_cast<Change>(step.third % 3);
        answer.clinicianKnows = step.third % 2 == 0;
        if (!rule.question->flags.empty() && step.third % 4 == 0) {
            answer.flags = rule.question->flags.front();
        }
        keep(m_engine->alerts().answer(answer, std::nullopt));
        break;
    }
    case Deed::Temperature:
        keep(journal.tell(
            Measurement{
                {}, {}, Quantity::Temperature, 36.0 + step.first % 40 / 10.0, Unit::Celsius},
            std::nullopt));
        break;
    case Deed::Weight:
        keep(journal.tell(
            Measurement{{}, {}, Quantity::Weight, 60.0 + step.first % 20, Unit::Kilogram},
            std::nullopt));
        break;
    case Deed::Function:
        keep(journal.tell(
            FunctionLimit{{}, {}, {}, term(Topic::Function, step.first), step.second % 4},
            std::nullopt));
        break;
    case Deed::Condition: {
        Condition condition;
        condition.condition = among(conditions(), step.first);
        condition.isPresent = step.second % 4 != 0;
        keep(journal.tell(condition, std::nullopt));
        break;
    }
    case Deed::Procedure: keep(journal.procedure(step.first % 120, std::nullopt)); break;
    case Deed::Medicine: {
        IntakeDraft draft;
        draft.name = draft.medicineClass.emplace(term(Topic::MedicineClass, step.first));
        keep(journal.took(draft));
        break;
    }
    case Deed::Age: {
        ProfileEntry entry;
        entry.key = ProfileKey::BirthYear;
        entry.value = std::to_string(1940 + step.first % 75);
        keep(journal.tell(entry, std::nullopt));
        break;
    }
    default:
        if (const auto open = m_engine->diary().openBout()) {
            keep(journal.updateEpisode(open->episode, someDetails(step), std::nullopt,
                                       std::nullopt));
        }
    }
}

/// Whether it did again what a person had done and taken back.
bool Life::change(const LifeStep& step)
{
    Journal& journal = m_engine->journal();
    const auto episodes = RecordTable<Episode>{*m_database}.select("ORDER BY id");
    if (step.deed == Deed::Undo && !m_undos.empty()) {
        const Kept last = m_undos.back();
        const auto back = journal.revert(last.undo);
        m_undos.pop_back();
        keep(back);
        if (std::holds_alternative<Saved>(back)) {
            m_undos.back().isRedo = !last.isRedo;
        }
        return last.isRedo;
    }
    if (step.deed == Deed::Remove) {
        const auto answers =
            RecordTable<Answer>{*m_database}.select("WHERE deleted_utc_ms IS NULL ORDER BY id");
        if (!answers.empty() && step.second % 2 == 0) {
            keep(journal.remove(RecordKind::Answer, among(answers, step.first).stamp.id));
        } else if (!episodes.empty()) {
            keep(journal.remove(RecordKind::Episode, among(episodes, step.first).stamp.id));
        }
    } else if (step.deed == Deed::Restore && !episodes.empty()) {
        keep(journal.restore(RecordKind::Episode, among(episodes, step.first).stamp.id));
    } else if (step.deed == Deed::Correct) {
        auto answers =
            RecordTable<Answer>{*m_database}.select("WHERE deleted_utc_ms IS NULL ORDER BY id");
        if (!answers.empty()) {
            Answer answer = among(answers, step.first);
            answer.value = step.second % 2 == 0 ? AnswerValue::No : AnswerValue::Yes;
            keep(journal.correct(answer));
        }
    }
    return false;
}

bool Life::close(const LifeStep& step)
{
    Alerts& alerts = m_engine->alerts();
    const auto active = alerts.active();
    if (active.empty()) {
        return false;
    }
    const std::string& rule = among(active, step.first).rule;
    if (step.deed == Deed::Contacted) {
        keep(alerts.contacted());
        return true;
    }
    if (step.deed == Deed::Snooze) {
        keep(alerts.snooze(rule, std::chrono::hours{1 + step.second % 200}));
        return false;
    }
    keep(alerts.close(rule, static_cast<Closing>(step.second % 3)));
    return true;
}

OpenAlerts Life::open()
{
    OpenAlerts open;
    for (const Alert& alert : m_engine->alerts().active()) {
        open.emplace_back(alert.rule, alert.level, alert.state);
    }
    std::sort(open.begin(), open.end());
    return open;
}

std::vector<Alert> Life::all()
{
    return m_engine->alerts().store().raisedIn({});
}

Level Life::highest()
{
    const auto active = m_engine->alerts().active();
    return active.empty() ? Level::CheckIn : active.front().level;
}

} // namespace unclench::tests
