// SPDX-License-Identifier: GPL-3.0-or-later
// The world's faults: what the disk, the file or another program did to us.
#pragma once

#include "core/knowledge/names.h"

#include <stdexcept>
#include <string>

namespace unclench {

enum class StorageFault {
    CannotOpen, ///< the folder or file cannot be made or opened
    Gone,       ///< the file was moved or deleted while it was in use
    ReadOnly,
    Full,
    Locked,  ///< another program holds it, longer than the busy timeout
    Damaged, ///< not a database, or broken inside
    Newer,   ///< written by a later version of this program
    Io       ///< anything else that the disk reported
};
template <>
inline constexpr std::array kNames<StorageFault> = std::to_array<std::string_view>(
    {"cannot_open", "gone", "read_only", "full", "locked", "damaged", "newer", "io"});

/// Thrown by core/store alone, caught once in each front end. `what()` is for the log: operation
/// and reason, never content.
class StorageError : public std::runtime_error {
public:
    StorageError(StorageFault fault, std::string operation, const std::string& reason);

    [[nodiscard]] StorageFault fault() const { return m_fault; }
    [[nodiscard]] const std::string& operation() const { return m_operation; }

private:
    StorageFault m_fault;
    std::string m_operation;
};

} // namespace unclench
