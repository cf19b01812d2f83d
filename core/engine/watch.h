// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the rules against the diary inside the transaction that changed it, so that an alert is
// stored together with its cause and before anybody sees it.
#pragma once

#include "core/engine/unit_of_work.h"
#include "core/knowledge/red_flags.h"
#include "core/store/alert_store.h"
#include "core/store/care_store.h"

#include <optional>
#include <vector>

namespace unclench {

struct Findings;

/// All arguments must outlive it. Keeps nothing in memory: a restart changes nothing.
class Watch {
public:
    Watch(Database& database, const Vocabulary& vocabulary, const RedFlags& rules)
        : m_database(database), m_vocabulary(vocabulary), m_rules(rules), m_alerts(database),
          m_care(database)
    {
    }

    /// Looks at every moment since the last look at which a rule can have changed, and at now;
    /// where `work` tells something for a past time, from then on, up to kLongestReplay back.
    /// Writes what becomes of alerts into `work`, outside of what can be undone.
    void evaluate(UnitOfWork& work);

    /// The next moment of the wall clock at which a rule or a snooze can change by itself; it lies
    /// after `evaluatedUntil`, and may lie before now. Absent: nothing is due.
    [[nodiscard]] std::optional<UtcTime> nextDeadline(const Moment& now);

    static constexpr std::chrono::days kLongestReplay{400};

private:
    void apply(UnitOfWork& work,
               std::vector<std::optional<Alert>>& latest,
               const Findings& findings,
               const Moment& at,
               bool isPast);
    static void
    keepStep(UnitOfWork& work, const Alert& alert, AlertChange change, const Moment& at);
    /// What another machine had raised for the same rule ends together with it.
    void closeTwins(UnitOfWork& work, const Alert& ended, const Moment& at);
    /// The latest alert of each rule at its place; behind them those of rules that are no more.
    [[nodiscard]] std::vector<std::optional<Alert>> latestAtPlaces();
    /// An emergency that is open ends the session of heat or cold that runs: get help first.
    void endSession(UnitOfWork& work);

    Database& m_database;
    const Vocabulary& m_vocabulary;
    const RedFlags& m_rules;
    AlertStore m_alerts;
    CareStore m_care;
};

} // namespace unclench
