// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine saw of a person, and the posture that follows from it.
#pragma once

#include "core/diary/seat.h"
#include "core/sitting/rules.h"

#include <chrono>
#include <optional>

namespace unclench {

/// All moments are readings of Now::boot.
struct Presence {
    /// Input can be seen on this desktop.
    bool isWatched = false;
    /// It cannot, and whoever runs the program is taken to sit at it until they say otherwise.
    bool isPlainTime = false;
    /// There has been no input since then. Absent: there is.
    std::optional<std::chrono::milliseconds> idleSince;
    /// When input came back last, after none for as long as was watched for, and how long that was.
    std::optional<std::chrono::milliseconds> inputAt;
    std::chrono::milliseconds inputAfter{0};
    /// The screen is locked since then, or shows another person's session.
    std::optional<std::chrono::milliseconds> lockedSince;
    /// When it was last unlocked.
    std::optional<std::chrono::milliseconds> unlockedAt;
    /// Something keeps the screen on, such as a film: who watches it sits.
    bool isInhibited = false;
    /// When that last ended.
    std::optional<std::chrono::milliseconds> inhibitedUntil;
    /// The desktop holds notices back.
    bool isDoNotDisturb = false;
};

struct OpenPosture {
    Posture posture = Posture::Seated;
    SeatCause cause = SeatCause::Told;
    /// Reading of Now::boot.
    std::chrono::milliseconds begin{0};
    /// The last of sitting and standing before it.
    Posture before = Posture::Seated;
};

struct PostureChange {
    Posture posture = Posture::Seated;
    SeatCause cause = SeatCause::Input;
    /// Reading of Now::boot, never before the begin of what it follows.
    std::chrono::milliseconds since{0};
};

/// What follows from `presence` at `boot`. Absent: nothing changes. `open` absent: nothing is known
/// yet. `breakLength`: after which a break ends by itself where input cannot be seen.
[[nodiscard]] std::optional<PostureChange> follow(const std::optional<OpenPosture>& open,
                                                  const Presence& presence,
                                                  std::chrono::milliseconds boot,
                                                  std::chrono::milliseconds breakLength);

/// How long after `boot` something follows by time alone. Absent: nothing does.
[[nodiscard]] std::optional<std::chrono::milliseconds>
nextFollow(const std::optional<OpenPosture>& open,
           const Presence& presence,
           std::chrono::milliseconds boot,
           std::chrono::milliseconds breakLength);

/// Sits, and there is no input: reading, a call, a film.
[[nodiscard]] bool
isPassive(Posture posture, const Presence& presence, std::chrono::milliseconds boot);

} // namespace unclench
