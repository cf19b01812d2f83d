// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a row in a table of cases, from its sentence: "a leap day" becomes ALeapDay.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <string>

namespace unclench::tests {

/// Requires: `Case::name` is a sentence that no other row of the table has.
template <class Case>
[[nodiscard]] std::string caseName(const testing::TestParamInfo<Case>& row)
{
    std::string name;
    bool isWordStart = true;
    for (const char c : std::string{row.param.name}) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) == 0) {
            isWordStart = true;
            continue;
        }
        name += isWordStart ? static_cast<char>(std::toupper(byte)) : c;
        isWordStart = false;
    }
    return name;
}

} // namespace unclench::tests
