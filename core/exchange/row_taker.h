// SPDX-License-Identifier: GPL-3.0-or-later
// From the values of a row in a file to a row of the diary, or to what is wrong with it.
#pragma once

#include "core/exchange/import_file.h"

#include <set>
#include <string>
#include <vector>

namespace unclench {

/// A row as it stands in a file. What is not `isGiven` has no key or column there.
struct GivenRow {
    FlatRow values;
    std::vector<bool> isGiven;
    std::int64_t line = 0;
};

class RowTaker {
public:
    /// `read` is counted and noted into; its header is read already.
    RowTaker(RowSink& sink, int knownSchema, ImportRead& read)
        : m_sink(sink), m_isOlder(read.header.schema < knownSchema), m_read(read)
    {
    }

    /// Of the sheet at `place`.
    void take(std::size_t place, GivenRow row);
    /// `isWhole`: its bytes could be read.
    void takePicture(const std::string& name, bool isWhole, std::int64_t line);

private:
    void note(std::size_t place, std::int64_t line, const FlatFault& fault, const FlatRow& values);

    RowSink& m_sink;
    /// An older program did not know all columns.
    bool m_isOlder;
    ImportRead& m_read;
    std::set<std::string> m_pictures;
};

} // namespace unclench
