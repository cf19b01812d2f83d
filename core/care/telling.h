// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks for and tells of a session of heat or cold.
#pragma once

#include "core/diary/care_session.h"

#include <optional>

namespace unclench {

struct CareStart {
    Modality modality = Modality::Heat;
    /// Absent: as long as is usual.
    std::optional<int> minutes;
    std::optional<CareKind> kind;
    std::optional<int> pain;
};

/// What a person says of a session that is over; each absent where not told.
struct CareOutcome {
    std::optional<int> pain;
    std::optional<Skin> skin;
    std::optional<Effect> felt;
};

/// A session that was not timed by this program.
struct CareTold {
    CareStart what;
    Moment begin;
    CareOutcome outcome;
};

} // namespace unclench
