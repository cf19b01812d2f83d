// SPDX-License-Identifier: GPL-3.0-or-later
// A session while it lasts, as of a moment.
#pragma once

#include "core/diary/care_session.h"

#include <chrono>
#include <optional>

namespace unclench {

/// A session that runs or rings.
struct RunningCare {
    CareSession session;
    std::chrono::milliseconds elapsed{0};
    /// Until it is due; 0 or less: it is, and rings until it is confirmed.
    std::chrono::milliseconds left{0};
    bool needsCaution = false;
    /// A look at the skin is due where caution asks for it, and was not told yet.
    bool isSkinCheckDue = false;
    /// Until such a look is due. Absent: none is to come.
    std::optional<std::chrono::milliseconds> untilSkinCheck;

    [[nodiscard]] bool isOverdue() const { return left.count() <= 0; }
};

} // namespace unclench
