// SPDX-License-Identifier: GPL-3.0-or-later
// Naming the records that a check is about, for the parts of verify alone.
#pragma once

#include "core/diary/finding.h"
#include "core/diary/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace unclench {

class Database;

namespace detail {

/// Fills in the time of a record, or what it is called.
class FoundFields {
public:
    explicit FoundFields(FoundRecord& found) : m_found(found) {}

    template <class T>
    void operator()(const char*, const T&)
    {
    }
    void operator()(const char*, const Moment& moment)
    {
        if (!m_found.at) {
            m_found.at = moment;
        }
    }
    void operator()(const char* name, const std::optional<Moment>& moment)
    {
        if (std::string_view{name} == "end") {
            m_found.until = moment;
        }
    }
    void operator()(const char* name, const std::string& text)
    {
        if (const std::string_view field{name}; field == "name" || field == "key") {
            m_found.name = text;
        }
    }

private:
    FoundRecord& m_found;
};

} // namespace detail

template <class Record>
FoundRecord foundOf(const Record& record)
{
    FoundRecord found{record.stamp.id.text(), {}, {}, {}};
    detail::FoundFields fields{found};
    Record::fields(record, fields);
    return found;
}

/// The record with this id as far as it can be read; an episode from its first beginning on. Throws
/// StorageError where the file cannot be asked.
[[nodiscard]] FoundRecord foundById(Database& database, RecordKind kind, const std::string& id);

/// Adds one more to what `check` found there.
void addFound(std::vector<Finding>& findings,
              Finding::Check check,
              std::string_view where,
              FoundRecord found);
/// The same for two that are wrong together.
void addPair(std::vector<Finding>& findings,
             Finding::Check check,
             std::string_view where,
             FoundRecord one,
             FoundRecord other);

} // namespace unclench
