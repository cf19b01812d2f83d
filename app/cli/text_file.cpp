// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_file.h"

#include <array>
#include <fstream>
#include <iostream>

namespace unclench::app::cli {

std::optional<std::string> readText(const std::string& path, std::size_t limit)
{
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
        // A folder opens too; only reading tells.
        if (!file || file.peek() == std::ifstream::traits_type::eof()) {
            return file.eof() && file.is_open() && !file.bad() ? std::optional{std::string{}}
                                                               : std::nullopt;
        }
    }
    std::istream& input = path == "-" ? std::cin : file;
    std::string text;
    std::array<char, 65536> buffer{};
    while (input && text.size() < limit) {
        input.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        text.append(buffer.data(), static_cast<std::size_t>(input.gcount()));
    }
    return input.bad() ? std::nullopt : std::optional{std::move(text)};
}

} // namespace unclench::app::cli
