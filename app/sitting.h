// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting in the running program: who watches, who asks for a break, who shows it.
#pragma once

#include "app/desktop/presence_watch.h"
#include "app/desktop/seat_caller.h"
#include "app/desktop/seat_interface.h"
#include "app/desktop/tray.h"
#include "ui/shell.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace unclench::app {

class Sitting : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `isOnBus`: this program answers under the application's name.
    Sitting(Engine& engine,
            const ui::Words& words,
            Arbiter& arbiter,
            ui::Shell& shell,
            Tray& tray,
            bool isOnBus);
    ~Sitting() override;

    /// At each wake-up and after each change of the diary.
    void look();
    /// As SeatCaller::next.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next() const { return m_caller.next(); }

Q_SIGNALS:
    /// The window must be seen.
    void opened();
    /// When to wake next may have changed.
    void looked();

private:
    void connectCaller();
    void connectTray();
    void displayInTray();

    Engine& m_engine;
    ui::Shell& m_shell;
    Tray& m_tray;
    PresenceWatch m_presence;
    SeatCaller m_caller;
    QObject m_onBus;
    SeatInterface* m_interface = nullptr;
};

} // namespace unclench::app
