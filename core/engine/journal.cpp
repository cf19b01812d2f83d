// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/journal.h"

#include "core/diary/check.h"

#include <algorithm>
#include <utility>

namespace unclench {

namespace {

template <class T>
void joinInto(std::optional<std::vector<T>>& added, const std::optional<std::vector<T>>& known)
{
    if (!added || !known) {
        return;
    }
    std::vector<T> all = *known;
    for (T& entry : *added) {
        if (std::find(all.begin(), all.end(), entry) == all.end()) {
            all.push_back(std::move(entry));
        }
    }
    added = std::move(all);
}

} // namespace

Journal::Journal(Database& database,
                 const Clock& clock,
                 const Vocabulary& vocabulary,
                 Events& events,
                 UuidSource& uuids,
                 BeforeCommit beforeCommit)
    : m_database(database), m_clock(clock), m_vocabulary(vocabulary), m_events(events),
      m_uuids(uuids), m_beforeCommit(std::move(beforeCommit)), m_diary(database)
{
}

UnitOfWork Journal::begin()
{
    return {m_database, m_events, m_uuids, m_clock.now(), m_beforeCommit};
}

Journal::Timing Journal::timing(const UnitOfWork& work,
                                const std::optional<Moment>& at,
                                const std::optional<Bout>& running)
{
    const Moment& now = work.now().wall;
    if (at) {
        return {*at, now};
    }
    // A press must never be lost to a clock that was set back: it counts from the last beginning.
    if (running && now.utc < running->begin.utc) {
        // What is stored at a beginning that the clock has not reached again is no claim about the
        // future.
        return {running->begin, running->begin, true};
    }
    return {now, now};
}

Problems Journal::problemsOf(const AnyRecord& record, const UnitOfWork& work) const
{
    return check(record, m_vocabulary, work.now().wall);
}

std::optional<Uuid> Journal::episodeAt(const Moment& at)
{
    if (const auto open = m_diary.openBout()) {
        const auto bouts = m_diary.boutsOf(open->episode);
        if (bouts.front().begin.utc <= at.utc) {
            return open->episode;
        }
    }
    return m_diary.pastEpisodeAt(at.utc);
}

Details Journal::joined(const Uuid& episode, Details details)
{
    const auto join = [&](auto Details::*member, DetailField field) {
        if (!(details.*member)) {
            return; // not told now, so nothing to look up
        }
        if (const auto report = m_diary.lastReport(episode, field)) {
            Details known;
            static_cast<void>(apply(known, field, report->value));
            joinInto(details.*member, known.*member);
        }
    };
    join(&Details::regions, DetailField::Regions);
    join(&Details::triggers, DetailField::Triggers);
    join(&Details::quality, DetailField::Quality);
    join(&Details::signs, DetailField::Signs);
    return details;
}

void Journal::report(UnitOfWork& work,
                     const Uuid& episode,
                     const Moment& at,
                     const Details& details)
{
    for (auto& [field, value] : toReports(details)) {
        const auto last = m_diary.lastReport(episode, field);
        if (!last || last->value != value || at.utc < last->at.utc) {
            work.create(Report{{}, episode, at, field, value});
        }
    }
}

Result<SpasmSaved> Journal::logSpasm(const SpasmDraft& draft)
{
    UnitOfWork work = begin();
    const auto open = m_diary.openBout();
    // Without an open one, what ended "later" than now is what the clock was set back behind.
    std::optional<Bout> running = open;
    if (!running && !draft.at) {
        running = m_diary.lastEndedBout();
        if (running) {
            running->begin = *running->end;
        }
    }
    const Timing timing = Journal::timing(work, draft.at, running);
    const Moment onset = draft.onset.value_or(timing.at);

    Reading reading{{}, {}, timing.at, draft.pain, draft.atRest, draft.note};
    Problems problems = check(draft.details, m_vocabulary, work.now().wall);
    const Problems own = check(reading, m_vocabulary, timing.latest);
    problems.insert(problems.begin(), own.begin(), own.end());
    if (onset.utc > timing.at.utc) {
        problems.push_back({ProblemKind::BeforeOnset, "at", {}, onset});
    } else if (draft.onset) {
        const Problems early = checkTime("onset", onset, timing.latest);
        problems.insert(problems.end(), early.begin(), early.end());
    }
    if (!problems.empty()) {
        return problems;
    }

    SpasmSaved saved;
    saved.at = timing.at;
    saved.isClockBehind = timing.isClockBehind;
    const auto past = open ? std::nullopt : m_diary.pastEpisodeAt(onset.utc);
    const auto before = open ? std::nullopt : m_diary.lastBoutEndedBy(onset.utc);
    if (open) {
        const Moment begun = m_diary.boutsOf(open->episode).front().begin;
        if (timing.at.utc < begun.utc) {
            return refusal(ProblemKind::BeforeOnset, "at", begun);
        }
        saved.outcome = SpasmOutcome::ReadingAdded;
        saved.episode = open->episode;
        saved.onset = begun;
    } else if (past && draft.at && !draft.onset) {
        saved.outcome = SpasmOutcome::AddedToPast;
        saved.episode = *past;
        saved.onset = m_diary.boutsOf(*past).front().begin;
    } else if (past || (before && isSameEpisode(before->end->utc, onset.utc))) {
        saved.outcome = SpasmOutcome::WentOn;
        saved.episode = past ? *past : before->episode;
        const auto bouts = m_diary.boutsOf(saved.episode);
        const Moment lastEnd = *bouts.back().end;
        work.create(
            Bout{{}, saved.episode, onset.utc < lastEnd.utc ? lastEnd : onset, std::nullopt});
        saved.onset = bouts.front().begin;
    } else {
        saved.outcome = SpasmOutcome::Began;
        saved.episode = work.create(Episode{});
        saved.onset = onset;
        work.create(Bout{{}, saved.episode, onset, std::nullopt});
    }
    reading.episode = saved.episode;
    saved.id = work.create(reading);
    report(work, saved.episode, timing.at,
           saved.outcome == SpasmOutcome::Began ? draft.details
                                                : joined(saved.episode, draft.details));
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::addReading(const ReadingDraft& draft)
{
    UnitOfWork work = begin();
    const auto open = m_diary.openBout();
    const Timing timing = Journal::timing(work, draft.at, open);
    Reading reading{{}, {}, timing.at, draft.pain, draft.atRest, draft.note};
    if (Problems problems = check(reading, m_vocabulary, timing.latest); !problems.empty()) {
        return problems;
    }
    const auto episode = episodeAt(timing.at);
    if (!episode && open) {
        return refusal(ProblemKind::BeforeOnset, "at",
                       m_diary.boutsOf(open->episode).front().begin);
    }
    if (!episode) {
        return refusal(ProblemKind::NoEpisode, "pain");
    }
    reading.episode = *episode;
    Saved saved{
        .id = work.create(reading),
        .at = timing.at,
        .isClockBehind = timing.isClockBehind,
    };
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::endEpisode(std::optional<Moment> at)
{
    UnitOfWork work = begin();
    auto open = m_diary.openBout();
    if (!open) {
        return refusal(ProblemKind::NoEpisode, "end");
    }
    const Timing timing = Journal::timing(work, at, open);
    open->end = timing.at;
    if (Problems problems = check(*open, m_vocabulary, timing.latest); !problems.empty()) {
        return problems;
    }
    Saved saved{.id = open->episode, .at = timing.at, .isClockBehind = timing.isClockBehind};
    if (!work.replace(*std::move(open))) {
        return refusal(ProblemKind::NotThere, "end");
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::updateEpisode(const Uuid& episode,
                                     const Details& details,
                                     std::optional<Moment> onset,
                                     std::optional<Moment> at)
{
    UnitOfWork work = begin();
    auto bouts = m_diary.boutsOf(episode);
    if (bouts.empty()) {
        return refusal(ProblemKind::NotThere, "episode");
    }
    const Timing timing = Journal::timing(work, at, bouts.back());
    Problems problems = check(details, m_vocabulary, work.now().wall);
    if (at) {
        const Problems own = checkTime("at", *at, work.now().wall);
        problems.insert(problems.begin(), own.begin(), own.end());
    }
    if (onset) {
        Bout last = bouts.back();
        last.begin = *onset;
        const Problems own = problemsOf(last, work);
        problems.insert(problems.end(), own.begin(), own.end());
        if (bouts.size() > 1 && onset->utc < bouts[bouts.size() - 2].end->utc) {
            problems.push_back(
                {ProblemKind::BeforeOnset, "onset", {}, bouts[bouts.size() - 2].end});
        }
        if (problems.empty() && !work.replace(last)) {
            problems = refusal(ProblemKind::NotThere, "episode");
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    report(work, episode, timing.at, details);
    Saved saved{.id = episode, .at = timing.at, .isClockBehind = timing.isClockBehind};
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::painFreeDay(std::optional<Moment> at)
{
    UnitOfWork work = begin();
    PainFreeDay day{{}, at.value_or(work.now().wall)};
    if (Problems problems = problemsOf(day, work); !problems.empty()) {
        return problems;
    }
    const UtcTime begin{LocalTime{day.at.localDay()}.time_since_epoch() - day.at.offset};
    const UtcTime end = begin + std::chrono::days{1};
    if (const auto bout = m_diary.boutBetween(begin, end)) {
        return refusal(bout->end ? ProblemKind::PainThatDay : ProblemKind::EpisodeOpen, "no-pain",
                       bout->begin);
    }
    Saved saved{.at = day.at};
    if (const auto told = m_diary.dated<PainFreeDay>({begin, end}); !told.empty()) {
        saved.id = told.front().stamp.id;
        saved.wasThere = true;
        return saved;
    }
    saved.id = work.create(day);
    saved.undo = work.commit();
    return saved;
}

} // namespace unclench
