// SPDX-License-Identifier: GPL-3.0-or-later
// Several programs of which one is enough: they are tried one after the other.
#pragma once

#include "app/desktop/child.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>

namespace unclench::app {

struct Attempt {
    /// Of a program, without its folder.
    QString program;
    QStringList arguments;
};

/// Nothing is thrown and nothing waits. One run at a time: a further one replaces it.
class Attempts : public QObject {
    Q_OBJECT
public:
    /// `patience`: how long each of them may take.
    explicit Attempts(std::chrono::milliseconds patience);

    /// Runs the first of `attempts` that is installed; where it fails, the next one. The one that
    /// did it last time comes first.
    void run(const QList<Attempt>& attempts);
    /// Kills what runs; `ended` does not come for it.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// The program that runs. Empty: none does.
    [[nodiscard]] QString running() const { return m_child.isRunning() ? m_tried : QString{}; }

Q_SIGNALS:
    /// One did it, or none could (which the log says). Once for each `run` that is not stopped or
    /// replaced, never within it.
    void ended();

private:
    void tryNext();
    void end();

    Child m_child;
    bool m_isRunning = false;
    QList<Attempt> m_left;
    QString m_tried;
    QString m_proven;
};

} // namespace unclench::app
