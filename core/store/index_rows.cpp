// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/index_rows.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace unclench {

namespace {

using IndexedValues = std::map<std::string, RawValue>;

/// When a UUID of version 7 was made, in milliseconds of UTC.
std::optional<std::int64_t> madeAt(const RawValue& id)
{
    const auto* text = std::get_if<std::string>(&id);
    if (text == nullptr || !Uuid::parse(*text)) {
        return std::nullopt;
    }
    const std::string digits = text->substr(0, 8) + text->substr(9, 4);
    std::int64_t time = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), time, 16);
    return time;
}

bool isNothing(const IndexedValues& values, const std::string& name)
{
    const auto found = values.find(name);
    return found == values.end() || std::holds_alternative<std::monostate>(found->second);
}

/// The offset that held at the moment nearest to `time`.
std::optional<std::int64_t> offsetAt(const std::map<std::int64_t, std::int64_t>& offsets,
                                     std::int64_t time)
{
    const auto after = offsets.lower_bound(time);
    if (after == offsets.begin()) {
        return after == offsets.end() ? std::nullopt : std::optional{after->second};
    }
    const auto before = std::prev(after);
    return after != offsets.end() && after->first - time < time - before->first ? after->second
                                                                                : before->second;
}

/// Takes out of a row what no stamp can hold: what a record says may be whole where its dates are
/// not. When it was deleted becomes when it was last changed: that it was must stay known.
void dropFalseStamp(IndexedValues& values)
{
    const auto isFalseTime = [&](const char* name) {
        const auto found = values.find(name);
        if (found == values.end()) {
            return false;
        }
        const auto* time = std::get_if<std::int64_t>(&found->second);
        return time == nullptr || *time < 0;
    };
    for (const char* name : {"created_utc_ms", "updated_utc_ms"}) {
        if (isFalseTime(name)) {
            values.erase(name);
        }
    }
    if (isFalseTime("deleted_utc_ms") && !isNothing(values, "deleted_utc_ms")) {
        values.erase("deleted_utc_ms");
        if (const auto updated = values.find("updated_utc_ms"); updated != values.end()) {
            values["deleted_utc_ms"] = updated->second;
        }
    }
}

void fillFromNotes(RecordKind kind, const KeptNotes& notes, IndexedValues& values)
{
    const auto* id = std::get_if<std::string>(&values["id"]);
    const auto note = id == nullptr ? notes.end() : notes.find(*id);
    if (note == notes.end()) {
        return;
    }
    if (kind == RecordKind::Reading && isNothing(values, "note")) {
        values["note"] = note->second;
    } else if (kind == RecordKind::Report && isNothing(values, "value")) {
        values["field"] = std::string{"note"};
        values["value"] = nlohmann::json(mendedText(note->second)).dump();
    }
}

/// What an index does not hold and what can be told from the rest, or may be empty.
void fillGaps(const RescuedTable& table,
              const std::map<std::int64_t, std::int64_t>& offsets,
              const std::string& machine,
              IndexedValues& values)
{
    if (const auto made = madeAt(values["id"])) {
        values.try_emplace("created_utc_ms", *made);
        values.try_emplace("updated_utc_ms", values["created_utc_ms"]);
    }
    values.try_emplace("machine", machine);
    constexpr std::string_view kTime = "_utc_ms";
    for (const RescuedTable::Column& column : table.columns) {
        if (column.name.ends_with(kTime) && !isNothing(values, column.name)) {
            const std::string offset =
                column.name.substr(0, column.name.size() - kTime.size()) + "_offset_min";
            const auto* time = std::get_if<std::int64_t>(&values[column.name]);
            const auto held = time == nullptr ? std::nullopt : offsetAt(offsets, *time);
            if (held) {
                values.try_emplace(offset, *held);
            }
        } else if (column.isNeeded && column.type == "TEXT") {
            values.try_emplace(column.name, std::string{}); // its CHECK says whether it may be
        }
    }
}

} // namespace

bool takeFromIndexes(DamagedFile& file,
                     RecordKind kind,
                     const KeptNotes& notes,
                     const std::map<std::int64_t, std::int64_t>& offsets,
                     Rescued& rescued)
{
    const std::string name{toId(kind)};
    RescuedTable& table = rescued.table(kind);
    std::map<std::int64_t, IndexedValues> found;
    bool knowsAll = false;
    bool knowsIds = false;
    for (const DamagedFile::Index& index : file.indexes(name)) {
        const bool isAll = file.eachEntry(name, index, [&](const RawRow& row) {
            if (!table.takenRows.contains(row.rowid)) {
                for (std::size_t i = 0; i < index.columns.size() && i < row.values.size(); ++i) {
                    found[row.rowid].emplace(index.columns[i], row.values[i]);
                }
            }
        });
        knowsAll = knowsAll || (isAll && index.where.empty());
        knowsIds = knowsIds || (isAll && index.columns == std::vector<std::string>{"id"});
    }
    if (knowsIds) {
        // A row that the index of all ids does not have is a damaged number in another index.
        std::erase_if(found, [](const auto& row) { return !row.second.contains("id"); });
    }
    for (const auto& [rowid, values] : table.refused) {
        found.try_emplace(rowid);
    }

    std::string machine;
    rescued.database().each(
        "SELECT value FROM meta WHERE key = 'machine'",
        [&](SQLite::Statement& row) { machine = row.getColumn(0).getString(); });
    for (auto& [rowid, values] : found) {
        const auto tryOut = [&](IndexedValues row) {
            const bool isDated = row.contains("updated_utc_ms");
            fillFromNotes(kind, notes, row);
            fillGaps(table, offsets, machine, row);
            // Whether it was deleted must be known: what was deleted must not come back.
            if (!row.contains("deleted_utc_ms")) {
                return false;
            }
            std::vector<std::string> names;
            RawRow raw{rowid, {}};
            for (auto& [column, value] : row) {
                names.push_back(column);
                raw.values.push_back(std::move(value));
            }
            return rescued.take(kind, names, raw, isDated ? RowState::InPart : RowState::Undated);
        };
        const auto refused = table.refused.find(rowid);
        bool isTaken = false;
        if (refused != table.refused.end()) {
            // Most of it is right: only what an index says otherwise is exchanged.
            IndexedValues mixed = values;
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                mixed.try_emplace(table.columns[i].name, refused->second[i]);
            }
            dropFalseStamp(mixed);
            isTaken = tryOut(std::move(mixed));
        }
        if (!isTaken && !tryOut(values)) {
            const auto* id = std::get_if<std::string>(&values["id"]);
            table.missing.emplace(rowid, id == nullptr ? std::string{} : *id);
        }
    }
    table.refused.clear();
    return knowsAll;
}

} // namespace unclench
