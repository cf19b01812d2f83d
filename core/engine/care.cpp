// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/care.h"

#include "core/diary/check.h"
#include "core/engine/care_reader.h"
#include "core/store/diary_store.h"

#include <fmt/format.h>

#include <algorithm>

namespace unclench {

using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

Problems checkPain(const std::optional<int>& pain)
{
    if (pain && (*pain < Reading::kLeast || *pain > Reading::kMost)) {
        return {{ProblemKind::OutOfRange, "pain", std::to_string(*pain), std::nullopt}};
    }
    return {};
}

/// The plan of a session in minutes, as far as no situation is asked.
Problems checkMinutes(const std::optional<int>& wanted, std::chrono::minutes longest)
{
    if (wanted && *wanted < 1) {
        return {{ProblemKind::OutOfRange, "minutes", std::to_string(*wanted), std::nullopt}};
    }
    if (wanted && *wanted > longest.count()) {
        return {{ProblemKind::OverTwentyMinutes, "minutes", std::to_string(*wanted), std::nullopt}};
    }
    return {};
}

void rememberClock(CareStore& store, const Now& now)
{
    ClockHistory history = store.clockHistory();
    if (look(history, now)) {
        store.setClockHistory(history);
    }
}

void take(CareSession& session, const CareOutcome& outcome)
{
    session.painAfter = outcome.pain ? outcome.pain : session.painAfter;
    session.skin = outcome.skin ? outcome.skin : session.skin;
    session.felt = outcome.felt ? outcome.felt : session.felt;
}

} // namespace

UnitOfWork Care::begin()
{
    return {m_database, m_events, m_uuids, m_clock.now(), m_beforeCommit};
}

Situation Care::situation(const Now& now) const
{
    return readSituation(m_database, m_rules, now);
}

Problems Care::problemsOf(const AnyRecord& record, const UnitOfWork& work) const
{
    return check(record, m_vocabulary, work.now().wall);
}

Result<CareStarted> Care::start(const CareStart& what)
{
    Problems problems = checkMinutes(what.minutes, m_rules.minutes(CareThreshold::LongestMinutes));
    const Problems pain = checkPain(what.pain);
    problems.insert(problems.end(), pain.begin(), pain.end());
    if (what.kind == CareKind::Wrap) {
        problems.push_back({ProblemKind::UnknownId, "kind", "wrap", std::nullopt});
    }
    if (!problems.empty()) {
        return problems;
    }
    UnitOfWork work = begin();
    const Now& now = work.now();
    const auto kind = what.modality == Modality::Heat ? what.kind : std::nullopt;
    const CareDecisions decisions = unclench::decide(m_rules, situation(now), kind);
    const CareDecision& decision = decisions.of(what.modality);
    if (decision.status == CareStatus::Blocked) {
        Problem blocked{ProblemKind::CareBlocked, std::string{toId(what.modality)},
                        fmt::format("{}", fmt::join(decision.because, " ")), std::nullopt};
        if (decision.wait) {
            blocked.moment = now.wall + *decision.wait;
        }
        return Problems{blocked};
    }
    CareSession session;
    const auto open = DiaryStore{m_database}.openBout();
    session.within = open ? std::optional{open->episode} : std::nullopt;
    session.modality = what.modality;
    session.kind = what.kind;
    const minutes wanted = what.minutes ? minutes{*what.minutes} : decision.usual;
    session.planned = std::min(wanted, decision.most);
    session.begin = now.wall;
    session.beginBoot = now.boot;
    session.beginBootId = now.bootId;
    session.painBefore = what.pain;

    CareStarted started;
    started.planned = session.planned;
    started.wasShortened = wanted > decision.most;
    started.needsCaution = decision.needsCaution;
    started.at = now.wall;
    started.id = work.keepNew(session);
    rememberClock(m_store, now);
    started.undo = work.commit();
    return started;
}

Result<CareEnded> Care::stop(const CareOutcome& outcome)
{
    if (Problems problems = checkPain(outcome.pain); !problems.empty()) {
        return problems;
    }
    UnitOfWork work = begin();
    const Now& now = work.now();
    auto session = m_store.running();
    if (!session) {
        return refusal(ProblemKind::NoSession, "session");
    }
    session->end = now.wall;
    session->endBoot = now.boot;
    session->endBootId = now.bootId;
    take(*session, outcome);
    CareEnded ended;
    ended.session = *session;
    ended.lasted = Stopwatch{m_store, now}.sinceBegin(*session);
    ended.id = session->stamp.id;
    ended.at = now.wall;
    rememberClock(m_store, now);
    work.keep(*std::move(session));
    ended.undo = work.commit();
    return ended;
}

Result<Saved> Care::tellAfter(const Uuid& id, const CareOutcome& outcome)
{
    if (Problems problems = checkPain(outcome.pain); !problems.empty()) {
        return problems;
    }
    UnitOfWork work = begin();
    auto session = m_store.find(id);
    if (!session || session->isRunning()) {
        return refusal(session ? ProblemKind::SessionRunning : ProblemKind::NotThere, "session");
    }
    Saved saved{.id = id, .at = work.now().wall};
    take(*session, outcome);
    work.keep(*std::move(session));
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Care::checkSkin(Skin skin)
{
    UnitOfWork work = begin();
    const Now& now = work.now();
    auto session = m_store.running();
    if (!session) {
        session = lastEndedAt(now);
    }
    if (!session) {
        return refusal(ProblemKind::NoSession, "session");
    }
    Saved saved{.at = now.wall};
    saved.id = work.keepNew(SkinCheck{{}, session->stamp.id, now.wall, now.boot, now.bootId, skin});
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Care::tell(const CareTold& told)
{
    UnitOfWork work = begin();
    const Now& now = work.now();
    CareSession session;
    session.modality = told.what.modality;
    session.kind = told.what.kind;
    session.planned = minutes{told.what.minutes.value_or(
        static_cast<int>(m_rules.protocol("heat_recurrent").usual.count()))};
    session.begin = told.begin;
    session.end = told.begin + session.planned;
    session.painBefore = told.what.pain;
    take(session, told.outcome);
    if (Problems problems = problemsOf(session, work); !problems.empty()) {
        return problems;
    }
    for (const CareSession& other :
         m_store.begunIn({session.begin.utc - CareSession::kLongestTold, session.end->utc})) {
        const UtcTime end = other.end                        ? other.end->utc
                            : m_store.isOfThisMachine(other) ? now.wall.utc
                                                             : (other.begin + other.planned).utc;
        if (end > session.begin.utc) {
            return refusal(ProblemKind::SessionsOverlap, "at", other.begin);
        }
    }
    DiaryStore diary{m_database};
    if (const auto open = diary.openBout();
        open && diary.boutsOf(open->episode).front().begin.utc <= session.begin.utc) {
        session.within = open->episode;
    } else {
        session.within = diary.pastEpisodeAt(session.begin.utc);
    }
    Saved saved{.at = session.begin};
    saved.id = work.keepNew(session);
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Care::confirmClock()
{
    UnitOfWork work = begin();
    const Now& now = work.now();
    Saved saved{.at = now.wall};
    for (CareSession& session : m_store.deciding(std::nullopt, now)) {
        if (session.end && session.end->utc > now.wall.utc && !session.isClockConfirmed) {
            session.isClockConfirmed = true;
            saved.id = session.stamp.id;
            work.keep(std::move(session));
        }
    }
    saved.undo = work.commit();
    return saved;
}

void Care::noteClock()
{
    ClockHistory history = m_store.clockHistory();
    if (look(history, m_clock.now())) {
        Transaction transaction{m_database};
        m_store.setClockHistory(history);
        transaction.commit();
    }
}

CareDecisions Care::decide(std::optional<CareKind> kind)
{
    return unclench::decide(m_rules, situation(m_clock.now()), kind);
}

CareOutlook Care::outlook()
{
    const Situation now = situation(m_clock.now());
    return {unclench::decide(m_rules, now), unclench::nextChange(m_rules, now)};
}

bool Care::wasCautious(const CareSession& session, const Now& now)
{
    Situation before = situation(now);
    // As if it did not run: what limits it is looked at, not that it is there.
    std::erase_if(before.sessions, [](const PastSession& past) { return !past.end; });
    return unclench::decide(m_rules, before, session.kind).of(session.modality).needsCaution;
}

std::optional<RunningCare> Care::running()
{
    auto session = m_store.running();
    if (!session) {
        return std::nullopt;
    }
    const Now now = m_clock.now();
    RunningCare running;
    running.elapsed = Stopwatch{m_store, now}.sinceBegin(*session);
    running.left = session->planned - running.elapsed;
    running.needsCaution = wasCautious(*session, now);
    if (running.needsCaution && m_store.checksOf(session->stamp.id).empty()) {
        const milliseconds left =
            m_rules.minutes(CareThreshold::SkinCheckMinutes) - running.elapsed;
        running.isSkinCheckDue = left.count() <= 0;
        running.untilSkinCheck = running.isSkinCheckDue ? std::nullopt : std::optional{left};
    }
    running.session = *std::move(session);
    return running;
}

std::vector<PlannedCare> Care::plan(milliseconds span, std::size_t most)
{
    const Situation now = situation(m_clock.now());
    if (!now.episode || isRunning(now)) {
        return {};
    }
    return planAhead(m_rules, now, span, most);
}

std::optional<milliseconds> Care::nextChange()
{
    if (const auto care = running()) {
        if (care->isOverdue()) {
            return std::nullopt;
        }
        return std::min(care->left, care->untilSkinCheck.value_or(care->left));
    }
    auto next = outlook().next;
    const Now now = m_clock.now();
    for (const CareSession& session : m_store.runningElsewhere()) {
        const milliseconds left = session.planned - Stopwatch{m_store, now}.sinceBegin(session);
        if (left.count() > 0) {
            next = std::min(next.value_or(left), left);
        }
    }
    return next;
}

std::vector<std::string> Care::toAsk(Modality modality)
{
    std::set<std::string> told;
    for (const Condition& condition : DiaryStore{m_database}.dated<Condition>({})) {
        told.insert(condition.condition);
    }
    std::vector<std::string> ask;
    for (const Limit& limit : m_rules.limits()) {
        if (!limit.isAsked || limit.level(modality, std::nullopt) == LimitLevel::Free) {
            continue;
        }
        std::copy_if(limit.conditions.begin(), limit.conditions.end(), std::back_inserter(ask),
                     [&](const std::string& id) { return !told.contains(id); });
    }
    return ask;
}

std::optional<CareSession> Care::lastEndedAt(const Now& now)
{
    const Stopwatch watch{m_store, now};
    std::optional<CareSession> last;
    for (CareSession& session : m_store.deciding(std::nullopt, now)) {
        if (session.end && (!last || watch.sinceEnd(session) < watch.sinceEnd(*last))) {
            last = std::move(session);
        }
    }
    return last;
}

std::optional<CareSession> Care::last()
{
    return lastEndedAt(m_clock.now());
}

} // namespace unclench
