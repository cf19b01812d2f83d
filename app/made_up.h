// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up, plausible histories for pictures and for trying the program out.
#pragma once

#include "app/replay/simulated_clock.h"
#include "core/engine/engine.h"

namespace unclench::app {

/// Each moves the clock and tells the engine what happens; the last moment is "now". Requires:
/// `engine` reads `clock`, and its diary is empty.
void tellOneEpisode(Engine& engine, replay::SimulatedClock& clock);
/// Ends exactly 365 days after it began, with a spasm open.
void tellYear(Engine& engine, replay::SimulatedClock& clock);

/// Nine years of spasms before such a year.
void tellDecade(Engine& engine, replay::SimulatedClock& clock);

/// One open spasm each, with open alerts: of level SOON; URGENT and SOON; one emergency; several
/// with another alert.
void tellSoon(Engine& engine, replay::SimulatedClock& clock);
void tellUrgent(Engine& engine, replay::SimulatedClock& clock);
void tellEmergency(Engine& engine, replay::SimulatedClock& clock);
void tellEmergencies(Engine& engine, replay::SimulatedClock& clock);

} // namespace unclench::app
