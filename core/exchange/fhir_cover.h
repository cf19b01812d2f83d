// SPDX-License-Identifier: GPL-3.0-or-later
// The cover of a FHIR document: whose it is, what it is not, and its sections.
#pragma once

#include "core/exchange/fhir_records.h"

#include <map>
#include <vector>

namespace unclench {

/// The resources of each section, in the order in which they stand in the document.
using FhirEntries = std::map<FhirSection, std::vector<Uuid>>;

/// The section of what becomes of such a record. Absent: such a record becomes nothing.
[[nodiscard]] std::optional<FhirSection> fhirSectionOf(RecordKind kind);

/// How many sections are text alone: the alerts, and each topic of the background that was told.
[[nodiscard]] std::int64_t fhirTextSections(const FhirTold& told);

/// The first entry of the document. `date`: when it was put together, as `fhirTime` has it. A
/// section without anything in it is left out.
[[nodiscard]] FhirJson fhirCover(const Uuid& id,
                                 const FhirContext& context,
                                 const FhirEntries& entries,
                                 const std::string& date);

} // namespace unclench
