// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes from a file and into one, as those who encrypt them take them.
#pragma once

#include "core/exchange/sealed_stream.h"

#include <fstream>
#include <string_view>

namespace unclench {

[[nodiscard]] inline std::string_view textOf(std::span<const unsigned char> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// `stream` must outlive it. What cannot be read counts as the end; `stream.bad()` tells.
[[nodiscard]] inline SealSource sourceOf(std::ifstream& stream)
{
    return [&stream](std::span<unsigned char> bytes) {
        stream.read(reinterpret_cast<char*>(bytes.data()),
                    static_cast<std::streamsize>(bytes.size()));
        return static_cast<std::size_t>(stream.gcount());
    };
}

} // namespace unclench
