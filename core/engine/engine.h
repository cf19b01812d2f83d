// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that knows the rules, put together over one open diary.
#pragma once

#include "core/engine/alerts.h"
#include "core/engine/care.h"
#include "core/engine/events.h"
#include "core/engine/journal.h"
#include "core/engine/seat.h"
#include "core/knowledge/guide.h"
#include "core/review/long_version.h"
#include "core/review/summary.h"
#include "core/store/chronicle_store.h"
#include "core/store/database.h"
#include "core/store/diary_store.h"
#include "core/store/history_store.h"
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
           RedFlags rules);
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

    /// Publishes ChangedElsewhere where another connection has committed since the last look.
    /// Throws StorageError.
    void noticeOthers();

private:
    Database& m_database;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    RedFlags m_redFlags;
    Guide m_guide;
    CareRules m_careRules;
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
