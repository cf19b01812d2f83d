// SPDX-License-Identifier: GPL-3.0-or-later
// Records as `--json` prints them (docs/command-line.md documents the keys).
#pragma once

#include "core/diary/course.h"
#include "core/diary/record.h"

#include <nlohmann/json.hpp>

namespace unclench::app::cli {

[[nodiscard]] nlohmann::ordered_json toJson(const Course& course);

/// A record's fields under their names, with its id; times as ISO 8601, what was not told as null.
template <class Record>
[[nodiscard]] nlohmann::ordered_json recordToJson(const Record& record)
{
    return nlohmann::ordered_json::parse(unclench::toJson(AnyRecord{record}));
}

} // namespace unclench::app::cli
