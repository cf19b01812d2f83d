// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what stands on the page for the doctor, and behind it.
#pragma once

#include "core/diary/summary_records.h"
#include "core/knowledge/red_flags.h"
#include "core/time/period.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace unclench {

class Database;

/// Throws StorageError, as Database does. Deleted records are left out, but for medicines.
class SummaryStore {
public:
    explicit SummaryStore(Database& database) : m_database(database) {}

    /// All but profile and background. `before`: as SummaryRecords has it; where the period has no
    /// begin, neither has this.
    [[nodiscard]] SummaryRecords
    read(const RedFlags& rules, const Period& period, const Period& before, const Moment& now);
    /// All that were ever listed, deleted ones too: by name.
    [[nodiscard]] std::vector<Medicine> medicinesEver();

private:
    /// Words that come again and again, each once.
    class Words;

    void readEntries(SummaryRecords& records, const Period& period);
    void readSymptoms(SummaryRecords& records, Words& words, const Period& since);
    void readFunctions(SummaryRecords& records, Words& words, const Period& since);
    void readTaken(SummaryRecords& records, const Period& since);
    void readTold(SummaryRecords& records, Words& words);
    void readBouts(SummaryRecords& records, const Period& period, const Moment& now);
    void readAnswers(SummaryRecords& records, const RedFlags& rules);

    Database& m_database;
};

} // namespace unclench
