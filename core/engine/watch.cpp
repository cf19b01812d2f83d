// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/watch.h"

#include "core/engine/told_for.h"
#include "core/engine/told_reader.h"
#include "core/redflags/alert_book.h"
#include "core/redflags/findings.h"

#include <algorithm>

namespace unclench {

namespace {

/// The earliest moment for which something was told that is there now.
std::optional<UtcTime> earliestTold(const UnitOfWork& work)
{
    std::optional<UtcTime> earliest = work.earliestTaken();
    for (const Edit& edit : work.edits()) {
        earliest = earlier(earliest, toldFor(edit.after));
    }
    return earliest;
}

} // namespace

std::vector<std::optional<Alert>> Watch::latestAtPlaces()
{
    const auto rules = m_rules.rules();
    std::vector<std::optional<Alert>> latest(rules.size());
    for (Alert& alert : m_alerts.latestOfEach()) {
        if (const RedFlagRule* rule = m_rules.find(alert.rule)) {
            latest[static_cast<std::size_t>(rule - rules.data())] = std::move(alert);
        } else {
            latest.emplace_back(std::move(alert));
        }
    }
    return latest;
}

void Watch::apply(UnitOfWork& work,
                  std::vector<std::optional<Alert>>& latest,
                  const Findings& findings,
                  const Moment& at,
                  bool isPast)
{
    // An emergency that another diary tells of after two weeks is one to ask about, not one to
    // raise; answers and symptoms say so themselves, measured values and places do not.
    const auto isOldNews = [&](const AlertMove& move) {
        const std::chrono::duration<double, std::ratio<86400>> days{
            m_rules.value(Threshold::OldNewsDays)};
        return work.isWholesale() && move.alert.level == Level::Emergency &&
               work.now().wall.utc - at.utc > days &&
               (move.isNew || move.change == AlertChange::LevelChanged);
    };
    for (AlertMove& move : movesAt(m_rules, latest, findings, at, isPast)) {
        if (isOldNews(move)) {
            continue;
        }
        if (move.isNew) {
            move.alert.stamp.id = work.keepNew(move.alert);
        } else {
            work.keep(move.alert);
        }
        latest[move.place] = move.alert;
        if (move.change) {
            keepStep(work, move.alert, *move.change, at);
        }
        if (move.change == AlertChange::Closed) {
            closeTwins(work, move.alert, at);
        }
    }
}

void Watch::keepStep(UnitOfWork& work, const Alert& alert, AlertChange change, const Moment& at)
{
    AlertStep step;
    step.alert = alert.stamp.id;
    step.at = at;
    step.change = change;
    step.level = alert.level;
    step.closing = alert.closing;
    work.keepNew(step);
}

void Watch::closeTwins(UnitOfWork& work, const Alert& ended, const Moment& at)
{
    for (Alert& twin : m_alerts.activeOf(ended.rule)) {
        if (twin.level == Level::Emergency) {
            continue; // it ends by a person alone
        }
        twin.state = AlertState::Closed;
        twin.closing = ended.closing;
        twin.until.reset();
        twin.since = at;
        keepStep(work, twin, AlertChange::Closed, at);
        work.keep(std::move(twin));
    }
}

void Watch::evaluate(UnitOfWork& work)
{
    const Moment now = work.now().wall;
    const UtcTime seen = std::min(m_alerts.evaluatedUntil().value_or(now.utc), now.utc);
    UtcTime from = seen;
    if (const auto told = earliestTold(work)) {
        from = std::clamp(*told, now.utc - kLongestReplay, from);
    }

    auto latest = latestAtPlaces();
    const Told told = readTold(m_database, m_vocabulary, m_rules, from, seen, now);
    Finder finder{m_rules, told, {from, now.offset}};
    const auto look = [&](const Moment& at, bool isPast) {
        apply(work, latest, finder.findAt(at), at, isPast);
    };
    if (from < seen) {
        look({from, now.offset}, true);
    }
    const auto snoozeEnds = [&](UtcTime after) {
        std::optional<UtcTime> next;
        for (const auto& alert : latest) {
            if (alert && alert->until && alert->until->utc > after) {
                next = std::min(next.value_or(alert->until->utc), alert->until->utc);
            }
        }
        return next;
    };
    const std::vector<UtcTime> edges = edgesBetween(m_rules, told, from, now.utc);
    auto after = edges.begin();
    for (auto edge = from; edge < now.utc;) {
        after = std::upper_bound(after, edges.end(), edge);
        UtcTime next = after == edges.end() ? now.utc : *after;
        next = std::min(next, snoozeEnds(edge).value_or(next));
        if (next >= now.utc) {
            break;
        }
        edge = next;
        look({edge, now.offset}, edge <= seen && from < seen);
    }
    look(now, false);
    if (std::any_of(latest.begin(), latest.end(), [](const auto& alert) {
            return alert && alert->level == Level::Emergency && !alert->isClosed();
        })) {
        endSession(work);
    }
    m_alerts.setEvaluatedUntil(now.utc);
}

void Watch::endSession(UnitOfWork& work)
{
    if (auto session = m_care.running()) {
        session->end = work.now().wall;
        session->endBoot = work.now().boot;
        session->endBootId = work.now().bootId;
        work.keep(*std::move(session));
    }
}

std::optional<UtcTime> Watch::nextDeadline(const Moment& now)
{
    const UtcTime seen = std::min(m_alerts.evaluatedUntil().value_or(now.utc), now.utc);
    const Told told = readTold(m_database, m_vocabulary, m_rules, seen, seen, now);
    auto next = nextEdge(m_rules, told, seen);
    for (const Alert& alert : m_alerts.active()) {
        if (alert.until && alert.until->utc > seen) {
            next = std::min(next.value_or(alert.until->utc), alert.until->utc);
        }
    }
    return next;
}

} // namespace unclench
