// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted backup: the whole diary with its pictures in one file that opens with a passphrase
// or with its recovery key (docs/encrypted-backup.md).
#pragma once

#include "core/diary/backup.h"
#include "core/exchange/recovery_key.h"
#include "core/exchange/secret.h"
#include "core/exchange/staging_folder.h"
#include "core/knowledge/names.h"
#include "core/store/progress.h"
#include "core/time/moment.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <variant>

namespace unclench {

class Database;

/// How its files end.
inline constexpr std::string_view kSealedSuffix = ".unclench-sealed";

/// Why a file was not opened.
enum class SealFault {
    NotOurs,         ///< no encrypted backup
    NewerVersion,    ///< written by a later version of this program
    Truncated,       ///< the end is missing
    Tampered,        ///< bytes were changed, by a bad disk or by somebody
    WrongPassphrase, ///< or the recovery key of another backup
    NoMemory,        ///< the passphrase's key takes more than this computer gives us
    Unreadable       ///< not there, not allowed, or the disk reported an error
};
template <>
inline constexpr std::array kNames<SealFault> =
    std::to_array<std::string_view>({"not_ours", "newer_version", "truncated", "tampered",
                                     "wrong_passphrase", "no_memory", "unreadable"});

/// What each try of a passphrase costs: time, and memory in bytes (Argon2id). Stored in the file.
/// Where there is not so much memory, it takes half of it twice as long, and so on.
struct SealCost {
    std::uint64_t passes = 3;
    std::uint64_t memory = 256ULL * 1024 * 1024;
};

/// A passphrase as bytes (UTF-8, composed as in Unicode's form C), or the recovery key.
using SealSecret = std::variant<Secret, RecoveryKey>;

/// Whether the file begins as an encrypted backup does. False also where it cannot be read.
[[nodiscard]] bool isSealed(const std::filesystem::path& file);

/// Where an encrypted backup goes that is to lie at `target`: a name with the day that is not
/// taken, where `target` is a folder; else `target` itself.
[[nodiscard]] std::filesystem::path sealedName(const std::filesystem::path& target,
                                               const Moment& today);

/// Why `file` is no place for an encrypted backup, as far as can be seen before it is written.
[[nodiscard]] std::optional<TargetRefusal> cannotSeal(const Database& database,
                                                      const std::filesystem::path& file);

/// The only key besides the passphrase, or why nothing was written.
using SealedBackup = std::variant<RecoveryKey, TargetRefusal>;

/// Writes the diary and its pictures to `file`, read back and checked before it gets that name.
/// Its recovery key is nowhere else, and each backup has its own. Nothing readable ever lies in the
/// folder of `file`. A file of that name is never replaced (NotOurs): nobody can see whose it is.
/// Requires: a diary with a file, and a passphrase that is not empty. Throws StorageError about the
/// diary itself, and Cancelled. Takes a second for the passphrase's key, during which `progress` is
/// not asked.
[[nodiscard]] SealedBackup sealBackup(Database& database,
                                      const std::filesystem::path& file,
                                      const Secret& passphrase,
                                      const Progress& progress,
                                      const SealCost& cost = {});

/// What is wrong with an encrypted backup as far as it shows without opening it. Absent: nothing.
[[nodiscard]] std::optional<SealFault> cannotOpen(const std::filesystem::path& file);

/// What was unpacked, each file for this user alone.
struct Unsealed {
    std::filesystem::path database;
    /// Empty: there are no pictures.
    std::filesystem::path pictures;
};

/// Unpacks `file` into `folder`, which is made if it is missing; a StagingFolder is meant for it.
/// Only a file that is whole to its last byte leaves anything there. The diary in it may be of any
/// version. Throws StorageError about `folder`, and Cancelled.
[[nodiscard]] std::variant<Unsealed, SealFault> openSealed(const std::filesystem::path& file,
                                                           const SealSecret& secret,
                                                           const std::filesystem::path& folder,
                                                           const Progress& progress);

} // namespace unclench
