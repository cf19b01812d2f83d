// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the next session may be offered: helpful, and never a nuisance.
#pragma once

#include "core/care/decision.h"
#include "core/time/moment.h"

#include <optional>

namespace unclench {

/// What became of the offers of a run of the program.
class Offers {
public:
    /// From this local hour to that one nobody is offered anything.
    static constexpr int kNightBegins = 22;
    static constexpr int kNightEnds = 7;
    /// After so many without an answer it stays silent until a session is started.
    static constexpr int kMostUnanswered = 2;

    /// The modality to offer now. Each time at which one becomes recommended counts once.
    [[nodiscard]] std::optional<Modality> offer(const CareDecisions& decisions, const Moment& now);

    /// Silence for the rest of the local day.
    void notToday(const Moment& now) { m_silentDay = now.localDay(); }
    /// A session was started: whoever answers may be asked again.
    void answered() { m_unanswered = 0; }
    /// "Later": answered, and offered again when it is next recommended anew.
    void later() { m_unanswered = 0; }

private:
    std::optional<Modality> m_recommended;
    std::optional<std::chrono::local_days> m_silentDay;
    int m_unanswered = 0;
};

} // namespace unclench
