// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_codes.h"

#include <array>
#include <cstddef>

namespace unclench {

namespace {

constexpr std::string_view kLoinc = "http://loinc.org";
constexpr std::string_view kFhirCategories =
    "http://terminology.hl7.org/CodeSystem/observation-category";
constexpr std::string_view kFhirParticipants =
    "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

/// In the order of FhirCode.
constexpr std::array kFhirCodings = std::to_array<FhirCoding>({
    {kLoinc, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"},
    {kLoinc, "97339-6", "Pain severity and Body site panel"},
    {kLoinc, "8310-5", "Body temperature"},
    {kLoinc, "29463-7", "Body weight"},
    {kFhirCategories, "survey", "Survey"},
    {kFhirCategories, "vital-signs", "Vital Signs"},
    {"http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "PATAST", "patient asserted"},
    {kFhirParticipants, "author", "Author"},
    {kFhirParticipants, "assembler", "Assembler"},
    {"http://terminology.hl7.org/CodeSystem/medication-statement-category", "patientspecified",
     "Patient Specified"},
    {"http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory"},
    {kLoinc, "51855-5", "Patient Note"},
    {kLoinc, "10164-2", "History of Present illness Narrative"},
    {kLoinc, "10160-0", "History of Medication use Narrative"},
    {"http://terminology.hl7.org/CodeSystem/data-absent-reason", "asked-declined",
     "Asked But Declined"},
});
static_assert(kFhirCodings.size() == static_cast<std::size_t>(FhirCode::AskedDeclined) + 1);

/// In the order of FhirUnit.
constexpr std::array kFhirUnits = std::to_array<FhirUnitText>({
    {"{score}", "{score}"},
    {"Cel", "\u00b0C"},
    {"kg", "kg"},
    {"d", "d"},
    {"s", "s"},
});
static_assert(kFhirUnits.size() == static_cast<std::size_t>(FhirUnit::Second) + 1);

} // namespace

const FhirCoding& codingOf(FhirCode code)
{
    return kFhirCodings[static_cast<std::size_t>(code)];
}

std::span<const FhirCoding> fhirCodings()
{
    return kFhirCodings;
}

const FhirUnitText& unitOf(FhirUnit unit)
{
    return kFhirUnits[static_cast<std::size_t>(unit)];
}

std::span<const FhirUnitText> fhirUnits()
{
    return kFhirUnits;
}

} // namespace unclench
