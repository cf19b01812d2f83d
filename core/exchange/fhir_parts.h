// SPDX-License-Identifier: GPL-3.0-or-later
// What observations and procedures of a diary have in common.
#pragma once

#include "core/exchange/fhir_records.h"

namespace unclench {

struct FhirObservation {
    std::optional<FhirCode> category{};
    FhirJson code;
    /// Of an episode that goes on what is told is not all.
    bool isPreliminary = false;
    /// The session that it belongs to.
    std::optional<Uuid> partOf{};
    /// The visit that it belongs to.
    std::optional<Uuid> encounter{};
};

/// Up to the time that it is about; that, `fhirPerformer` and the value follow.
[[nodiscard]] FhirJson
fhirObservation(const Uuid& id, const FhirObservation& what, const FhirContext& context);

void fhirPerformer(FhirJson& observation, const FhirContext& context);
void fhirAsserter(FhirJson& procedure, const FhirContext& context);

/// One further thing that an observation says; `type` is the key of the value.
[[nodiscard]] FhirJson fhirComponent(std::string_view code, const char* type, FhirJson value);
/// Empty where `text` is.
[[nodiscard]] FhirJson fhirNote(std::string_view text);

} // namespace unclench
