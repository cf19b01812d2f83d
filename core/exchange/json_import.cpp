// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json_import.h"

#include "core/exchange/base64.h"
#include "core/exchange/json_input.h"
#include "core/exchange/row_taker.h"

#include <algorithm>

namespace unclench {

namespace {

/// The values of the outermost object, whatever else stands there.
class HeaderEvents : public JsonEvents {
public:
    FlatRow values = FlatRow(headerColumns().size());

    bool value(FlatValue value) override
    {
        if (m_depth == 1 && m_column) {
            values[*m_column] = std::move(value);
        }
        return true;
    }
    bool key(std::string& name) override
    {
        if (m_depth == 1) {
            const auto columns = headerColumns();
            const auto found =
                std::find_if(columns.begin(), columns.end(),
                             [&](const Column& column) { return column.name == name; });
            m_column = found == columns.end()
                           ? std::nullopt
                           : std::optional{static_cast<std::size_t>(found - columns.begin())};
        }
        return true;
    }
    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

private:
    bool enter()
    {
        ++m_depth;
        return true;
    }
    bool leave()
    {
        --m_depth;
        return true;
    }

    int m_depth = 0;
    std::optional<std::size_t> m_column;
};

using JsonRowTaker = std::function<void(std::size_t place, GivenRow row)>;

/// The rows of all arrays. Pictures come as rows of the sheet behind the last.
class RowEvents : public JsonEvents {
public:
    RowEvents(const JsonInput& input, ImportProblems& problems, JsonRowTaker taker)
        : m_input(input), m_problems(problems), m_taker(std::move(taker))
    {
    }

    bool value(FlatValue value) override
    {
        if (m_skipped > 0) {
            return true;
        }
        if (m_where == Where::Row) {
            if (m_column) {
                m_row.values[*m_column] = std::move(value);
            }
        } else if (m_where == Where::Sheet || m_sheet) {
            note(ImportFault::WrongForm); // a plain value where a row or an array belongs
        }
        return true;
    }
    bool key(std::string& name) override
    {
        if (m_skipped > 0) {
            return true;
        }
        if (m_where == Where::Row) {
            rowKey(name);
        } else {
            topKey(name);
        }
        return true;
    }
    bool start_object(std::size_t) override
    {
        if (m_skipped == 0 && m_where == Where::Before) {
            m_where = Where::Top;
        } else if (m_skipped == 0 && m_where == Where::Sheet) {
            m_where = Where::Row;
            m_row = {FlatRow(columns().size()), std::vector<bool>(columns().size()),
                     m_input.line()};
            m_isRowWrong = false;
        } else {
            skip();
        }
        return true;
    }
    bool start_array(std::size_t) override
    {
        if (m_skipped == 0 && m_where == Where::Top && m_sheet) {
            m_where = Where::Sheet;
        } else {
            skip();
        }
        return true;
    }
    bool end_object() override
    {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (m_where == Where::Row) {
            m_where = Where::Sheet;
            if (!m_isRowWrong) {
                m_taker(*m_sheet, std::move(m_row));
            }
        } else {
            m_where = Where::Before;
        }
        return true;
    }
    bool end_array() override
    {
        if (m_skipped > 0) {
            --m_skipped;
        } else {
            m_where = Where::Top;
        }
        return true;
    }

private:
    enum class Where { Before, Top, Sheet, Row };

    void topKey(const std::string& name)
    {
        m_sheet = name == kPictureSheet ? std::optional{sheets().size()} : sheetNamed(name);
        const auto head = headerColumns();
        const bool isHead = std::any_of(head.begin(), head.end(),
                                        [&](const Column& column) { return column.name == name; });
        if (!m_sheet && !isHead) {
            noteTop(ImportFault::UnknownKey, name);
        } else if (!m_topKeys.insert(name).second) {
            noteTop(ImportFault::KeyTwice, name);
        }
    }
    void rowKey(const std::string& name)
    {
        const auto all = columns();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Column& column) { return column.name == name; });
        m_column.reset();
        if (found == all.end()) {
            note(ImportFault::UnknownKey, name);
            return;
        }
        const auto place = static_cast<std::size_t>(found - all.begin());
        if (m_row.isGiven[place]) {
            note(ImportFault::KeyTwice, name);
            return;
        }
        m_row.isGiven[place] = true;
        m_column = place;
    }

    /// An object or array in a place where none belongs; an unknown key was told of already.
    void skip()
    {
        if (m_skipped == 0 && (m_where != Where::Top || m_sheet) &&
            (m_where != Where::Row || m_column)) {
            note(ImportFault::WrongForm);
        }
        ++m_skipped;
    }
    /// Of the array or row that is being read.
    void note(ImportFault fault, const std::string& column = {})
    {
        const bool isInRow = m_where == Where::Row;
        m_problems.add(
            {.fault = fault,
             .sheet = sheetName(),
             .line = isInRow ? m_row.line : m_input.line(),
             .column = isInRow && m_column && column.empty() ? columns()[*m_column].name : column});
        m_isRowWrong = true;
    }
    void noteTop(ImportFault fault, const std::string& key)
    {
        m_problems.add({.fault = fault, .line = m_input.line(), .column = key});
    }

    [[nodiscard]] std::span<const Column> columns() const
    {
        return *m_sheet == sheets().size() ? pictureColumns()
                                           : std::span<const Column>{sheets()[*m_sheet].columns};
    }
    [[nodiscard]] std::string sheetName() const
    {
        return std::string{*m_sheet == sheets().size() ? kPictureSheet : sheets()[*m_sheet].name};
    }

    const JsonInput& m_input;
    ImportProblems& m_problems;
    JsonRowTaker m_taker;
    Where m_where = Where::Before;
    /// How deep inside of something that is passed over.
    int m_skipped = 0;
    std::optional<std::size_t> m_sheet;
    std::optional<std::size_t> m_column;
    GivenRow m_row;
    bool m_isRowWrong = false;
    std::set<std::string> m_topKeys;
};

/// How far two readings of a file are.
class TwiceRead {
public:
    TwiceRead(const std::filesystem::path& file, const Progress& progress)
        : m_progress(progress), m_total(2 * lengthOf(file))
    {
    }
    std::function<void(std::int64_t)> counter()
    {
        return [this](std::int64_t bytes) {
            m_done += bytes;
            if (m_total > 0) {
                tell(m_progress,
                     std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_total)));
            }
        };
    }

private:
    const Progress& m_progress;
    std::int64_t m_total;
    std::int64_t m_done = 0;
};

void parseJson(JsonInput& input, JsonEvents& events)
{
    // What stops it says why by itself.
    static_cast<void>(nlohmann::json::sax_parse(input.begin(), JsonInput::end(), &events));
}

void readHeader(FileInput& file, int knownSchema, ImportRead& read)
{
    JsonInput input{file};
    HeaderEvents events;
    parseJson(input, events);
    if (events.isBroken()) {
        const bool isOurs = std::holds_alternative<std::string>(events.values.front());
        read.problems.add({.fault = isOurs ? ImportFault::Unreadable : ImportFault::NotOurs,
                           .line = isOurs ? input.line() : 0});
        return;
    }
    read.header = headerFrom(events.values, knownSchema, read.problems);
}

const std::string& textOf(const FlatValue& value)
{
    static const std::string kNothing;
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? kNothing : *text;
}

} // namespace

ImportRead importJson(const std::filesystem::path& path,
                      int knownSchema,
                      RowSink& sink,
                      const Progress& progress)
{
    ImportRead read{.form = ExportForm::Json};
    TwiceRead twice{path, progress};
    FileInput first{path, twice.counter()};
    readHeader(first, knownSchema, read);
    if (!read.problems.isEmpty()) {
        return read;
    }
    FileInput second{path, twice.counter()};
    JsonInput input{second};
    RowTaker taker{sink, knownSchema, read};
    RowEvents events{input, read.problems, [&](std::size_t place, GivenRow row) {
                         if (place < sheets().size()) {
                             taker.take(place, std::move(row));
                         } else {
                             taker.takePicture(textOf(row.values[0]),
                                               fromBase64(textOf(row.values[1])).has_value(),
                                               row.line);
                         }
                     }};
    parseJson(input, events);
    if (events.isBroken()) { // it was changed meanwhile
        read.problems.add({.fault = ImportFault::Unreadable, .line = input.line()});
    }
    return read;
}

void eachJsonPicture(const std::filesystem::path& path, const PictureTaker& picture)
{
    FileInput file{path};
    JsonInput input{file};
    ImportProblems seenAlready;
    RowEvents events{input, seenAlready, [&](std::size_t place, const GivenRow& row) {
                         const std::string& name = textOf(row.values.front());
                         if (place == sheets().size()) {
                             if (const auto bytes = fromBase64(textOf(row.values[1]))) {
                                 picture(name, *bytes);
                             }
                         }
                     }};
    parseJson(input, events);
}

} // namespace unclench
