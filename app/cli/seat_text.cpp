// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/seat_text.h"

#include "app/cli/tr.h"
#include "ui/wording/seat_state.h"
#include "ui/wording/times.h"

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;
namespace wording = ui::wording;

ordered_json seconds(const std::optional<std::chrono::milliseconds>& length)
{
    return length ? ordered_json(std::chrono::floor<std::chrono::seconds>(*length).count())
                  : ordered_json(nullptr);
}

void say(Session& session, const SeatClock& clock)
{
    if (!clock.posture) {
        session.say(
            tr("Sitting: nothing is known. The window or \"unclench --background\" watches; "
               "\"unclench sit\" tells it."));
        return;
    }
    const Moment now = session.clock().now().wall;
    QStringList parts{wording::seatState(clock, now) + QLatin1Char('.')};
    if (clock.isDue()) {
        parts << tr("A break is due: \"unclench up\" when you got up.");
    } else if (clock.isHeld()) {
        parts << wording::seatHold(clock.holds.front(), clock, now);
    }
    if (clock.meetingLeft) {
        parts << tr("Meeting: %1 left.").arg(wording::length(*clock.meetingLeft));
    }
    if (clock.pauseLeft) {
        parts << tr("Reminders pause for %1.").arg(wording::length(*clock.pauseLeft));
    }
    session.say(parts.join(QLatin1Char(' ')));
}

} // namespace

ordered_json saySitting(Session& session)
{
    const SeatStatus status = session.engine(Database::Access::Read).seat().status();
    if (!status.isOn) {
        session.say(tr("Sitting is not measured; the setting sitting_on turns it on."));
        return {{"measured", false}};
    }
    const SeatClock& clock = status.clock;
    say(session, clock);
    ordered_json holds = ordered_json::array();
    for (const SeatHold hold : clock.holds) {
        holds.push_back(toId(hold));
    }
    return {{"measured", true},
            {"state", clock.posture ? ordered_json(toId(*clock.posture)) : ordered_json(nullptr)},
            {"in_state_seconds", seconds(clock.inPosture)},
            {"seated_seconds", seconds(clock.seated)},
            {"due_at_seconds", seconds(clock.dueAt)},
            {"due", clock.isDue()},
            {"held", clock.isHeld()},
            {"because", holds},
            {"snoozes_left", clock.snoozesLeft},
            {"break_left_seconds", seconds(clock.breakLeft)},
            {"meeting_left_seconds", seconds(clock.meetingLeft)},
            {"pause_left_seconds", seconds(clock.pauseLeft)}};
}

} // namespace unclench::app::cli
