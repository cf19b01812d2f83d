// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/child.h"

#include <QProcess>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>
#include <utility>

namespace unclench::app {

Child::Child(std::chrono::milliseconds patience)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        fail(QStringLiteral("it took longer than %1 ms").arg(m_patience.interval()));
    });
}

Child::~Child()
{
    stop();
}

void Child::run(const QString& program, const QStringList& arguments)
{
    stop();
    m_process = new QProcess;
    m_process->setProgram(program);
    m_process->setArguments(arguments);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] {
        ::setpgid(0, 0);                    // so that what it starts is killed with it
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // and it with us, however we end
    });
    // Of one that was replaced in the meantime nothing is told.
    connect(
        m_process, &QProcess::finished, this,
        [this, process = m_process] {
            if (process == m_process) {
                end();
            }
        },
        Qt::QueuedConnection);
    connect(
        m_process, &QProcess::errorOccurred, this,
        [this, process = m_process](QProcess::ProcessError error) {
            // One that was started ends by `finished`, whatever else went wrong.
            if (error == QProcess::FailedToStart && process == m_process) {
                fail(process->errorString());
            }
        },
        Qt::QueuedConnection);
    m_patience.start();
    m_process->start();
}

void Child::stop()
{
    m_patience.stop();
    QProcess* process = std::exchange(m_process, nullptr);
    if (process == nullptr) {
        return;
    }
    // Deleting one that runs would wait for it, up to 30 seconds. So it goes when it is gone; where
    // we end before, the kernel clears up behind both.
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, [process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            process->deleteLater();
        }
    });
    if (process->processId() > 0) {
        ::kill(static_cast<pid_t>(-process->processId()), SIGKILL);
    }
    process->kill(); // where it has no group yet
}

void Child::end()
{
    if (m_process->exitStatus() != QProcess::NormalExit) {
        fail(QStringLiteral("it was killed or crashed"));
    } else if (m_process->exitCode() != 0) {
        fail(QStringLiteral("it ended with status %1").arg(m_process->exitCode()));
    } else {
        stop();
        Q_EMIT finished();
    }
}

void Child::fail(const QString& why)
{
    stop();
    Q_EMIT failed(why);
}

} // namespace unclench::app
