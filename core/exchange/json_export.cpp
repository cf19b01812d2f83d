// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_export.h"

#include "core/exchange/base64.h"
#include "core/exchange/file_input.h"
#include "core/exchange/picture_files.h"
#include "core/exchange/row_progress.h"
#include "core/store/new_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace unclench {

namespace {

void appendValue(std::string& out, const Column& column, const FlatValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        // What is no free text has nothing to be escaped.
        out += column.type == ColumnType::Text ? nlohmann::json(*text).dump()
                                               : fmt::format("\"{}\"", *text);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        out += *flag ? "true" : "false";
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*whole);
    } else if (const auto* number = std::get_if<double>(&value)) {
        out += fmt::format("{}", *number);
    } else {
        out += "null";
    }
}

/// One key of the document after the other, each array with a row on each line.
class JsonDocument {
public:
    explicit JsonDocument(const std::filesystem::path& target) : m_file(target) {}

    void addValue(const Column& column, const FlatValue& value)
    {
        std::string text = fmt::format("{}\n\"{}\": ", m_isBegun ? "," : "{", column.name);
        appendValue(text, column, value);
        m_file.write(text);
        m_isBegun = true;
    }
    void beginArray(std::string_view name)
    {
        m_file.write(fmt::format(",\n\"{}\": [", name));
        m_hasRows = false;
    }
    void addRow(std::span<const Column> columns, const FlatRow& values)
    {
        std::string row = m_hasRows ? ",\n{" : "\n{";
        for (std::size_t i = 0; i < values.size(); ++i) {
            row += fmt::format("{}\"{}\":", i == 0 ? "" : ",", columns[i].name);
            appendValue(row, columns[i], values[i]);
        }
        m_file.write(row + "}");
        m_hasRows = true;
    }
    void endArray() { m_file.write(m_hasRows ? "\n]" : "]"); }
    void keep()
    {
        m_file.write("\n}\n");
        m_file.keep();
    }

private:
    NewFile m_file;
    bool m_isBegun = false;
    bool m_hasRows = false;
};

} // namespace

RowCounts exportJson(RowSource& source,
                     const ExportHeader& header,
                     const std::filesystem::path& pictures,
                     const std::filesystem::path& target,
                     const Progress& progress)
{
    RowCounts counts;
    RowProgress steps{progress, source.count()};
    JsonDocument document{target};
    const FlatRow head = flatHeader(header);
    for (std::size_t i = 0; i < head.size(); ++i) {
        document.addValue(headerColumns()[i], head[i]);
    }
    for (std::size_t place = 0; place < sheets().size(); ++place) {
        const Sheet& sheet = sheets()[place];
        document.beginArray(sheet.name);
        eachRow(source, place, [&](const FlatRow& values) {
            document.addRow(sheet.columns, values);
            ++counts.rows[place];
            steps.step();
        });
        document.endArray();
    }
    document.beginArray(kPictureSheet);
    for (const std::string& name : picturesIn(pictures)) {
        document.addRow(pictureColumns(), {name, toBase64(wholeFile(pictures / name))});
        ++counts.pictures;
        steps.step();
    }
    document.endArray();
    tell(progress, 1);
    document.keep();
    return counts;
}

} // namespace unclench
