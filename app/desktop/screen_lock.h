// SPDX-License-Identifier: GPL-3.0-or-later
// Whether nobody can be at this desktop: it is locked, or another person's is shown.
#pragma once

#include "app/desktop/bus_answer.h"

#include <QObject>

#include <memory>
#include <vector>

namespace unclench::app {

/// Hears logind (the session is locked, or not the active one of its seat) and the screen savers
/// of the desktops. One of them is enough. Where none is there, nothing is ever locked.
class ScreenLock : public QObject {
    Q_OBJECT
public:
    ScreenLock();

    [[nodiscard]] bool isLocked() const { return m_isLocked; }

Q_SIGNALS:
    void changed();

private:
    void followSession();
    void update();

    /// Two ways to ask for the path of our own session.
    std::unique_ptr<BusAnswer> m_ownSession;
    std::unique_ptr<BusAnswer> m_sessionOfProcess;
    QString m_session;
    /// Absent: no session is known.
    std::unique_ptr<BusAnswer> m_lockedHint;
    std::unique_ptr<BusAnswer> m_active;
    std::vector<std::unique_ptr<BusAnswer>> m_savers;
    bool m_isLocked = false;
};

} // namespace unclench::app
