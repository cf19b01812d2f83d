// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold in words: what is allowed, how it is done, what it did.
#pragma once

#include "core/care/decision.h"
#include "core/care/helped.h"
#include "core/diary/care_session.h"
#include "core/diary/problem.h"
#include "ui/wording/words.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace unclench::ui::wording {

/// "Heat", as a heading.
[[nodiscard]] QString modality(Modality modality);
[[nodiscard]] QString careKind(CareKind kind);
/// "Recommended", "Allowed", "Not now, from 14:30". The time is never too early.
[[nodiscard]] QString careStatus(const CareDecision& decision, const Moment& now);
/// When it is usual again, as a sentence; empty where it is already, or is not allowed.
[[nodiscard]] QString careDue(const CareDecision& decision, const Moment& now);
/// "15 min, low, with a cloth between".
[[nodiscard]] QString
careHow(Modality modality, std::optional<CareKind> kind, std::chrono::minutes length);
/// The next times as one line; empty where there are none.
[[nodiscard]] QString carePlan(const std::vector<PlannedCare>& plan, const Moment& now);

/// What to watch while it lasts, in one line.
[[nodiscard]] QString careWatch();
struct CareManner {
    Modality modality = Modality::Heat;
    std::optional<CareKind> kind;
    bool isOnNeck = false;
    /// How often to look at the skin. Absent: no more than at the end.
    std::optional<std::chrono::minutes> skinCheck;
};
/// How it is done, one sentence each.
[[nodiscard]] QStringList careToDo(const CareManner& manner);
/// "Take the heat off now."
[[nodiscard]] QString careTakeOff(Modality modality);

/// "normal", as part of a line.
[[nodiscard]] QString skin(Skin skin);
/// The same as an answer that explains itself.
[[nodiscard]] QString skinExplained(Skin skin);
/// What to do about it; empty where there is nothing to do.
[[nodiscard]] QString skinAdvice(Skin skin);

/// "After the heat of 14:05", as a heading.
[[nodiscard]] QString afterCare(Modality modality, const Moment& begin, const Moment& now);
/// "Heat at 14:05, 15 min, pain 6 to 4, skin normal".
[[nodiscard]] QString careSession(const CareSession& session, const Moment& now);
/// "Heat, 6 times: pain 6 before, 4 after (medians)."
[[nodiscard]] QString careHelped(const Helped& helped);

/// Why a session may not start now, in one line. Requires: a problem of kind CareBlocked.
[[nodiscard]] QString careRefusal(const Problem& problem, const Words& words, const Moment& now);

} // namespace unclench::ui::wording
