// SPDX-License-Identifier: GPL-3.0-or-later
// The world's faults with another file than the diary.
#pragma once

#include "core/store/storage_error.h"

#include <string>

namespace unclench {

/// The fault lies with a file or folder that a person named, for writing or for reading; the diary
/// is as it was.
class FileError : public StorageError {
public:
    using StorageError::StorageError;
    /// From what the system reported (`errno`).
    FileError(int error, std::string operation);
};

} // namespace unclench
