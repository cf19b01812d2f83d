// SPDX-License-Identifier: GPL-3.0-or-later
// What bad-day mode shows, as values.
#pragma once

#include "ui/widgets/alert_view.h"
#include "ui/widgets/care_view.h"

namespace unclench::ui {

struct BadDayView {
    bool isEpisodeOpen = false;
    CareView care;
    /// Whom to call.
    EmergencyLine line;
};

} // namespace unclench::ui
