// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replace_damaged.h"

#include "core/diary/uuid.h"
#include "core/store/backup_names.h"
#include "core/store/backups.h"
#include "core/store/checked_copy.h"
#include "core/store/database.h"
#include "core/store/files.h"
#include "core/store/kept_over.h"
#include "core/store/new_file.h"
#include "core/store/own_file.h"
#include "core/store/salvage.h"
#include "core/store/staged_backup.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <unistd.h>

namespace unclench {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDamagedPrefix = "damaged-";
/// What SQLite keeps beside a file, and would take for its own when it is another file.
constexpr std::array kBesideFile = std::to_array<std::string_view>({"-wal", "-shm", "-journal"});

bool isAnything(const fs::path& path)
{
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

fs::path beside(const fs::path& file, std::string_view suffix)
{
    return file.string() + std::string{suffix};
}

fs::path freeDamagedName(const fs::path& folder, UtcTime time)
{
    for (;; time += std::chrono::milliseconds{1}) {
        fs::path name = folder / fmt::format("{}{}.db", kDamagedPrefix, timeInName(time));
        if (!isAnything(name)) {
            return name;
        }
    }
}

/// `file` has a second name, so that the first can be given away.
void nameOnceMore(const fs::path& file, const fs::path& name)
{
    if (::link(file.c_str(), name.c_str()) == 0) {
        return;
    }
    if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK) {
        throw StorageError{errno == ENOSPC ? StorageFault::Full : StorageFault::CannotOpen,
                           "keep the damaged file", std::generic_category().message(errno)};
    }
    // This disk gives a file one name alone.
    makePrivateFile(name);
    std::error_code error;
    fs::copy_file(file, name, fs::copy_options::overwrite_existing, error);
    if (error) {
        throw StorageError{error.value() == ENOSPC ? StorageFault::Full : StorageFault::Io,
                           "keep the damaged file", error.message()};
    }
}

OpenEmergencies readableEmergencies(const fs::path& folder, const Progress& progress)
{
    if (!isAnything(folder / kDatabaseName)) {
        return {};
    }
    try {
        return openEmergencies(*readDamaged(folder, {}, progress).diary);
    } catch (const StorageError& error) {
        if (error.fault() == StorageFault::Newer) {
            throw; // not damaged: only too new for this program
        }
        return {}; // nothing can be read
    }
}

/// How this machine signed in the diary that is replaced, as far as its copies know.
std::string machineOfCopies(const fs::path& folder)
{
    for (const Backup& copy : backupsIn(folder)) {
        if (const auto holds = contentsOf(copy.file); holds && !holds->machine.empty()) {
            return holds->machine;
        }
    }
    return UuidSource{}.machineName();
}

/// What means something on one machine alone goes; until when the rules were looked at belongs to
/// the records.
void forgetOtherMachine(Database& staged, const fs::path& folder)
{
    staged.run("DELETE FROM meta WHERE key NOT IN ('machine', 'evaluated_utc_ms')");
    staged.run("UPDATE meta SET value = ? WHERE key = 'machine'", machineOfCopies(folder));
}

bool isCopyOf(const fs::path& folder, const fs::path& backup)
{
    std::error_code error;
    return fs::equivalent(fs::absolute(backup).parent_path(), folder / kCopiesFolder, error);
}

} // namespace

Replaced replaceDamaged(const fs::path& folder,
                        const fs::path& backup,
                        const Moment& now,
                        const Progress& progress)
{
    tell(progress, 0);
    const auto staged = stageBackup(backup);
    if (!isCopyOf(folder, backup)) {
        forgetOtherMachine(*staged, folder);
    }
    tell(progress, 0.2);
    Replaced replaced;
    replaced.emergenciesKept =
        keepEmergencies(*staged, readableEmergencies(folder, progress ? Progress{[&](double share) {
                                                         return progress(0.2 + 0.5 * share);
                                                     }}
                                                                      : Progress{}));
    makePrivateFolder(folder);
    const NewFile finished = onOwnFiles([&] { return NewFile{folder / kDatabaseName}; });
    staged->run("VACUUM INTO ?", finished.path().string());
    if (!passesCheck(finished.path(), CheckDepth::Full)) {
        throw StorageError{StorageFault::Io, "restore", "what was written does not pass the check"};
    }
    replaced.pictures = onOwnFiles(
        [&] { return copyPictures(*staged, picturesOf(backup), folder / kPicturesFolder); });
    tell(progress, 0.9);
    replaced.damaged = putInPlaceOfDamaged(folder, finished.path(), now);
    return replaced;
}

fs::path putInPlaceOfDamaged(const fs::path& folder, const fs::path& finished, const Moment& now)
{
    const fs::path diary = folder / kDatabaseName;
    const bool isThere = isAnything(diary);
    const fs::path damaged = freeDamagedName(folder, now.utc);
    if (isThere) {
        nameOnceMore(diary, damaged);
    }
    for (const std::string_view suffix : kBesideFile) {
        if (isAnything(beside(diary, suffix))) {
            nameOnceMore(beside(diary, suffix), beside(damaged, suffix));
        }
    }
    if (isThere) {
        // Without its log the damaged file may open, and say what was true some time ago. So, as
        // long as neither stands whole, there is an empty file, which never passes for a diary
        // beside what was kept (Database::open).
        onOwnFiles([&] { NewFile{diary}.keep(); });
    }
    for (const std::string_view suffix : kBesideFile) {
        std::error_code error;
        fs::remove(beside(diary, suffix), error);
        if (error) {
            throw StorageError{StorageFault::CannotOpen, "restore", error.message()};
        }
    }
    renameDurably(finished, diary);
    return isThere ? damaged : fs::path{};
}

bool hasDamaged(const fs::path& folder)
{
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kDamagedPrefix) && name.ends_with(kBackupSuffix)) {
            return true;
        }
    }
    return false;
}

} // namespace unclench
