// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alert_caller.h"

#include "ui/wording/alerts.h"

#include <spdlog/spdlog.h>

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
    m_arbiter.withdrawAll(AlarmKind::RedFlag);
    const std::vector<Alert> shown = m_engine.alerts().shown();
    for (const Alert& alert : shown) {
        if (alert.level > Level::CheckIn && alert.state == AlertState::Open) {
            m_arbiter.want(
                {AlarmKind::RedFlag, alert.stamp.id.text(), static_cast<int>(alert.level)});
        }
    }
    const auto speaking = m_arbiter.speaking(m_engine.now().boot);
    if (!speaking || speaking->kind != AlarmKind::RedFlag) {
        m_notifier.withdraw(kAbout);
        return;
    }
    bool isNew = false;
    const Alert* loudest = nullptr;
    for (const Alert& alert : shown) {
        const std::string id = alert.stamp.id.text();
        if (id == speaking->about) {
            loudest = &alert;
        }
        if (alert.level > Level::CheckIn && alert.state == AlertState::Open) {
            // A higher level or a snooze that is over calls again.
            isNew = m_called
                        .insert(id + std::string{toId(alert.level)} +
                                std::to_string(alert.since.utc.time_since_epoch().count()))
                        .second ||
                    isNew;
        }
    }
    if (isNew && loudest != nullptr) {
        call(*loudest);
    }
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
