// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's second thoughts: correcting, deleting, restoring, taking back.
#include "core/engine/journal.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace unclench {

namespace {

/// After so many records it is told how far a long command is.
constexpr std::size_t kToldEach = 500;

/// Whether two versions of a record differ at most in when and where they were written. What was
/// changed and taken back in between says the same again, so that commands can be taken back one
/// after the other.
bool saysTheSame(const AnyRecord& one, AnyRecord other)
{
    stampOf(other).updated = stampOf(one).updated;
    stampOf(other).machine = stampOf(one).machine;
    return one == other;
}

/// A time that was told before the clock was set back is no new claim about the future.
void dropWhatWasSo(Problems& problems, const Problems& before)
{
    std::erase_if(problems, [&](const Problem& problem) {
        return problem.kind == ProblemKind::InTheFuture &&
               std::any_of(before.begin(), before.end(), [&](const Problem& old) {
                   return old.kind == problem.kind && old.field == problem.field &&
                          old.moment == problem.moment;
               });
    });
}

/// The episode that a record belongs to. Absent: to none.
std::optional<Uuid> episodeOf(const AnyRecord& record)
{
    return std::visit(
        [](const auto& r) -> std::optional<Uuid> {
            if constexpr (requires { r.episode; }) {
                return r.episode;
            } else {
                return std::nullopt;
            }
        },
        record);
}

/// Whether what belongs to a record is deleted and restored with it.
bool hasParts(const AnyRecord& record)
{
    return std::holds_alternative<Episode>(record) || std::holds_alternative<CareSession>(record);
}

/// Of two bouts of one episode: whether the second begins before the first is over.
bool overlap(const Bout& one, const Bout& other)
{
    const bool isOneFirst =
        std::tie(one.begin.utc, one.stamp.id) < std::tie(other.begin.utc, other.stamp.id);
    const Bout& first = isOneFirst ? one : other;
    const Bout& second = isOneFirst ? other : one;
    return !first.end || first.end->utc > second.begin.utc;
}

/// How a bout stood before a command; `now` where the command left it alone. Absent: it was not
/// there, or deleted.
std::optional<Bout> boutBefore(const std::vector<Edit>& edits, const Bout& now)
{
    for (const Edit& edit : edits) {
        if (kindOf(edit.after) == RecordKind::Bout && stampOf(edit.after).id == now.stamp.id) {
            const bool stood = edit.before && !stampOf(*edit.before).isDeleted();
            return stood ? std::optional{std::get<Bout>(*edit.before)} : std::nullopt;
        }
    }
    return now;
}

/// Kinds that others belong to: what belongs to one is deleted before it is.
bool isOwner(RecordKind kind)
{
    return kind == RecordKind::Episode || kind == RecordKind::Medicine ||
           kind == RecordKind::CareSession;
}

/// The record that a record cannot be without. Absent: it needs none.
std::optional<std::pair<RecordKind, Uuid>> ownerOf(const AnyRecord& record)
{
    return std::visit(
        [](const auto& r) -> std::optional<std::pair<RecordKind, Uuid>> {
            if constexpr (requires { r.medicine; }) {
                return std::pair{RecordKind::Medicine, r.medicine};
            } else if constexpr (requires { r.session; }) {
                return std::pair{RecordKind::CareSession, r.session};
            } else if constexpr (requires { r.episode; }) {
                const std::optional<Uuid> episode = r.episode;
                return episode ? std::optional{std::pair{RecordKind::Episode, *episode}}
                               : std::nullopt;
            } else {
                return std::nullopt;
            }
        },
        record);
}

bool hasLivePart(UnitOfWork& work, const Uuid& owner)
{
    const auto parts = work.partsOf(owner);
    return std::any_of(parts.begin(), parts.end(),
                       [](const AnyRecord& part) { return !stampOf(part).isDeleted(); });
}

} // namespace

Result<Saved> Journal::finish(UnitOfWork& work, Saved saved)
{
    // A merge may have left several open, or bouts that overlap. Only what this command adds to
    // that is refused, or nothing could be set right again.
    const bool areSeveralOpen = m_diary.openBoutCount() > 1;
    for (const Edit& edit : work.edits()) {
        const auto* bout = std::get_if<Bout>(&edit.after);
        if (bout == nullptr || bout->stamp.isDeleted()) {
            continue;
        }
        const auto before = boutBefore(work.edits(), *bout);
        if (areSeveralOpen && !bout->end && !(before && !before->end)) {
            const auto latest = m_diary.openBout();
            return refusal(ProblemKind::EpisodeOpen, "end", latest->begin);
        }
        for (const Bout& other : m_diary.boutsOf(bout->episode)) {
            if (other.stamp.id == bout->stamp.id || !overlap(*bout, other)) {
                continue;
            }
            const auto otherBefore = boutBefore(work.edits(), other);
            if (!before || !otherBefore || !overlap(*before, *otherBefore)) {
                return refusal(ProblemKind::BoutsOverlap, "onset",
                               std::max(bout->begin.utc, other.begin.utc) == bout->begin.utc
                                   ? bout->begin
                                   : other.begin);
            }
        }
    }
    saved.undo = work.commit();
    return saved;
}

Problems Journal::correctIn(UnitOfWork& work, AnyRecord record)
{
    const auto stored = work.find(kindOf(record), stampOf(record).id);
    const bool neverWas = stampOf(record).isDeleted();
    if (!neverWas) {
        Problems problems = problemsOf(record, work);
        if (stored) {
            dropWhatWasSo(problems, problemsOf(*stored, work));
        }
        if (!problems.empty()) {
            return problems;
        }
    }
    if (!stored || stampOf(*stored).isDeleted()) {
        return refusal(ProblemKind::NotThere, std::string{toId(kindOf(record))});
    }
    if (stampOf(*stored).updated != stampOf(record).updated) {
        return refusal(ProblemKind::ChangedSince, std::string{toId(kindOf(record))});
    }
    if (neverWas) {
        bury(work, *stored);
        return {};
    }
    if (const auto episode = episodeOf(record)) {
        const auto bouts = m_diary.boutsOf(*episode);
        if (bouts.empty()) {
            return refusal(ProblemKind::NotThere, std::string{toId(RecordKind::Episode)});
        }
        if (const auto* reading = std::get_if<Reading>(&record)) {
            const auto& end = bouts.back().end;
            const bool isMoved = reading->at != std::get<Reading>(*stored).at;
            if (reading->at.utc < bouts.front().begin.utc) {
                return refusal(ProblemKind::BeforeOnset, "at", bouts.front().begin);
            }
            if (isMoved && end && reading->at.utc > end->utc) {
                return refusal(ProblemKind::AfterEnd, "at", end);
            }
        }
    }
    if (const auto* medicine = std::get_if<Medicine>(&record)) {
        const auto namesake = m_diary.medicineNamed(medicine->name);
        if (namesake && namesake->stamp.id != medicine->stamp.id) {
            return refusal(ProblemKind::NameTaken, "name");
        }
    }
    static_cast<void>(work.replace(std::move(record)));
    return {};
}

Result<Saved> Journal::correct(AnyRecord record)
{
    std::vector<AnyRecord> one;
    one.push_back(std::move(record));
    return correctAll(std::move(one));
}

Result<Saved> Journal::correctAll(std::vector<AnyRecord> records)
{
    UnitOfWork work = begin();
    Saved saved{.id = {}, .at = work.now().wall};
    for (AnyRecord& record : records) {
        saved.id = stampOf(record).id;
        if (Problems problems = correctIn(work, std::move(record)); !problems.empty()) {
            return problems;
        }
    }
    if (work.edits().empty()) {
        return refusal(ProblemKind::NotThere, "record");
    }
    return finish(work, std::move(saved));
}

void Journal::bury(UnitOfWork& work, AnyRecord dead)
{
    const auto replace = [&](AnyRecord record) {
        stampOf(record).deleted = work.now().wall.utc;
        static_cast<void>(work.replace(std::move(record)));
    };
    if (hasParts(dead)) {
        for (AnyRecord& part : work.partsOf(stampOf(dead).id)) {
            if (!stampOf(part).isDeleted()) {
                replace(std::move(part));
            }
        }
    }
    replace(std::move(dead));
}

std::vector<AnyRecord> Journal::namesakesOf(const AnyRecord& record)
{
    std::vector<AnyRecord> all;
    const auto collect = [&](auto records) {
        for (auto& each : records) {
            if (each.stamp.id != stampOf(record).id) {
                all.emplace_back(std::move(each));
            }
        }
    };
    if (const auto* medicine = std::get_if<Medicine>(&record)) {
        collect(m_diary.medicinesNamed(medicine->name));
    } else if (const auto* filter = std::get_if<SavedFilter>(&record)) {
        collect(m_diary.filtersNamed(filter->name));
    } else if (const auto* day = std::get_if<PainFreeDay>(&record)) {
        const UtcTime begin{LocalTime{day->at.localDay()}.time_since_epoch() - day->at.offset};
        collect(m_diary.dated<PainFreeDay>({begin, begin + std::chrono::days{1}}));
    }
    return all;
}

Result<Saved> Journal::remove(RecordKind kind, const Uuid& id)
{
    UnitOfWork work = begin();
    auto record = work.find(kind, id);
    if (!record || stampOf(*record).isDeleted()) {
        return refusal(ProblemKind::NotThere, std::string{toId(kind)});
    }
    if (const auto* session = std::get_if<CareSession>(&*record);
        session != nullptr && session->isRunning() &&
        session->stamp.machine == m_database.machine()) {
        return refusal(ProblemKind::SessionRunning, "session", session->begin);
    }
    if (const auto* bout = std::get_if<Bout>(&*record);
        bout != nullptr && m_diary.boutsOf(bout->episode).size() == 1) {
        // An episode without its only beginning is none.
        kind = RecordKind::Episode;
        record = work.find(kind, bout->episode);
    }
    const Uuid removed = stampOf(*record).id;
    for (AnyRecord& namesake : namesakesOf(*record)) {
        bury(work, std::move(namesake));
    }
    bury(work, *std::move(record));
    return finish(work, {.id = removed, .at = work.now().wall});
}

Result<Saved> Journal::removeAll(const std::vector<Uuid>& episodes)
{
    UnitOfWork work = begin();
    for (const Uuid& id : episodes) {
        auto record = work.find(RecordKind::Episode, id);
        if (record && !stampOf(*record).isDeleted()) {
            bury(work, *std::move(record));
        }
    }
    if (work.edits().empty()) {
        return refusal(ProblemKind::NotThere, std::string{toId(RecordKind::Episode)});
    }
    return finish(work, {.id = {}, .at = work.now().wall});
}

void Journal::revive(UnitOfWork& work, AnyRecord dead)
{
    const auto deleted = stampOf(dead).deleted;
    const auto replace = [&](AnyRecord record) {
        stampOf(record).deleted.reset();
        static_cast<void>(work.replace(std::move(record)));
    };
    if (hasParts(dead)) {
        // What had been deleted alone before stays deleted.
        for (AnyRecord& part : work.partsOf(stampOf(dead).id)) {
            if (stampOf(part).deleted == deleted) {
                replace(std::move(part));
            }
        }
    }
    replace(std::move(dead));
}

Result<Saved> Journal::restore(RecordKind kind, const Uuid& id)
{
    UnitOfWork work = begin();
    auto record = work.find(kind, id);
    if (!record || !stampOf(*record).isDeleted()) {
        return refusal(ProblemKind::NotThere, std::string{toId(kind)});
    }
    if (const auto episode = episodeOf(*record)) {
        const auto owner = work.find(RecordKind::Episode, *episode);
        if (!owner || stampOf(*owner).isDeleted()) {
            return refusal(ProblemKind::NotThere, std::string{toId(RecordKind::Episode)});
        }
    }
    revive(work, *std::move(record));
    return finish(work, {.id = id, .at = work.now().wall});
}

Result<Saved> Journal::restoreAll(const std::vector<Uuid>& episodes)
{
    UnitOfWork work = begin();
    for (const Uuid& id : episodes) {
        auto record = work.find(RecordKind::Episode, id);
        if (record && stampOf(*record).isDeleted()) {
            revive(work, *std::move(record));
        }
    }
    if (work.edits().empty()) {
        return refusal(ProblemKind::NotThere, std::string{toId(RecordKind::Episode)});
    }
    return finish(work, {.id = {}, .at = work.now().wall});
}

Problems Journal::revertWhole(UnitOfWork& work, const Undo& undo, const Progress& progress)
{
    for (const AnyRecord& record : undo.dropped) {
        const std::string kind{toId(kindOf(record))};
        if (work.find(kindOf(record), stampOf(record).id)) {
            return refusal(ProblemKind::ChangedSince, kind);
        }
        if (const auto owner = ownerOf(record); owner && !work.find(owner->first, owner->second)) {
            return refusal(ProblemKind::NotThere, std::string{toId(owner->first)});
        }
        work.writeAnew(record);
    }
    std::size_t done = 0;
    for (const bool ownersTurn : {false, true}) {
        for (const AddedRecord& added : undo.added) {
            if (isOwner(added.kind) != ownersTurn) {
                continue;
            }
            if (done++ % kToldEach == 0) {
                unclench::tell(progress,
                               static_cast<double>(done) / static_cast<double>(undo.added.size()));
            }
            const bool isBurial = ownersTurn && [&] {
                const auto stored = work.find(added.kind, added.id);
                return stored && !stampOf(*stored).isDeleted();
            }();
            // What was added to it since is not this command's to hide.
            if (!work.turnOver(added) || (isBurial && hasLivePart(work, added.id))) {
                return refusal(ProblemKind::ChangedSince, std::string{toId(added.kind)});
            }
        }
    }
    return {};
}

Result<Saved> Journal::revert(const Undo& undo, const Progress& progress)
{
    UnitOfWork work = begin();
    Saved saved{.at = work.now().wall};
    for (auto edit = undo.edits.rbegin(); edit != undo.edits.rend(); ++edit) {
        const RecordKind kind = kindOf(edit->after);
        saved.id = stampOf(edit->after).id;
        const auto stored = work.find(kind, saved.id);
        if (!stored) {
            return refusal(ProblemKind::NotThere, std::string{toId(kind)});
        }
        if (!saysTheSame(*stored, edit->after)) {
            return refusal(ProblemKind::ChangedSince, std::string{toId(kind)});
        }
        AnyRecord back = edit->before ? *edit->before : edit->after;
        if (!edit->before) {
            // By now what the command itself had added is taken back; what others added is not ours
            // to hide.
            if (hasLivePart(work, saved.id)) {
                return refusal(ProblemKind::ChangedSince, std::string{toId(kind)});
            }
            stampOf(back).deleted = work.now().wall.utc;
        }
        static_cast<void>(work.replace(std::move(back)));
    }
    if (Problems problems = revertWhole(work, undo, progress); !problems.empty()) {
        return problems;
    }
    return finish(work, std::move(saved));
}

} // namespace unclench
