// SPDX-License-Identifier: GPL-3.0-or-later
// The one timer of the program: armed to the earliest deadline, or not at all.
#pragma once

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

class QSocketNotifier;

namespace unclench::app {

/// Wakes on boot time, so that suspend counts, and whenever the wall clock is set while it is
/// armed. Waking early or late is harmless to whoever listens: they compare with the clock and arm
/// again.
class Wakeup : public QObject {
    Q_OBJECT
public:
    Wakeup();
    ~Wakeup() override;

    /// `boot`: a reading of Now::boot at which to wake, once. Absent: nothing is due, nothing runs.
    void arm(std::optional<std::chrono::milliseconds> boot);

Q_SIGNALS:
    void due();

private:
    /// A descriptor of the kernel's, with what listens to it.
    struct Timer {
        int fd = -1;
        std::unique_ptr<QSocketNotifier> notifier;
    };
    void listen(Timer& timer);
    Timer m_boot;
    Timer m_clockSet;
};

} // namespace unclench::app
