// SPDX-License-Identifier: GPL-3.0-or-later
// An answer to a question of the warning signs as a FHIR resource.
#pragma once

#include "core/exchange/fhir_records.h"

namespace unclench {

/// A questionnaire response with that one question in it. Requires: it is an answer (not
/// TakenBack).
[[nodiscard]] FhirJson fhirAnswer(const Answer& answer, const FhirContext& context);

} // namespace unclench
