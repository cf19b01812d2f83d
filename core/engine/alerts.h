// SPDX-License-Identifier: GPL-3.0-or-later
// The door to red flags: what is open, what is asked, and every way in which a person answers.
#pragma once

#include "core/engine/journal.h"
#include "core/engine/watch.h"
#include "core/knowledge/red_flags.h"
#include "core/store/alert_store.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// What is to be asked, in the order of the rules.
struct Asking {
    /// Every question that applies now, whether or not it was answered.
    std::vector<std::string> offered;
    /// Not yet answered in the open episode: the full set at its start.
    std::vector<std::string> emergency;
    std::vector<std::string> lists;
    /// Answered "not sure" on an earlier day of the open episode, where that is no yes: not known.
    std::vector<std::string> unsure;
    /// Ids that a rule asks for, whether or not an episode is open.
    std::vector<std::string> askedFor;
    /// The emergency questions are due again: a further local day with an open episode, after
    /// 08:00.
    bool isDailyDue = false;
};

/// Every method is one transaction, as those of Journal. All throw StorageError.
class Alerts {
public:
    Alerts(Database& database,
           const Clock& clock,
           const Vocabulary& vocabulary,
           const RedFlags& rules,
           Events& events,
           UuidSource& uuids,
           Watch& watch,
           Journal& journal)
        : m_database(database), m_clock(clock), m_vocabulary(vocabulary), m_rules(rules),
          m_events(events), m_uuids(uuids), m_watch(watch), m_journal(journal), m_store(database)
    {
    }

    /// The local hour from which a day's questions are asked.
    static constexpr std::chrono::hours kDayBegins{8};

    [[nodiscard]] Result<Saved> answer(Answer answer, std::optional<Moment> at);
    /// The open or snoozed alert of a rule. Seen and dismissed take along the parts that a
    /// combination hides; a mistake takes back the answers behind it.
    [[nodiscard]] Result<Saved> close(const std::string& rule, Closing how);
    /// "I have contacted someone": closes every open emergency as seen, in one step.
    [[nodiscard]] Result<Saved> contacted();
    [[nodiscard]] Result<Saved> snooze(const std::string& rule, std::chrono::milliseconds time);
    /// Why `alert` cannot be put off by `time`. Empty: it can.
    [[nodiscard]] static Problems whyNotSnooze(const Alert& alert, std::chrono::milliseconds time);
    /// Notes that these were put before the person; those that were already are passed over.
    void markShown(const std::vector<Uuid>& alerts);

    /// Looks at the rules where time alone can have changed something since the last look.
    void advance();
    [[nodiscard]] std::optional<UtcTime> nextDeadline()
    {
        return m_watch.nextDeadline(m_clock.now().wall);
    }

    /// Open and snoozed, the highest level first, within it the earliest first.
    [[nodiscard]] std::vector<Alert> active();
    /// The same without the parts that a combination hides.
    [[nodiscard]] std::vector<Alert> shown();
    /// The last closing of each rule that is not open now.
    [[nodiscard]] std::vector<Alert> closed();
    [[nodiscard]] Asking asking();
    [[nodiscard]] AlertStore& store() { return m_store; }

private:
    [[nodiscard]] UnitOfWork begin();
    /// Now, or where the clock was set back, after what was told "later": that is meant too.
    [[nodiscard]] Moment afterAllTold(const Moment& now);
    /// Every raising of `rule` that is open.
    void closeIn(UnitOfWork& work, const std::string& rule, Closing how);
    [[nodiscard]] std::optional<Alert> activeOf(const std::string& rule);

    Database& m_database;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    const RedFlags& m_rules;
    Events& m_events;
    UuidSource& m_uuids;
    Watch& m_watch;
    Journal& m_journal;
    AlertStore m_store;
};

} // namespace unclench
