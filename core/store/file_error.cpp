// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_error.h"

#include <cerrno>
#include <system_error>

namespace unclench {

namespace {

StorageFault fileFaultOf(int error)
{
    switch (error) {
    case EROFS: return StorageFault::ReadOnly;
    case ENOSPC:
    case EDQUOT: return StorageFault::Full;
    case EIO: return StorageFault::Io;
    default: return StorageFault::CannotOpen;
    }
}

} // namespace

FileError::FileError(int error, std::string operation)
    : StorageError(fileFaultOf(error), std::move(operation), std::generic_category().message(error))
{
}

} // namespace unclench
