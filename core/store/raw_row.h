// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a file that may be damaged: values as they stand there, before anybody believes them.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace unclench {

/// Bytes; no record has them, so they are text whose type is damaged.
struct RawBlob {
    std::string bytes;
    friend bool operator==(const RawBlob&, const RawBlob&) = default;
};
using RawValue = std::variant<std::monostate, std::int64_t, double, std::string, RawBlob>;

struct RawRow {
    /// 0 where the table has none.
    std::int64_t rowid = 0;
    std::vector<RawValue> values;
};

} // namespace unclench
