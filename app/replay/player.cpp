// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/player.h"

#include "app/replay/expectation.h"
#include "app/replay/observation.h"
#include "app/replay/simulated_clock.h"
#include "core/engine/engine.h"
#include "core/guide/gate.h"
#include "core/time/duration.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <memory>
#include <set>

namespace unclench::app::replay {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

template <class T>
std::optional<T> maybe(const json& fields, const char* key)
{
    return fields.contains(key) ? std::optional{fields[key].get<T>()} : std::nullopt;
}

template <NamedEnum Enum>
std::optional<Enum> maybeEnum(const json& fields, const char* key)
{
    return fields.contains(key) ? fromId<Enum>(fields[key].get<std::string>()) : std::nullopt;
}

/// One run of the program in a scenario: a diary, a clock, an engine that a restart makes anew.
class Stage {
public:
    Stage(const Scenario& scenario, const Vocabulary& vocabulary)
        : m_vocabulary(vocabulary), m_clock(scenario.start), m_database(Database::inMemory())
    {
        restart();
        tellProfile(scenario.profile);
        for (const auto& [key, value] : scenario.settings.items()) {
            note(journal().set(key, value.is_string() ? value.get<std::string>() : value.dump()));
        }
    }

    /// Time passes as in the real program: it wakes at each moment at which a rule could change.
    void moveTo(std::chrono::milliseconds elapsed)
    {
        while (const auto wait = untilNext()) {
            if (*wait > elapsed - m_elapsed) {
                break;
            }
            m_clock.pass(*wait);
            m_elapsed += *wait;
            advance();
        }
        m_clock.pass(elapsed - m_elapsed);
        m_elapsed = elapsed;
        if (m_isSeatUsed) {
            m_engine->seat().look({});
        }
    }

    void perform(const Step& step);
    [[nodiscard]] ordered_json observe(const Scenario& scenario);

private:
    [[nodiscard]] Journal& journal() { return m_engine->journal(); }

    /// How long until the program wakes by itself. Absent: it does not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNext()
    {
        auto wait = m_isSeatUsed ? m_engine->seat().status().next : std::nullopt;
        if (const auto deadline = m_engine->alerts().nextDeadline()) {
            const auto until =
                std::max(*deadline - m_clock.now().wall.utc, std::chrono::milliseconds{0});
            wait = std::min(wait.value_or(until), until);
        }
        return wait;
    }

    /// What the program does whenever it wakes. Nobody's input is seen: `seat` tells it.
    void advance()
    {
        m_engine->alerts().advance();
        if (m_isSeatUsed) {
            m_engine->seat().look({});
        }
    }

    /// The process dies, the file stays: everything that the program had in memory is gone.
    void restart()
    {
        m_engine.reset();
        m_engine = std::make_unique<Engine>(*m_database, m_clock, m_vocabulary, m_uuids);
        m_engine->alerts().advance();
        if (m_isSeatUsed) {
            m_engine->seat().begin();
        }
    }

    template <class Saved>
    void note(const Result<Saved>& result)
    {
        if (const auto* problems = std::get_if<Problems>(&result)) {
            for (const Problem& problem : *problems) {
                if (problem.kind == ProblemKind::CareBlocked) {
                    const auto ids = splitIds(problem.given);
                    m_refused.insert(m_refused.end(), ids.begin(), ids.end());
                } else {
                    m_refused.emplace_back(toId(problem.kind));
                }
            }
        }
    }

    [[nodiscard]] Moment ago(std::chrono::milliseconds time) const
    {
        return m_clock.now().wall - time;
    }
    [[nodiscard]] Details details(const json& fields) const;
    [[nodiscard]] std::optional<Moment> onset(const json& fields) const;
    void startEpisode(const json& fields);
    void updateEpisode(const json& fields);
    void tellProfile(const json& fields);
    void tellSymptom(const json& fields);
    void tellCondition(const std::string& id, bool isPresent);
    void takeMedicine(const json& fields);
    void answer(const json& fields);
    void startCare(const json& fields);
    void endCare(const json& fields);
    void answerBreak(const std::string& what);

    const Vocabulary& m_vocabulary;
    SimulatedClock m_clock;
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Engine> m_engine;
    std::chrono::milliseconds m_elapsed{0};
    std::vector<std::string> m_refused;
    /// A step told of sitting: until then nothing about it need be looked at.
    bool m_isSeatUsed = false;
};

Details Stage::details(const json& fields) const
{
    Details details;
    if (fields.contains("regions")) {
        details.regions.emplace();
        for (const json& region : fields["regions"]) {
            details.regions->push_back(
                {region["id"].get<std::string>(), maybeEnum<Side>(region, "side")});
        }
    }
    details.triggers = maybe<std::vector<std::string>>(fields, "triggers");
    details.quality = maybe<std::vector<std::string>>(fields, "quality");
    details.signs = maybe<std::vector<std::string>>(fields, "signs");
    details.pattern = maybe<std::string>(fields, "pattern");
    details.activity = maybe<std::string>(fields, "activity");
    details.firstEver = maybe<bool>(fields, "first_ever");
    details.sudden = maybe<bool>(fields, "sudden");
    details.swelling = maybe<bool>(fields, "swelling");
    details.bruiseOverSpine = maybe<bool>(fields, "bruise_over_spine");
    if (const auto minutes = maybe<double>(fields, "spasm_minutes")) {
        details.spasmLength = std::chrono::seconds{std::llround(*minutes * 60)};
    }
    if (const auto hours = maybe<double>(fields, "injury_hours_ago")) {
        details.injuryAt = ago(std::chrono::milliseconds{std::llround(*hours * 3'600'000)});
    }
    return details;
}

std::optional<Moment> Stage::onset(const json& fields) const
{
    const auto text = maybe<std::string>(fields, "onset_ago");
    return text ? std::optional{ago(*parseDuration(*text))} : std::nullopt;
}

void Stage::startEpisode(const json& fields)
{
    SpasmDraft draft;
    draft.pain = fields["pain"].get<int>();
    draft.onset = onset(fields);
    draft.details = details(fields);
    note(journal().logSpasm(draft));
}

void Stage::updateEpisode(const json& fields)
{
    const auto open = m_engine->diary().openBout();
    if (!open) {
        m_refused.emplace_back(toId(ProblemKind::NoEpisode));
        return;
    }
    note(journal().updateEpisode(open->episode, details(fields), onset(fields), std::nullopt));
    if (const auto pain = maybe<int>(fields, "pain")) {
        note(journal().addReading({*pain, std::nullopt, std::nullopt, {}}));
    }
}

void Stage::tellCondition(const std::string& id, bool isPresent)
{
    Condition condition;
    condition.condition = id;
    condition.isPresent = isPresent;
    note(journal().tell(condition, std::nullopt));
}

void Stage::tellProfile(const json& fields)
{
    const auto tell = [&](ProfileKey key, std::string value) {
        ProfileEntry entry;
        entry.key = key;
        entry.value = std::move(value);
        note(journal().tell(entry, std::nullopt));
    };
    if (const auto age = maybe<int>(fields, "age")) {
        tell(ProfileKey::BirthYear, std::to_string(birthYearFor(*age, m_clock.now().wall)));
    }
    if (const auto weeks = maybe<int>(fields, "pregnant_weeks")) {
        tell(ProfileKey::PregnantWeeks, std::to_string(*weeks));
    }
    // A list in a profile is the whole list: what is no longer in it has gone.
    if (const auto conditions = maybe<std::set<std::string>>(fields, "conditions")) {
        std::map<std::string, bool> known;
        for (const Condition& condition : m_engine->diary().dated<Condition>({})) {
            known[condition.condition] = condition.isPresent;
        }
        for (const auto& [id, isPresent] : known) {
            if (isPresent && !conditions->contains(id) && id != kCrampNow) { // has its own step
                tellCondition(id, false);
            }
        }
        for (const std::string& id : *conditions) {
            tellCondition(id, true);
        }
    }
    if (const auto allowed = maybe<std::set<std::string>>(fields, "clinician_ok")) {
        for (const std::string& known : m_engine->profile().clinicianOk) {
            if (!allowed->contains(known)) {
                tell(ProfileKey::ClinicianOk, std::string{kTakenBack} + known);
            }
        }
        for (const std::string& ok : *allowed) {
            tell(ProfileKey::ClinicianOk, ok);
        }
    }
    if (fields.contains("medicines")) {
        for (Medicine medicine : m_engine->diary().medicines()) {
            if (medicine.use == MedicineUse::Regular) {
                medicine.use = MedicineUse::Rescue;
                note(journal().listMedicine(medicine));
            }
        }
        for (const json& entry : fields["medicines"]) {
            Medicine medicine;
            medicine.name = entry["name"].get<std::string>();
            medicine.medicineClass = entry["class"].get<std::string>();
            medicine.use = MedicineUse::Regular;
            note(journal().listMedicine(medicine));
        }
    }
}

void Stage::tellSymptom(const json& fields)
{
    Symptom symptom;
    symptom.symptom = fields["id"].get<std::string>();
    symptom.side = maybeEnum<Side>(fields, "side");
    symptom.change = maybeEnum<Change>(fields, "change");
    symptom.sinceDays = maybe<int>(fields, "since_days");
    symptom.isPresent = fields.value("present", true);
    note(journal().tell(symptom, std::nullopt));
}

void Stage::takeMedicine(const json& fields)
{
    IntakeDraft draft;
    draft.medicineClass = fields["class"].get<std::string>();
    draft.name = fields.value("name", *draft.medicineClass);
    draft.patchSite = maybeEnum<PatchSite>(fields, "patch_site");
    note(journal().took(draft));
}

void Stage::answer(const json& fields)
{
    Answer answer;
    answer.question = fields["question"].get<std::string>();
    answer.value = *fromId<AnswerValue>(fields["answer"].get<std::string>());
    answer.change = maybeEnum<Change>(fields, "change");
    answer.sinceDays = maybe<int>(fields, "since_days");
    answer.clinicianKnows = maybe<bool>(fields, "clinician_knows");
    answer.items = maybe<int>(fields, "items");
    std::vector<std::string> flags;
    const json detail = fields.value("detail", json::object());
    for (const auto& [flag, isSet] : detail.items()) {
        if (isSet.get<bool>()) {
            flags.push_back(flag);
        }
    }
    answer.flags = joinIds(flags);
    note(m_engine->alerts().answer(answer, std::nullopt));
}

void Stage::startCare(const json& fields)
{
    CareStart what;
    what.modality = *fromId<Modality>(fields["modality"].get<std::string>());
    what.minutes = fields["minutes"].get<int>();
    what.kind = maybeEnum<CareKind>(fields, "kind");
    what.pain = maybe<int>(fields, "pain");
    note(m_engine->care().start(what));
}

void Stage::endCare(const json& fields)
{
    note(m_engine->care().stop({maybe<int>(fields, "pain"), maybeEnum<Skin>(fields, "skin"),
                                maybeEnum<Effect>(fields, "felt")}));
}

void Stage::answerBreak(const std::string& what)
{
    Seat& seat = m_engine->seat();
    if (what == "start") {
        note(seat.gotUp());
    } else if (what == "end") {
        note(seat.comeBack());
    } else if (what == "snooze") {
        note(seat.snooze());
    } else {
        note(seat.skip());
    }
}

void Stage::perform(const Step& step)
{
    const json& fields = step.fields;
    if (step.offset) {
        m_clock.setOffset(*step.offset);
    }
    if (step.what == "profile") {
        tellProfile(fields);
    } else if (step.what == "episode.start") {
        startEpisode(fields);
    } else if (step.what == "episode.update") {
        updateEpisode(fields);
    } else if (step.what == "episode.end") {
        note(journal().endEpisode(std::nullopt));
    } else if (step.what == "pain") {
        note(journal().addReading(
            {fields["value"].get<int>(), std::nullopt, maybe<bool>(fields, "at_rest"), {}}));
    } else if (step.what == "symptom") {
        tellSymptom(fields);
    } else if (step.what == "temperature") {
        note(journal().tell(
            Measurement{
                {}, {}, Quantity::Temperature, fields["celsius"].get<double>(), Unit::Celsius},
            {}));
    } else if (step.what == "weight") {
        note(journal().tell(
            Measurement{{}, {}, Quantity::Weight, fields["kg"].get<double>(), Unit::Kilogram}, {}));
    } else if (step.what == "medicine") {
        takeMedicine(fields);
    } else if (step.what == "function") {
        note(journal().tell(
            FunctionLimit{{}, {}, {}, fields["id"].get<std::string>(), fields["level"].get<int>()},
            {}));
    } else if (step.what == "procedure") {
        note(journal().procedure(fields["days_ago"].get<int>(), std::nullopt));
    } else if (step.what == "condition") {
        tellCondition(fields["id"].get<std::string>(), fields["present"].get<bool>());
    } else if (step.what == "cramp") {
        tellCondition(std::string{kCrampNow}, fields["now"].get<bool>());
    } else if (step.what == "answer") {
        answer(fields);
    } else if (step.what == "care.start") {
        startCare(fields);
    } else if (step.what == "care.end") {
        endCare(fields);
    } else if (step.what == "skin") {
        note(m_engine->care().checkSkin(*fromId<Skin>(fields["state"].get<std::string>())));
    } else if (step.what == "clock.confirm") {
        note(m_engine->care().confirmClock());
    } else if (step.what == "alert.close") {
        note(m_engine->alerts().close(fields["id"].get<std::string>(),
                                      *fromId<Closing>(fields["how"].get<std::string>())));
    } else if (step.what == "alert.snooze") {
        const std::chrono::duration<double, std::ratio<3600>> hours{fields["hours"].get<double>()};
        note(m_engine->alerts().snooze(fields["id"].get<std::string>(),
                                       std::chrono::ceil<std::chrono::milliseconds>(hours)));
    } else if (step.what == "seat") {
        m_isSeatUsed = true;
        note(m_engine->seat().tell(*fromId<Posture>(fields["state"].get<std::string>())));
    } else if (step.what == "break") {
        m_isSeatUsed = true;
        answerBreak(fields["do_what"].get<std::string>());
    } else if (step.what == "suspend") {
        const auto length = *parseDuration(fields["for"].get<std::string>());
        m_clock.suspend(length);
        m_elapsed += length;
        advance();
    } else if (step.what == "clock") {
        const auto jump = fields["jump"].get<std::string>();
        const auto length = *parseDuration(std::string_view{jump}.substr(1));
        m_clock.jump(jump.front() == '-' ? -length : length);
        advance();
    } else {
        assert(step.what == "restart"); // the format knows no other
        restart();
    }
}

ordered_json Stage::observe(const Scenario& scenario)
{
    ordered_json observation{{"scenario", scenario.id}, {"at", toText(m_elapsed)}};
    addObserved(observation, *m_engine, m_elapsed);
    observation["refused"] = m_refused.empty() ? ordered_json(nullptr) : ordered_json(m_refused);
    m_refused.clear();
    return observation;
}

} // namespace

Played play(const Scenario& scenario, const Vocabulary& vocabulary, Expectations expectations)
{
    Played played;
    Stage stage{scenario, vocabulary};
    for (const Step& step : scenario.steps) {
        stage.moveTo(step.at);
        if (step.what != "observe") {
            stage.perform(step);
            continue;
        }
        played.observations.push_back(stage.observe(scenario));
        if (expectations == Expectations::Compared && step.fields.contains("expect") &&
            !played.failure) {
            if (const auto difference =
                    differenceTo(step.fields["expect"], played.observations.back())) {
                played.failure = fmt::format("+{}: {}", toText(step.at), *difference);
            }
        }
    }
    return played;
}

} // namespace unclench::app::replay
