// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/seat_state.h"

#include "ui/wording/times.h"
#include "ui/wording/tr.h"

namespace unclench::ui::wording {

namespace {

QString until(std::optional<std::chrono::milliseconds> left, const Moment& now)
{
    return moment(now + left.value_or(std::chrono::milliseconds{0}), now);
}

} // namespace

QString seatState(const SeatClock& clock, const Moment& now)
{
    const QString how = length(clock.inPosture);
    switch (clock.posture.value_or(Posture::Away)) {
    case Posture::Seated: return tr("Sitting for %1").arg(length(clock.seated));
    case Posture::Standing: return tr("Standing for %1").arg(how);
    case Posture::Walking:
        return clock.breakLeft ? tr("On a break for %1").arg(how) : tr("Walking for %1").arg(how);
    case Posture::Lying: return tr("Lying down for %1").arg(how);
    case Posture::Away: return tr("Away since %1").arg(moment(now - clock.inPosture, now));
    case Posture::Suspended: return tr("The computer slept");
    }
    Q_UNREACHABLE();
}

QString seatHold(SeatHold hold, const SeatClock& clock, const Moment& now)
{
    switch (hold) {
    case SeatHold::Session: return tr("A break is due. It waits while heat or cold runs.");
    case SeatHold::DoNotDisturb:
        return tr("A break is due. It waits while your desktop holds notices back.");
    case SeatHold::Meeting:
        return tr("A break is due. It waits for the meeting, until %1 at most.")
            .arg(until(clock.meetingLeft, now));
    case SeatHold::Pause:
        return tr("A break is due. Reminders pause until %1.").arg(until(clock.pauseLeft, now));
    case SeatHold::OutsideHours: return tr("A break is due. It waits for your working hours.");
    case SeatHold::NotSeated: return tr("A break is still due when you sit down again.");
    }
    Q_UNREACHABLE();
}

} // namespace unclench::ui::wording
