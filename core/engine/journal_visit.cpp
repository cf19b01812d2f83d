// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's appointments: what is prepared for one, and what came of it.
#include "core/engine/journal.h"

#include "core/diary/check.h"

#include <utility>

namespace unclench {

namespace {

/// Absent: no such visit, or deleted.
std::optional<Visit> standingVisit(UnitOfWork& work, const Uuid& id)
{
    const auto found = work.find(RecordKind::Visit, id);
    return found && !stampOf(*found).isDeleted() ? std::optional{std::get<Visit>(*found)}
                                                 : std::nullopt;
}

Problems noSuchVisit()
{
    return refusal(ProblemKind::NotThere, std::string{toId(RecordKind::Visit)});
}

} // namespace

Problems Journal::problemsOfVisit(const Visit& visit,
                                  const std::optional<Visit>& stored,
                                  const UnitOfWork& work) const
{
    // One that was over before the clock was set back makes no new claim about the future.
    const bool wasOver = stored && stored->isOver && stored->at == visit.at;
    return check(visit, m_vocabulary, wasOver ? visit.at : work.now().wall);
}

Result<Saved> Journal::keepVisit(Visit visit)
{
    UnitOfWork work = begin();
    const bool isNew = visit.stamp.id.isEmpty();
    const auto stored = isNew ? std::nullopt : standingVisit(work, visit.stamp.id);
    if (!isNew && !stored) {
        return noSuchVisit();
    }
    if (Problems problems = problemsOfVisit(visit, stored, work); !problems.empty()) {
        return problems;
    }
    Saved saved{.id = visit.stamp.id, .at = visit.at};
    if (stored) {
        visit.stamp = stored->stamp;
        if (visit == *stored) {
            saved.wasThere = true;
            return saved;
        }
        static_cast<void>(work.replace(std::move(visit)));
    } else if (const auto same = m_diary.visitAt(visit.at.utc, visit.provider)) {
        saved.id = same->stamp.id;
        saved.at = same->at;
        saved.wasThere = true;
        return saved;
    } else {
        saved.id = work.create(std::move(visit));
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::finishVisit(Visit visit, std::optional<Moment> next)
{
    UnitOfWork work = begin();
    const auto stored = standingVisit(work, visit.stamp.id);
    if (!stored) {
        return noSuchVisit();
    }
    visit.stamp = stored->stamp;
    visit.isOver = true;
    Problems problems = problemsOfVisit(visit, stored, work);
    Visit coming;
    if (next) {
        coming.at = *next;
        coming.provider = visit.provider;
        coming.sections = visit.sections;
        coming.isLong = visit.isLong;
        coming.shownName = visit.shownName;
        if (next->utc <= visit.at.utc) {
            problems.push_back({ProblemKind::EndBeforeBegin, "next", {}, visit.at});
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    Saved saved{.id = visit.stamp.id, .at = visit.at};
    if (visit != *stored) {
        static_cast<void>(work.replace(std::move(visit)));
    }
    if (next && !m_diary.visitAt(coming.at.utc, coming.provider)) {
        work.create(std::move(coming));
    }
    if (work.edits().empty()) {
        saved.wasThere = true;
        return saved;
    }
    saved.undo = work.commit();
    return saved;
}

} // namespace unclench
