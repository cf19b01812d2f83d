// SPDX-License-Identifier: GPL-3.0-or-later
// Each record of a diary as the FHIR resources that say the same (docs/fhir.md).
#pragma once

#include "core/exchange/fhir_json.h"
#include "core/exchange/fhir_told.h"
#include "core/exchange/fhir_words.h"

#include <functional>

namespace unclench {

struct FhirContext {
    const FhirWords& words;
    const FhirTold& told;
    /// Whose diary it is.
    Uuid patient;
    /// What lies after it is planned.
    UtcTime now{};
};

using FhirSink = std::function<void(const Uuid& id, const FhirJson& resource)>;

/// Requires: `record` is not deleted. Kinds that docs/fhir.md does not name give nothing.
void eachFhirResource(const AnyRecord& record, const FhirContext& context, const FhirSink& sink);

/// Whose diary it is; with name and year of birth where they are told and `isNamed`.
[[nodiscard]] FhirJson fhirPatient(const FhirContext& context, bool isNamed);

} // namespace unclench
