// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checked_copy.h"

#include "core/store/database.h"
#include "core/store/file_error.h"
#include "core/store/schema.h"
#include "core/store/wholeness.h"

namespace unclench {

namespace {

/// Shares of the time that it takes, measured with ten years.
constexpr double kCopied = 0.6;
constexpr double kChecked = 0.9;

void copyInto(Database& database, const std::filesystem::path& file)
{
    const auto source = database.openBeside();
    try {
        source->writePagesTo(file);
    } catch (const StorageError& error) {
        switch (error.fault()) {
        case StorageFault::Full:
        case StorageFault::ReadOnly:
        case StorageFault::CannotOpen:
        case StorageFault::Io:
            // It was open for reading already, so this is about what is written.
            throw FileError{error.fault(), "copy", error.what()};
        case StorageFault::Gone:
        case StorageFault::Locked:
        case StorageFault::Damaged:
        case StorageFault::Newer: break;
        }
        throw;
    }
}

} // namespace

bool passesCheck(const std::filesystem::path& copy, CheckDepth depth)
{
    try {
        const auto database = Database::openCopy(copy);
        const bool isSound = depth == CheckDepth::Full ? isWhole(*database) : isSoundCopy(copy);
        return isSound && schemaState(*database) != SchemaState::Empty;
    } catch (const StorageError&) {
        return false; // the question was whether it opens: it does not
    }
}

void writeCheckedCopy(Database& database,
                      const std::filesystem::path& name,
                      const Progress& progress,
                      NewName until,
                      CheckDepth depth)
{
    tell(progress, 0);
    NewFile file{name, until};
    copyInto(database, file.path());
    tell(progress, kCopied);
    if (!passesCheck(file.path(), depth)) {
        if (!isWhole(*database.openBeside())) {
            throw StorageError{StorageFault::Damaged, "copy", "the diary does not pass the check"};
        }
        throw FileError{StorageFault::Io, "copy", "the copy does not pass the check"};
    }
    tell(progress, kChecked);
    file.keep();
    tell(progress, 1);
}

} // namespace unclench
