// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/care_store.h"

#include "core/store/bounds.h"
#include "core/store/record_table.h"

#include <sstream>

namespace unclench {

namespace {

/// With the shortest rest, fewer than this begin within a day.
constexpr std::string_view kDayful = "64";

} // namespace

std::optional<CareSession> CareStore::running()
{
    auto found = RecordTable<CareSession>{m_database}.select(
        "WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL AND machine = ?"
        " ORDER BY begin_utc_ms DESC, id DESC LIMIT 1",
        m_database.machine());
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<CareSession> CareStore::runningElsewhere()
{
    return RecordTable<CareSession>{m_database}.select(
        "WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL AND machine <> ?"
        " ORDER BY begin_utc_ms, id",
        m_database.machine());
}

bool CareStore::isOfThisMachine(const CareSession& session) const
{
    return session.stamp.machine == m_database.machine();
}

std::optional<CareSession> CareStore::find(const Uuid& id)
{
    auto found = RecordTable<CareSession>{m_database}.find(id);
    return found && !found->stamp.isDeleted() ? std::move(found) : std::nullopt;
}

std::vector<CareSession> CareStore::deciding(const std::optional<Uuid>& episode, const Now& now)
{
    static const std::string kWhere = fmt::format(
        "WHERE deleted_utc_ms IS NULL AND (episode_id = ?1 OR end_utc_ms IS NULL"
        " OR id IN (SELECT id FROM care_session WHERE deleted_utc_ms IS NULL"
        " ORDER BY begin_utc_ms DESC LIMIT {0})"
        " OR id IN (SELECT id FROM care_session WHERE deleted_utc_ms IS NULL AND begin_boot_id ="
        " ?2 ORDER BY begin_boot_ms DESC LIMIT {0}))",
        kDayful);
    return RecordTable<CareSession>{m_database}.select(
        kWhere, episode ? episode->text() : std::string{}, now.bootId);
}

std::vector<SkinCheck> CareStore::checksOf(const Uuid& session)
{
    return RecordTable<SkinCheck>{m_database}.select(
        "WHERE session_id = ? AND deleted_utc_ms IS NULL ORDER BY at_utc_ms, created_utc_ms, id",
        session.text());
}

std::vector<CareSession> CareStore::begunIn(const Period& period)
{
    return RecordTable<CareSession>{m_database}.select(
        "WHERE begin_utc_ms >= ? AND begin_utc_ms < ? AND deleted_utc_ms IS NULL"
        " ORDER BY begin_utc_ms, id",
        beginOf(period), endOf(period));
}

std::vector<CareSession> CareStore::ofEpisode(const Uuid& episode)
{
    return RecordTable<CareSession>{m_database}.select(
        "WHERE episode_id = ? AND deleted_utc_ms IS NULL ORDER BY begin_utc_ms, id",
        episode.text());
}

std::vector<SkinCheck> CareStore::checksIn(const Period& period)
{
    return RecordTable<SkinCheck>{m_database}.select(
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL AND session_id IN"
        " (SELECT id FROM care_session WHERE deleted_utc_ms IS NULL)"
        " ORDER BY at_utc_ms, created_utc_ms, id",
        beginOf(period), endOf(period));
}

std::vector<CareSession> CareStore::withPain()
{
    return RecordTable<CareSession>{m_database}.select(
        "WHERE end_utc_ms IS NOT NULL AND pain_before IS NOT NULL AND pain_after IS NOT NULL AND"
        " deleted_utc_ms IS NULL ORDER BY begin_utc_ms, id");
}

ClockHistory CareStore::clockHistory()
{
    ClockHistory history;
    m_database.each("SELECT value FROM meta WHERE key = 'clock_history'",
                    [&](SQLite::Statement& row) {
                        std::istringstream text{row.getColumn(0).getString()};
                        std::string boot;
                        std::int64_t first = 0;
                        std::int64_t last = 0;
                        while (text >> boot >> first >> last) {
                            history.push_back({boot, std::chrono::milliseconds{first},
                                               std::chrono::milliseconds{last}});
                        }
                    });
    return history;
}

void CareStore::setClockHistory(const ClockHistory& history)
{
    std::string text;
    for (const ClockSeen& clock : history) {
        text += fmt::format("{} {} {}\n", clock.bootId, clock.first.count(), clock.last.count());
    }
    m_database.run("INSERT INTO meta (key, value) VALUES ('clock_history', ?)"
                   " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                   text);
}

} // namespace unclench
