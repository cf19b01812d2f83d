// SPDX-License-Identifier: GPL-3.0-or-later
// A spasm episode as one FHIR observation.
#pragma once

#include "core/exchange/fhir_records.h"

namespace unclench {

/// How it stands, with all that was told of it, and references to the observations in it.
[[nodiscard]] FhirJson
fhirEpisode(const Uuid& id, const FhirEpisode& told, const FhirContext& context);

} // namespace unclench
