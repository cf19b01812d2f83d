// SPDX-License-Identifier: GPL-3.0-or-later
// What a desktop offers to tell when a person's input stops and returns.
#pragma once

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace unclench::app {

/// Event-driven: between its signals the process sleeps.
class IdleSource : public QObject {
    Q_OBJECT
public:
    /// A word for status and log: "x11", "ext-idle-notify", "kde-idle", "mutter".
    [[nodiscard]] virtual QString name() const = 0;
    /// Whether it can tell now. Where that is found out later, `came` tells.
    [[nodiscard]] virtual bool isThere() const = 0;
    /// From now on: `wentIdle` once there was no input for `after`, `input` with the first input
    /// after that. Absent: nothing more is told. May be changed at any time, also while idle: where
    /// input has already been absent that long, `wentIdle` comes at once, again, and the `input`
    /// that ends it is never lost. How long it has been absent is known from the last `wentIdle`,
    /// or from the system where that counts it; else it is counted from here. Requires: it is
    /// there.
    virtual void watch(std::optional<std::chrono::milliseconds> after) = 0;

Q_SIGNALS:
    /// `idleFor`: how long there has been no input, at least `after`. Never within `watch`.
    void wentIdle(std::chrono::milliseconds idleFor);
    /// Only after `wentIdle`.
    void input();
    void came();
    /// The other side is gone, and what was watched is forgotten. Where a person was idle, nobody
    /// knows any more whether they still are.
    void lost();
};

} // namespace unclench::app
