// SPDX-License-Identifier: GPL-3.0-or-later
// What every record that a person makes carries, whatever it says.
#pragma once

#include "core/diary/uuid.h"
#include "core/time/moment.h"

#include <optional>
#include <string>

namespace unclench {

/// Undo, importing twice and merging two machines rest on this alone. Of two versions of a record
/// the later is the one with the greater (updated, machine, content); `updated` grows with every
/// edit, also when the clock was set back.
struct Stamp {
    Uuid id;
    UtcTime created{};
    UtcTime updated{};
    /// Which machine wrote this version.
    std::string machine;
    /// Set: deleted then. It counts nowhere and can be restored for 30 days.
    std::optional<UtcTime> deleted;

    [[nodiscard]] bool isDeleted() const { return deleted.has_value(); }
    friend bool operator==(const Stamp&, const Stamp&) = default;
};

} // namespace unclench
