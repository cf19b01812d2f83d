// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/insight/insights.h"
#include "core/insight/onsets.h"

#include <algorithm>
#include <set>

namespace unclench {

namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

/// Days from an episode to its other days: the same weekday and time of day, before and after
/// (case-crossover, Maclure 1991).
constexpr std::array kOtherDays{-28, -21, -14, -7, 7, 14, 21, 28};

/// Of a window that may count.
struct Known {
    milliseconds seated{0};
    milliseconds known{0};

    friend Known operator+(const Known& a, const Known& b)
    {
        return {a.seated + b.seated, a.known + b.known};
    }
};

/// How long somebody sat between two moments, and how much of it is known, in logarithmic time.
class SeatTime {
public:
    explicit SeatTime(const std::vector<Chronicle::Sitting>& sitting)
    {
        UtcTime latest{};
        Known sum;
        for (const Chronicle::Sitting& span : sitting) {
            const UtcTime begin = std::max(span.begin.utc, latest);
            if (span.end <= begin) {
                continue;
            }
            m_pieces.push_back({begin, span.end, span.posture, sum});
            sum = sum + m_pieces.back().until(span.end);
            latest = span.end;
        }
    }

    [[nodiscard]] Known between(UtcTime begin, UtcTime end) const
    {
        const Known until = upTo(end);
        const Known before = upTo(begin);
        return {until.seated - before.seated, until.known - before.known};
    }

private:
    struct Piece {
        UtcTime begin;
        UtcTime end;
        Posture posture;
        Known before;

        [[nodiscard]] Known until(UtcTime time) const
        {
            const milliseconds length = std::clamp(time, begin, end) - begin;
            return {posture == Posture::Seated ? length : 0ms,
                    posture == Posture::Suspended ? 0ms : length};
        }
    };
    [[nodiscard]] Known upTo(UtcTime time) const
    {
        const auto next =
            std::upper_bound(m_pieces.begin(), m_pieces.end(), time,
                             [](UtcTime t, const Piece& piece) { return t < piece.begin; });
        return next == m_pieces.begin() ? Known{}
                                        : std::prev(next)->before + std::prev(next)->until(time);
    }

    std::vector<Piece> m_pieces;
};

/// Whether an onset lies in some hours, or an episode was going on in them.
class Ill {
public:
    explicit Ill(const Chronicle& chronicle)
    {
        UtcTime latest{};
        for (const Chronicle::Episode& episode : chronicle.episodes) {
            m_onsets.push_back(episode.onset.utc);
            latest =
                std::max({latest, episode.end.value_or(UtcTime::max()), episode.onset.utc + 1ms});
            m_latestEnds.push_back(latest);
        }
    }
    [[nodiscard]] bool isIn(UtcTime begin, UtcTime end) const
    {
        const auto next = std::lower_bound(m_onsets.begin(), m_onsets.end(), end);
        return next != m_onsets.begin() &&
               m_latestEnds[static_cast<std::size_t>(next - m_onsets.begin()) - 1] > begin;
    }

private:
    std::vector<UtcTime> m_onsets;
    /// The latest end of the episodes up to this one.
    std::vector<UtcTime> m_latestEnds;
};

struct Window {
    UtcTime begin;
    UtcTime end;
};

/// `windowOf` gives the window of an onset; `least` of it must be known.
template <class WindowOf>
SittingBefore
sittingBefore(const Chronicle& chronicle, const Period& period, minutes least, WindowOf windowOf)
{
    const SeatTime seat{chronicle.sitting};
    const Ill ill{chronicle};
    std::vector<double> own;
    std::vector<double> other;
    std::vector<double> differences;
    std::set<local_days> otherDays;
    const auto seatedIn = [&](const Window& window) -> std::optional<double> {
        const Known known = seat.between(window.begin, window.end);
        return known.known >= least
                   ? std::optional{duration<double, minutes::period>{known.seated}.count()}
                   : std::nullopt;
    };
    for (const Chronicle::Episode& episode : onsetsIn(chronicle, period)) {
        const Window window = windowOf(episode.onset);
        const auto seated = seatedIn(window);
        if (!seated) {
            continue;
        }
        const local_days day = episode.onset.localDay();
        const UtcTime midnight{UtcTime{day.time_since_epoch()} - episode.onset.offset};
        double sum = 0;
        int count = 0;
        for (const int days : kOtherDays) {
            const hours shift = days * 24h;
            if (ill.isIn(midnight + shift, midnight + shift + 24h)) {
                continue;
            }
            if (const auto there = seatedIn({window.begin + shift, window.end + shift})) {
                sum += *there;
                ++count;
                otherDays.insert(day + std::chrono::days{days});
            }
        }
        if (count > 0) {
            own.push_back(*seated);
            other.push_back(sum / count);
            differences.push_back(*seated - sum / count);
        }
    }
    SittingBefore before{.episodes = static_cast<int>(own.size()),
                         .otherDays = static_cast<int>(otherDays.size()),
                         .minutes = {}};
    if (before.episodes >= InsightLeast::kSittingEpisodes &&
        before.otherDays >= InsightLeast::kOtherDays) {
        before.minutes = SittingBefore::Minutes{median(std::move(own)), median(std::move(other)),
                                                median(differences),
                                                medianInterval(differences).value_or(Interval{})};
    }
    return before;
}

} // namespace

SittingBefore sittingTwoHoursBefore(const Chronicle& chronicle, const Period& period)
{
    return sittingBefore(chronicle, period, 60min, [](const Moment& onset) {
        return Window{onset.utc - 2h, onset.utc};
    });
}

SittingBefore sittingDayBefore(const Chronicle& chronicle, const Period& period)
{
    return sittingBefore(chronicle, period, 240min, [](const Moment& onset) {
        const UtcTime midnight{UtcTime{onset.localDay().time_since_epoch()} - onset.offset};
        return Window{midnight - 24h, midnight};
    });
}

} // namespace unclench
