// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alert_caller.h"

#include "ui/wording/alerts.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::app {

namespace {

const QString kAbout = QStringLiteral("red-flag");

} // namespace

AlertCaller::AlertCaller(Engine& engine, const ui::Words& words, Arbiter& arbiter)
    : m_engine(engine), m_words(words), m_arbiter(arbiter)
{
    connect(&m_notifier, &Notifier::opened, this, &AlertCaller::opened);
}

void AlertCaller::look()
try {
    // Only what was not called for wants to speak: an alert that stays open for days must not keep
    // the end of a session silent.
    const std::vector<Alert> shown = m_engine.alerts().shown();
    bool isAnyOpen = false;
    bool isNew = false;
    for (const Alert& alert : shown) {
        if (alert.level == Level::CheckIn || alert.state != AlertState::Open) {
            continue;
        }
        isAnyOpen = true;
        // A higher level or a snooze that is over calls again.
        const std::string id = alert.stamp.id.text();
        if (m_called
                .insert(id + std::string{toId(alert.level)} +
                        std::to_string(alert.since.utc.time_since_epoch().count()))
                .second) {
            isNew = true;
            m_arbiter.want({AlarmKind::RedFlag, id, static_cast<int>(alert.level)});
        }
    }
    if (!isAnyOpen) {
        m_notifier.withdraw(kAbout);
    }
    if (!isNew) {
        return;
    }
    const auto speaking = m_arbiter.speaking(m_engine.now().boot);
    const auto loudest = std::find_if(shown.begin(), shown.end(), [&](const Alert& alert) {
        return alert.stamp.id.text() == speaking->about;
    });
    if (loudest != shown.end()) {
        call(*loudest);
    }
    m_arbiter.withdrawAll(AlarmKind::RedFlag);
} catch (const StorageError& error) {
    spdlog::warn("alerts could not be read: {}", error.what()); // the window says what is wrong
}

void AlertCaller::call(const Alert& alert)
{
    const bool isEmergency = alert.level == Level::Emergency;
    QString body = isEmergency ? tr("Unclench says what to do and which number to call.")
                               : tr("Unclench says why, and what you can do.");
    if (m_engine.settings().settings.noticesSayWhy) {
        body = ui::wording::reasons(alert, m_words).join(QLatin1String("; ")) +
               QLatin1String(". ") + body;
    }
    m_notifier.show({kAbout, ui::wording::level(alert.level), body, isEmergency});
    if (isEmergency) {
        Q_EMIT emergencyRaised();
    } else if (!hasNotifications()) {
        Q_EMIT attentionWanted();
    }
}

} // namespace unclench::app
