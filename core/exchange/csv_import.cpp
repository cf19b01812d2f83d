// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_import.h"

#include "core/exchange/csv_export.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/picture_files.h"
#include "core/exchange/row_taker.h"

#include <fmt/format.h>

#include <algorithm>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// The sheet by which problems in about.csv are told.
constexpr const char* kAboutSheet = "about";

/// One file, with what is told of it noted under the name of its sheet.
class CsvSheet {
public:
    CsvSheet(FileInput& input, std::string name, ImportProblems& problems)
        : m_reader(input), m_name(std::move(name)), m_problems(problems)
    {
    }

    /// The next row that is as wide as the first, which this one gives too.
    bool next(std::vector<std::string>& cells)
    {
        while (m_reader.next(cells)) {
            m_width = m_width == 0 ? cells.size() : m_width;
            if (cells.size() == m_width) {
                return true;
            }
            note(ImportFault::WrongWidth);
        }
        if (m_reader.isBroken()) {
            note(ImportFault::Unreadable);
        }
        return false;
    }
    void note(ImportFault fault, std::string column = {}, std::string given = {})
    {
        m_problems.add({.fault = fault,
                        .sheet = m_name,
                        .line = m_reader.line(),
                        .column = std::move(column),
                        .given = std::move(given)});
    }
    [[nodiscard]] std::int64_t line() const { return m_reader.line(); }

private:
    CsvReader m_reader;
    std::string m_name;
    ImportProblems& m_problems;
    std::size_t m_width = 0;
};

void readAbout(const fs::path& folder, int knownSchema, ImportRead& read)
{
    FileInput input{folder / kAboutFile};
    CsvSheet sheet{input, kAboutSheet, read.problems};
    FlatRow values(headerColumns().size());
    std::vector<std::string> cells;
    if (!sheet.next(cells) || cells != std::vector<std::string>{"key", "value"}) {
        read.problems.add({.fault = ImportFault::NotOurs});
        return;
    }
    while (sheet.next(cells)) {
        const auto columns = headerColumns();
        const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
            return column.name == cells.front();
        });
        if (found == columns.end()) {
            sheet.note(ImportFault::UnknownKey, cells.front());
            continue;
        }
        FlatValue& value = values[static_cast<std::size_t>(found - columns.begin())];
        if (!std::holds_alternative<std::monostate>(value)) {
            sheet.note(ImportFault::KeyTwice, cells.front());
        } else if (auto given = cellValue(*found, cells.back())) {
            value = *std::move(given);
        } else {
            sheet.note(ImportFault::WrongForm, cells.front(), cells.back());
        }
    }
    // Of a newer form nothing more need be true than that it says so.
    ImportProblems ofHeader;
    read.header = headerFrom(values, knownSchema, ofHeader);
    const bool isNewer =
        !ofHeader.isEmpty() && ofHeader.first().front().fault != ImportFault::Missing;
    if (isNewer || read.problems.isEmpty()) {
        read.problems = ofHeader;
    }
}

/// Where in a row each column of the sheet stands; absent: nowhere. No value: the file has columns
/// that cannot be read.
std::optional<std::vector<std::optional<std::size_t>>>
placesOf(CsvSheet& file, const Sheet& sheet, const std::vector<std::string>& head)
{
    std::vector<std::optional<std::size_t>> places(sheet.columns.size());
    bool isFine = true;
    for (std::size_t i = 0; i < head.size(); ++i) {
        const auto column = sheet.columnNamed(head[i]);
        if (!column || places[*column]) {
            file.note(column ? ImportFault::KeyTwice : ImportFault::UnknownKey, head[i]);
            isFine = false;
        } else {
            places[*column] = i;
        }
    }
    return isFine ? std::optional{std::move(places)} : std::nullopt;
}

void readSheet(CsvSheet& file, std::size_t place, RowTaker& taker)
{
    const Sheet& sheet = sheets()[place];
    std::vector<std::string> cells;
    if (!file.next(cells)) {
        return;
    }
    const auto places = placesOf(file, sheet, cells);
    if (!places) {
        return;
    }
    while (file.next(cells)) {
        GivenRow row{FlatRow(sheet.columns.size()), std::vector<bool>(sheet.columns.size()),
                     file.line()};
        bool isFine = true;
        for (std::size_t i = 0; i < sheet.columns.size() && isFine; ++i) {
            if (!(*places)[i]) {
                continue;
            }
            const std::string& cell = cells[*(*places)[i]];
            auto value = cellValue(sheet.columns[i], cell);
            isFine = value.has_value();
            if (isFine) {
                row.values[i] = *std::move(value);
                row.isGiven[i] = true;
            } else {
                file.note(ImportFault::WrongForm, sheet.columns[i].name, cell);
            }
        }
        if (isFine) {
            taker.take(place, std::move(row));
        }
    }
}

/// How many bytes the tables have. What would be passed over without a word is noted.
std::int64_t lookThrough(const fs::path& folder, ImportProblems& problems)
{
    std::int64_t bytes = 0;
    std::error_code error; // about.csv was read from it just now
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const std::string name = entry.path().filename().string();
        const bool isHidden = name.starts_with('.');
        if (name.ends_with(kCsvEnding) && !isHidden && name != kAboutFile && !sheetOfFile(name)) {
            problems.add({.fault = ImportFault::UnknownFile, .given = name});
        }
        bytes += sheetOfFile(name) ? lengthOf(entry.path()) : 0;
    }
    return bytes;
}

} // namespace

ImportRead
importCsv(const fs::path& folder, int knownSchema, RowSink& sink, const Progress& progress)
{
    ImportRead read{.form = ExportForm::Csv};
    readAbout(folder, knownSchema, read);
    if (!read.problems.isEmpty()) {
        return read;
    }
    const std::int64_t total = lookThrough(folder, read.problems);
    std::int64_t done = 0;
    const auto count = [&](std::int64_t bytes) {
        done += bytes;
        if (total > 0) {
            tell(progress, std::min(1.0, static_cast<double>(done) / static_cast<double>(total)));
        }
    };
    RowTaker taker{sink, knownSchema, read};
    for (std::size_t place = 0; place < sheets().size(); ++place) {
        const std::string_view name = sheets()[place].name;
        const fs::path path = folder / fmt::format("{}{}", name, kCsvEnding);
        std::error_code error;
        if (fs::exists(path,
                       error)) { // one that was taken out is not imported, as a person may wish
            FileInput input{path, count};
            CsvSheet sheet{input, std::string{name}, read.problems};
            readSheet(sheet, place, taker);
        }
    }
    for (const std::string& name : picturesIn(folder / kCsvPictures)) {
        taker.takePicture(name, true, 0);
    }
    return read;
}

void eachCsvPicture(const fs::path& folder, const PictureTaker& picture)
{
    for (const std::string& name : picturesIn(folder / kCsvPictures)) {
        picture(name, wholeFile(folder / kCsvPictures / name));
    }
}

} // namespace unclench
