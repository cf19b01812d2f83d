// SPDX-License-Identifier: GPL-3.0-or-later
// A program that runs beside ours for a short while, and never holds ours up.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

class QProcess;

namespace unclench::app {

/// At most one program at a time: a further one replaces it. It reads nothing, what it prints is
/// thrown away, and it is killed, with what it started itself, when it takes too long, when it is
/// replaced, and when we end. Nothing here waits for it.
class Child : public QObject {
    Q_OBJECT
public:
    /// `patience`: how long a program may run.
    explicit Child(std::chrono::milliseconds patience);
    ~Child() override;

    /// Kills what runs, of which nothing more is told, and starts `program`.
    void run(const QString& program, const QStringList& arguments);
    /// Kills what runs; nothing more is told of it.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }

Q_SIGNALS:
    /// It ended by itself and said that all was well. One of the two comes for each run that is
    /// not stopped or replaced, never within `run`.
    void finished();
    /// It could not be started, said that something went wrong, or took too long. `why` is for the
    /// log.
    void failed(const QString& why);

private:
    void end();
    void fail(const QString& why);

    QTimer m_patience;
    QProcess* m_process = nullptr;
};

} // namespace unclench::app
