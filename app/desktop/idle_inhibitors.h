// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a program keeps the screen on, as a film or a talk does: no input, and yet somebody sits
// there.
#pragma once

#include "app/desktop/bus_answer.h"

#include <QObject>

#include <memory>

namespace unclench::app {

/// Hears logind, GNOME's session and Plasma's power management. One of them is enough.
class IdleInhibitors : public QObject {
    Q_OBJECT
public:
    IdleInhibitors();

    [[nodiscard]] bool isInhibited() const { return m_isInhibited; }

Q_SIGNALS:
    void changed();

private:
    void update();

    std::unique_ptr<BusAnswer> m_logind;
    std::unique_ptr<BusAnswer> m_gnome;
    std::unique_ptr<BusAnswer> m_plasma;
    bool m_isInhibited = false;
};

} // namespace unclench::app
