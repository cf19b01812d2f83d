// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/old_backups.h"

#include "core/store/backup_names.h"
#include "core/store/retention.h"

#include <algorithm>
#include <optional>

namespace unclench {

namespace {

std::optional<std::chrono::local_days> dayInName(const Backup& backup)
{
    const auto name = parseBackupName(backup.file.filename().string());
    return name ? name->day : std::nullopt;
}

} // namespace

void removeOldDays(const std::vector<Backup>& backups, const Moment& today)
{
    std::vector<std::chrono::local_days> days;
    for (const Backup& backup : backups) {
        if (const auto day = dayInName(backup)) {
            days.push_back(*day);
        }
    }
    const auto kept = daysKept(std::move(days), today.localDay());
    for (const Backup& backup : backups) {
        const auto day = dayInName(backup);
        if (day && !std::binary_search(kept.begin(), kept.end(), *day)) {
            std::error_code ignored;
            std::filesystem::remove(backup.file, ignored);
        }
    }
}

} // namespace unclench
