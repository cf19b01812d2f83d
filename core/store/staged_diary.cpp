// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/staged_diary.h"

#include "core/knowledge/text.h"
#include "core/store/bounds.h"
#include "core/store/change_store.h"
#include "core/store/record_table.h"

#include <stdexcept>
#include <string_view>

namespace unclench {

namespace {

/// A note of a mebibyte as JSON in which each sign is escaped, and that once more as an old
/// version: more than that no diary holds.
constexpr std::size_t kLongestStaged = 16 * 1024 * 1024;

std::optional<std::string> faultIn(const std::string& text)
{
    switch (faultOf(text, kLongestStaged)) {
    case TextFault::None: return std::nullopt;
    case TextFault::NotUtf8: return "not_utf8";
    case TextFault::HoldsNul: return "holds_nul";
    case TextFault::TooLong: return "too_long";
    }
    return std::nullopt; // not reached
}

/// Writes a row; what a constraint says against it, as text.
template <class Write>
std::optional<std::string> refusedBy(Write&& write)
{
    constexpr std::string_view kConstraint = " constraint failed: ";
    try {
        write();
        return std::nullopt;
    } catch (const std::logic_error& error) { // to everybody else a fault in the program
        const std::string_view reason = error.what();
        const auto found = reason.find(kConstraint);
        if (found == std::string_view::npos) {
            throw;
        }
        const bool isTwice = reason.substr(0, found).ends_with("UNIQUE");
        return isTwice ? "twice" : std::string{reason.substr(found + kConstraint.size())};
    }
}

} // namespace

StagedDiary::StagedDiary() : m_database(Database::inMemory())
{
    // A child may come before its parent.
    m_database->script("PRAGMA foreign_keys = OFF");
    m_database->run("BEGIN IMMEDIATE");
    m_bulk.emplace(*m_database);
}

StagedDiary::~StagedDiary() = default;

std::optional<std::string> StagedDiary::add(const AnyRecord& record)
{
    std::optional<std::string> fault = faultIn(stampOf(record).machine);
    std::visit(
        [&]<class Record>(const Record& each) {
            Record::fields(each, [&]<class T>(const char*, const T& member) {
                if constexpr (std::is_same_v<T, std::string>) {
                    fault = fault ? fault : faultIn(member);
                } else if constexpr (std::is_same_v<T, std::optional<std::string>>) {
                    fault = fault || !member ? fault : faultIn(*member);
                }
            });
        },
        record);
    return fault ? fault : refusedBy([&] { ChangeStore{*m_database}.insert(record); });
}

std::optional<std::string> StagedDiary::add(const OldVersion& version)
{
    for (const std::string* text : {&version.machine, &version.old}) {
        if (auto fault = faultIn(*text)) {
            return fault;
        }
    }
    return refusedBy([&] {
        m_database->run("INSERT INTO change_log (kind, record_id, replaced_utc_ms, machine, old)"
                        " VALUES (?, ?, ?, ?, ?)",
                        std::string{toId(version.kind)}, version.record.text(),
                        inMilliseconds(version.replaced), version.machine, version.old);
    });
}

std::optional<std::string> StagedDiary::add(const ErasedRecord& erased)
{
    return refusedBy([&] {
        m_database->run("INSERT INTO erased (kind, id, created_utc_ms, deleted_utc_ms,"
                        " erased_utc_ms) VALUES (?, ?, ?, ?, ?)",
                        std::string{toId(erased.kind)}, erased.id.text(),
                        inMilliseconds(erased.created), inMilliseconds(erased.deleted),
                        inMilliseconds(erased.erased));
    });
}

std::vector<StagedDiary::Orphan> StagedDiary::finish()
{
    m_bulk->finish();
    m_bulk.reset();
    m_database->run("COMMIT");
    m_database->script("PRAGMA foreign_keys = ON");
    std::vector<Orphan> orphans;
    m_database->each(
        "SELECT \"table\", rowid FROM pragma_foreign_key_check ORDER BY 1, 2",
        [&](SQLite::Statement& row) {
            const auto kind = fromId<RecordKind>(row.getColumn(0).getString());
            orphans.push_back({kind.value_or(RecordKind::Episode), row.getColumn(1).getInt64()});
        });
    return orphans;
}

void StagedDiary::standBackFor(Database& diary)
{
    m_database->script("PRAGMA foreign_keys = OFF"); // a parent may be put right later
    forEachKind([&]<class Record>(const Record&) {
        RecordTable<Record> here{*m_database};
        RecordTable<Record> there{diary};
        std::vector<Uuid> ids;
        here.each("", [&](const Record& record) { ids.push_back(record.stamp.id); });
        for (const Uuid& id : ids) {
            if (const auto stands = there.find(id)) {
                here.update(*stands);
            }
        }
    });
    m_database->script("PRAGMA foreign_keys = ON");
}

} // namespace unclench
