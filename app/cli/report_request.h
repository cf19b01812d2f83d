// SPDX-License-Identifier: GPL-3.0-or-later
// What `report` was asked for and has read: it is carried out where fonts can be had, which a
// command's own application has not.
#pragma once

#include "ui/report/report.h"
#include "ui/wording/words.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace unclench::app::cli {

struct ReportRequest {
    std::filesystem::path path;
    ui::report::Sources sources;
    ui::report::Wishes wishes;
    ui::Words words;
    bool isJson = false;
    /// Its `summary`, where `isJson`.
    nlohmann::ordered_json summary;
};

} // namespace unclench::app::cli
