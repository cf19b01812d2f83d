// SPDX-License-Identifier: GPL-3.0-or-later
// An episode read as a whole, and how episodes are told apart.
#pragma once

#include "core/diary/details.h"
#include "core/diary/episode.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace unclench {

/// A new onset at least this long after the last end is a new episode; sooner, it is the same one.
/// Exactly 24 h makes two. After the definitions of an episode of low back pain by de Vet 2002 and
/// Stanton 2010.
inline constexpr std::chrono::milliseconds kSpasmFreeGap = std::chrono::hours{24};

/// An episode with everything that counts in it. Invariant: at least one bout; bouts, readings and
/// reports in the order of their times.
struct Course {
    Uuid id;
    std::vector<Bout> bouts;
    std::vector<Reading> readings;
    std::vector<Report> reports;
    /// How it stands: the last told of each field.
    Details details;

    [[nodiscard]] const Moment& onset() const { return bouts.front().begin; }
    /// Absent while it is open.
    [[nodiscard]] const std::optional<Moment>& end() const { return bouts.back().end; }
    [[nodiscard]] bool isOpen() const { return !bouts.back().end; }
    /// Absent where there is no reading.
    [[nodiscard]] std::optional<int> worstPain() const;
    [[nodiscard]] std::optional<int> lastPain() const;
};

/// One line of a list of episodes.
struct EpisodeLine {
    Uuid id;
    Moment onset;
    /// Absent: open.
    std::optional<Moment> end;
    std::optional<int> worstPain;
    std::optional<int> lastPain;
    /// As in Details; empty where not told.
    std::vector<Place> regions;

    friend bool operator==(const EpisodeLine&, const EpisodeLine&) = default;
};

/// From its first onset to its last end.
struct Span {
    UtcTime begin;
    /// Absent: still open.
    std::optional<UtcTime> end;
};

/// The distinct onsets in the order of time: spans less than 24 h apart, or overlapping, are one,
/// and its onset is the first.
[[nodiscard]] std::vector<UtcTime> distinctOnsets(std::span<const Span> spans);
/// How many of them lie in (now - window, now].
[[nodiscard]] int
distinctOnsets(std::span<const Span> spans, UtcTime now, std::chrono::milliseconds window);

/// Whether a spasm at `begin` continues what ended at `end`. Requires: `begin >= end`.
[[nodiscard]] inline bool isSameEpisode(UtcTime end, UtcTime begin)
{
    return begin - end < kSpasmFreeGap;
}

} // namespace unclench
