// SPDX-License-Identifier: GPL-3.0-or-later
// merge without a file: the exchange through the shared folder.
#pragma once

#include "app/cli/session.h"
#include "core/diary/shared.h"

#include <string>
#include <vector>

namespace unclench::app::cli {

struct ShareWish {
    /// A folder, or "off". Empty: the one that is set stays.
    std::string folder;
    /// How the computers sign that are the person's; "all", "none".
    std::vector<std::string> mine;
    std::vector<std::string> notMine;
};

ExitStatus runShare(Session& session, const ShareWish& wish);

/// null: no folder is set.
[[nodiscard]] nlohmann::ordered_json sharedJson(const std::optional<SharedFolder>& shared,
                                                const Moment& now);

} // namespace unclench::app::cli
