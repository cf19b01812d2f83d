// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's second thoughts: correcting, deleting, restoring, taking back.
#include "core/engine/journal.h"

#include <utility>

namespace unclench {

namespace {

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

} // namespace

Result<Saved> Journal::finish(UnitOfWork& work, Saved saved)
{
    if (m_diary.openBoutCount() > 1) {
        const auto latest = m_diary.openBout();
        return refusal(ProblemKind::EpisodeOpen, "end", latest->begin);
    }
    for (const Edit& edit : work.edits()) {
        if (const auto* bout = std::get_if<Bout>(&edit.after)) {
            const auto bouts = m_diary.boutsOf(bout->episode);
            for (std::size_t i = 1; i < bouts.size(); ++i) {
                if (!bouts[i - 1].end || bouts[i - 1].end->utc > bouts[i].begin.utc) {
                    return refusal(ProblemKind::BoutsOverlap, "onset", bouts[i].begin);
                }
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

Result<Saved> Journal::remove(RecordKind kind, const Uuid& id)
{
    UnitOfWork work = begin();
    auto record = work.find(kind, id);
    if (!record || stampOf(*record).isDeleted()) {
        return refusal(ProblemKind::NotThere, std::string{toId(kind)});
    }
    if (const auto* session = std::get_if<CareSession>(&*record);
        session != nullptr && session->isRunning()) {
        return refusal(ProblemKind::SessionRunning, "session", session->begin);
    }
    if (const auto* bout = std::get_if<Bout>(&*record);
        bout != nullptr && m_diary.boutsOf(bout->episode).size() == 1) {
        // An episode without its only beginning is none.
        kind = RecordKind::Episode;
        record = work.find(kind, bout->episode);
    }
    const Uuid removed = stampOf(*record).id;
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

Result<Saved> Journal::revert(const Undo& undo)
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
            for (const AnyRecord& part : work.partsOf(saved.id)) {
                if (!stampOf(part).isDeleted()) {
                    return refusal(ProblemKind::ChangedSince, std::string{toId(kind)});
                }
            }
            stampOf(back).deleted = work.now().wall.utc;
        }
        static_cast<void>(work.replace(std::move(back)));
    }
    return finish(work, std::move(saved));
}

} // namespace unclench
