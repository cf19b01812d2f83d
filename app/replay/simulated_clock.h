// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that stands still until it is told otherwise.
#pragma once

#include "core/time/clock.h"

namespace unclench::app::replay {

/// The three readings move as real ones do: `pass` moves all, `suspend` all but monotonic, `jump`
/// only the wall.
class SimulatedClock : public Clock {
public:
    explicit SimulatedClock(const Moment& start) { m_now.wall = start; }

    [[nodiscard]] Now now() const override { return m_now; }

    void pass(std::chrono::milliseconds time)
    {
        suspend(time);
        m_now.monotonic += time;
    }
    void suspend(std::chrono::milliseconds time)
    {
        m_now.wall.utc += time;
        m_now.boot += time;
    }
    void jump(std::chrono::milliseconds by) { m_now.wall.utc += by; }
    void setOffset(std::chrono::minutes offset) { m_now.wall.offset = offset; }

private:
    Now m_now{.wall = {}, .boot = {}, .monotonic = {}, .bootId = "simulated"};
};

} // namespace unclench::app::replay
