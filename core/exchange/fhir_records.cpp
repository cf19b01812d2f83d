// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_records.h"

#include "core/exchange/fhir_answer.h"
#include "core/exchange/fhir_episode.h"
#include "core/exchange/fhir_parts.h"
#include "core/exchange/made_id.h"
#include "core/exchange/plain_text.h"
#include "core/time/iso8601.h"

#include <cmath>

namespace unclench {

namespace {

/// The resources of one record. A kind that has no `add` of its own has none.
class FhirRecord {
public:
    FhirRecord(const FhirContext& context, const FhirSink& sink) : m_context(context), m_sink(sink)
    {
    }

    template <class Record>
    void add(const Record&)
    {
    }
    void add(const Episode& episode)
    {
        if (const FhirEpisode* told = m_context.told.episode(episode.stamp.id)) {
            m_sink(episode.stamp.id, fhirEpisode(episode.stamp.id, *told, m_context));
        }
    }
    void add(const Reading& reading)
    {
        FhirJson resource = pain(reading.stamp.id, reading.at, reading.pain, std::nullopt);
        putFhir(resource, "note", fhirNote(reading.note));
        if (reading.atRest) {
            resource["component"] = FhirJson::array(
                {fhirComponent(words().label(FhirLabel::AtRest), "valueBoolean", *reading.atRest)});
        }
        m_sink(reading.stamp.id, resource);
    }
    void add(const Symptom& symptom)
    {
        FhirJson resource =
            survey(symptom.stamp.id, words().term(Topic::Symptom, symptom.symptom), symptom.at);
        resource["valueBoolean"] = symptom.isPresent;
        FhirJson components = FhirJson::array();
        if (symptom.side) {
            components.push_back(fhirComponent(words().label(FhirLabel::Side),
                                               "valueCodeableConcept",
                                               fhirConcept(words().side(*symptom.side))));
        }
        if (symptom.change) {
            components.push_back(fhirComponent(words().label(FhirLabel::Change),
                                               "valueCodeableConcept",
                                               fhirConcept(words().change(*symptom.change))));
        }
        if (symptom.sinceDays) {
            components.push_back(fhirComponent(words().label(FhirLabel::Since), "valueQuantity",
                                               fhirQuantity(*symptom.sinceDays, FhirUnit::Day)));
        }
        putFhir(resource, "component", std::move(components));
        m_sink(symptom.stamp.id, resource);
    }
    void add(const FunctionLimit& limit)
    {
        FhirJson resource = survey(limit.stamp.id, words().limited(limit.function), limit.at);
        resource["valueCodeableConcept"] = fhirConcept(words().limit(limit.level));
        m_sink(limit.stamp.id, resource);
    }
    void add(const Measurement& measured)
    {
        const bool isWeight = measured.quantity == Quantity::Weight;
        FhirJson resource = fhirObservation(
            measured.stamp.id,
            {.category = FhirCode::VitalSigns,
             .code = isWeight ? fhirConcept(FhirCode::BodyWeight, words().label(FhirLabel::Weight))
                              : fhirConcept(FhirCode::BodyTemperature,
                                            words().label(FhirLabel::Temperature))},
            m_context);
        putFhirTime(resource, "effectiveDateTime", measured.at);
        fhirPerformer(resource, m_context);
        if (std::isfinite(measured.value)) {
            resource["valueQuantity"] =
                fhirQuantity(measured.value, isWeight ? FhirUnit::Kilogram : FhirUnit::Celsius);
        }
        m_sink(measured.stamp.id, resource);
    }
    void add(const Procedure& procedure)
    {
        FhirJson resource =
            this->procedure(procedure.stamp.id, "completed", words().label(FhirLabel::Procedure));
        putFhirTime(resource, "performedDateTime", procedure.at);
        fhirAsserter(resource, m_context);
        m_sink(procedure.stamp.id, resource);
    }
    void add(const Relief& relief)
    {
        FhirJson resource =
            procedure(relief.stamp.id, "completed", words().term(Topic::Relief, relief.method));
        putFhirTime(resource, "performedDateTime", relief.at);
        fhirAsserter(resource, m_context);
        putReason(resource, relief.episode);
        putOutcome(resource, relief.effect);
        m_sink(relief.stamp.id, resource);
    }
    void add(const PainFreeDay& day)
    {
        FhirJson resource =
            fhirObservation(day.stamp.id,
                            {.category = FhirCode::Survey,
                             .code = fhirConcept(words().label(FhirLabel::NoPainDay))},
                            m_context);
        constexpr std::size_t kDayDigits = 10; // of the years that FHIR knows
        if (fhirTime(day.at) && toIsoDay(day.at.localDay()).size() == kDayDigits) {
            resource["effectiveDateTime"] = toIsoDay(day.at.localDay());
        }
        fhirPerformer(resource, m_context);
        resource["valueBoolean"] = true;
        m_sink(day.stamp.id, resource);
    }
    void add(const Medicine& medicine)
    {
        FhirJson resource =
            statement(medicine.stamp.id, "active", medicine.name, medicine.medicineClass);
        FhirJson dosage;
        putFhirText(dosage, "text", medicine.dose);
        dosage["asNeededBoolean"] = medicine.use == MedicineUse::Rescue;
        resource["dosage"] = FhirJson::array({std::move(dosage)});
        m_sink(medicine.stamp.id, resource);
    }
    void add(const Intake& intake)
    {
        const Medicine* medicine = m_context.told.medicine(intake.medicine);
        if (medicine == nullptr) {
            return; // nobody knows of what
        }
        FhirJson resource = statement(intake.stamp.id, "completed", medicine->name,
                                      medicine->medicineClass, &intake);
        FhirJson dosage = FhirJson::object();
        putFhirText(dosage, "text", intake.dose);
        if (intake.patchSite) {
            dosage["site"] = fhirConcept(words().patchSite(*intake.patchSite));
        }
        if (!dosage.empty()) {
            resource["dosage"] = FhirJson::array({std::move(dosage)});
        }
        m_sink(intake.stamp.id, resource);
    }
    void add(const Answer& answer)
    {
        if (answer.value != AnswerValue::TakenBack) { // that is no answer
            m_sink(answer.stamp.id, fhirAnswer(answer, m_context));
        }
        if (answer.value == AnswerValue::Skipped && !m_context.told.isTakenBack(answer)) {
            addDeclined(answer);
        }
    }
    void add(const CareSession& session)
    {
        FhirJson resource =
            procedure(session.stamp.id, session.isRunning() ? "in-progress" : "completed",
                      words().care(session.modality, session.kind));
        putFhir(resource, "performedPeriod", fhirPeriod(session.begin, session.end));
        fhirAsserter(resource, m_context);
        putReason(resource, session.within);
        putOutcome(resource, session.felt);
        m_sink(session.stamp.id, resource);

        const auto part = [&](std::string_view name) {
            return madeId(session.stamp.id.text() + " " + std::string{name});
        };
        if (session.painBefore) {
            const Uuid id = part("pain_before");
            m_sink(id, pain(id, session.begin, *session.painBefore, session.stamp.id));
        }
        if (session.painAfter && session.end) {
            const Uuid id = part("pain_after");
            m_sink(id, pain(id, *session.end, *session.painAfter, session.stamp.id));
        }
        if (session.skin && session.end) {
            const Uuid id = part("skin");
            m_sink(id, skin(id, *session.end, *session.skin, session.stamp.id));
        }
    }
    void add(const SkinCheck& check)
    {
        if (m_context.told.hasSession(check.session)) {
            m_sink(check.stamp.id, skin(check.stamp.id, check.at, check.skin, check.session));
        }
    }
    void add(const Visit& visit)
    {
        FhirJson resource = fhirResource("Encounter", visit.stamp.id);
        resource["status"] = visit.isOver                   ? "finished"
                             : visit.at.utc > m_context.now ? "planned"
                                                            : "unknown";
        resource["class"] = fhirCoding(FhirCode::Ambulatory);
        resource["type"] = FhirJson::array({fhirConcept(words().label(FhirLabel::Visit))});
        resource["subject"] = fhirReference(m_context.patient);
        if (const std::string provider = plainText(visit.provider); !provider.empty()) {
            resource["participant"] = FhirJson::array({{{"individual", {{"display", provider}}}}});
        }
        putFhir(resource, "period", fhirPeriod(visit.at, std::nullopt));
        m_sink(visit.stamp.id, resource);

        addText(visit, FhirLabel::Goal, "goal", visit.goal);
        addText(visit, FhirLabel::Questions, "questions", visit.questions);
        addText(visit, FhirLabel::Said, "said", visit.said);
        addText(visit, FhirLabel::ToDo, "to_do", visit.toDo);
    }

private:
    [[nodiscard]] const FhirWords& words() const { return m_context.words; }

    /// What a person says in answer to a question or of their own accord.
    [[nodiscard]] FhirJson survey(const Uuid& id, const std::string& text, const Moment& at) const
    {
        FhirJson resource = fhirObservation(
            id, {.category = FhirCode::Survey, .code = fhirConcept(text)}, m_context);
        putFhirTime(resource, "effectiveDateTime", at);
        fhirPerformer(resource, m_context);
        return resource;
    }
    [[nodiscard]] FhirJson
    pain(const Uuid& id, const Moment& at, int score, const std::optional<Uuid>& session) const
    {
        FhirJson resource = fhirObservation(
            id,
            {.category = FhirCode::Survey,
             .code = fhirConcept(FhirCode::PainScore, words().label(FhirLabel::Pain)),
             .partOf = session},
            m_context);
        putFhirTime(resource, "effectiveDateTime", at);
        fhirPerformer(resource, m_context);
        resource["valueQuantity"] = fhirQuantity(score, FhirUnit::Score);
        return resource;
    }
    [[nodiscard]] FhirJson
    skin(const Uuid& id, const Moment& at, Skin skin, const Uuid& session) const
    {
        FhirJson resource = fhirObservation(id,
                                            {.category = FhirCode::Survey,
                                             .code = fhirConcept(words().label(FhirLabel::Skin)),
                                             .partOf = session},
                                            m_context);
        putFhirTime(resource, "effectiveDateTime", at);
        fhirPerformer(resource, m_context);
        resource["valueCodeableConcept"] = fhirConcept(words().skin(skin));
        return resource;
    }
    [[nodiscard]] FhirJson
    procedure(const Uuid& id, const char* status, const std::string& text) const
    {
        FhirJson resource = fhirResource("Procedure", id);
        resource["status"] = status;
        resource["code"] = fhirConcept(text);
        resource["subject"] = fhirReference(m_context.patient);
        return resource;
    }
    /// A medicine of the list, or where `intake` is given, that it was taken.
    [[nodiscard]] FhirJson statement(const Uuid& id,
                                     const char* status,
                                     const std::string& name,
                                     const std::optional<std::string>& medicineClass,
                                     const Intake* intake = nullptr) const
    {
        FhirJson resource = fhirResource("MedicationStatement", id);
        const Medicine* listed =
            intake == nullptr ? nullptr : m_context.told.medicine(intake->medicine);
        if (listed != nullptr && !listed->stamp.isDeleted()) {
            resource["partOf"] = FhirJson::array({fhirReference(listed->stamp.id)});
        }
        resource["status"] = status;
        resource["category"] = fhirCategory(FhirCode::PatientSpecified);
        resource["medicationCodeableConcept"] = fhirConcept(name);
        resource["subject"] = fhirReference(m_context.patient);
        if (intake != nullptr) {
            putFhirTime(resource, "effectiveDateTime", intake->at);
        }
        resource["informationSource"] = fhirReference(m_context.patient);
        if (intake != nullptr) {
            putReason(resource, intake->episode);
        }
        if (medicineClass) {
            resource["note"] = fhirNote(words().term(Topic::MedicineClass, *medicineClass));
        }
        return resource;
    }
    /// A question that was asked and passed over: an observation says that the value is missing,
    /// so that nobody takes the silence for a no.
    void addDeclined(const Answer& answer)
    {
        const Uuid id = madeId(answer.stamp.id.text() + " declined");
        FhirJson resource = survey(id, words().question(answer.question), answer.at);
        resource["dataAbsentReason"] = fhirCategory(FhirCode::AskedDeclined);
        resource["derivedFrom"] = FhirJson::array({fhirReference(answer.stamp.id)});
        m_sink(id, resource);
    }
    void putReason(FhirJson& resource, const std::optional<Uuid>& episode) const
    {
        if (const auto known = m_context.told.episodeOf(episode)) {
            resource["reasonReference"] = FhirJson::array({fhirReference(*known)});
        }
    }
    void putOutcome(FhirJson& resource, const std::optional<Effect>& effect) const
    {
        if (effect) {
            resource["outcome"] = fhirConcept(words().effect(*effect));
        }
    }
    /// What was written for a visit or after it; nothing where that is empty.
    void addText(const Visit& visit, FhirLabel label, std::string_view name, std::string_view text)
    {
        const std::string clean = plainText(text);
        if (clean.empty()) {
            return;
        }
        const Uuid id = madeId(visit.stamp.id.text() + " " + std::string{name});
        FhirJson resource = fhirObservation(id,
                                            {.category = FhirCode::Survey,
                                             .code = fhirConcept(words().label(label)),
                                             .encounter = visit.stamp.id},
                                            m_context);
        putFhirTime(resource, "effectiveDateTime", visit.at);
        fhirPerformer(resource, m_context);
        resource["valueString"] = clean;
        m_sink(id, resource);
    }

    const FhirContext& m_context;
    const FhirSink& m_sink;
};

} // namespace

void eachFhirResource(const AnyRecord& record, const FhirContext& context, const FhirSink& sink)
{
    FhirRecord resources{context, sink};
    std::visit([&](const auto& each) { resources.add(each); }, record);
}

FhirJson fhirPatient(const FhirContext& context, bool isNamed)
{
    FhirJson patient = fhirResource("Patient", context.patient);
    if (isNamed) {
        if (const auto name = context.told.fact(ProfileKey::Name);
            name && !plainText(*name).empty()) {
            patient["name"] = FhirJson::array({{{"text", plainText(*name)}}});
        }
        const auto born = context.told.fact(ProfileKey::BirthYear);
        constexpr std::size_t kYearDigits = 4;
        if (born && born->size() == kYearDigits &&
            born->find_first_not_of("0123456789") == std::string::npos && born->front() != '0') {
            patient["birthDate"] = *born;
        }
    }
    return patient;
}

} // namespace unclench
