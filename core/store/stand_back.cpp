// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stand_back.h"

#include "core/store/record_table.h"

#include <algorithm>
#include <map>
#include <vector>

namespace unclench {

namespace {

/// The record's episode. Absent: it has none.
template <class Record>
std::optional<Uuid> episodeNamedBy(const Record& record)
{
    if constexpr (requires { record.episode; }) {
        return record.episode;
    } else {
        return std::nullopt;
    }
}

/// Goes over one staged diary.
class StandingBack {
public:
    StandingBack(Database& staged, Database& diary, bool bringsBack)
        : m_staged(staged), m_diary(diary), m_bringsBack(bringsBack)
    {
    }

    StoodBack run()
    {
        m_staged.script("PRAGMA foreign_keys = OFF"); // a parent may be put right later
        m_staged.run("BEGIN IMMEDIATE");
        forEachKind([&]<class Record>(const Record&) { standBackIn<Record>(); });
        m_staged.run("COMMIT");
        m_staged.script("PRAGMA foreign_keys = ON");
        return m_counts;
    }

private:
    template <class Record>
    void standBackIn()
    {
        const std::string_view table = toId(kKindOf<Record>);
        const bool isKnownHere =
            m_diary.number(fmt::format("SELECT EXISTS (SELECT 1 FROM {})"
                                       " OR EXISTS (SELECT 1 FROM erased WHERE kind = ?)",
                                       table),
                           std::string{table}) != 0;
        if (!isKnownHere && m_deletedEpisodes.empty()) {
            return;
        }
        RecordTable<Record> here{m_staged};
        std::vector<Uuid> ids;
        here.each("", [&](const Record& record) { ids.push_back(record.stamp.id); });
        for (const Uuid& id : ids) {
            standBackOne<Record>(here, id);
        }
    }

    template <class Record>
    void standBackOne(RecordTable<Record>& here, const Uuid& id)
    {
        auto stands = RecordTable<Record>{m_diary}.find(id);
        if (stands && stands->stamp.isDeleted()) {
            if constexpr (std::is_same_v<Record, Episode>) {
                if (!m_bringsBack) {
                    m_deletedEpisodes.emplace(id, *stands->stamp.deleted);
                }
            }
            m_counts.deleted += 1;
            if (m_bringsBack) {
                bringBack(here, id, stands->stamp.updated);
            } else {
                here.update(*stands);
            }
            return;
        }
        if (stands) {
            ++m_counts.kept;
            here.update(*stands);
            return;
        }
        auto staged = here.find(id);
        if (const auto erasedAt = erasedSince(id)) {
            ++m_counts.deleted;
            if (m_bringsBack) {
                bringBack(here, id, *erasedAt);
            } else {
                staged->stamp.updated = *erasedAt; // not later than it was erased: it stays so
                here.update(*staged);
            }
            return;
        }
        // A further part of a spasm that the person deleted as a whole.
        const auto episode = episodeNamedBy(*staged);
        const auto gone = episode ? m_deletedEpisodes.find(*episode) : m_deletedEpisodes.end();
        if (gone != m_deletedEpisodes.end()) {
            ++m_counts.deleted;
            staged->stamp.deleted = std::max(gone->second, staged->stamp.created);
            here.update(*staged);
        }
    }

    /// Later than it was deleted, whatever the clock said then.
    template <class Record>
    static void bringBack(RecordTable<Record>& here, const Uuid& id, UtcTime deleted)
    {
        auto staged = here.find(id);
        staged->stamp.updated =
            std::max(staged->stamp.updated, deleted + std::chrono::milliseconds{1});
        here.update(*staged);
    }

    /// When the record was deleted whose content is gone. Absent: it was not.
    std::optional<UtcTime> erasedSince(const Uuid& id)
    {
        std::optional<UtcTime> deleted;
        m_diary.each(
            "SELECT deleted_utc_ms FROM erased WHERE id = ?",
            [&](SQLite::Statement& row) {
                deleted = UtcTime{std::chrono::milliseconds{row.getColumn(0).getInt64()}};
            },
            id.text());
        return deleted;
    }

    Database& m_staged;
    Database& m_diary;
    bool m_bringsBack;
    StoodBack m_counts;
    std::map<Uuid, UtcTime> m_deletedEpisodes;
};

} // namespace

StoodBack standBack(Database& staged, Database& diary, bool bringsBack)
{
    return StandingBack{staged, diary, bringsBack}.run();
}

} // namespace unclench
