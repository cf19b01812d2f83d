// SPDX-License-Identifier: GPL-3.0-or-later
// Names for things in exported files that are no records of their own.
#pragma once

#include "core/diary/uuid.h"

#include <string_view>

namespace unclench {

/// A UUID of version 8 (RFC 9562) out of a hash of `content`: always the same for the same content,
/// so that exporting twice names the same thing alike.
[[nodiscard]] Uuid madeId(std::string_view content);

} // namespace unclench
