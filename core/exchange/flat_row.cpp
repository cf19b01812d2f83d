// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/flat_row.h"

#include "core/exchange/exact_time.h"
#include "core/exchange/flat_fields.h"
#include "core/knowledge/text.h"
#include "core/store/storage_error.h"

#include <algorithm>
#include <numeric>

namespace unclench {

namespace {

template <class T>
Column columnFor(const char* name)
{
    if constexpr (kIsMaybe<T>) {
        Column column = columnFor<typename T::value_type>(name);
        column.isOptional = true;
        return column;
    } else if constexpr (NamedEnum<T>) {
        return {name, ColumnType::Word, false, kNames<T>};
    } else if constexpr (std::is_same_v<T, std::string>) {
        return {name, ColumnType::Text};
    } else if constexpr (std::is_same_v<T, Uuid>) {
        return {name, ColumnType::Id};
    } else if constexpr (std::is_same_v<T, UtcTime>) {
        return {name, ColumnType::Time};
    } else if constexpr (std::is_same_v<T, Moment>) {
        return {name, ColumnType::Moment};
    } else if constexpr (std::is_same_v<T, bool>) {
        return {name, ColumnType::Flag};
    } else if constexpr (std::is_same_v<T, double>) {
        return {name, ColumnType::Number};
    } else {
        static_assert(std::is_same_v<T, int> || std::is_same_v<T, std::chrono::minutes> ||
                      std::is_same_v<T, std::chrono::milliseconds>);
        return {name, ColumnType::Whole};
    }
}

FlatValue flat(const std::string& text)
{
    if (faultOf(text, text.size()) == TextFault::NotUtf8) {
        throw StorageError{StorageFault::Damaged, "export", "a text is not UTF-8"};
    }
    return text;
}
FlatValue flat(const Uuid& id)
{
    return id.text();
}
FlatValue flat(UtcTime time)
{
    return exactText(time);
}
FlatValue flat(const Moment& moment)
{
    return exactText(moment);
}
FlatValue flat(bool flag)
{
    return flag;
}
FlatValue flat(int number)
{
    return std::int64_t{number};
}
FlatValue flat(double number)
{
    return number;
}
FlatValue flat(std::chrono::minutes length)
{
    return std::int64_t{length.count()};
}
FlatValue flat(std::chrono::milliseconds length)
{
    return std::int64_t{length.count()};
}
template <NamedEnum Enum>
FlatValue flat(Enum value)
{
    return std::string{toId(value)};
}
template <class T>
FlatValue flat(const std::optional<T>& maybe)
{
    return maybe ? flat(*maybe) : FlatValue{};
}

template <class Row>
FlatRow flattened(const Row& row)
{
    FlatRow values;
    flatFields(row, [&](const char*, const auto& member) { values.push_back(flat(member)); });
    return values;
}

template <class Row>
Sheet makeSheet(std::string_view name, std::optional<RecordKind> kind)
{
    Sheet sheet{name, kind, {}, flattened(Row{})};
    Row row;
    flatFields(row, [&]<class T>(const char* column, const T&) {
        sheet.columns.push_back(columnFor<T>(column));
    });
    return sheet;
}

std::vector<Sheet> makeSheets()
{
    std::vector<Sheet> all;
    forEachKind([&]<class Record>(const Record&) {
        all.push_back(makeSheet<Record>(toId(kKindOf<Record>), kKindOf<Record>));
    });
    all.push_back(makeSheet<OldVersion>(kChangeLogSheet, std::nullopt));
    all.push_back(makeSheet<ErasedRecord>(kErasedSheet, std::nullopt));
    return all;
}

} // namespace

std::optional<std::size_t> Sheet::columnNamed(std::string_view column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& each) { return each.name == column; });
    return found == columns.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - columns.begin())};
}

const std::vector<Sheet>& sheets()
{
    static const std::vector<Sheet> kSheets = makeSheets();
    return kSheets;
}

std::span<const Column> pictureColumns()
{
    static const std::array kColumns{Column{"name", ColumnType::Text},
                                     Column{"base64", ColumnType::Text}};
    return kColumns;
}

std::optional<std::size_t> sheetNamed(std::string_view name)
{
    const auto found = std::find_if(sheets().begin(), sheets().end(),
                                    [&](const Sheet& sheet) { return sheet.name == name; });
    return found == sheets().end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - sheets().begin())};
}

void eachRow(RowSource& source, std::size_t place, const std::function<void(const FlatRow&)>& row)
{
    const Sheet& sheet = sheets()[place];
    if (sheet.kind) {
        source.eachRecord(*sheet.kind, [&](const AnyRecord& record) {
            row(std::visit([](const auto& each) { return flattened(each); }, record));
        });
    } else if (sheet.name == kChangeLogSheet) {
        source.eachOldVersion([&](const OldVersion& version) { row(flattened(version)); });
    } else {
        source.eachErased([&](const ErasedRecord& erased) { row(flattened(erased)); });
    }
}

std::int64_t RowCounts::records() const
{
    constexpr auto kKinds = static_cast<std::ptrdiff_t>(std::variant_size_v<AnyRecord>);
    return std::accumulate(rows.begin(), rows.begin() + kKinds, std::int64_t{0});
}

} // namespace unclench
