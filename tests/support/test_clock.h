// SPDX-License-Identifier: GPL-3.0-or-later
// A clock for tests: stands still until it is moved.
#pragma once

#include "core/time/clock.h"
#include "core/time/iso8601.h"

#include <string_view>

namespace unclench::tests {

/// The moment that an ISO text with an offset means.
[[nodiscard]] inline Moment at(std::string_view iso)
{
    const auto written = parseIso(iso);
    return {UtcTime{written->local.time_since_epoch() - *written->offset}, *written->offset};
}

class TestClock : public Clock {
public:
    [[nodiscard]] Now now() const override { return m_now; }

    void pass(std::chrono::milliseconds time)
    {
        m_now.wall.utc += time;
        m_now.boot += time;
        m_now.monotonic += time;
    }
    void suspend(std::chrono::milliseconds time)
    {
        m_now.wall.utc += time;
        m_now.boot += time;
    }
    void setWall(const Moment& wall) { m_now.wall = wall; }
    /// The machine, not the program: the boot clock begins anew.
    void restartMachine()
    {
        m_now.boot = m_now.monotonic = {};
        m_now.bootId = "test" + std::to_string(++m_boots);
    }

private:
    int m_boots = 0;
    Now m_now{
        .wall = at("2026-03-02T08:00:00+01:00"), .boot = {}, .monotonic = {}, .bootId = "test"};
};

} // namespace unclench::tests
