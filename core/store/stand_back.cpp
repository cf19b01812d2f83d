// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stand_back.h"

#include "core/store/record_table.h"

#include <algorithm>
#include <optional>

namespace unclench {

namespace {

UtcTime utcOf(const SQLite::Column& column)
{
    return UtcTime{std::chrono::milliseconds{column.getInt64()}};
}

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

/// Later than it was deleted, whatever the clock said then.
void bringBack(Stamp& stamp, UtcTime deleted)
{
    stamp.updated = std::max(stamp.updated, deleted + std::chrono::milliseconds{1});
}

} // namespace

StandingBack::StandingBack(Database& diary, bool bringsBack)
    : m_diary(diary), m_bringsBack(bringsBack),
      m_isAnyErased(diary.number("SELECT EXISTS (SELECT 1 FROM erased)") != 0)
{
    forEachKind([&]<class Record>(const Record&) {
        constexpr RecordKind kKind = kKindOf<Record>;
        m_isAnyHere[static_cast<std::size_t>(kKind)] =
            m_diary.number(fmt::format("SELECT EXISTS (SELECT 1 FROM {})", toId(kKind))) != 0;
    });
    if (!m_bringsBack) {
        m_diary.each("SELECT id, deleted_utc_ms FROM episode WHERE deleted_utc_ms IS NOT NULL",
                     [&](SQLite::Statement& row) {
                         if (const auto id = Uuid::parse(row.getColumn(0).getString())) {
                             m_deletedEpisodes.emplace(*id, utcOf(row.getColumn(1)));
                         }
                     });
    }
}

Arrival StandingBack::arrange(AnyRecord& record)
{
    return std::visit([&](auto& each) { return arrangeOne(each); }, record);
}

template <class Record>
Arrival StandingBack::arrangeOne(Record& record)
{
    const Uuid& id = record.stamp.id;
    if (m_isAnyHere[static_cast<std::size_t>(kKindOf<Record>)]) {
        if (const auto here = RecordTable<Record>{m_diary}.find(id)) {
            return arrangeFor(record, *here);
        }
    }
    if (const auto erasedAt = erasedSince(id)) {
        ++m_counts.deleted;
        ++m_preview.erased;
        if (m_bringsBack) {
            bringBack(record.stamp, *erasedAt);
        } else {
            record.stamp.updated = *erasedAt; // not later than it was erased: it stays so
        }
        return Arrival::Merge;
    }
    ++m_preview.fresh;
    // A further part of a spasm that the person deleted as a whole.
    const auto episode = episodeNamedBy(record);
    const auto gone = episode ? m_deletedEpisodes.find(*episode) : m_deletedEpisodes.end();
    if (gone != m_deletedEpisodes.end()) {
        ++m_counts.deleted;
        record.stamp.deleted = std::max(gone->second, record.stamp.created);
    }
    return Arrival::New;
}

template <class Record>
Arrival StandingBack::arrangeFor(Record& record, const Record& here)
{
    const bool isDeleted = here.stamp.isDeleted();
    ++(isDeleted ? m_counts.deleted : m_counts.kept);
    if (isDeleted && m_bringsBack) {
        ++m_preview.different;
        bringBack(record.stamp, here.stamp.updated);
        return Arrival::Merge;
    }
    ++m_preview.alike;
    return Arrival::Here;
}

std::optional<UtcTime> StandingBack::erasedSince(const Uuid& id)
{
    std::optional<UtcTime> deleted;
    if (m_isAnyErased) {
        m_diary.each(
            "SELECT deleted_utc_ms FROM erased WHERE id = ?",
            [&](SQLite::Statement& row) { deleted = utcOf(row.getColumn(0)); }, id.text());
    }
    return deleted;
}

} // namespace unclench
