// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_names.h"

#include "core/time/iso8601.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace unclench {

namespace {

constexpr std::string_view kDailyPrefix = "daily-";
constexpr std::string_view kMigrationPrefix = "before-version-";
constexpr std::string_view kElsewherePrefix = "unclench-";
constexpr std::size_t kMachineLength = 12;

struct BeforePrefix {
    BackupReason reason;
    BackupKind kind;
    std::string_view prefix;
};
constexpr std::array kBeforePrefixes{
    BeforePrefix{BackupReason::Import, BackupKind::BeforeImport, "before-import-"},
    BeforePrefix{BackupReason::Merge, BackupKind::BeforeMerge, "before-merge-"},
    BeforePrefix{BackupReason::Restore, BackupKind::BeforeRestore, "before-restore-"},
    BeforePrefix{BackupReason::Share, BackupKind::BeforeShare, "before-share-"},
};

/// Takes `prefix` off the front of `name`. False: it does not begin so.
bool takeFront(std::string_view& name, std::string_view prefix)
{
    if (!name.starts_with(prefix)) {
        return false;
    }
    name.remove_prefix(prefix.size());
    return true;
}

std::optional<UtcTime> parseTimeInName(std::string_view text)
{
    std::string iso{text};
    constexpr std::array<std::size_t, 2> kColons{13, 16}; // a colon is no letter on every disk
    for (const std::size_t place : kColons) {
        if (place >= iso.size() || iso[place] != '-') {
            return std::nullopt;
        }
        iso[place] = ':';
    }
    const auto written = parseIso(iso);
    return written && written->offset
               ? std::optional{UtcTime{written->local.time_since_epoch() - *written->offset}}
               : std::nullopt;
}

bool isMachine(std::string_view text)
{
    return text.size() == kMachineLength && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

} // namespace

std::string dailyName(std::chrono::local_days day)
{
    return fmt::format("{}{}{}", kDailyPrefix, toIsoDay(day), kBackupSuffix);
}

std::string beforeMigrationName(int version)
{
    return fmt::format("{}{:03}{}", kMigrationPrefix, version, kBackupSuffix);
}

std::string beforeName(BackupReason reason, UtcTime time)
{
    const auto* row = std::find_if(kBeforePrefixes.begin(), kBeforePrefixes.end(),
                                   [&](const BeforePrefix& r) { return r.reason == reason; });
    return fmt::format("{}{}{}", row->prefix, timeInName(time), kBackupSuffix);
}

std::string elsewhereStem(std::string_view machine)
{
    return fmt::format("{}{}", kElsewherePrefix, machine);
}

std::string elsewhereName(std::string_view machine, std::chrono::local_days day)
{
    return fmt::format("{}-{}{}", elsewhereStem(machine), toIsoDay(day), kBackupSuffix);
}

std::optional<BackupName> parseBackupName(std::string_view fileName)
{
    if (!fileName.ends_with(kBackupSuffix)) {
        return std::nullopt;
    }
    std::string_view rest = fileName.substr(0, fileName.size() - kBackupSuffix.size());
    BackupName name;
    if (takeFront(rest, kDailyPrefix)) {
        name.kind = BackupKind::Daily;
        name.day = parseIsoDay(rest);
        return name.day ? std::optional{name} : std::nullopt;
    }
    if (takeFront(rest, kMigrationPrefix)) {
        name.kind = BackupKind::BeforeMigration;
        return name;
    }
    for (const BeforePrefix& before : kBeforePrefixes) {
        if (takeFront(rest, before.prefix)) {
            name.kind = before.kind;
            name.time = parseTimeInName(rest);
            return name.time ? std::optional{name} : std::nullopt;
        }
    }
    if (takeFront(rest, kElsewherePrefix) && rest.size() > kMachineLength &&
        isMachine(rest.substr(0, kMachineLength)) && rest[kMachineLength] == '-') {
        name.kind = BackupKind::Elsewhere;
        name.machine = rest.substr(0, kMachineLength);
        name.day = parseIsoDay(rest.substr(kMachineLength + 1));
        return name.day ? std::optional{name} : std::nullopt;
    }
    return std::nullopt;
}

std::string timeInName(UtcTime time)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(time);
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{second - day};
    return fmt::format("{}T{:02}-{:02}-{:02}.{:03}Z",
                       toIsoDay(std::chrono::local_days{day.time_since_epoch()}),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       (time - second).count());
}

} // namespace unclench
