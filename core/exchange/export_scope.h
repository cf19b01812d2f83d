// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a diary: of a time, of some of its topics, or without what is nobody else's business.
#pragma once

#include "core/exchange/rows.h"
#include "core/time/period.h"

#include <array>
#include <optional>
#include <set>
#include <string>

namespace unclench {

/// What a person can choose, in the order in which it is offered.
enum class ExportSection {
    Spasms,    ///< episodes with all that was told in them, what helped, days without pain
    Symptoms,  ///< symptoms, function, measurements, conditions, procedures
    Medicines, ///< the list, and each time that one was taken
    Warnings,  ///< answers to the questions, and alerts
    Care,      ///< heat and cold
    Sitting,
    Exercises, ///< own ones, with their pictures
    Visits,    ///< appointments, and what a doctor asks besides
    Profile,
    Settings ///< and saved filters
};
template <>
inline constexpr std::array kNames<ExportSection> =
    std::to_array<std::string_view>({"spasms", "symptoms", "medicines", "warnings", "care",
                                     "sitting", "exercises", "visits", "profile", "settings"});

[[nodiscard]] ExportSection sectionOf(RecordKind kind);
[[nodiscard]] std::set<ExportSection> allSections();

struct ExportScope {
    /// An episode belongs to it with all its rows where it touches it, a record of its own where
    /// its time lies in it. What has no time, and what holds until it is told otherwise (the
    /// profile, the background), belongs to every period.
    Period period{};
    std::set<ExportSection> sections = allSections();
    /// Without: notes, and what was written for and after a visit, are empty; old versions are left
    /// out, because they hold notes as well.
    bool hasNotes = true;
    /// Without: nothing of what was deleted or replaced, but for the bare row of a medicine that
    /// was taken.
    bool hasDeleted = true;
    /// Without: the person's own name is left out, and where the notes are left out too, whom a
    /// visit is with is empty.
    bool hasName = true;

    /// Every row as it is.
    [[nodiscard]] bool isWhole() const;
};

/// Whether a text column holds what a person wrote for themselves.
[[nodiscard]] bool isNoteColumn(std::string_view column);

/// The part of a diary that a scope allows. Whatever its records refer to is in it too: an episode
/// that is only referred to comes with its bouts alone.
class ScopedRows : public RowSource {
public:
    /// `source` must outlive it. Looks through it once or twice; throws StorageError.
    ScopedRows(RowSource& source, ExportScope scope);

    void eachRecord(RecordKind kind, const std::function<void(const AnyRecord&)>& row) override;
    void eachOldVersion(const std::function<void(const OldVersion&)>& row) override;
    void eachErased(const std::function<void(const ErasedRecord&)>& row) override;
    /// At most so many.
    [[nodiscard]] std::int64_t count() override { return m_source.count(); }

private:
    using Key = std::pair<RecordKind, Uuid>;

    void findEpisodes();
    void findReferred();
    [[nodiscard]] bool belongs(const AnyRecord& record) const;
    [[nodiscard]] bool isTaken(const AnyRecord& record) const;
    [[nodiscard]] std::optional<AnyRecord> bare(const AnyRecord& record) const;
    [[nodiscard]] bool has(RecordKind kind) const
    {
        return m_scope.sections.contains(sectionOf(kind));
    }

    RowSource& m_source;
    ExportScope m_scope;
    /// Episodes, sessions and alerts of the period.
    std::set<Key> m_owners;
    /// What a taken record refers to: it comes too, deleted or not chosen as it may be.
    std::set<Key> m_referred;
};

} // namespace unclench
