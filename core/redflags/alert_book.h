// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of alerts: raised, latched, ended, closed, snoozed (clinical document, 1.5 and 1.7).
#pragma once

#include "core/diary/problem.h"
#include "core/redflags/findings.h"

#include <chrono>
#include <optional>
#include <vector>

namespace unclench {

inline constexpr std::chrono::hours kLongestUrgentSnooze{12};
inline constexpr std::chrono::hours kLongestSnooze{7 * 24};

/// One thing that happens to an alert.
struct AlertMove {
    /// Of its rule.
    std::size_t place = 0;
    /// As it stands afterwards. A new one has no id yet.
    Alert alert;
    /// Absent: only its reasons are others now.
    std::optional<AlertChange> change;
    bool isNew = false;
};

/// What changes at `at` where `findings` hold and the alerts were as in `latest`: the latest one of
/// each rule at its place, absent where there is none. `isPast`: `at` lies before what was looked
/// at already (something was told for a past time); then nothing that happened since is undone.
[[nodiscard]] std::vector<AlertMove> movesAt(const RedFlags& rules,
                                             const std::vector<std::optional<Alert>>& latest,
                                             const Findings& findings,
                                             const Moment& at,
                                             bool isPast);

/// Whether a snooze still holds; one that lies further ahead than any may be set was set under
/// another clock.
[[nodiscard]] bool isSnoozedAt(const Alert& alert, UtcTime at);

/// The parts of a combination that it names among its reasons and that alone stand lower: they are
/// not shown beside it.
[[nodiscard]] bool isHiddenBy(const Alert& part, const Alert& combination);
/// Whether one of `active` hides it.
[[nodiscard]] bool isHidden(const Alert& alert, const std::vector<Alert>& active);

/// Why an alert may not be closed so, or not be snoozed. Empty: it may.
[[nodiscard]] Problems problemsOfClosing(const Alert& alert, Closing how);
[[nodiscard]] Problems problemsOfSnooze(const Alert& alert, std::chrono::milliseconds time);

} // namespace unclench
