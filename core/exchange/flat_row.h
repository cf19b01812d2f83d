// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of a diary as a flat list of plain values: what JSON and CSV have in common.
#pragma once

#include "core/exchange/import_problem.h"
#include "core/exchange/rows.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace unclench {

/// What a column holds. Id, Word, Time and Moment are texts of a fixed form.
enum class ColumnType {
    Text,
    Id,     ///< a UUID
    Word,   ///< one of `words`
    Time,   ///< in UTC (exactText)
    Moment, ///< with its offset (exactText)
    Flag,   ///< true or false
    Whole,  ///< a whole number
    Number  ///< any finite number
};

struct Column {
    std::string name;
    ColumnType type = ColumnType::Text;
    /// Whether it may be absent.
    bool isOptional = false;
    std::span<const std::string_view> words{};
};

/// Absent: std::monostate.
using FlatValue = std::variant<std::monostate, bool, std::int64_t, double, std::string>;
/// One value for each column of its sheet.
using FlatRow = std::vector<FlatValue>;

using AnyRow = std::variant<AnyRecord, OldVersion, ErasedRecord>;

/// What an export keeps apart: an array in JSON, a file in CSV.
struct Sheet {
    std::string_view name;
    /// Absent: the change log or what was erased.
    std::optional<RecordKind> kind;
    std::vector<Column> columns;
    /// The row that says nothing: for columns that an older file does not have.
    FlatRow defaults;

    /// Absent: no such column.
    [[nodiscard]] std::optional<std::size_t> columnNamed(std::string_view column) const;
};

inline constexpr std::string_view kChangeLogSheet = "change_log";
inline constexpr std::string_view kErasedSheet = "erased";
/// No sheet, but an array of JSON beside them: `name` and `base64`.
inline constexpr std::string_view kPictureSheet = "picture";
[[nodiscard]] std::span<const Column> pictureColumns();

/// Each kind of record, then the change log, then what was erased.
[[nodiscard]] const std::vector<Sheet>& sheets();
/// Its place in `sheets`. Absent: none has that name.
[[nodiscard]] std::optional<std::size_t> sheetNamed(std::string_view name);

/// Goes over the rows of the sheet at `place`, in the order of the source. Throws StorageError
/// (Damaged) where a text is not UTF-8: no file could hold it as it is.
void eachRow(RowSource& source, std::size_t place, const std::function<void(const FlatRow&)>& row);

/// What is wrong with one value; `column` is its place.
struct FlatFault {
    ImportFault fault = ImportFault::WrongForm;
    std::size_t column = 0;
};
/// Requires: as many values as the sheet has columns.
[[nodiscard]] std::variant<AnyRow, FlatFault> rowFrom(const Sheet& sheet, const FlatRow& values);

/// How many rows each sheet has.
struct RowCounts {
    std::vector<std::int64_t> rows = std::vector<std::int64_t>(sheets().size());
    std::int64_t pictures = 0;

    [[nodiscard]] std::int64_t of(RecordKind kind) const
    {
        return rows[static_cast<std::size_t>(kind)];
    }
    /// Of records alone: no old versions, nothing that was erased, no pictures.
    [[nodiscard]] std::int64_t records() const;
    friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

} // namespace unclench
