// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_episode.h"

#include "core/exchange/fhir_parts.h"

namespace unclench {

namespace {

/// Collects what was told of an episode besides time and pain, one component for each thing.
class FhirDetails {
public:
    explicit FhirDetails(const FhirWords& words) : m_words(words) {}

    void add(DetailField field, const std::vector<Place>& places)
    {
        for (const Place& place : places) {
            addWord(field, m_words.place(place));
        }
    }
    void add(DetailField field, const std::vector<std::string>& ids)
    {
        for (const std::string& id : ids) {
            addWord(field, m_words.term(topicOf(field), id));
        }
    }
    void add(DetailField field, const std::string& id)
    {
        if (field != DetailField::Note) { // that stands as a note
            addWord(field, m_words.term(topicOf(field), id));
        }
    }
    void add(DetailField field, bool isSo) { addValue(field, "valueBoolean", isSo); }
    void add(DetailField field, std::chrono::seconds length)
    {
        addValue(field, "valueQuantity", fhirQuantity(length.count(), FhirUnit::Second));
    }
    void add(DetailField field, const Moment& moment)
    {
        if (const auto time = fhirTime(moment)) {
            addValue(field, "valueDateTime", *time);
        }
    }

    FhirJson components = FhirJson::array();

private:
    static Topic topicOf(DetailField field)
    {
        switch (field) {
        case DetailField::Triggers: return Topic::Trigger;
        case DetailField::Quality: return Topic::Quality;
        case DetailField::Signs: return Topic::Sign;
        case DetailField::Pattern: return Topic::Pattern;
        case DetailField::Activity: return Topic::Activity;
        default: return Topic::Region; // the other fields hold no such id
        }
    }
    void addWord(DetailField field, const std::string& text)
    {
        addValue(field, "valueCodeableConcept", fhirConcept(text));
    }
    void addValue(DetailField field, const char* type, FhirJson value)
    {
        components.push_back(fhirComponent(m_words.detail(field), type, std::move(value)));
    }

    const FhirWords& m_words;
};

} // namespace

FhirJson fhirEpisode(const Uuid& id, const FhirEpisode& told, const FhirContext& context)
{
    const FhirWords& words = context.words;
    const Bout& last = told.bouts.back();
    FhirJson resource =
        fhirObservation(id,
                        {.category = FhirCode::Survey,
                         .code = fhirConcept(FhirCode::PainPanel, words.label(FhirLabel::Spasm)),
                         .isPreliminary = !last.end},
                        context);
    putFhir(resource, "effectivePeriod", fhirPeriod(told.bouts.front().begin, last.end));
    fhirPerformer(resource, context);
    putFhir(resource, "note", fhirNote(told.details.note.value_or(std::string{})));
    if (told.details.regions && told.details.regions->size() == 1) {
        resource["bodySite"] = fhirConcept(words.place(told.details.regions->front()));
    }
    FhirJson members = FhirJson::array();
    for (const Uuid& member : told.members) {
        members.push_back(fhirReference(member));
    }
    putFhir(resource, "hasMember", std::move(members));

    FhirDetails details{words};
    if (told.bouts.size() > 1) {
        for (const Bout& bout : told.bouts) {
            if (FhirJson period = fhirPeriod(bout.begin, bout.end); !period.empty()) {
                details.components.push_back(
                    fhirComponent(words.label(FhirLabel::Bout), "valuePeriod", std::move(period)));
            }
        }
    }
    Details::fields(told.details, [&](DetailField field, const auto& member) {
        if (member) {
            details.add(field, *member);
        }
    });
    putFhir(resource, "component", std::move(details.components));
    return resource;
}

} // namespace unclench
