// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sitting/follow.h"

#include <algorithm>

namespace unclench {

using namespace sitting;
using std::chrono::milliseconds;

namespace {

/// Since when nobody has been here, as far as input tells. Absent: somebody is.
std::optional<milliseconds> goneSince(const Presence& presence)
{
    if (!presence.idleSince || presence.isInhibited) {
        return std::nullopt;
    }
    return std::max(*presence.idleSince, presence.inhibitedUntil.value_or(*presence.idleSince));
}

bool isAtDesk(Posture posture)
{
    return posture == Posture::Seated || posture == Posture::Standing;
}

std::optional<PostureChange>
leave(const OpenPosture& open, const Presence& presence, milliseconds boot)
{
    const auto gone = goneSince(presence);
    if (gone && boot - *gone >= kGoneAfter) {
        const SeatCause cause = presence.lockedSince ? SeatCause::Locked : SeatCause::Idle;
        return PostureChange{Posture::Away, cause, std::max(*gone, open.begin)};
    }
    if (presence.lockedSince) {
        // A lock that came by itself came some time after the last input.
        const milliseconds since = std::min(*presence.lockedSince, gone.value_or(boot));
        return PostureChange{Posture::Away, SeatCause::Locked, std::max(since, open.begin)};
    }
    return std::nullopt;
}

std::optional<PostureChange>
comeBack(const OpenPosture& open, const Presence& presence, milliseconds boot)
{
    const bool isAtHand = open.posture == Posture::Lying && presence.inputAfter < kGoneAfter;
    if (presence.lockedSince || isAtHand) {
        return std::nullopt;
    }
    // The input by which somebody says that they leave is not the one with which they return.
    std::optional<milliseconds> back;
    if (presence.inputAt && *presence.inputAt > open.begin && !presence.idleSince) {
        back = presence.inputAt;
    } else if (open.cause == SeatCause::Locked && presence.unlockedAt &&
               *presence.unlockedAt > open.begin && !presence.idleSince) {
        back = presence.unlockedAt;
    }
    if (!back) {
        return std::nullopt;
    }
    const bool isShort = open.posture == Posture::Away && *back - open.begin < kAbsenceCounts;
    return PostureChange{isShort ? open.before : Posture::Seated, SeatCause::Input,
                         std::min(*back, boot)};
}

} // namespace

std::optional<PostureChange> follow(const std::optional<OpenPosture>& open,
                                    const Presence& presence,
                                    milliseconds boot,
                                    milliseconds breakLength)
{
    if (!open) {
        const bool isHere = (presence.isWatched || presence.isPlainTime) && !presence.lockedSince &&
                            !presence.idleSince;
        return isHere ? std::optional{PostureChange{Posture::Seated, SeatCause::Input, boot}}
                      : std::nullopt;
    }
    if (isAtDesk(open->posture)) {
        return leave(*open, presence, boot);
    }
    if (presence.isPlainTime && open->cause == SeatCause::GotUp &&
        boot - open->begin >= breakLength) {
        return PostureChange{Posture::Seated, SeatCause::BreakOver, open->begin + breakLength};
    }
    return comeBack(*open, presence, boot);
}

std::optional<milliseconds> nextFollow(const std::optional<OpenPosture>& open,
                                       const Presence& presence,
                                       milliseconds boot,
                                       milliseconds breakLength)
{
    if (!open) {
        return std::nullopt;
    }
    const auto until = [&](milliseconds moment) {
        return std::optional{std::max(milliseconds{0}, moment - boot)};
    };
    if (isAtDesk(open->posture)) {
        const auto gone = goneSince(presence);
        return gone ? until(*gone + kGoneAfter) : std::nullopt;
    }
    if (presence.isPlainTime && open->cause == SeatCause::GotUp) {
        return until(open->begin + breakLength);
    }
    return std::nullopt;
}

bool isPassive(Posture posture, const Presence& presence, milliseconds boot)
{
    return posture == Posture::Seated && presence.idleSince &&
           boot - *presence.idleSince >= kPassiveAfter;
}

} // namespace unclench
