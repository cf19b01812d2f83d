// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/insights.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace unclench {

namespace {

using namespace std::chrono_literals;

// Around something tried or taken [design choices of this program].
constexpr auto kLongestBefore = 2h;
constexpr auto kSoonestAfter = 15min;
constexpr auto kLatestAfter = 4h;
// Ostelo 2008.
constexpr double kNoticedPoints = 2.0;
constexpr double kNoticedShare = 0.3;

using Readings = std::vector<Chronicle::Reading>;

Readings::const_iterator notBefore(const Readings& readings, UtcTime time)
{
    return std::lower_bound(
        readings.begin(), readings.end(), time,
        [](const Chronicle::Reading& reading, UtcTime t) { return reading.at.utc < t; });
}

/// The highest of those at the moment of `at`.
int highestThere(const Readings& readings, Readings::const_iterator at)
{
    int highest = at->pain;
    for (auto one = notBefore(readings, at->at.utc);
         one != readings.end() && one->at.utc == at->at.utc; ++one) {
        highest = std::max(highest, one->pain);
    }
    return highest;
}

std::optional<int> painBefore(const Readings& readings, UtcTime time)
{
    const auto next = notBefore(readings, time + 1ms);
    if (next == readings.begin() || std::prev(next)->at.utc < time - kLongestBefore) {
        return std::nullopt;
    }
    return highestThere(readings, std::prev(next));
}

std::optional<int> painAfter(const Readings& readings, UtcTime time)
{
    const auto next = notBefore(readings, time + kSoonestAfter);
    if (next == readings.end() || next->at.utc > time + kLatestAfter) {
        return std::nullopt;
    }
    return highestThere(readings, next);
}

Noticed noticed(double change, double before)
{
    const auto isMuch = [before](double by) {
        return by > 0 && (by >= kNoticedPoints || by >= kNoticedShare * before);
    };
    return isMuch(-change) ? Noticed::Better : isMuch(change) ? Noticed::Worse : Noticed::No;
}

struct Uses {
    std::vector<double> before;
    std::vector<double> after;
    std::vector<double> change;
    int felt[3] = {}; // in the order of Effect
};

MethodEffect effectOf(UseKind kind, const std::string& id, const Uses& uses)
{
    MethodEffect effect{.kind = kind,
                        .id = id,
                        .n = static_cast<int>(uses.change.size()),
                        .better = uses.felt[0],
                        .same = uses.felt[1],
                        .worse = uses.felt[2],
                        .pain = {}};
    if (effect.n >= InsightLeast::kUses) {
        const double before = median(uses.before);
        const double change = median(uses.change);
        effect.pain = MethodEffect::Pain{before, median(uses.after), change,
                                         medianInterval(uses.change).value_or(Interval{}),
                                         noticed(change, before)};
    }
    return effect;
}

} // namespace

std::vector<MethodEffect> whatHelped(const Chronicle& chronicle, const Period& period)
{
    std::map<std::pair<UseKind, std::string>, Uses> methods;
    for (const Chronicle::Use& use : chronicle.uses) {
        const bool isSession = use.kind == UseKind::Heat || use.kind == UseKind::Cold;
        if ((period.begin && use.at.utc < *period.begin) ||
            (period.end && use.at.utc >= *period.end) || (isSession && !use.end)) {
            continue;
        }
        Uses& uses = methods[{
            use.kind, use.method < 0 ? std::string{}
                                     : chronicle.methods[static_cast<std::size_t>(use.method)]}];
        if (use.felt) {
            ++uses.felt[static_cast<std::size_t>(*use.felt)];
        }
        const auto before = isSession ? use.before : painBefore(chronicle.readings, use.at.utc);
        const auto after = isSession ? use.after : painAfter(chronicle.readings, use.at.utc);
        if (before && after) {
            uses.before.push_back(*before);
            uses.after.push_back(*after);
            uses.change.push_back(*after - *before);
        }
    }
    std::vector<MethodEffect> effects;
    for (const auto& [method, uses] : methods) {
        effects.push_back(effectOf(method.first, method.second, uses));
    }
    std::stable_sort(effects.begin(), effects.end(),
                     [](const MethodEffect& a, const MethodEffect& b) { return a.n > b.n; });
    return effects;
}

} // namespace unclench
