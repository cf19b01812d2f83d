// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wrote, as files of other programs take it.
#pragma once

#include <string>
#include <string_view>

namespace unclench {

/// Control characters and all sorts of blanks but line breaks and tabs become spaces, none at the
/// ends. May come out empty.
[[nodiscard]] std::string plainText(std::string_view text);

} // namespace unclench
