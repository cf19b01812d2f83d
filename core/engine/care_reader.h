// SPDX-License-Identifier: GPL-3.0-or-later
// Reads from a diary what decides about heat and cold.
#pragma once

#include "core/care/situation.h"
#include "core/diary/care_session.h"
#include "core/store/care_store.h"
#include "core/time/clock.h"

namespace unclench {

class Database;

/// As of `now`. Throws StorageError.
[[nodiscard]] Situation readSituation(Database& database, const CareRules& rules, const Now& now);

/// How long ago things of a session were.
class Stopwatch {
public:
    Stopwatch(CareStore& store, Now now) : m_now(std::move(now)), m_history(store.clockHistory()) {}

    [[nodiscard]] std::chrono::milliseconds sinceBegin(const CareSession& session) const;
    /// Requires: it has ended.
    [[nodiscard]] std::chrono::milliseconds sinceEnd(const CareSession& session) const;
    [[nodiscard]] std::chrono::milliseconds since(const SkinCheck& check) const;

private:
    Now m_now;
    ClockHistory m_history;
};

/// Any rise of pain from before to after, or "worse".
[[nodiscard]] bool hasRaisedPain(const CareSession& session);
/// Blister, white or waxy skin, hives.
[[nodiscard]] bool isInjury(Skin skin);

} // namespace unclench
