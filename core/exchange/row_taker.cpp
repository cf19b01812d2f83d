// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/row_taker.h"

#include "core/exchange/csv_text.h"
#include "core/exchange/picture_files.h"

#include <algorithm>

namespace unclench {

namespace {

/// What `RowSink::add` answered, as a fault; what is no id of one is a rule of a table.
ImportProblem refusedRow(const std::string& answer)
{
    const auto fault = fromId<ImportFault>(answer);
    return fault ? ImportProblem{.fault = *fault}
                 : ImportProblem{.fault = ImportFault::BreaksRule, .given = answer};
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
    const auto refused =
        std::visit([this](const auto& each) { return m_sink.add(each); }, std::get<AnyRow>(result));
    if (refused) {
        ImportProblem problem = refusedRow(*refused);
        problem.sheet = sheet.name;
        problem.line = row.line;
        m_read.problems.add(std::move(problem));
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
