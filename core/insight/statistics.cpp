// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

namespace unclench {

namespace {

constexpr double kTail = 0.025;
constexpr double kNormal = 1.959964; // of the normal distribution, 97.5 %

/// Requires: sorted, not empty.
double middleOf(std::span<const double> sorted)
{
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/// The largest k with P(B < k) <= 0.025 for B binomial with n and 1/2.
std::size_t signTestRank(std::size_t n)
{
    const auto count = static_cast<double>(n);
    const double logHalf = count * std::log(0.5);
    double below = 0;
    for (std::size_t k = 0;; ++k) {
        const auto hits = static_cast<double>(k);
        below += std::exp(std::lgamma(count + 1) - std::lgamma(hits + 1) -
                          std::lgamma(count - hits + 1) + logHalf);
        if (below > kTail) {
            return k; // P(B < k) held, P(B < k + 1) does not
        }
    }
}

} // namespace

double median(std::vector<double> values)
{
    assert(!values.empty());
    std::sort(values.begin(), values.end());
    return middleOf(values);
}

Interval quartiles(std::vector<double> values)
{
    assert(values.size() >= 2);
    std::sort(values.begin(), values.end());
    const std::span<const double> all{values};
    const std::size_t half = all.size() / 2;
    return {middleOf(all.first(half)), middleOf(all.last(half))};
}

std::optional<Interval> medianInterval(std::vector<double> values)
{
    const std::size_t rank = signTestRank(values.size());
    if (rank == 0) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    return Interval{values[rank - 1], values[values.size() - rank]};
}

Interval shareInterval(int count, int n)
{
    assert(n > 0 && count >= 0 && count <= n);
    const double share = static_cast<double>(count) / n;
    const double z2 = kNormal * kNormal / n;
    const double middle = (share + z2 / 2) / (1 + z2);
    const double reach = kNormal * std::sqrt(share * (1 - share) / n + z2 / (4.0 * n)) / (1 + z2);
    return {middle - reach, middle + reach};
}

} // namespace unclench
