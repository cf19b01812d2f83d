// SPDX-License-Identifier: GPL-3.0-or-later
// A diary in memory, filled record by record, with ids and stamps that are known.
#pragma once

#include "core/store/diary_rows.h"
#include "core/store/record_table.h"
#include "tests/support/test_clock.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace unclench::tests {

struct ToldDiary {
    std::unique_ptr<Database> database = Database::inMemory();
    DiaryRows rows{*database};

    /// Puts it in as it is, with the next id; its stamp says 2 March 2026, 07:00:00 UTC and as many
    /// seconds more as there were records before.
    template <class Record>
    Record put(Record record)
    {
        record.stamp.id = idOf(++m_count);
        record.stamp.created = record.stamp.updated =
            at("2026-03-02T07:00:00Z").utc + std::chrono::seconds{m_count - 1};
        record.stamp.machine = "0123456789ab";
        RecordTable<Record>{*database}.insert(record);
        return record;
    }
    /// Overwrites it.
    template <class Record>
    void change(const Record& record)
    {
        RecordTable<Record>{*database}.update(record);
    }
    /// An episode with one bout.
    Uuid episode(std::string_view begin, std::string_view end = {})
    {
        const Uuid id = put(Episode{}).stamp.id;
        Bout bout;
        bout.episode = id;
        bout.begin = at(begin);
        if (!end.empty()) {
            bout.end = at(end);
        }
        put(bout);
        return id;
    }
    Reading reading(const Uuid& episode, std::string_view when, int pain)
    {
        Reading reading;
        reading.episode = episode;
        reading.at = at(when);
        reading.pain = pain;
        return put(reading);
    }
    Report report(const Uuid& episode, std::string_view when, DetailField field, std::string value)
    {
        Report report;
        report.episode = episode;
        report.at = at(when);
        report.field = field;
        report.value = std::move(value);
        return put(report);
    }

    [[nodiscard]] static Uuid idOf(int number)
    {
        return *Uuid::parse(fmt::format("0195aaaa-0000-7000-8000-{:012}", number));
    }

private:
    int m_count = 0;
};

} // namespace unclench::tests
