// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/picture_files.h"

#include "core/knowledge/text.h"

#include <algorithm>

namespace unclench {

bool isPictureName(std::string_view name)
{
    constexpr std::size_t kLongestName = 255;
    return !name.empty() && name.front() != '.' && name.find('/') == std::string_view::npos &&
           faultOf(name, kLongestName) == TextFault::None;
}

std::vector<std::string> picturesIn(const std::filesystem::path& folder)
{
    constexpr std::string_view kUnfinished = ".new"; // core/engine/pictures.cpp
    std::vector<std::string> names;
    std::error_code error; // no folder, no pictures
    for (const auto& entry : std::filesystem::directory_iterator{folder, error}) {
        std::string name = entry.path().filename().string();
        if (isPictureName(name) && !name.ends_with(kUnfinished) && entry.is_regular_file(error) &&
            !entry.is_symlink(error)) {
            names.push_back(std::move(name));
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace unclench
