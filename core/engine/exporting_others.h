// SPDX-License-Identifier: GPL-3.0-or-later
// The diary into files that other people's programs read: a doctor's, a calendar.
#pragma once

#include "core/exchange/calendar.h"
#include "core/exchange/fhir.h"

#include <filesystem>

namespace unclench {

class Database;

/// Both write the diary as it stands at one moment. Requires: `lookAtMarkedTarget` says Free or
/// OwnExport; no transaction is open. All of it or nothing. Throws FileError for the target,
/// StorageError for the diary, Cancelled.
FhirWritten exportDiaryAsFhir(Database& database,
                              const Moment& now,
                              const FhirWishes& wishes,
                              const FhirWords& words,
                              const std::filesystem::path& target,
                              const Progress& progress);
/// Where there is nothing to write, nothing is written.
CalendarCounts exportDiaryAsCalendar(Database& database,
                                     const Moment& now,
                                     const CalendarWishes& wishes,
                                     const CalendarWords& words,
                                     const std::filesystem::path& target,
                                     const Progress& progress);

} // namespace unclench
