// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sitting.h"

#include "ui/wording/problems.h"
#include "ui/wording/seat_state.h"

#include <QGuiApplication>
#include <spdlog/spdlog.h>

namespace unclench::app {

namespace {

/// On Wayland no window of ours can choose its place or stay above others.
bool canShowCards()
{
    return !QGuiApplication::platformName().startsWith(QLatin1String("wayland"));
}

} // namespace

Sitting::Sitting(Engine& engine,
                 const ui::Words& words,
                 Arbiter& arbiter,
                 ui::Shell& shell,
                 Tray& tray,
                 bool isOnBus)
    : m_engine(engine), m_shell(shell), m_tray(tray), m_presence(engine.clock()),
      m_caller(engine, words, arbiter, m_presence, canShowCards())
{
    if (isOnBus) {
        m_interface = offerSeat(m_onBus, engine, [&engine](const Problems& problems) {
            return ui::wording::problems(problems, engine.vocabulary(), engine.now().wall);
        });
    }
    connect(&m_presence, &PresenceWatch::changed, this, &Sitting::look);
    connectCaller();
    connectTray();
}

Sitting::~Sitting()
{
    m_presence.disconnect(this);
    m_caller.noteAlive();
}

void Sitting::connectCaller()
{
    ui::SeatShowing& showing = m_shell.seat();
    connect(&m_caller, &SeatCaller::promptWanted, &showing, &ui::SeatShowing::showPrompt);
    connect(&m_caller, &SeatCaller::keysAreWanted, &showing, &ui::SeatShowing::acceptKeys);
    connect(&m_caller, &SeatCaller::promptOver, &showing, &ui::SeatShowing::hidePrompt);
    connect(&showing, &ui::SeatShowing::promptClosed, &m_caller, &SeatCaller::leaveBreakAlone);
    connect(&m_caller, &SeatCaller::opened, this, &Sitting::opened);
    connect(&m_caller, &SeatCaller::moved, &showing, [this] { m_shell.seat().tick(); });
}

void Sitting::connectTray()
{
    ui::SeatBridge& seat = m_shell.seat().seat();
    connect(&m_tray, &Tray::gotUpRequested, &seat, &ui::SeatBridge::gotUp);
    connect(&m_tray, &Tray::meetingRequested, &seat, &ui::SeatBridge::meet);
    connect(&m_tray, &Tray::pauseRequested, &seat, &ui::SeatBridge::pause);
    connect(&m_tray, &Tray::resumeRequested, &seat, &ui::SeatBridge::resume);
}

void Sitting::look()
{
    m_caller.look();
    if (m_interface != nullptr) {
        m_interface->look();
    }
    displayInTray();
    Q_EMIT looked();
}

void Sitting::displayInTray()
try {
    const SeatStatus status = m_engine.seat().status();
    const SeatClock& clock = status.clock;
    TraySeat seat;
    seat.isMeasured = status.isOn;
    if (status.isOn && clock.posture) {
        seat.sentence = ui::wording::seatState(clock, m_engine.now().wall);
        seat.filled = clock.posture == Posture::Seated
                          ? static_cast<double>(clock.seated.count()) /
                                static_cast<double>(clock.dueAt.count())
                          : 0.0;
    }
    seat.isDue = clock.isDue();
    seat.isMeeting = clock.meetingLeft.has_value();
    seat.isPaused = clock.pauseLeft.has_value();
    m_tray.displaySeat(seat);
} catch (const StorageError& error) {
    spdlog::warn("sitting could not be read for the tray: {}", error.what());
}

} // namespace unclench::app
