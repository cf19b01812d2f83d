// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/staged_backup.h"

#include "core/store/database.h"
#include "core/store/file_error.h"

#include <stdexcept>

namespace unclench {

std::unique_ptr<Database> stageBackup(const std::filesystem::path& backup)
{
    constexpr const char* kOperation = "read the backup";
    try {
        return Database::copyInMemory(backup);
    } catch (const StorageError& error) {
        throw FileError{error.fault(), kOperation, error.what()};
    } catch (const std::logic_error& error) {
        // A row that no table of ours takes.
        throw FileError{StorageFault::Damaged, kOperation, error.what()};
    }
}

} // namespace unclench
