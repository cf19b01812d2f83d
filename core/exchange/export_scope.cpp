// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_scope.h"

#include <algorithm>
#include <vector>

namespace unclench {

namespace {

constexpr std::array kNoteColumns =
    std::to_array<std::string_view>({"note", "goal", "questions", "said", "to_do"});

bool isInPeriod(const Period& period, const Moment& at)
{
    return (!period.begin || at.utc >= *period.begin) && (!period.end || at.utc < *period.end);
}

/// Whether something that lasts from `begin` to `end` (absent: still) was at some time in it.
bool touches(const Period& period, const Moment& begin, const std::optional<Moment>& end)
{
    return (!period.end || begin.utc < *period.end) &&
           (!period.begin || !end || end->utc >= *period.begin);
}

/// All that a record refers to, and that must be there for it.
template <class Record>
std::vector<std::pair<RecordKind, Uuid>> parentsOf(const Record& record)
{
    std::vector<std::pair<RecordKind, Uuid>> parents;
    const auto add = [&](RecordKind kind, const auto& id) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(id)>, Uuid>) {
            parents.emplace_back(kind, id);
        } else if (id) {
            parents.emplace_back(kind, *id);
        }
    };
    if constexpr (requires { record.session; }) {
        add(RecordKind::CareSession, record.session);
    }
    if constexpr (requires { record.alert; }) {
        add(RecordKind::Alert, record.alert);
    }
    if constexpr (requires { record.medicine; }) {
        add(RecordKind::Medicine, record.medicine);
    }
    if constexpr (requires { record.episode; }) {
        add(RecordKind::Episode, record.episode);
    }
    return parents;
}

/// The parent that decides whether it belongs to a period: a medicine has no time.
template <class Record>
std::optional<std::pair<RecordKind, Uuid>> ownerOf(const Record& record)
{
    for (auto& parent : parentsOf(record)) {
        if (parent.first != RecordKind::Medicine) {
            return std::move(parent);
        }
    }
    return std::nullopt;
}

/// Of one that belongs to nothing else.
template <class Record>
bool isOfPeriod(const Period& period, const Record& record)
{
    if constexpr (std::is_same_v<Record, ProfileEntry> || std::is_same_v<Record, BackgroundEntry>) {
        return true; // the last told holds
    } else if constexpr (std::is_same_v<Record, Alert>) {
        return touches(period, record.at,
                       record.isClosed() ? std::optional{record.since} : std::nullopt);
    } else if constexpr (requires { record.begin; }) {
        return touches(period, record.begin, record.end);
    } else if constexpr (requires { record.at; }) {
        return isInPeriod(period, record.at);
    } else {
        return true;
    }
}

/// Without what a person wrote for themselves. Absent: then nothing is left of it.
std::optional<AnyRecord> withoutNotes(const AnyRecord& record)
{
    if (const auto* report = std::get_if<Report>(&record)) {
        return report->field == DetailField::Note ? std::nullopt : std::optional{record};
    }
    AnyRecord bare = record;
    std::visit(
        []<class Record>(Record& each) {
            Record::fields(each, []<class T>(const char* name, T& member) {
                if constexpr (std::is_same_v<T, std::string>) {
                    if (isNoteColumn(name)) {
                        member.clear();
                    }
                }
            });
        },
        bare);
    return bare;
}

} // namespace

ExportSection sectionOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Episode:
    case RecordKind::Bout:
    case RecordKind::Reading:
    case RecordKind::Report:
    case RecordKind::Relief:
    case RecordKind::PainFreeDay: return ExportSection::Spasms;
    case RecordKind::Symptom:
    case RecordKind::FunctionLimit:
    case RecordKind::Measurement:
    case RecordKind::Procedure:
    case RecordKind::Condition: return ExportSection::Symptoms;
    case RecordKind::Medicine:
    case RecordKind::Intake: return ExportSection::Medicines;
    case RecordKind::Answer:
    case RecordKind::Alert:
    case RecordKind::AlertStep: return ExportSection::Warnings;
    case RecordKind::CareSession:
    case RecordKind::SkinCheck: return ExportSection::Care;
    case RecordKind::SeatSpan:
    case RecordKind::SeatEvent: return ExportSection::Sitting;
    case RecordKind::OwnExercise: return ExportSection::Exercises;
    case RecordKind::Visit:
    case RecordKind::Background: return ExportSection::Visits;
    case RecordKind::ProfileEntry: return ExportSection::Profile;
    case RecordKind::Setting:
    case RecordKind::SavedFilter: return ExportSection::Settings;
    }
    return ExportSection::Spasms; // not reached
}

std::set<ExportSection> allSections()
{
    std::set<ExportSection> all;
    for (std::size_t i = 0; i < kNames<ExportSection>.size(); ++i) {
        all.insert(static_cast<ExportSection>(i));
    }
    return all;
}

bool ExportScope::isWhole() const
{
    return !period.begin && !period.end && hasNotes && hasDeleted && hasName &&
           sections == allSections();
}

bool isNoteColumn(std::string_view column)
{
    return std::find(kNoteColumns.begin(), kNoteColumns.end(), column) != kNoteColumns.end();
}

ScopedRows::ScopedRows(RowSource& source, ExportScope scope)
    : m_source(source), m_scope(std::move(scope))
{
    findEpisodes();
    for (const RecordKind kind : {RecordKind::CareSession, RecordKind::Alert}) {
        m_source.eachRecord(kind, [&](const AnyRecord& record) {
            if (belongs(record)) {
                m_owners.emplace(kind, stampOf(record).id);
            }
        });
    }
    findReferred();
}

/// An episode is of the period where one of its bouts is; a bout that was deleted counts only for
/// an episode that was.
void ScopedRows::findEpisodes()
{
    std::set<Uuid> deleted;
    m_source.eachRecord(RecordKind::Episode, [&](const AnyRecord& record) {
        if (stampOf(record).isDeleted()) {
            deleted.insert(stampOf(record).id);
        }
    });
    m_source.eachRecord(RecordKind::Bout, [&](const AnyRecord& record) {
        const auto& bout = std::get<Bout>(record);
        if (touches(m_scope.period, bout.begin, bout.end) &&
            (!bout.stamp.isDeleted() || deleted.contains(bout.episode))) {
            m_owners.emplace(RecordKind::Episode, bout.episode);
        }
    });
}

void ScopedRows::findReferred()
{
    forEachKind([&]<class Record>(const Record&) {
        if (!has(kKindOf<Record>)) {
            return;
        }
        m_source.eachRecord(kKindOf<Record>, [&](const AnyRecord& record) {
            if (isTaken(record)) {
                for (auto& parent : parentsOf(std::get<Record>(record))) {
                    m_referred.insert(std::move(parent));
                }
            }
        });
    });
}

bool ScopedRows::belongs(const AnyRecord& record) const
{
    return std::visit(
        [this]<class Record>(const Record& each) {
            if constexpr (std::is_same_v<Record, Episode>) {
                return m_owners.contains(Key{RecordKind::Episode, each.stamp.id});
            } else {
                const auto owner = ownerOf(each);
                return owner ? m_owners.contains(*owner) : isOfPeriod(m_scope.period, each);
            }
        },
        record);
}

bool ScopedRows::isTaken(const AnyRecord& record) const
{
    const Key key{kindOf(record), stampOf(record).id};
    if (m_referred.contains(key)) {
        return true;
    }
    if (stampOf(record).isDeleted() && !m_scope.hasDeleted) {
        return false;
    }
    if (has(key.first)) {
        return belongs(record);
    }
    const auto* bout = std::get_if<Bout>(&record);
    return bout != nullptr && m_referred.contains({RecordKind::Episode, bout->episode});
}

/// As the scope lets it out. Absent: then nothing is left of it.
std::optional<AnyRecord> ScopedRows::bare(const AnyRecord& record) const
{
    const auto* fact = std::get_if<ProfileEntry>(&record);
    if (fact != nullptr && fact->key == ProfileKey::Name && !m_scope.hasName) {
        return std::nullopt;
    }
    if (m_scope.hasNotes) {
        // An import takes rows of a file with notes for what was told: none may be half there.
        return record;
    }
    std::optional<AnyRecord> left = withoutNotes(record);
    if (auto* visit = left ? std::get_if<Visit>(&*left) : nullptr; visit && !m_scope.hasName) {
        visit->provider.clear();
    }
    return left;
}

void ScopedRows::eachRecord(RecordKind kind, const std::function<void(const AnyRecord&)>& row)
{
    m_source.eachRecord(kind, [&](const AnyRecord& record) {
        if (!isTaken(record)) {
            return;
        }
        if (m_scope.hasNotes && m_scope.hasName) {
            row(record);
        } else if (const auto left = bare(record)) {
            row(*left);
        }
    });
}

void ScopedRows::eachOldVersion(const std::function<void(const OldVersion&)>& row)
{
    if (!m_scope.hasNotes || !m_scope.hasDeleted || !m_scope.hasName) {
        return;
    }
    std::set<Key> taken;
    forEachKind([&]<class Record>(const Record&) {
        eachRecord(kKindOf<Record>, [&](const AnyRecord& record) {
            taken.emplace(kindOf(record), stampOf(record).id);
        });
    });
    m_source.eachOldVersion([&](const OldVersion& version) {
        if (taken.contains({version.kind, version.record})) {
            row(version);
        }
    });
}

void ScopedRows::eachErased(const std::function<void(const ErasedRecord&)>& row)
{
    // When it was is not known any more, so it is of no period.
    if (!m_scope.hasDeleted || m_scope.period.begin || m_scope.period.end) {
        return;
    }
    m_source.eachErased([&](const ErasedRecord& erased) {
        if (has(erased.kind)) {
            row(erased);
        }
    });
}

} // namespace unclench
