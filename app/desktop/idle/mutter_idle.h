// SPDX-License-Identifier: GPL-3.0-or-later
// Idleness by org.gnome.Mutter.IdleMonitor: GNOME, on Wayland and X.
#pragma once

#include "app/desktop/bus_answer.h"
#include "app/desktop/idle/idle_source.h"

#include <functional>
#include <set>

class QDBusMessage;

namespace unclench::app {

/// While a program keeps the screen on, Mutter tells nothing.
class MutterIdle : public IdleSource {
    Q_OBJECT
public:
    MutterIdle();
    ~MutterIdle() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] bool isThere() const override { return m_isThere; }
    void watch(std::optional<std::chrono::milliseconds> after) override;

private Q_SLOTS:
    void onFired(uint id);

private:
    /// One that Mutter keeps for us.
    struct Watch {
        /// Mutter's number for it. Absent: not told yet.
        std::optional<uint> id;
        /// Counts what was asked for, so that the answer to what is no longer wanted is known.
        int generation = 0;
        bool isWanted = false;
    };
    void followOwner();
    void forget();
    void add(Watch& watch, const QString& method, const QVariantList& arguments);
    void remove(Watch& watch);
    void onNoInput();
    void onInput();
    /// `done` hears the answer, invalid for an error, and nothing once Mutter has gone.
    void ask(const QString& method,
             const QVariantList& arguments,
             std::function<void(const QVariant&)> done);

    BusAnswer m_owner;
    bool m_isThere = false;
    /// How many there were: what an earlier one answers is not heard.
    int m_owners = 0;
    std::optional<std::chrono::milliseconds> m_after;
    bool m_isIdle = false;
    /// Fires whenever there was no input for `m_after`.
    Watch m_noInput;
    /// Fires once, with the next input. Wanted while idle, and while it is found out.
    Watch m_input;
    int m_adding = 0;
    /// Fired before its number was known to us.
    std::set<uint> m_firedEarly;
};

} // namespace unclench::app
