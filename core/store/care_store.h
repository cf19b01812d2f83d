// SPDX-License-Identifier: GPL-3.0-or-later
// Reading sessions of heat and cold, and the looks at the skin. All throw StorageError; deleted
// records are left out.
#pragma once

#include "core/diary/care_session.h"
#include "core/time/clock.h"
#include "core/time/elapsed.h"
#include "core/time/period.h"

#include <optional>
#include <vector>

namespace unclench {

class Database;

class CareStore {
public:
    explicit CareStore(Database& database) : m_database(database) {}

    /// The session that runs or rings on this machine; where a restore left several, the one that
    /// began last.
    [[nodiscard]] std::optional<CareSession> running();
    /// Those of other machines whose end did not come over with them. They ring there, and here
    /// their time counts as planned.
    [[nodiscard]] std::vector<CareSession> runningElsewhere();
    [[nodiscard]] bool isOfThisMachine(const CareSession& session) const;
    [[nodiscard]] std::optional<CareSession> find(const Uuid& id);
    /// All that can still decide about heat and cold: those of `episode`, those that run, and more
    /// of the latest, by the wall clock and by that of this boot, than fit into a day.
    [[nodiscard]] std::vector<CareSession> deciding(const std::optional<Uuid>& episode,
                                                    const Now& now);
    [[nodiscard]] std::vector<SkinCheck> checksOf(const Uuid& session);
    /// Those that began in `period`, in the order of time.
    [[nodiscard]] std::vector<CareSession> begunIn(const Period& period);
    [[nodiscard]] std::vector<CareSession> ofEpisode(const Uuid& episode);
    /// Of looks at the skin in `period`, in the order of time.
    [[nodiscard]] std::vector<SkinCheck> checksIn(const Period& period);
    /// Those that are over, of which pain before and after was told.
    [[nodiscard]] std::vector<CareSession> withPain();

    /// How the clocks stood, as far as it is remembered.
    [[nodiscard]] ClockHistory clockHistory();
    void setClockHistory(const ClockHistory& history);

private:
    Database& m_database;
};

} // namespace unclench
