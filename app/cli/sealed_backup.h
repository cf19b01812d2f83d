// SPDX-License-Identifier: GPL-3.0-or-later
// `backup --encrypt`, and the other way round for `restore`.
#pragma once

#include "app/cli/session.h"
#include "core/exchange/sealed.h"

#include <memory>
#include <variant>

namespace unclench::app::cli {

/// `backup PATH --encrypt`: asks for the passphrase, writes the file (into the folder `path` under
/// a name with the day), and prints the recovery key once. Throws StorageError.
ExitStatus runSealedBackup(Session& session, const std::filesystem::path& path);

/// An encrypted backup that lies unpacked for as long as this lives.
struct UnsealedBackup {
    std::unique_ptr<StagingFolder> folder;
    Unsealed files;
};

/// `restore PATH` of an encrypted one (`isSealed`): asks what opens it, on a terminal up to three
/// times, and unpacks it. Anything but an UnsealedBackup has been said already. Throws
/// StorageError.
[[nodiscard]] std::variant<UnsealedBackup, ExitStatus> unseal(Session& session,
                                                              const std::filesystem::path& file);

} // namespace unclench::app::cli
