// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the person has told the desktop to hold notifications back.
#pragma once

#include "app/desktop/bus_answer.h"
#include "app/desktop/gsettings_key.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace unclench::app {

/// Hears Plasma and dunst, Xfce, and on a GNOME desktop its settings. One of them is enough; where
/// none says it, it is off.
class DoNotDisturb : public QObject {
    Q_OBJECT
public:
    DoNotDisturb();

    [[nodiscard]] bool isOn() const { return m_isOn; }

Q_SIGNALS:
    void changed();

private:
    void update();

    /// True: held back.
    std::vector<std::unique_ptr<BusAnswer>> m_answers;
    /// "false": held back. Absent: not on GNOME.
    std::optional<GsettingsKey> m_banners;
    bool m_isOn = false;
};

} // namespace unclench::app
