// SPDX-License-Identifier: GPL-3.0-or-later
// How much memory this program holds.
#pragma once

#include <fstream>
#include <string>

namespace unclench::tests {

/// 0 where the system does not tell.
[[nodiscard]] inline double residentMegabytes()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::stod(line.substr(6)) / 1024.0;
        }
    }
    return 0;
}

} // namespace unclench::tests
