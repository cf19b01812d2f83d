// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the whole diary at once, as numbers.
#pragma once

#include "core/diary/chronicle.h"

namespace unclench {

class Database;

/// Throws StorageError, as Database does. Deleted records are left out.
class ChronicleStore {
public:
    explicit ChronicleStore(Database& database) : m_database(database) {}

    /// Ten years (20,000 episodes, 100,000 readings, 75,000 spans of sitting) in 72 to 108 ms on
    /// two cores: tests/bench/chronicle_bench.
    [[nodiscard]] Chronicle read(const Moment& now);

private:
    void readEpisodes(Chronicle& chronicle);
    void readReadings(Chronicle& chronicle);
    void readTold(Chronicle& chronicle);
    static void sortByOnset(Chronicle& chronicle);
    void readUses(Chronicle& chronicle);
    void readSitting(Chronicle& chronicle);
    void readAlerts(Chronicle& chronicle);
    void readDays(Chronicle& chronicle);

    Database& m_database;
};

} // namespace unclench
