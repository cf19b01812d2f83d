// SPDX-License-Identifier: GPL-3.0-or-later
// The door to the diary: every way in which a person tells it something.
#pragma once

#include "core/diary/problem.h"
#include "core/diary/record.h"
#include "core/engine/unit_of_work.h"
#include "core/knowledge/vocabulary.h"
#include "core/store/diary_store.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

struct SpasmDraft {
    int pain = 0;
    /// When it was so; absent: now.
    std::optional<Moment> at;
    /// When it began, where that was before `at`.
    std::optional<Moment> onset;
    Details details;
    std::string note;
    std::optional<bool> atRest;
};

struct ReadingDraft {
    int pain = 0;
    std::optional<Moment> at;
    std::optional<bool> atRest;
    std::string note;
};

struct IntakeDraft {
    std::string name;
    /// Absent: as in the person's own list, or as the name is widely known.
    std::optional<std::string> medicineClass;
    std::optional<Moment> at;
    std::string dose;
    std::optional<PatchSite> patchSite;
};

/// What a command left behind.
struct Saved {
    /// The record that it is about; empty where there is not one.
    Uuid id{};
    /// The moment under which it stands in the diary.
    Moment at;
    /// The clock stood before what it continues (it was set back): saved at the beginning of that.
    bool isClockBehind = false;
    /// It stood there already; nothing was written.
    bool wasThere = false;
    Undo undo{};
};

enum class SpasmOutcome {
    Began,        ///< a new episode
    WentOn,       ///< less than 24 h after its end the same episode goes on
    ReadingAdded, ///< an episode was open: a reading in it
    AddedToPast   ///< the time lies in an episode that is over: a reading in that one
};
template <>
inline constexpr std::array kNames<SpasmOutcome> =
    std::to_array<std::string_view>({"began", "went_on", "reading_added", "added_to_past"});

struct SpasmSaved : Saved {
    SpasmOutcome outcome = SpasmOutcome::Began;
    Uuid episode;
    Moment onset;
};

struct IntakeSaved : Saved {
    std::optional<std::string> medicineClass;
    /// The first time that a medicine of this class is logged: its cautions are due in full.
    bool isFirstOfClass = false;
};

/// Every method is one transaction: all of it is saved when it returns, or nothing is and it says
/// why. All throw StorageError. Times later than now are refused.
class Journal {
public:
    Journal(Database& database,
            const Clock& clock,
            const Vocabulary& vocabulary,
            Events& events,
            UuidSource& uuids,
            BeforeCommit beforeCommit);

    /// A spasm now or at a time. Regions and triggers of an open episode are joined, not replaced.
    [[nodiscard]] Result<SpasmSaved> logSpasm(const SpasmDraft& draft);
    /// Into the open episode, or the past one that `at` lies in.
    [[nodiscard]] Result<Saved> addReading(const ReadingDraft& draft);
    [[nodiscard]] Result<Saved> endEpisode(std::optional<Moment> at);
    /// "It changed": each told member becomes a report of `at`. An onset corrects the last
    /// beginning.
    [[nodiscard]] Result<Saved> updateEpisode(const Uuid& episode,
                                              const Details& details,
                                              std::optional<Moment> onset,
                                              std::optional<Moment> at);
    /// The local day of `at`, or today, was without pain.
    [[nodiscard]] Result<Saved> painFreeDay(std::optional<Moment> at);

    /// In these the record's `at` is taken where it is given, else now; `episode` is set here.
    /// Without `at`, what is told stands after all that was told before, also where the clock was
    /// set back: the later answer counts.
    [[nodiscard]] Result<Saved> tell(Answer record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(Symptom record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(FunctionLimit record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(Measurement record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(Condition record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(Relief record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(ProfileEntry record, std::optional<Moment> at);
    [[nodiscard]] Result<Saved> tell(BackgroundEntry record, std::optional<Moment> at);
    /// Several conditions in one step: all of them, or none.
    [[nodiscard]] Result<Saved> tellAll(std::vector<Condition> records);
    [[nodiscard]] Result<Saved> procedure(int daysAgo, std::optional<Moment> at);
    [[nodiscard]] Result<IntakeSaved> took(const IntakeDraft& draft);
    /// Adds an own exercise, or replaces the one with its id.
    [[nodiscard]] Result<Saved> keepExercise(OwnExercise exercise);
    /// Keeps what History is narrowed by; one of the same name, whatever the case of A to Z,
    /// becomes this.
    [[nodiscard]] Result<Saved> keepFilter(SavedFilter filter);
    /// Adds a visit where its stamp has no id, else replaces the one with that id. May lie ahead as
    /// long as it is not over. Where one of the same minute and provider stands, none is added, and
    /// where nothing of it is new, none replaced: `wasThere`.
    [[nodiscard]] Result<Saved> keepVisit(Visit visit);
    /// The visit with this id is over: it is kept as `visit` has it. With `next` the one after it
    /// is added in the same step, with the same provider, sections, length and name, unless it is
    /// there.
    [[nodiscard]] Result<Saved> finishVisit(Visit visit, std::optional<Moment> next);
    /// Puts a medicine into the person's own list, or corrects the one of that name.
    [[nodiscard]] Result<Saved> listMedicine(Medicine medicine);
    [[nodiscard]] Result<Saved> set(const std::string& key, const std::string& value);

    /// "I typed it wrong": the record with the same kind and id is replaced; the old version stays
    /// in the change log and counts nowhere.
    [[nodiscard]] Result<Saved> correct(AnyRecord record);
    /// Several in one step: all of them, or none. One whose stamp says that it is deleted never was
    /// so at all: it is removed, as `remove` does it with a part of an episode.
    [[nodiscard]] Result<Saved> correctAll(std::vector<AnyRecord> records);
    /// An episode takes all that belongs to it along; its only bout takes the episode along. A
    /// medicine leaves the list; that it was taken stays.
    [[nodiscard]] Result<Saved> remove(RecordKind kind, const Uuid& id);
    /// Several episodes in one step, each as `remove` does it. What is gone already is passed over;
    /// refused where nothing is left to delete.
    [[nodiscard]] Result<Saved> removeAll(const std::vector<Uuid>& episodes);
    /// What was deleted less than 30 days ago comes back as it was.
    [[nodiscard]] Result<Saved> restore(RecordKind kind, const Uuid& id);
    /// Several episodes in one step, each as `restore` does it. What is back already is passed
    /// over; refused where nothing is left to restore.
    [[nodiscard]] Result<Saved> restoreAll(const std::vector<Uuid>& episodes);
    /// Takes a command back (and, with what this returns, does it again). Refused where a record
    /// was changed since. Requires: no `undo.copy`; that is for restore (core/engine/restoring.h).
    /// What a hundred thousand rows brought takes seconds: `progress` may stop it.
    [[nodiscard]] Result<Saved> revert(const Undo& undo, const Progress& progress = {});

private:
    struct Timing {
        Moment at;
        /// What is told must not be later: now, or where the clock is behind, `at`.
        Moment latest;
        bool isClockBehind = false;
    };
    [[nodiscard]] UnitOfWork begin();
    /// Commits unless what was written leaves two open bouts or bouts of one episode that overlap.
    [[nodiscard]] Result<Saved> finish(UnitOfWork& work, Saved saved);
    [[nodiscard]] static Timing timing(const UnitOfWork& work,
                                       const std::optional<Moment>& at,
                                       const std::optional<Bout>& running);
    [[nodiscard]] Problems problemsOf(const AnyRecord& record, const UnitOfWork& work) const;
    [[nodiscard]] std::optional<Uuid> episodeAt(const Moment& at);
    [[nodiscard]] Details joined(const Uuid& episode, Details details);
    [[nodiscard]] Problems correctIn(UnitOfWork& work, AnyRecord record);
    /// The faults of `visit` that are new; `stored` is how it stands.
    [[nodiscard]] Problems problemsOfVisit(const Visit& visit,
                                           const std::optional<Visit>& stored,
                                           const UnitOfWork& work) const;
    /// What a merge brought and took, all at once. Empty: it is written.
    [[nodiscard]] static Problems
    revertWhole(UnitOfWork& work, const Undo& undo, const Progress& progress);
    /// The others of what there is one of and two machines may have made one each; they would show
    /// up where this one went.
    [[nodiscard]] std::vector<AnyRecord> namesakesOf(const AnyRecord& record);
    static void bury(UnitOfWork& work, AnyRecord dead);
    static void revive(UnitOfWork& work, AnyRecord dead);
    void report(UnitOfWork& work, const Uuid& episode, const Moment& at, const Details& details);
    template <class Record>
    [[nodiscard]] Result<Saved> tellRecord(Record record, const std::optional<Moment>& at);

    Database& m_database;
    const Clock& m_clock;
    const Vocabulary& m_vocabulary;
    Events& m_events;
    UuidSource& m_uuids;
    BeforeCommit m_beforeCommit;
    DiaryStore m_diary;
};

} // namespace unclench
