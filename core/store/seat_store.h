// SPDX-License-Identifier: GPL-3.0-or-later
// Reading spans of sitting, answers to reminders and own exercises. All throw StorageError; deleted
// records are left out.
#pragma once

#include "core/diary/own_exercise.h"
#include "core/diary/seat.h"
#include "core/time/clock.h"
#include "core/time/period.h"

#include <optional>
#include <vector>

namespace unclench {

class Database;

/// The clocks when a program last noted that it was there.
struct SeatAlive {
    Now clocks;
    /// It goes on watching; else it was a command, and nobody does.
    bool isWatching = false;
};

class SeatStore {
public:
    explicit SeatStore(Database& database) : m_database(database) {}

    /// What this machine's person does now, as far as it is known.
    [[nodiscard]] std::optional<SeatSpan> open();
    /// The last ones of this machine, as they were written: more than there is from one break to
    /// the next.
    [[nodiscard]] std::vector<SeatSpan> latestSpans();
    [[nodiscard]] std::vector<SeatEvent> latestEvents();
    /// Those that touch `period`, by the wall clock, in the order of time.
    [[nodiscard]] std::vector<SeatSpan> spansIn(const Period& period);
    [[nodiscard]] std::vector<SeatEvent> eventsIn(const Period& period);
    /// Whether the shorter interval was offered in this episode.
    [[nodiscard]] bool wasShorterOffered(const Uuid& episode);
    /// By name.
    [[nodiscard]] std::vector<OwnExercise> exercises();

    /// Absent: none ever did.
    [[nodiscard]] std::optional<SeatAlive> alive();
    void setAlive(const SeatAlive& alive);

private:
    Database& m_database;
};

} // namespace unclench
