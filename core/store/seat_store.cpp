// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seat_store.h"

#include "core/store/bounds.h"
#include "core/store/record_table.h"

#include <algorithm>
#include <sstream>

namespace unclench {

namespace {

/// One that goes on for longer is shown at its begin alone: so ten years are as quick as one.
constexpr std::chrono::days kLongestSpan{8};

template <class Record>
std::vector<Record> latest(Database& database)
{
    auto records = RecordTable<Record>{database}.select(
        "WHERE deleted_utc_ms IS NULL AND machine = ? ORDER BY rowid DESC LIMIT 200",
        database.machine());
    std::reverse(records.begin(), records.end());
    return records;
}

} // namespace

std::optional<SeatSpan> SeatStore::open()
{
    auto found = RecordTable<SeatSpan>{m_database}.select(
        "WHERE end_utc_ms IS NULL AND deleted_utc_ms IS NULL AND machine = ?"
        " ORDER BY rowid DESC LIMIT 1",
        m_database.machine());
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::vector<SeatSpan> SeatStore::latestSpans()
{
    return latest<SeatSpan>(m_database);
}

std::vector<SeatEvent> SeatStore::latestEvents()
{
    return latest<SeatEvent>(m_database);
}

std::vector<SeatSpan> SeatStore::spansIn(const Period& period)
{
    const std::int64_t begin = beginOf(period);
    return RecordTable<SeatSpan>{m_database}.select(
        "WHERE begin_utc_ms >= ? AND begin_utc_ms < ? AND (end_utc_ms IS NULL OR end_utc_ms > ?)"
        " AND deleted_utc_ms IS NULL ORDER BY begin_utc_ms, rowid",
        std::max(std::int64_t{0}, begin - std::chrono::milliseconds{kLongestSpan}.count()),
        endOf(period), begin);
}

std::vector<SeatEvent> SeatStore::eventsIn(const Period& period)
{
    return RecordTable<SeatEvent>{m_database}.select(
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL"
        " ORDER BY at_utc_ms, rowid",
        beginOf(period), endOf(period));
}

bool SeatStore::wasShorterOffered(const Uuid& episode)
{
    return m_database.number("SELECT count(*) FROM seat_event WHERE deed = 'shorter_offered'"
                             " AND deleted_utc_ms IS NULL AND episode_id = ?",
                             episode.text()) > 0;
}

std::vector<OwnExercise> SeatStore::exercises()
{
    return RecordTable<OwnExercise>{m_database}.select(
        "WHERE deleted_utc_ms IS NULL ORDER BY name COLLATE NOCASE, id");
}

std::optional<SeatAlive> SeatStore::alive()
{
    std::optional<SeatAlive> alive;
    m_database.each("SELECT value FROM meta WHERE key = 'seat_alive'", [&](SQLite::Statement& row) {
        std::istringstream text{row.getColumn(0).getString()};
        SeatAlive read;
        std::int64_t utc = 0;
        std::int64_t offset = 0;
        std::int64_t boot = 0;
        std::int64_t monotonic = 0;
        if (text >> read.clocks.bootId >> boot >> monotonic >> utc >> offset >> read.isWatching) {
            read.clocks.wall = {UtcTime{std::chrono::milliseconds{utc}},
                                std::chrono::minutes{offset}};
            read.clocks.boot = std::chrono::milliseconds{boot};
            read.clocks.monotonic = std::chrono::milliseconds{monotonic};
            alive = std::move(read);
        }
    });
    return alive;
}

void SeatStore::setAlive(const SeatAlive& alive)
{
    const Now& now = alive.clocks;
    m_database.run("INSERT INTO meta (key, value) VALUES ('seat_alive', ?)"
                   " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                   fmt::format("{} {} {} {} {} {:d}", now.bootId, now.boot.count(),
                               now.monotonic.count(), now.wall.utc.time_since_epoch().count(),
                               now.wall.offset.count(), alive.isWatching));
}

} // namespace unclench
