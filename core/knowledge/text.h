// SPDX-License-Identifier: GPL-3.0-or-later
// What a text must be before it may enter the diary.
#pragma once

#include <string>
#include <string_view>

namespace unclench {

enum class TextFault { None, NotUtf8, HoldsNul, TooLong };

/// Whether `text` can be kept as it is: UTF-8 (RFC 3629), no NUL, at most `limit` bytes.
[[nodiscard]] TextFault faultOf(std::string_view text, std::size_t limit);

/// A-Z made a-z, all else left: for ids and medicine names, not for searching notes.
[[nodiscard]] std::string lowerAscii(std::string_view text);

} // namespace unclench
