// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of History: which episodes, in which order, and what stands in the lines that show.
#pragma once

#include "core/diary/history.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

class Database;

/// In an episode counts what shares its fate: of a deleted one, what was deleted with it. Throws
/// StorageError, as Database does.
class HistoryStore {
public:
    explicit HistoryStore(Database& database) : m_database(database) {}

    /// The episodes that `filter` leaves, sorted; equal ones by their onset, the latest first.
    /// `today` is the local day that HistorySpan counts back from.
    [[nodiscard]] std::vector<Uuid>
    find(const HistoryFilter& filter, const HistorySort& sort, std::chrono::local_days today);
    /// One line for each id, in their order; empty ones (`line.id` too) where an episode is gone.
    [[nodiscard]] std::vector<HistoryRow> rows(const std::vector<Uuid>& ids);
    /// Absent: no such episode.
    [[nodiscard]] std::optional<HistoryEntry> entry(const Uuid& episode);
    /// How many episodes there are, deleted or not.
    [[nodiscard]] int count(bool isDeleted);

private:
    struct Found;
    /// Sorted.
    using Ids = std::vector<std::string>;
    [[nodiscard]] std::vector<Found> all(bool isDeleted);
    /// Those that are not deleted and were there at the same time as another.
    [[nodiscard]] Ids besideAnother();
    [[nodiscard]] std::optional<Moment> beside(const Uuid& episode);
    [[nodiscard]] Ids having(const SearchWord& word, bool isDeleted);
    [[nodiscard]] Ids
    telling(std::string_view field, const std::vector<std::string>& forms, bool isDeleted);
    [[nodiscard]] Ids withSymptom(const std::vector<std::string>& symptoms, bool isDeleted);
    [[nodiscard]] Ids withPain(int least, int most, bool isDeleted);
    /// Calls `each(id, json)` with what stands now of `field`, in the order of the ids.
    void told(std::string_view field,
              bool isDeleted,
              const std::function<void(const std::string& id, const std::string& json)>& each);
    void addKeys(std::vector<Found>& found, const HistorySort& sort, bool isDeleted);
    void addPains(std::vector<Found>& found, bool isWorst, bool isDeleted);
    void addRanks(std::vector<Found>& found,
                  std::string_view field,
                  const std::vector<std::string>& order,
                  bool isDeleted);
    void addNotes(std::vector<Found>& found, bool isDeleted);
    [[nodiscard]] static std::vector<Uuid> ordered(const std::vector<Found>& found,
                                                   bool isDescending);

    Database& m_database;
};

} // namespace unclench
