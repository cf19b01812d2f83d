// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csv_export.h"

#include "core/exchange/csv_text.h"
#include "core/exchange/picture_files.h"
#include "core/exchange/row_progress.h"
#include "core/store/file_error.h"
#include "core/store/new_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <sys/stat.h>

namespace unclench {

namespace {

namespace fs = std::filesystem;

/// One file of the folder, with its first row.
class CsvFile {
public:
    CsvFile(const fs::path& file, bool hasMark, const std::vector<std::string>& head)
        : m_output(file)
    {
        if (hasMark) {
            m_output.write("\xEF\xBB\xBF");
        }
        m_output.write(csvRow(head));
    }
    void write(const std::vector<std::string>& cells) { m_output.write(csvRow(cells)); }
    void finish() { m_output.finish(); }

private:
    FileOutput m_output;
};

std::vector<std::string> namesOf(std::span<const Column> columns)
{
    std::vector<std::string> names;
    for (const Column& column : columns) {
        names.push_back(column.name);
    }
    return names;
}

void writeAbout(const fs::path& file, const ExportHeader& header, bool hasMark)
{
    CsvFile about{file, hasMark, {"key", "value"}};
    const FlatRow values = flatHeader(header);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Column& column = headerColumns()[i];
        about.write({column.name, cellText(column, values[i])});
    }
    about.finish();
}

std::int64_t copyPictures(const fs::path& from, const fs::path& to, RowProgress& progress)
{
    const std::vector<std::string> names = picturesIn(from);
    if (names.empty()) {
        return 0;
    }
    if (::mkdir(to.c_str(), S_IRWXU) != 0) {
        throw FileError{errno, "write a file"};
    }
    for (const std::string& name : names) {
        FileInput picture{from / name};
        FileOutput copy{to / name};
        for (auto piece = picture.more(); !piece.empty(); piece = picture.more()) {
            copy.write(piece);
        }
        copy.finish();
        progress.step();
    }
    return static_cast<std::int64_t>(names.size());
}

} // namespace

std::optional<std::size_t> sheetOfFile(std::string_view file)
{
    return file.ends_with(kCsvEnding) ? sheetNamed(file.substr(0, file.size() - kCsvEnding.size()))
                                      : std::nullopt;
}

RowCounts exportCsv(RowSource& source,
                    const ExportHeader& header,
                    const CsvWishes& wishes,
                    const fs::path& target,
                    const Progress& progress)
{
    RowCounts counts;
    RowProgress steps{progress, source.count()};
    NewFolder folder{target};
    writeAbout(folder.path() / kAboutFile, header, wishes.hasMark);
    for (std::size_t place = 0; place < sheets().size(); ++place) {
        const Sheet& sheet = sheets()[place];
        CsvFile file{folder.path() / fmt::format("{}{}", sheet.name, kCsvEnding), wishes.hasMark,
                     namesOf(sheet.columns)};
        eachRow(source, place, [&](const FlatRow& values) {
            std::vector<std::string> cells;
            for (std::size_t i = 0; i < values.size(); ++i) {
                cells.push_back(cellText(sheet.columns[i], values[i]));
            }
            file.write(cells);
            ++counts.rows[place];
            steps.step();
        });
        file.finish();
    }
    counts.pictures = copyPictures(wishes.pictures, folder.path() / kCsvPictures, steps);
    tell(progress, 1);
    folder.keep();
    return counts;
}

} // namespace unclench
