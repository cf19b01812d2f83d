// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/alert.h"

#include <fmt/format.h>

namespace unclench {

std::vector<std::string> splitIds(std::string_view text)
{
    std::vector<std::string> ids;
    while (!text.empty()) {
        const std::size_t end = text.find(',');
        ids.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return ids;
}

std::string joinIds(const std::vector<std::string>& ids)
{
    return fmt::format("{}", fmt::join(ids, ","));
}

} // namespace unclench
