// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of another house that a FHIR bundle holds, in one table.
//
// A code stands here only where its meaning was read in an independent copy of its release: a text
// without a code is better than a wrong one. A test compares the table with
// tests/exchange/fhir_codes.json, which names the source of each row. The licence notice of LOINC
// stands in docs/fhir.md.
#pragma once

#include <span>
#include <string_view>

namespace unclench {

enum class FhirCode {
    PainScore,
    PainPanel,
    BodyTemperature,
    BodyWeight,
    Survey,
    VitalSigns,
    PatientAsserted,
    Author,
    Assembler,
    PatientSpecified,
    Ambulatory,
    PatientNote,
    PresentIllness,
    MedicineHistory,
    AskedDeclined
};

struct FhirCoding {
    std::string_view system;
    std::string_view code;
    /// As its release has it, word for word.
    std::string_view display;
};

[[nodiscard]] const FhirCoding& codingOf(FhirCode code);
[[nodiscard]] std::span<const FhirCoding> fhirCodings();

/// Units of measure, all of them from UCUM.
enum class FhirUnit { Score, Celsius, Kilogram, Day, Second };

inline constexpr std::string_view kUcum = "http://unitsofmeasure.org";

struct FhirUnitText {
    std::string_view code;
    /// As people write it.
    std::string_view text;
};

[[nodiscard]] const FhirUnitText& unitOf(FhirUnit unit);
[[nodiscard]] std::span<const FhirUnitText> fhirUnits();

} // namespace unclench
