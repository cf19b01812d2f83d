// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that knows the rules, put together over one open diary.
#pragma once

#include "core/engine/alerts.h"
#include "core/engine/care.h"
#include "core/engine/events.h"
#include "core/engine/journal.h"
#include "core/engine/merging.h"
#include "core/engine/restoring.h"
#include "core/engine/seat.h"
#include "core/knowledge/guide.h"
#include "core/review/long_version.h"
#include "core/review/summary.h"
#include "core/store/chronicle_store.h"
#include "core/store/database.h"
#include "core/store/diary_store.h"
#include "core/store/history_store.h"
#include "core/store/progress.h"
#include "core/time/clock.h"

namespace unclench {

/// All arguments must outlive it. Not for two threads.
class Engine {
public:
    /// With the rules that were built into the program. Throws KnowledgeError: rather no program
    /// than one without red flags.
    Engine(Database& database, const Clock& clock, const Vocabulary& vocabulary, UuidSource& uuids);
    Engine(Database& database,
           const Clock& clock,
           const Vocabulary& vocabulary,
           UuidSource& uuids,
           const RedFlags& rules);
    Engine(Database&, const Clock&, const Vocabulary&, UuidSource&, RedFlags&&) = delete;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] Journal& journal() { return m_journal; }
    [[nodiscard]] Alerts& alerts() { return m_alerts; }
    [[nodiscard]] Care& care() { return m_care; }
    [[nodiscard]] Seat& seat() { return m_seat; }
    [[nodiscard]] const RedFlags& redFlags() const { return m_redFlags; }
    [[nodiscard]] const Guide& guide() const { return m_guide; }
    [[nodiscard]] DiaryStore& diary() { return m_diary; }
    [[nodiscard]] HistoryStore& history() { return m_history; }
    [[nodiscard]] Events& events() { return m_events; }
    [[nodiscard]] Database& database() { return m_database; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return m_vocabulary; }
    [[nodiscard]] Now now() const { return m_clock.now(); }
    [[nodiscard]] const Clock& clock() const { return m_clock; }

    [[nodiscard]] Profile profile();
    /// The whole diary as it stands. Throws StorageError.
    [[nodiscard]] Chronicle chronicle();
    /// The numbers of the page for the doctor. Throws StorageError.
    [[nodiscard]] Summary summary(const Period& period);
    /// The same where the diary was read already; until its `now`.
    [[nodiscard]] Summary summary(const Period& period, const Chronicle& chronicle);
    /// What stands behind that page. Throws StorageError.
    [[nodiscard]] LongVersion longVersion(const Period& period);
    [[nodiscard]] SettingsReading settings();

    /// Takes `other` in: whatever is there that is not here or later than here. All or nothing, and
    /// after a backup (with MergeReason::Share the first of each day). `other` is left as it was.
    /// Publishes ChangedElsewhere. Throws StorageError, and Cancelled where `progress` says stop.
    [[nodiscard]] Merged merge(Database& other, MergeReason reason, const Progress& progress);
    /// The same with whatever `taking` takes in, inside the transaction.
    [[nodiscard]] Merged takeIn(MergeReason reason, const Taking& taking, const Progress& progress);

    /// The diary says what `backup` says, also one of an older version or another machine; what is
    /// of this machine alone stays. All of it or nothing, and after a backup of what was there.
    /// What holds at this moment is kept over it: emergencies that are open, the session of heat or
    /// cold that runs and those of the last day (the skin needs its rest all the same), and how one
    /// sits now. Then the rules are looked at, from the time of the backup on. Publishes
    /// ChangedElsewhere. `pictures`: where those of the backup are; empty: beside it. Throws
    /// FileError where the backup cannot be used, StorageError about the diary, and Cancelled.
    [[nodiscard]] Restored restore(const std::filesystem::path& backup,
                                   const Progress& progress = {},
                                   const std::filesystem::path& pictures = {});

    /// Publishes ChangedElsewhere where another connection has committed since the last look.
    /// Throws StorageError.
    void noticeOthers();

private:
    Database& m_database;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    UuidSource& m_uuids;
    const RedFlags& m_redFlags;
    const Guide& m_guide;
    const CareRules& m_careRules;
    Events m_events;
    DiaryStore m_diary;
    HistoryStore m_history;
    Watch m_watch;
    Journal m_journal;
    Alerts m_alerts;
    Care m_care;
    Seat m_seat;
    std::int64_t m_dataVersion = 0;
};

/// What happened over all episodes, as of a moment.
struct EpisodeCounts {
    int open = 0;
    int total = 0;
    int distinct30Days = 0;
    int distinct180Days = 0;
};
[[nodiscard]] EpisodeCounts countEpisodes(DiaryStore& diary, UtcTime now);

} // namespace unclench
