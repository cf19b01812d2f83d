// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/attempts.h"

#include "app/desktop/folders.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace unclench::app {

Attempts::Attempts(std::chrono::milliseconds patience) : m_child(patience)
{
    connect(&m_child, &Child::finished, this, [this] {
        m_proven = m_tried;
        end();
    });
    connect(&m_child, &Child::failed, this, [this](const QString& why) {
        spdlog::warn("{} failed: {}", m_tried.toStdString(), why.toStdString());
        tryNext();
    });
}

void Attempts::run(const QList<Attempt>& attempts)
{
    stop();
    m_isRunning = true;
    m_left = attempts;
    std::stable_partition(m_left.begin(), m_left.end(),
                          [this](const Attempt& each) { return each.program == m_proven; });
    tryNext();
}

void Attempts::tryNext()
{
    while (!m_left.isEmpty()) {
        const Attempt attempt = m_left.takeFirst();
        const QString program = findProgram(attempt.program);
        if (!program.isEmpty()) {
            m_tried = attempt.program;
            m_child.run(program, attempt.arguments);
            return;
        }
    }
    // Never within `run`; and where it was stopped or replaced by then, not at all.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isRunning && m_left.isEmpty() && !m_child.isRunning()) {
                end();
            }
        },
        Qt::QueuedConnection);
}

void Attempts::stop()
{
    m_child.stop();
    m_isRunning = false;
}

void Attempts::end()
{
    m_isRunning = false;
    Q_EMIT ended();
}

} // namespace unclench::app
