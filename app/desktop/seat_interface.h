// SPDX-License-Identifier: GPL-3.0-or-later
// org.unclench.Unclench.Sitting: sitting for shells and scripts; docs/dbus.md describes it.
#pragma once

#include "core/engine/engine.h"

#include <QDBusAbstractAdaptor>
#include <QDBusMessage>
#include <QVariantMap>

#include <functional>

namespace unclench::app {

/// On an object of its own, of a program that owns the application's name.
class SeatInterface : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.unclench.Unclench.Sitting")
    /// As it stands when it is asked for.
    Q_PROPERTY(QVariantMap State READ state)
public:
    /// `engine` must outlive it. `explain` puts a refusal into words.
    SeatInterface(QObject* parent, Engine& engine, std::function<QString(const Problems&)> explain);

    [[nodiscard]] QVariantMap state() const;
    /// To be called when something may have changed: tells it where more than the time has.
    void look();

public Q_SLOTS:
    void Sit(const QDBusMessage& call);
    void Stand(const QDBusMessage& call);
    void Lie(const QDBusMessage& call);
    void Away(const QDBusMessage& call);
    void GotUp(const QDBusMessage& call);
    void Back(const QDBusMessage& call);
    void Snooze(const QDBusMessage& call);
    void Skip(const QDBusMessage& call);
    void Pause(int minutes, const QDBusMessage& call);
    void Meeting(int minutes, const QDBusMessage& call);
    void Resume(const QDBusMessage& call);

Q_SIGNALS:
    void StateChanged(const QVariantMap& state);

private:
    using Command = std::function<Result<Saved>(Seat&)>;
    void carryOut(const Command& command, const QDBusMessage& call);

    Engine& m_engine;
    std::function<QString(const Problems&)> m_explain;
    QVariantMap m_told;
};

/// Puts it on the session bus, under `parent`, while that lives. nullptr: there is no bus.
[[nodiscard]] SeatInterface*
offerSeat(QObject& parent, Engine& engine, std::function<QString(const Problems&)> explain);

} // namespace unclench::app
