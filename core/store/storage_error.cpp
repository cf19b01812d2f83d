// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/storage_error.h"

#include <fmt/format.h>

namespace unclench {

StorageError::StorageError(StorageFault fault, std::string operation, const std::string& reason)
    : std::runtime_error(fmt::format("{}: {} ({})", operation, toId(fault), reason)),
      m_fault(fault), m_operation(std::move(operation))
{
}

} // namespace unclench
