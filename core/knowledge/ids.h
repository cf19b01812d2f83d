// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for an id in a short list of them.
#pragma once

#include <algorithm>
#include <string_view>

namespace unclench {

[[nodiscard]] bool isAmong(const auto& ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace unclench
