// SPDX-License-Identifier: GPL-3.0-or-later
// A part of history.
#pragma once

#include "core/time/moment.h"

#include <optional>

namespace unclench {

/// Half open: begin <= t < end. An absent bound does not bound.
struct Period {
    std::optional<UtcTime> begin;
    std::optional<UtcTime> end;
};

} // namespace unclench
