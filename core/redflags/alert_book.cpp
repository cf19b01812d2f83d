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

/// A clock that is corrected by the network goes back by less, again and again.
constexpr std::chrono::minutes kClockCorrection{1};

std::chrono::milliseconds longestSnooze(Level level)
{
    return level == Level::Urgent ? kLongestUrgentSnooze : kLongestSnooze;
}

void appendRaise(std::vector<AlertMove>& moves,
                 std::size_t place,
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
    moves.push_back({place, std::move(alert), AlertChange::Raised, true});
}

/// What may raise the alert of a rule: what is fresh, and what rests on an alert that is still open
/// though its yes was told in an earlier episode. As long as nobody said that it is over, it goes
/// into combinations.
const std::optional<RuleFinding>& raising(const RedFlags& rules,
                                          const std::vector<std::optional<Alert>>& latest,
                                          const Findings& findings,
                                          std::size_t place)
{
    static const std::optional<RuleFinding> kNone;
    const std::optional<RuleFinding>& any = findings.all[place];
    if (findings.fresh[place] || !any) {
        return findings.fresh[place];
    }
    const bool isOnOpen =
        std::any_of(any->because.begin(), any->because.end(), [&](const std::string& id) {
            const RedFlagRule* part = rules.find(id);
            if (part == nullptr) {
                return false;
            }
            const auto its = static_cast<std::size_t>(part - rules.rules().data());
            return its != place && !findings.fresh[its] && latest[its] && !latest[its]->isClosed();
        });
    return isOnOpen ? any : kNone;
}

} // namespace

bool isSnoozedAt(const Alert& alert, UtcTime at)
{
    return alert.state == AlertState::Snoozed && alert.until && alert.until->utc > at &&
           alert.until->utc - at <= longestSnooze(alert.level) + kClockCorrection;
}

std::vector<AlertMove> movesAt(const RedFlags& rules,
                               const std::vector<std::optional<Alert>>& latest,
                               const Findings& findings,
                               const Moment& at,
                               bool isPast)
{
    std::vector<AlertMove> moves;
    for (std::size_t place = 0; place < rules.rules().size(); ++place) {
        const RedFlagRule& rule = rules.rules()[place];
        const std::optional<Alert>& last = latest[place];
        const std::optional<RuleFinding>& fresh = raising(rules, latest, findings, place);
        if (!last || last->isClosed()) {
            const bool isRaised = fresh &&
                                  !(fresh->level == Level::Emergency && fresh->isOldNews) &&
                                  (!last || mayReturn(rule, *last, *fresh, findings, at, isPast));
            if (isRaised) {
                appendRaise(moves, place, rule.id, *fresh, findings, at);
            }
            continue;
        }

        const std::optional<RuleFinding>& any = findings.all[place];
        if (!any) {
            // An emergency ends by a person alone; what was true since is not ended by the past.
            if (last->level != Level::Emergency && !isPast) {
                Alert alert = *last;
                alert.state = AlertState::Closed;
                alert.closing = Closing::Ended;
                alert.until.reset();
                alert.since = at;
                moves.push_back({place, std::move(alert), AlertChange::Closed});
            }
            continue;
        }
        const RuleFinding& finding = *any;
        const bool isHigher = finding.level > last->level;
        const bool isLower = finding.level < last->level && last->level != Level::Emergency;
        const bool isOldEmergency = finding.level == Level::Emergency && finding.isOldNews;
        if ((isHigher && !isOldEmergency) || (isLower && !isPast)) {
            Alert alert = *last;
            alert.level = finding.level;
            alert.because = joinIds(finding.because);
            if (isHigher && alert.state == AlertState::Snoozed) {
                alert.state = AlertState::Open;
                alert.until.reset();
            }
            alert.since = at;
            moves.push_back({place, std::move(alert), AlertChange::LevelChanged});
        } else if (last->state == AlertState::Snoozed &&
                   (!isSnoozedAt(*last, at.utc) ||
                    (finding.told && *finding.told > last->since.utc))) {
            Alert alert = *last;
            alert.state = AlertState::Open;
            alert.until.reset();
            alert.since = at;
            moves.push_back({place, std::move(alert), AlertChange::Reopened});
        } else if (!isPast && finding.level == last->level &&
                   joinIds(finding.because) != last->because) {
            Alert alert = *last;
            alert.because = joinIds(finding.because);
            moves.push_back({place, std::move(alert), std::nullopt});
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
    if (has(part.rule)) {
        return true;
    }
    // A check-in stands on what many rules do: that the spasm goes on.
    return part.level > Level::CheckIn && !own.empty() && std::all_of(own.begin(), own.end(), has);
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
    if (time > longestSnooze(alert.level)) {
        return refusal(ProblemKind::SnoozeTooLong, "hours");
    }
    if (alert.level == Level::Urgent && alert.urgentSnoozes > 0) {
        return refusal(ProblemKind::SnoozeTwice, "alert");
    }
    return {};
}

} // namespace unclench
