// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that reads the machine's clocks.
#pragma once

#include "core/time/clock.h"
#include "core/time/zone.h"

namespace unclench::app {

class SystemClock : public Clock {
public:
    SystemClock();
    [[nodiscard]] Now now() const override;

private:
    std::string m_bootId;
};

/// The zone that this machine is set to (TZ, else the system's).
[[nodiscard]] Zone systemZone(const Clock& clock);

} // namespace unclench::app
