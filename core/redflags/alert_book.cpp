// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redflags/alert_book.h"

#include <algorithm>

namespace unclench {

namespace {

/// Whether a rule that is true again may speak again.
bool mayReturn(const RedFlagRule& rule,
               const Alert& last,
               const RuleFinding& finding,
               const Findings& findings,
               const Moment& at,
               bool isPast)
{
    const bool isNewYes = finding.told && *finding.told > last.since.utc;
    const bool isNewEpisode = findings.episode && findings.episode != last.within &&
                              findings.episodeTold > last.since.utc;
    if (rule.againAfterDays > 0) {
        return isNewEpisode && at.utc - last.at.utc >= std::chrono::days{rule.againAfterDays};
    }
    if (isPast && at.utc < last.since.utc) {
        return isNewYes;
    }
    if (last.closing == Closing::Ended) {
        return true;
    }
    return isNewYes || finding.level > last.level || isNewEpisode;
}

void appendRaise(std::vector<AlertMove>& moves,
                 const std::string& rule,
                 const RuleFinding& finding,
                 const Findings& findings,
                 const Moment& at)
{
    Alert alert;
    alert.rule = rule;
    alert.level = finding.level;
    alert.at = at;
    alert.since = at;
    alert.within = findings.episode;
    alert.because = joinIds(finding.because);
    moves.push_back({std::move(alert), AlertChange::Raised, true});
}

} // namespace

bool isSnoozedAt(const Alert& alert, UtcTime at)
{
    return alert.state == AlertState::Snoozed && alert.until && alert.until->utc > at &&
           alert.until->utc - at <= kLongestSnooze;
}

std::vector<AlertMove> movesAt(const RedFlags& rules,
                               const std::vector<Alert>& latest,
                               const Findings& findings,
                               const Moment& at,
                               bool isPast)
{
    std::vector<AlertMove> moves;
    for (const RedFlagRule& rule : rules.rules()) {
        const auto last = std::find_if(latest.begin(), latest.end(),
                                       [&](const Alert& alert) { return alert.rule == rule.id; });
        const auto fresh = findings.fresh.find(rule.id);
        if (last == latest.end() || last->isClosed()) {
            const bool isRaised =
                fresh != findings.fresh.end() &&
                !(fresh->second.level == Level::Emergency && fresh->second.isOldNews) &&
                (last == latest.end() ||
                 mayReturn(rule, *last, fresh->second, findings, at, isPast));
            if (isRaised) {
                appendRaise(moves, rule.id, fresh->second, findings, at);
            }
            continue;
        }

        const auto any = findings.all.find(rule.id);
        Alert alert = *last;
        if (any == findings.all.end()) {
            // An emergency ends by a person alone; what was true since is not ended by the past.
            if (alert.level != Level::Emergency && !isPast) {
                alert.state = AlertState::Closed;
                alert.closing = Closing::Ended;
                alert.until.reset();
                alert.since = at;
                moves.push_back({std::move(alert), AlertChange::Closed});
            }
            continue;
        }
        const RuleFinding& finding = any->second;
        const bool isHigher = finding.level > alert.level;
        const bool isLower = finding.level < alert.level && alert.level != Level::Emergency;
        const bool isOldEmergency = finding.level == Level::Emergency && finding.isOldNews;
        if ((isHigher && !isOldEmergency) || (isLower && !isPast)) {
            alert.level = finding.level;
            alert.because = joinIds(finding.because);
            if (isHigher && alert.state == AlertState::Snoozed) {
                alert.state = AlertState::Open;
                alert.until.reset();
            }
            alert.since = at;
            moves.push_back({alert, AlertChange::LevelChanged});
        } else if (alert.state == AlertState::Snoozed &&
                   (!isSnoozedAt(alert, at.utc) ||
                    (finding.told && *finding.told > alert.since.utc))) {
            alert.state = AlertState::Open;
            alert.until.reset();
            alert.since = at;
            moves.push_back({std::move(alert), AlertChange::Reopened});
        } else if (!isPast && finding.level == alert.level &&
                   joinIds(finding.because) != alert.because) {
            alert.because = joinIds(finding.because);
            moves.push_back({std::move(alert), std::nullopt});
        }
    }
    return moves;
}

bool isHiddenBy(const Alert& part, const Alert& combination)
{
    if (!combination.rule.starts_with("cx_") || combination.isClosed() ||
        part.level >= combination.level) {
        return false;
    }
    const auto reasons = splitIds(combination.because);
    const auto has = [&](const std::string& id) {
        return std::find(reasons.begin(), reasons.end(), id) != reasons.end();
    };
    const auto own = splitIds(part.because);
    return has(part.rule) || (!own.empty() && std::all_of(own.begin(), own.end(), has));
}

bool isHidden(const Alert& alert, const std::vector<Alert>& active)
{
    return std::any_of(active.begin(), active.end(),
                       [&](const Alert& other) { return isHiddenBy(alert, other); });
}

Problems problemsOfClosing(const Alert& alert, Closing how)
{
    if (alert.isClosed()) {
        return refusal(ProblemKind::NotThere, "alert");
    }
    if (alert.level == Level::Emergency && how == Closing::Dismissed) {
        return refusal(ProblemKind::CloseEmergency, "how");
    }
    return {};
}

Problems problemsOfSnooze(const Alert& alert, std::chrono::milliseconds time)
{
    if (alert.isClosed()) {
        return refusal(ProblemKind::NotThere, "alert");
    }
    if (alert.level == Level::Emergency) {
        return refusal(ProblemKind::SnoozeEmergency, "alert");
    }
    if (time > (alert.level == Level::Urgent ? kLongestUrgentSnooze : kLongestSnooze)) {
        return refusal(ProblemKind::SnoozeTooLong, "hours");
    }
    if (alert.level == Level::Urgent && alert.urgentSnoozes > 0) {
        return refusal(ProblemKind::SnoozeTwice, "alert");
    }
    return {};
}

} // namespace unclench
