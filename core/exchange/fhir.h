// SPDX-License-Identifier: GPL-3.0-or-later
// A diary for a doctor's program: a FHIR R4 bundle (docs/fhir.md).
#pragma once

#include "core/exchange/fhir_words.h"
#include "core/exchange/rows.h"
#include "core/store/progress.h"
#include "core/time/period.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace unclench {

/// What stands near the beginning of each bundle that is ours (lookAtMarkedTarget).
inline constexpr std::string_view kFhirMark = "urn:x-unclench:diary";

struct FhirWishes {
    Period period{};
    /// As they were written, and what was written for and after a visit.
    bool hasNotes = false;
    /// Name and year of birth, as far as the profile knows them.
    bool hasName = false;
};

struct FhirOrigin {
    /// Which machine makes it: whose diary it is goes by that name, so that two bundles of one
    /// diary speak of the same person.
    std::string machine;
    Moment exported;
};

/// How many resources of each type there are.
using FhirCounts = std::map<std::string, std::int64_t, std::less<>>;

struct FhirWritten {
    FhirCounts resources;
    /// Sections of the document that are text alone: alerts, and what was told of the background.
    std::int64_t texts = 0;

    /// What is told of the person: all but whose diary it is, the cover, and who says so.
    [[nodiscard]] std::int64_t entries() const;
};

/// Writes a document, resource by resource; what it needs in memory beside that are the ids, the
/// alerts, and what was told of episodes as a whole. Requires: `lookAtMarkedTarget` says Free or
/// OwnExport. All of it or nothing; a bundle that was there is replaced. Throws FileError for the
/// target, StorageError for the diary, and Cancelled.
FhirWritten exportFhir(RowSource& source,
                       const FhirOrigin& origin,
                       const FhirWishes& wishes,
                       const FhirWords& words,
                       const std::filesystem::path& target,
                       const Progress& progress);

} // namespace unclench
