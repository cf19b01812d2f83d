// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the diary. Deleted records count nowhere here.
#pragma once

#include "core/diary/course.h"
#include "core/diary/record.h"
#include "core/time/period.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

class Database;

/// How often each id was told lately, over all episodes and outside; one never told is not there.
struct UseCounts {
    using Counts = std::map<std::string, int, std::less<>>;
    std::map<Topic, Counts> terms;
    /// By the id of the medicine, as text.
    Counts medicines;

    [[nodiscard]] int of(Topic topic, std::string_view id) const;
};

/// Throws StorageError, as Database does.
class DiaryStore {
public:
    explicit DiaryStore(Database& database) : m_database(database) {}

    /// The bout that is not over; where an import left several, the latest begun.
    [[nodiscard]] std::optional<Bout> openBout();
    [[nodiscard]] int openBoutCount();
    /// The bout that ended last.
    [[nodiscard]] std::optional<Bout> lastEndedBout();
    /// The bout that ended last, but not after `until`.
    [[nodiscard]] std::optional<Bout> lastBoutEndedBy(UtcTime until);
    /// The episode that is over and that `at` lies in, from its onset to its last end.
    [[nodiscard]] std::optional<Uuid> pastEpisodeAt(UtcTime at);
    /// The first bout that has a moment in common with [begin, end).
    [[nodiscard]] std::optional<Bout> boutBetween(UtcTime begin, UtcTime end);
    [[nodiscard]] std::vector<Bout> boutsOf(const Uuid& episode);

    /// Absent: no such episode, or deleted.
    [[nodiscard]] std::optional<Course> course(const Uuid& episode);
    /// Episodes whose onset lies in `period`, the latest first.
    [[nodiscard]] std::vector<Course> courses(const Period& period);
    /// The same and those that began earlier and were not over at its begin; what is open goes on
    /// until `now`. None in an empty period.
    [[nodiscard]] std::vector<Course> coursesGoingOn(const Period& period, UtcTime now);
    /// The same as lines; at most `limit` of them.
    [[nodiscard]] std::vector<EpisodeLine> lines(const Period& period, std::size_t limit);
    [[nodiscard]] std::vector<Span> spans();
    [[nodiscard]] int episodeCount();
    /// The report that tells `field` of `episode` now. Absent: never told.
    [[nodiscard]] std::optional<Report> lastReport(const Uuid& episode, DetailField field);

    /// Records of one kind that have an `at`, in `period`, in the order of time.
    template <class Record>
    [[nodiscard]] std::vector<Record> dated(const Period& period);

    /// Records of one kind that belong to `episode`, in the order of time.
    template <class Record>
    [[nodiscard]] std::vector<Record> partsOf(const Uuid& episode);

    /// Of what is told, the latest few thousand records of each kind: enough to know what is used
    /// most these days, and as quick after ten years as after one. Medicines: all of them.
    [[nodiscard]] UseCounts useCounts();

    /// What was taken in `episode`, also where it has left the list since.
    [[nodiscard]] std::vector<Medicine> medicinesTakenIn(const Uuid& episode);
    /// The medicine of the person's list with that name, whatever the case of A to Z; of several,
    /// as two machines may have made one each, the one that was written last.
    [[nodiscard]] std::optional<Medicine> medicineNamed(std::string_view name);
    /// All of that name, the one that stands first.
    [[nodiscard]] std::vector<Medicine> medicinesNamed(std::string_view name);
    /// By name, one of each name.
    [[nodiscard]] std::vector<Medicine> medicines();
    /// What History was narrowed by, kept: by name, one of each name.
    [[nodiscard]] std::vector<SavedFilter> filters();
    [[nodiscard]] std::optional<SavedFilter> filterNamed(std::string_view name);
    [[nodiscard]] std::vector<SavedFilter> filtersNamed(std::string_view name);
    /// By `at`, the latest first.
    [[nodiscard]] std::vector<Visit> visits();
    /// The one that is over, the latest that is before `at`.
    [[nodiscard]] std::optional<Visit> lastVisitBefore(UtcTime at);
    /// The one in the same minute with the same provider, whatever the case of A to Z.
    [[nodiscard]] std::optional<Visit> visitAt(UtcTime at, std::string_view provider);
    /// Whether a medicine of that class was ever taken.
    [[nodiscard]] bool wasTaken(std::string_view medicineClass);

    [[nodiscard]] std::vector<ProfileEntry> profileEntries();
    /// How it stands; none that is empty.
    [[nodiscard]] std::map<BackgroundTopic, std::string> background();
    /// All that was ever told, in the order of time.
    [[nodiscard]] std::vector<BackgroundEntry> backgroundEntries();
    [[nodiscard]] std::vector<SettingRow> settingRows();
    [[nodiscard]] std::optional<SettingRow> settingRow(std::string_view key);

private:
    Database& m_database;
};

} // namespace unclench
