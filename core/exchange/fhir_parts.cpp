// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_parts.h"

#include "core/exchange/plain_text.h"

#include <utility>

namespace unclench {

FhirJson fhirObservation(const Uuid& id, const FhirObservation& what, const FhirContext& context)
{
    FhirJson resource = fhirResource("Observation", id);
    if (what.partOf) {
        resource["partOf"] = FhirJson::array({fhirReference(*what.partOf)});
    }
    resource["status"] = what.isPreliminary ? "preliminary" : "final";
    if (what.category) {
        resource["category"] = FhirJson::array({fhirCategory(*what.category)});
    }
    resource["code"] = what.code;
    resource["subject"] = fhirReference(context.patient);
    if (what.encounter) {
        resource["encounter"] = fhirReference(*what.encounter);
    }
    return resource;
}

void fhirPerformer(FhirJson& observation, const FhirContext& context)
{
    observation["performer"] = FhirJson::array({fhirReference(context.patient)});
}

void fhirAsserter(FhirJson& procedure, const FhirContext& context)
{
    procedure["asserter"] = fhirReference(context.patient);
}

FhirJson fhirComponent(std::string_view code, const char* type, FhirJson value)
{
    FhirJson component;
    component["code"] = fhirConcept(code);
    component[type] = std::move(value);
    return component;
}

FhirJson fhirNote(std::string_view text)
{
    FhirJson notes = FhirJson::array();
    if (std::string clean = plainText(text); !clean.empty()) {
        FhirJson note;
        note["text"] = std::move(clean);
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace unclench
