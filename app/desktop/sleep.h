// SPDX-License-Identifier: GPL-3.0-or-later
// The computer goes to sleep and wakes, as logind tells.
#pragma once

#include <QDBusServiceWatcher>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <memory>

class QDBusPendingCallWatcher;

namespace unclench::app {

/// Sleep waits until what hears `aboutToSleep` is done, at most as long as logind lets it (5 s).
/// Without logind nothing is told, and the growth of boot time alone shows that it slept.
class Sleep : public QObject {
    Q_OBJECT
public:
    Sleep();
    ~Sleep() override;

    /// Whether sleep would wait for us now.
    [[nodiscard]] bool isHeldUp() const { return m_delay.isValid(); }

Q_SIGNALS:
    /// What must be saved is saved when this returns.
    void aboutToSleep();
    void woke();

private Q_SLOTS:
    void onPrepareForSleep(bool isBeginning);

private:
    void holdUp();
    void letGo();

    QDBusServiceWatcher m_logind;
    bool m_isAsleep = false;
    /// Sleep waits while it is open.
    QDBusUnixFileDescriptor m_delay;
    std::unique_ptr<QDBusPendingCallWatcher> m_asked;
};

} // namespace unclench::app
