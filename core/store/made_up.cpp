// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/made_up.h"

#include "core/store/record_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <vector>

namespace unclench {

namespace {

UtcTime utcFrom(std::int64_t milliseconds)
{
    return UtcTime{std::chrono::milliseconds{milliseconds}};
}

/// When the record with that id was made: a UUID of version 7 says so.
UtcTime madeTime(const Uuid& id)
{
    const std::string digits = id.text().substr(0, 8) + id.text().substr(9, 4);
    std::int64_t time = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), time, 16);
    return utcFrom(time);
}

class MakingWhole {
public:
    MakingWhole(Database& diary, const std::string& lostName) : m_diary(diary), m_lostName(lostName)
    {
        m_diary.each("SELECT value FROM meta WHERE key = 'machine'",
                     [&](SQLite::Statement& row) { m_machine = row.getColumn(0).getString(); });
    }

    MadeUp run()
    {
        Transaction transaction{m_diary};
        dropErased();
        for (const Uuid& id : lostOwners("episode_id", RecordKind::Episode)) {
            Episode episode;
            episode.stamp = stampFor(id, "episode_id");
            make(episode);
        }
        for (const Uuid& id : lostOwners("medicine_id", RecordKind::Medicine)) {
            Medicine medicine;
            medicine.stamp = stampFor(id, "medicine_id");
            medicine.name = freeName();
            make(medicine);
        }
        for (const Uuid& id : lostOwners("session_id", RecordKind::CareSession)) {
            makeSession(id);
        }
        makeBouts();
        dropOrphans();
        transaction.commit();
        return std::move(m_result);
    }

private:
    /// Kinds that have a column of that name which is a reference, with their tables.
    template <class Work>
    void forEachPart(std::string_view column, Work&& work)
    {
        forEachKind([&]<class Record>(const Record& kind) {
            if constexpr (requires { kind.episode; }) {
                if (column == "episode_id") {
                    work(toId(kKindOf<Record>));
                }
            }
            if constexpr (requires { kind.medicine; }) {
                if (column == "medicine_id") {
                    work(toId(kKindOf<Record>));
                }
            }
            if constexpr (requires { kind.session; }) {
                if (column == "session_id") {
                    work(toId(kKindOf<Record>));
                }
            }
        });
    }

    [[nodiscard]] std::set<Uuid> lostOwners(std::string_view column, RecordKind owner)
    {
        std::set<Uuid> lost;
        forEachPart(column, [&](std::string_view table) {
            m_diary.each(fmt::format("SELECT DISTINCT {0} FROM {1} WHERE {0} IS NOT NULL AND {0}"
                                     " NOT IN (SELECT id FROM {2})",
                                     column, table, toId(owner)),
                         [&](SQLite::Statement& row) {
                             if (const auto id = Uuid::parse(row.getColumn(0).getString())) {
                                 lost.insert(*id);
                             }
                         });
        });
        return lost;
    }

    /// Deleted where it was erased, or where all its parts are.
    [[nodiscard]] Stamp stampFor(const Uuid& id, std::string_view column)
    {
        Stamp stamp;
        stamp.id = id;
        stamp.created = madeTime(id);
        stamp.machine = m_machine;
        bool isAnyLive = false;
        std::optional<UtcTime> deleted;
        const auto include = [&](std::int64_t time) {
            deleted = std::max(deleted.value_or(utcFrom(time)), utcFrom(time));
        };
        forEachPart(column, [&](std::string_view table) {
            m_diary.each(
                fmt::format("SELECT deleted_utc_ms FROM {} WHERE {} = ?", table, column),
                [&](SQLite::Statement& row) {
                    if (row.isColumnNull(0)) {
                        isAnyLive = true;
                    } else {
                        include(row.getColumn(0).getInt64());
                    }
                },
                id.text());
        });
        if (isAnyLive) {
            deleted.reset();
        }
        m_diary.each(
            "SELECT deleted_utc_ms FROM erased WHERE id = ?",
            [&](SQLite::Statement& row) { include(row.getColumn(0).getInt64()); }, id.text());
        stamp.deleted = deleted;
        stamp.updated = std::max(stamp.created, deleted.value_or(stamp.created));
        return stamp;
    }

    template <class Record>
    void make(const Record& record)
    {
        RecordTable<Record>{m_diary}.insert(record);
        ++m_result.made[kKindOf<Record>];
    }

    /// "Name lost", "Name lost 2": each medicine is known by its name.
    [[nodiscard]] std::string freeName()
    {
        const std::string first = m_lostName.empty() ? "?" : m_lostName;
        std::string name = first;
        for (int number = 2;
             m_diary.number("SELECT count(*) FROM medicine WHERE lower(name) = lower(?)", name) > 0;
             ++number) {
            name = fmt::format("{} {}", first, number);
        }
        return name;
    }

    /// A blister that was seen keeps heat and cold away only where it belongs to a session. Nobody
    /// knows which of the two it was; it ended with the last look at the skin.
    void makeSession(const Uuid& id)
    {
        const auto checks = RecordTable<SkinCheck>{m_diary}.select(
            "WHERE session_id = ? ORDER BY at_utc_ms, id", id.text());
        CareSession session;
        session.stamp = stampFor(id, "session_id");
        session.planned = std::chrono::minutes{1}; // the least that can be planned
        session.begin = checks.front().at;
        session.end = checks.back().at;
        make(session);
    }

    /// From the first to the last thing told in an episode of which no bout is left.
    void makeBouts()
    {
        UuidSource uuids;
        for (const Episode& episode : RecordTable<Episode>{m_diary}.select(
                 "WHERE deleted_utc_ms IS NULL AND NOT EXISTS (SELECT 1 FROM bout WHERE"
                 " episode_id = episode.id AND deleted_utc_ms IS NULL)")) {
            std::optional<Moment> first;
            std::optional<Moment> last;
            forEachKind([&]<class Record>(const Record& kind) {
                if constexpr (requires {
                                  kind.episode;
                                  kind.at;
                              }) {
                    for (const Record& part : RecordTable<Record>{m_diary}.select(
                             "WHERE episode_id = ? AND deleted_utc_ms IS NULL",
                             episode.stamp.id.text())) {
                        first = !first || part.at.utc < first->utc ? part.at : first;
                        last = !last || part.at.utc > last->utc ? part.at : last;
                    }
                }
            });
            Bout bout;
            bout.episode = episode.stamp.id;
            // Where nothing is left that was told, it was at the time when it was written down.
            bout.begin = first.value_or(Moment{episode.stamp.created, {}});
            bout.end = last.value_or(bout.begin);
            bout.stamp.id = uuids.next(bout.end->utc);
            bout.stamp.created = bout.end->utc;
            bout.stamp.updated = bout.end->utc;
            bout.stamp.machine = m_machine;
            make(bout);
        }
    }

    /// Rows of pages that were not in use any more may say what was erased since.
    void dropErased()
    {
        forEachKind([&]<class Record>(const Record&) {
            constexpr bool kIsOwner =
                std::is_same_v<Record, Episode> || std::is_same_v<Record, Medicine> ||
                std::is_same_v<Record, Alert> || std::is_same_v<Record, CareSession>;
            const std::string which = fmt::format(
                "id IN (SELECT erased.id FROM erased JOIN {0} AS own ON own.id = erased.id WHERE"
                " own.updated_utc_ms <= erased.deleted_utc_ms AND own.deleted_utc_ms IS NULL{1})",
                toId(kKindOf<Record>),
                std::is_same_v<Record, Alert> ? " AND own.level <> 'emergency'" : "");
            if constexpr (kIsOwner) {
                m_diary.run(fmt::format("UPDATE {0} SET deleted_utc_ms = (SELECT"
                                        " erased.deleted_utc_ms FROM erased WHERE erased.id ="
                                        " {0}.id) WHERE {1}",
                                        toId(kKindOf<Record>), which));
            } else {
                m_diary.run(fmt::format("DELETE FROM {} WHERE {}", toId(kKindOf<Record>), which));
            }
        });
    }

    /// What could be read stays in the diary, and in each export of it.
    void keepAsOldVersion(const std::string& table, std::int64_t rowid)
    {
        forEachKind([&]<class Record>(const Record&) {
            if (table != toId(kKindOf<Record>)) {
                return;
            }
            for (const Record& record :
                 RecordTable<Record>{m_diary}.select("WHERE rowid = ?", rowid)) {
                m_diary.run(
                    "INSERT INTO change_log (kind, record_id, replaced_utc_ms, machine, old)"
                    " VALUES (?, ?, ?, ?, ?)",
                    table, record.stamp.id.text(),
                    std::int64_t{record.stamp.updated.time_since_epoch().count()},
                    record.stamp.machine, toJson(record));
            }
        });
    }

    void dropOrphans()
    {
        std::vector<std::pair<std::string, std::int64_t>> orphans;
        m_diary.each("SELECT DISTINCT \"table\", rowid FROM pragma_foreign_key_check",
                     [&](SQLite::Statement& row) {
                         orphans.emplace_back(row.getColumn(0).getString(),
                                              row.getColumn(1).getInt64());
                     });
        for (const auto& [table, rowid] : orphans) {
            keepAsOldVersion(table, rowid);
            m_diary.run(fmt::format("DELETE FROM {} WHERE rowid = ?", table), rowid);
            if (const auto kind = fromId<RecordKind>(table)) {
                ++m_result.gone[*kind];
            }
        }
    }

    Database& m_diary;
    const std::string& m_lostName;
    std::string m_machine;
    MadeUp m_result;
};

} // namespace

MadeUp makeWhole(Database& diary, const std::string& lostName)
{
    return MakingWhole{diary, lostName}.run();
}

} // namespace unclench
