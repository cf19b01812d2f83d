// SPDX-License-Identifier: GPL-3.0-or-later
// The moment from which facts are looked at, and until when what is seen from there holds.
#pragma once

#include "core/time/moment.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <utility>

namespace unclench {

/// Something that was worked out, and the first moment at which it can come out otherwise.
template <class Value>
struct Lasting {
    Value value{};
    UtcTime until = UtcTime::min();
};

/// A moment that moves on. It is compared and never read: what is worked out from it stays the same
/// until one of those comparisons comes out otherwise, and that moment is noted with each of them.
/// So nothing has to be said anywhere about what depends on what.
class Vantage {
public:
    explicit Vantage(const Moment& at) : m_at(at) {}

    /// Requires: `at` is not earlier than before, and has the same offset.
    void moveTo(const Moment& at)
    {
        assert(at.utc >= m_at.utc && at.offset == m_at.offset);
        m_at = at;
    }

    [[nodiscard]] bool hasReached(UtcTime time)
    {
        if (m_at.utc >= time) {
            return true;
        }
        holdsUntil(time);
        return false;
    }
    /// When the local day began.
    [[nodiscard]] Moment startOfDay()
    {
        const auto startOf = [&](std::chrono::local_days day) {
            return Moment{UtcTime{day.time_since_epoch() - m_at.offset}, m_at.offset};
        };
        holdsUntil(startOf(m_at.localDay() + std::chrono::days{1}).utc);
        return startOf(m_at.localDay());
    }
    /// What is worked out just now rests on something that holds until `time`.
    void holdsUntil(UtcTime time) { m_until = std::min(m_until, time); }

    /// What `kept` holds, worked out anew where it can have changed. The reference holds until the
    /// vantage moves.
    template <class Value>
    const Value& keep(Lasting<Value>& kept, auto&& workOut)
    {
        if (m_at.utc >= kept.until) {
            const UtcTime outer = std::exchange(m_until, UtcTime::max());
            kept.value = workOut();
            kept.until = std::exchange(m_until, outer);
        }
        holdsUntil(kept.until);
        return kept.value;
    }

private:
    Moment m_at;
    /// Of what is worked out just now.
    UtcTime m_until = UtcTime::max();
};

} // namespace unclench
