// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/gsettings_key.h"

#include <QProcess>

#include <csignal>
#include <sys/prctl.h>
#include <utility>

namespace unclench::app {

namespace {

/// In a row, of a monitor that never says anything.
constexpr int kStarts = 3;

} // namespace

GsettingsKey::GsettingsKey(const QString& schema, const QString& key) : m_schema(schema), m_key(key)
{
    start();
}

GsettingsKey::~GsettingsKey()
{
    end(m_get);
    end(m_monitor);
}

QProcess* GsettingsKey::run(const QString& command)
{
    auto* process = new QProcess;
    process->setProgram(QStringLiteral("gsettings"));
    process->setArguments({command, m_schema, m_key});
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
    // It ends with us, however we end.
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    return process;
}

void GsettingsKey::start()
{
    ++m_starts;
    m_monitor = run(QStringLiteral("monitor"));
    connect(m_monitor, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_monitor->canReadLine()) {
            const QString line = QString::fromUtf8(m_monitor->readLine()).trimmed();
            const QString name = m_key + QLatin1String(": ");
            if (line.startsWith(name)) {
                m_starts = 0;
                end(m_get);
                set(line.mid(name.size()));
            }
        }
    });
    connect(m_monitor, &QProcess::finished, this, [this] {
        end(m_monitor);
        end(m_get);
        if (m_starts < kStarts) {
            start();
        } else {
            set({});
        }
    });
    m_get = run(QStringLiteral("get"));
    connect(m_get, &QProcess::finished, this, [this](int status) {
        const QString value = QString::fromUtf8(m_get->readAllStandardOutput()).trimmed();
        end(m_get);
        if (status == 0) {
            set(value);
        }
    });
    m_monitor->start();
    m_get->start();
}

void GsettingsKey::end(QProcess*& process)
{
    QProcess* ending = std::exchange(process, nullptr);
    if (ending == nullptr) {
        return;
    }
    // Deleting one that runs would wait for it.
    ending->disconnect(this);
    if (ending->state() == QProcess::NotRunning) {
        ending->deleteLater();
        return;
    }
    connect(ending, &QProcess::finished, ending, &QObject::deleteLater);
    connect(ending, &QProcess::errorOccurred, ending, [ending](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            ending->deleteLater();
        }
    });
    ending->kill();
}

void GsettingsKey::set(const QString& value)
{
    if (value != m_value) {
        m_value = value;
        Q_EMIT changed();
    }
}

} // namespace unclench::app
