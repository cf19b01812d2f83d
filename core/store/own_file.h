// SPDX-License-Identifier: GPL-3.0-or-later
// Files in the data folder: what goes wrong with them is no fault of a file that a person named.
#pragma once

#include "core/store/file_error.h"

namespace unclench {

/// Runs `work` and returns what it does; a FileError becomes a plain StorageError.
template <class Work>
auto onOwnFiles(Work&& work)
{
    try {
        return work();
    } catch (const FileError& error) {
        throw StorageError{error.fault(), error.operation(), error.what()};
    }
}

} // namespace unclench
