// SPDX-License-Identifier: GPL-3.0-or-later
// What the page *Visit* shows.
#pragma once

#include "core/diary/settings.h"
#include "core/diary/visit.h"
#include "ui/report/report.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

struct VisitView {
    Moment now;
    /// Those ahead first, the soonest first; then those over, the latest first.
    std::vector<Visit> visits;
    /// The one that is prepared or looked back on. Absent: none is ahead, and none was chosen.
    std::optional<Visit> visit;
    /// Its time is now or before.
    bool hasBegun = false;
    /// When the next one might be: what its field shows until somebody sets it.
    Moment next;
    /// What the page covers, as resolved from `visit`: first and last local day.
    std::chrono::local_days from{};
    std::chrono::local_days to{};
    std::map<BackgroundTopic, std::string> background;
    /// What is taken regularly or stands on the list otherwise, by name.
    std::vector<std::string> medicines;
    /// Spasms of these days, those of them whose place was never told, and the latest of those.
    int spasms = 0;
    int spasmsWithoutPlace = 0;
    std::optional<Uuid> withoutPlace;
    /// As in the profile; empty: not told.
    std::string name;
    /// What the page is laid out for: A4 or Letter.
    QPageSize::PageSizeId paper = QPageSize::A4;
    /// Absent: no visit.
    std::shared_ptr<const report::Report> report;
};

/// One thing that a person changed of a visit, to be done to it as it stands in the diary: several
/// that follow each other then never undo each other.
using VisitChange = std::function<void(Visit& visit)>;

} // namespace unclench::ui
