// SPDX-License-Identifier: GPL-3.0-or-later
// What pain did over sessions of heat and of cold: counted, not explained.
#pragma once

#include "core/diary/care_session.h"

#include <cstddef>
#include <span>
#include <vector>

namespace unclench {

struct Helped {
    Modality modality = Modality::Heat;
    /// Sessions of which the pain before and after was told.
    std::size_t sessions = 0;
    /// Medians, 0 to 10; of an even number the mean of the middle two.
    double before = 0;
    double after = 0;

    friend bool operator==(const Helped&, const Helped&) = default;
};

/// With fewer sessions a median says more about chance than about the method.
inline constexpr std::size_t kLeastSessions = 5;

/// Heat before cold; only those with at least kLeastSessions sessions.
[[nodiscard]] std::vector<Helped> helped(std::span<const CareSession> sessions);

} // namespace unclench
