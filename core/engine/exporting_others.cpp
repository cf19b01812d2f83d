// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/exporting_others.h"

#include "core/store/database.h"
#include "core/store/diary_rows.h"

namespace unclench {

FhirWritten exportDiaryAsFhir(Database& database,
                              const Moment& now,
                              const FhirWishes& wishes,
                              const FhirWords& words,
                              const std::filesystem::path& target,
                              const Progress& progress)
{
    const ReadSnapshot snapshot{database};
    DiaryRows rows{database};
    return exportFhir(rows, {database.machine(), now}, wishes, words, target, progress);
}

CalendarCounts exportDiaryAsCalendar(Database& database,
                                     const Moment& now,
                                     const CalendarWishes& wishes,
                                     const CalendarWords& words,
                                     const std::filesystem::path& target,
                                     const Progress& progress)
{
    const ReadSnapshot snapshot{database};
    DiaryRows rows{database};
    return exportCalendar(rows, now, wishes, words, target, progress);
}

} // namespace unclench
