// SPDX-License-Identifier: GPL-3.0-or-later
// Idleness by the X server's own counter of it (SYNC extension, IDLETIME).
#pragma once

#include "app/desktop/idle/idle_source.h"

#include <cstdint>
#include <memory>

class QSocketNotifier;
struct xcb_connection_t;

namespace unclench::app {

/// On a connection of its own, so that it works whatever Qt shows on. Not under Wayland, whose X
/// server sees only what goes to its own windows. A player that resets the screen saver looks like
/// input.
class XsyncIdle : public IdleSource {
    Q_OBJECT
public:
    /// Waits for the X server, as Qt does. One that is lost does not come back: neither does what
    /// Qt showed on it.
    XsyncIdle();
    ~XsyncIdle() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool isThere() const override { return m_connection != nullptr; }
    void watch(std::optional<std::chrono::milliseconds> after) override;

private:
    enum class When { AtLeast, AtMost };
    [[nodiscard]] bool findCounter();
    /// An alarm that goes off once, and at once where it is so already. Its number.
    [[nodiscard]] std::uint32_t arm(When when, std::chrono::milliseconds idle);
    void disarm(std::uint32_t& alarm);
    /// All events that have come.
    void read();
    void onAlarm(std::uint32_t alarm, std::chrono::milliseconds idleFor);
    void lose();
    /// Sends what was asked. That may read what has come, of which no socket tells again.
    void flush();

    xcb_connection_t* m_connection = nullptr;
    std::unique_ptr<QSocketNotifier> m_readable;
    std::uint8_t m_alarmEvent = 0;
    std::uint32_t m_counter = 0;
    std::optional<std::chrono::milliseconds> m_after;
    // Alarms. 0: none.
    std::uint32_t m_noInput = 0;
    std::uint32_t m_input = 0;
};

} // namespace unclench::app
