// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/row_taker.h"

#include "core/diary/check.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/picture_files.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace unclench {

namespace {

/// So much of a text that cannot be meant is quoted, in bytes.
constexpr std::size_t kMostTextQuoted = 40;

bool isNameSign(char sign)
{
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '_';
}

/// The names in a CHECK of a table, without the words that it compares with.
std::vector<std::string> namesInRule(std::string_view rule)
{
    std::vector<std::string> names;
    std::string name;
    bool isQuoted = false;
    for (std::size_t at = 0; at <= rule.size(); ++at) {
        const char sign = at < rule.size() ? rule[at] : ' ';
        isQuoted = sign == '\'' ? !isQuoted : isQuoted;
        if (!isQuoted && isNameSign(sign)) {
            name += sign;
        } else if (!name.empty()) {
            names.push_back(std::exchange(name, {}));
        }
    }
    return names;
}

/// The column of the sheet that holds what `name` of the table does: "at" of "at_utc_ms". Absent:
/// it is no name of a column.
std::optional<std::size_t> columnOfTable(const Sheet& sheet, std::string_view name)
{
    for (const std::string_view ending : {"_utc_ms", "_offset_min"}) {
        if (name.ends_with(ending)) {
            name.remove_suffix(ending.size());
        }
    }
    return sheet.columnNamed(name);
}

/// "BETWEEN 0 AND 10". Absent: the rule is another one.
std::optional<ImportRange> rangeIn(std::string_view rule)
{
    constexpr std::string_view kLeast = " BETWEEN ";
    constexpr std::string_view kMost = " AND ";
    const auto least = rule.find(kLeast);
    const auto most = rule.find(kMost);
    if (least == std::string_view::npos || most == std::string_view::npos || most < least) {
        return std::nullopt;
    }
    const auto isRead = [](std::string_view text, std::int64_t& number) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc{} && end == text.data() + text.size();
    };
    const auto begin = least + kLeast.size();
    ImportRange range;
    return isRead(rule.substr(begin, most - begin), range.least) &&
                   isRead(rule.substr(most + kMost.size()), range.most)
               ? std::optional{range}
               : std::nullopt;
}

/// What a CHECK of the table refuses, by the columns of the file.
ImportProblem brokenRule(const Sheet& sheet, const std::string& rule, const FlatRow& values)
{
    ImportProblem problem{.fault = ImportFault::BreaksRule};
    std::vector<std::size_t> columns;
    bool isAsInTable = true;
    for (const std::string& name : namesInRule(rule)) {
        const auto column = columnOfTable(sheet, name);
        if (column && std::find(columns.begin(), columns.end(), *column) == columns.end()) {
            columns.push_back(*column);
            isAsInTable = isAsInTable && sheet.columns[*column].name == name;
        }
    }
    for (const std::size_t column : columns) {
        problem.column += (problem.column.empty() ? "" : ", ") + sheet.columns[column].name;
    }
    if (columns.size() != 1) {
        return problem;
    }
    const Column& column = sheet.columns[columns.front()];
    const std::string given = cellText(column, values[columns.front()]);
    // A longer text may be a note, or hold one.
    if (column.type != ColumnType::Text ||
        (given.size() <= kMostTextQuoted && given.find_first_of("{[\"") == std::string::npos)) {
        problem.given = given;
    }
    problem.range = isAsInTable ? rangeIn(rule) : std::nullopt;
    return problem;
}

/// What `RowSink::add` answered, as a fault; what is no id of one is a rule of a table.
ImportProblem refusedRow(const Sheet& sheet, const std::string& answer, const FlatRow& values)
{
    const auto fault = fromId<ImportFault>(answer);
    return fault ? ImportProblem{.fault = *fault} : brokenRule(sheet, answer, values);
}

/// A text that is longer than any that the program lets into a diary. Absent: there is none.
std::optional<ImportProblem> overlongText(const Sheet& sheet, const AnyRow& row)
{
    const auto* record = std::get_if<AnyRecord>(&row);
    if (record == nullptr ||
        stampOf(*record).isDeleted()) { // what was deleted is looked at no more
        return std::nullopt;
    }
    static const Vocabulary kWords = Vocabulary::builtIn();
    // Texts alone: a clock that was set, or words of another version, keep nothing out.
    constexpr UtcTime kAfterAll{std::chrono::sys_days{std::chrono::year{9999} / 1 / 1}};
    for (const Problem& problem : check(*record, kWords, Moment{kAfterAll, {}})) {
        if (problem.kind == ProblemKind::TooLong) {
            // The note of a report stands in the one column for all that can be told.
            const bool isColumn = sheet.columnNamed(problem.field).has_value();
            return ImportProblem{.fault = ImportFault::TooLong,
                                 .column = isColumn ? problem.field : "value",
                                 .range = ImportRange{0, std::stoll(problem.given)}};
        }
    }
    return std::nullopt;
}

} // namespace

void RowTaker::take(std::size_t place, GivenRow row)
{
    const Sheet& sheet = sheets()[place];
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (!row.isGiven[i] && m_isOlder) {
            row.values[i] = sheet.defaults[i];
        } else if (!row.isGiven[i]) {
            return note(place, row.line, {ImportFault::Missing, i}, row.values);
        }
    }
    const auto result = rowFrom(sheet, row.values);
    if (const auto* fault = std::get_if<FlatFault>(&result)) {
        return note(place, row.line, *fault, row.values);
    }
    const auto& read = std::get<AnyRow>(result);
    auto problem = overlongText(sheet, read);
    if (!problem) {
        const auto refused =
            std::visit([this](const auto& each) { return m_sink.add(each); }, read);
        problem = refused ? std::optional{refusedRow(sheet, *refused, row.values)} : std::nullopt;
    }
    if (problem) {
        problem->sheet = sheet.name;
        problem->line = row.line;
        m_read.problems.add(*std::move(problem));
        return;
    }
    ++m_read.counts.rows[place];
}

void RowTaker::note(std::size_t place,
                    std::int64_t line,
                    const FlatFault& fault,
                    const FlatRow& values)
{
    const Column& column = sheets()[place].columns[fault.column];
    m_read.problems.add({.fault = fault.fault,
                         .sheet = std::string{sheets()[place].name},
                         .line = line,
                         .column = column.name,
                         .given = cellText(column, values[fault.column])});
}

void RowTaker::takePicture(const std::string& name, bool isWhole, std::int64_t line)
{
    const bool isNew = m_pictures.insert(name).second;
    if (isNew && isWhole && isPictureName(name)) {
        ++m_read.counts.pictures;
        return;
    }
    m_read.problems.add({.fault = isNew ? ImportFault::BadPicture : ImportFault::Twice,
                         .sheet = std::string{kPictureSheet},
                         .line = line,
                         .given = name});
}

} // namespace unclench
