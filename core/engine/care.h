// SPDX-License-Identifier: GPL-3.0-or-later
// The door to heat and cold: what is allowed, one session at a time, and what it did.
#pragma once

#include "core/care/decision.h"
#include "core/care/running.h"
#include "core/care/telling.h"
#include "core/diary/care_session.h"
#include "core/engine/journal.h"
#include "core/store/care_store.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

struct CareStarted : Saved {
    std::chrono::minutes planned{0};
    /// More was asked for than is allowed now.
    bool wasShortened = false;
    /// To be started with care: low, and the skin looked at.
    bool needsCaution = false;
};

struct CareEnded : Saved {
    CareSession session;
    /// From its begin to its end.
    std::chrono::milliseconds lasted{0};
};

/// What is allowed, and how long until time alone changes it, read at one moment.
struct CareOutlook {
    CareDecisions decisions;
    std::optional<std::chrono::milliseconds> next;
};

/// Every method that writes is one transaction, as those of Journal; none of them can be undone by
/// a reverse command, for what was done to the skin is not undone either. All throw StorageError.
class Care {
public:
    Care(Database& database,
         const Clock& clock,
         const Vocabulary& vocabulary,
         const CareRules& rules,
         Events& events,
         UuidSource& uuids,
         BeforeCommit beforeCommit)
        : m_database(database), m_clock(clock), m_vocabulary(vocabulary), m_rules(rules),
          m_events(events), m_uuids(uuids), m_beforeCommit(std::move(beforeCommit)),
          m_store(database)
    {
    }

    /// Refused with CareBlocked where it is not allowed now, with OverTwentyMinutes where more is
    /// asked for than anybody should have.
    [[nodiscard]] Result<CareStarted> start(const CareStart& what);
    /// The person ends it or confirms its alarm; its end is now, however late that is.
    [[nodiscard]] Result<CareEnded> stop(const CareOutcome& outcome);
    /// What is told of a session after its end; what is absent stays as it was.
    [[nodiscard]] Result<Saved> tellAfter(const Uuid& session, const CareOutcome& outcome);
    /// The skin, looked at during the session that runs, else again after the last one.
    [[nodiscard]] Result<Saved> checkSkin(Skin skin);
    /// Writes down one that is over. Refused where it lies in the future or overlaps another one.
    [[nodiscard]] Result<Saved> tell(const CareTold& told);
    /// "The clock is right": an end in its future blocks no longer.
    [[nodiscard]] Result<Saved> confirmClock();

    /// To be called at each wake-up and whenever the clock may have been set: what is remembered of
    /// it keeps a rest from being shortened over a restart of the machine. Seldom writes.
    void noteClock();

    [[nodiscard]] CareDecisions decide(std::optional<CareKind> kind = std::nullopt);
    [[nodiscard]] CareOutlook outlook();
    [[nodiscard]] std::optional<RunningCare> running();
    /// The next recommended times while an episode is open and nothing runs.
    [[nodiscard]] std::vector<PlannedCare> plan(std::chrono::milliseconds span, std::size_t most);
    /// How long until something about heat and cold changes by itself: a decision, a look at the
    /// skin, the end of a session. Absent: nothing will, or it rings already.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextChange();
    /// Conditions that would limit `modality` and of which nothing was ever told.
    [[nodiscard]] std::vector<std::string> toAsk(Modality modality);
    /// The last session that ended. Absent: none.
    [[nodiscard]] std::optional<CareSession> last();

    [[nodiscard]] const CareRules& rules() const { return m_rules; }
    [[nodiscard]] CareStore& store() { return m_store; }

private:
    [[nodiscard]] UnitOfWork begin();
    [[nodiscard]] Situation situation(const Now& now) const;
    [[nodiscard]] std::optional<CareSession> lastEndedAt(const Now& now);
    [[nodiscard]] bool wasCautious(const CareSession& session, const Now& now);
    [[nodiscard]] Problems problemsOf(const AnyRecord& record, const UnitOfWork& work) const;

    Database& m_database;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    const CareRules& m_rules;
    Events& m_events;
    UuidSource& m_uuids;
    BeforeCommit m_beforeCommit;
    CareStore m_store;
};

} // namespace unclench
