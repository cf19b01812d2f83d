// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as text (RFC 4648, section 4), for pictures in JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace unclench {

[[nodiscard]] std::string toBase64(std::string_view bytes);
/// Absent: not that form, padding and all.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace unclench
