// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rescued.h"

#include "core/knowledge/text.h"
#include "core/store/record_table.h"
#include "core/store/schema.h"

#include <algorithm>

namespace unclench {

namespace {

const std::string* rawText(const RawValue& value)
{
    return std::get_if<std::string>(&value);
}

bool isRawUuid(const RawValue& value)
{
    const std::string* text = rawText(value);
    return text != nullptr && Uuid::parse(*text).has_value();
}

/// One flipped bit in how a 0 or a 1 is kept makes an empty value of another type. Returns whether
/// `value` was mended.
bool mendNumber(const RescuedTable::Column& column, RawValue& value)
{
    if (column.type != "INTEGER") {
        return false;
    }
    if (const auto* blob = std::get_if<RawBlob>(&value); blob != nullptr && blob->bytes.empty()) {
        value = std::int64_t{0};
        return true;
    }
    if (const std::string* text = rawText(value); text != nullptr && text->empty()) {
        value = std::int64_t{1};
        return true;
    }
    return false;
}

bool fitsColumn(const RescuedTable::Column& column, const RawValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return !column.isNeeded;
    }
    if (column.type == "TEXT") {
        return rawText(value) != nullptr || std::holds_alternative<RawBlob>(value);
    }
    return std::holds_alternative<std::int64_t>(value) ||
           (column.type == "REAL" && std::holds_alternative<double>(value));
}

/// Returns whether anything had to be mended.
bool mendTexts(std::vector<RawValue>& values)
{
    bool isMended = false;
    for (RawValue& value : values) {
        if (auto* blob = std::get_if<RawBlob>(&value)) {
            value = std::string{blob->bytes};
            isMended = true;
        }
        if (auto* text = std::get_if<std::string>(&value);
            text != nullptr && faultOf(*text, std::string::npos) != TextFault::None) {
            *text = mendedText(*text);
            isMended = true;
        }
    }
    return isMended;
}

void bindRaw(SQLite::Statement& statement, int index, const RawValue& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        statement.bind(index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        statement.bind(index, *real);
    } else if (const std::string* text = rawText(value)) {
        statement.bind(index, *text);
    }
}

} // namespace

std::string mendedText(std::string_view text)
{
    std::string mended;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::string_view letter = text.substr(at, length);
        if (letter.size() == length && faultOf(letter, length) == TextFault::None) {
            mended += letter;
            at += length;
        } else {
            mended += "\xEF\xBF\xBD";
            ++at;
        }
    }
    return mended;
}

Rescued::Rescued(int version) : m_database(Database::inMemoryAt(version))
{
    m_database->script("PRAGMA foreign_keys = OFF"); // what a row belongs to may come later
    forEachKind([&]<class Record>(const Record&) {
        RescuedTable table;
        m_database->each(fmt::format("SELECT name, type, \"notnull\" FROM pragma_table_info('{}')",
                                     toId(kKindOf<Record>)),
                         [&](SQLite::Statement& row) {
                             table.columns.push_back({row.getColumn(0).getString(),
                                                      row.getColumn(1).getString(),
                                                      row.getColumn(2).getInt() != 0});
                         });
        m_tables.push_back(std::move(table));
    });
    m_database->run("BEGIN");
}

bool Rescued::insert(std::string_view table,
                     const std::vector<std::string>& names,
                     const std::vector<RawValue>& values)
{
    try {
        m_database->runBound(
            fmt::format("INSERT INTO {} ({}) VALUES ({})", table, fmt::join(names, ", "),
                        fmt::join(std::vector<std::string_view>(names.size(), "?"), ", ")),
            [&](SQLite::Statement& statement) {
                for (std::size_t i = 0; i < values.size(); ++i) {
                    bindRaw(statement, static_cast<int>(i) + 1, values[i]);
                }
            });
        return true;
    } catch (const StorageError&) {
        return false; // a value that SQLite cannot even look at, as JSON that is none
    } catch (const std::logic_error&) {
        return false; // a CHECK of the table: the question was whether the row fits, and it does
                      // not
    }
}

bool Rescued::take(RecordKind kind,
                   const std::vector<std::string>& names,
                   const RawRow& row,
                   RowState state)
{
    std::vector<RawValue> values;
    const bool fits = takeRow(kind, names, row, state, values);
    RescuedTable& known = table(kind);
    if (!fits && state == RowState::Whole && !known.takenRows.contains(row.rowid)) {
        known.refused.emplace(row.rowid, std::move(values));
    }
    return fits;
}

bool Rescued::takeRow(RecordKind kind,
                      const std::vector<std::string>& names,
                      const RawRow& row,
                      RowState state,
                      std::vector<RawValue>& values)
{
    RescuedTable& known = table(kind);
    std::vector<std::string> own;
    std::int64_t updated = 0;
    std::string id;
    bool fits = !known.columns.empty();
    bool isOff = false;
    for (const RescuedTable::Column& column : known.columns) {
        const auto name = std::find(names.begin(), names.end(), column.name);
        const auto place = static_cast<std::size_t>(name - names.begin());
        isOff = isOff || place >= row.values.size();
        values.push_back(place < row.values.size() ? row.values[place] : RawValue{});
        own.push_back(column.name);
        isOff = mendNumber(column, values.back()) || isOff;
        fits = fits && fitsColumn(column, values.back());
        if (column.name == "id") {
            fits = fits && isRawUuid(values.back());
            id = fits ? *rawText(values.back()) : std::string{};
        } else if (column.name == "updated_utc_ms") {
            const auto* number = std::get_if<std::int64_t>(&values.back());
            updated = number == nullptr ? 0 : *number;
        }
    }
    if (fits) {
        if (const auto other = known.taken.find(id); other != known.taken.end()) {
            known.takenRows.emplace(row.rowid, id);
            if (other->second >= updated || state == RowState::Undated) {
                return true; // a version that is there already, or that has a date to show
            }
            m_database->run(fmt::format("DELETE FROM {} WHERE id = ?", toId(kind)), id);
            known.taken.erase(other);
        }
        const bool isMended = mendTexts(values);
        fits = insert(toId(kind), own, values);
        if (fits) {
            known.taken.emplace(id, updated);
            known.takenRows.emplace(row.rowid, id);
            known.refused.erase(row.rowid);
            if (isMended || isOff || state != RowState::Whole) {
                known.inPart.insert(id);
            }
            if (state == RowState::Undated) {
                known.undated.insert(id);
            }
        }
    }
    return fits;
}

bool Rescued::takeUnknown(const RawRow& row)
{
    bool isTaken = false;
    forEachKind([&]<class Record>(const Record&) {
        const auto& columns = table(kKindOf<Record>).columns;
        if (isTaken || columns.size() != row.values.size() || columns.empty()) {
            return;
        }
        std::vector<std::string> names;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            names.push_back(columns[i].name);
            if (!fitsColumn(columns[i], row.values[i])) {
                return;
            }
        }
        std::vector<RawValue> tried;
        isTaken = takeRow(kKindOf<Record>, names, row, RowState::Whole, tried);
    });
    return isTaken;
}

bool Rescued::takeOldVersion(const RawRow& row)
{
    // number, kind, record_id, replaced_utc_ms, machine, old
    if (row.values.size() != 6) {
        return false;
    }
    std::vector<RawValue> values(row.values.begin() + 1, row.values.end());
    const std::string* kind = rawText(values[0]);
    const auto* replaced = std::get_if<std::int64_t>(&values[2]);
    if (kind == nullptr || !fromId<RecordKind>(*kind) || !isRawUuid(values[1]) ||
        replaced == nullptr || rawText(values[3]) == nullptr || rawText(values[4]) == nullptr) {
        return false;
    }
    mendTexts(values);
    const std::string whole = fmt::format("{} {} {} {} {}", *kind, *rawText(values[1]), *replaced,
                                          *rawText(values[3]), *rawText(values[4]));
    if (m_oldVersions.contains(whole)) {
        return true;
    }
    const bool isTaken =
        insert("change_log", {"kind", "record_id", "replaced_utc_ms", "machine", "old"}, values);
    if (isTaken) {
        m_oldVersions.insert(whole);
    }
    return isTaken;
}

bool Rescued::takeErased(const RawRow& row)
{
    // id, kind, created_utc_ms, deleted_utc_ms, erased_utc_ms
    if (row.values.size() != 5 || !isRawUuid(row.values[0])) {
        return false;
    }
    const std::string* kind = rawText(row.values[1]);
    const bool hasTimes =
        std::all_of(row.values.begin() + 2, row.values.end(), [](const RawValue& value) {
            return std::holds_alternative<std::int64_t>(value);
        });
    if (kind == nullptr || !fromId<RecordKind>(*kind) || !hasTimes) {
        return false;
    }
    const std::string& id = *rawText(row.values[0]);
    if (m_erased.contains(id)) {
        return true;
    }
    const bool isTaken = insert(
        "erased", {"id", "kind", "created_utc_ms", "deleted_utc_ms", "erased_utc_ms"}, row.values);
    if (isTaken) {
        m_erased.insert(id);
    }
    return isTaken;
}

bool Rescued::takeMeta(const RawRow& row)
{
    constexpr std::size_t kMachineName = 12;
    const std::string* key = row.values.size() == 2 ? rawText(row.values[0]) : nullptr;
    const std::string* value = key == nullptr ? nullptr : rawText(row.values[1]);
    if (value == nullptr || key->empty() || !std::all_of(key->begin(), key->end(), [](char c) {
            return c == '_' || (c >= 'a' && c <= 'z');
        })) {
        return false;
    }
    if (*key == "machine") {
        if (m_knowsMachine || value->size() != kMachineName) {
            return false;
        }
        m_knowsMachine = true;
        m_database->run("DELETE FROM meta WHERE key = 'machine'");
    }
    m_database->run("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)", *key,
                    mendedText(*value));
    return true;
}

void Rescued::finish()
{
    m_database->run("COMMIT");
    migrate(*m_database);
    forEachKind([&]<class Record>(const Record&) {
        const std::string_view name = toId(kKindOf<Record>);
        detail::ColumnNames columns;
        Record any;
        Record::fields(any, columns);
        std::vector<std::string> unreadable;
        m_database->eachOfMany(
            fmt::format("SELECT id, {} FROM {}", fmt::join(columns.names, ", "), name),
            [&](const BulkRow& row) {
                try {
                    Record record;
                    detail::Reader reader{row, 1};
                    reader.stamp(record.stamp);
                    Record::fields(record, reader);
                } catch (const StorageError&) {
                    unreadable.emplace_back(row.text(0));
                }
            });
        RescuedTable& known = table(kKindOf<Record>);
        std::int64_t unnumbered = -1; // no row of ours has such a number
        for (const std::string& id : unreadable) {
            m_database->run(fmt::format("DELETE FROM {} WHERE id = ?", name), id);
            known.taken.erase(id);
            known.inPart.erase(id);
            known.missing.emplace(unnumbered--, id);
        }
    });
}

} // namespace unclench
