// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a person who looks elsewhere that an alert was raised.
#pragma once

#include "app/desktop/notifier.h"
#include "core/alarms/arbiter.h"
#include "core/engine/engine.h"
#include "ui/wording/words.h"

#include <QObject>

#include <set>
#include <string>

namespace unclench::app {

/// What a notification says never names a symptom or a reason, unless the setting allows it: others
/// may look at the screen.
class AlertCaller : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    AlertCaller(Engine& engine, const ui::Words& words, Arbiter& arbiter);

    [[nodiscard]] bool hasNotifications() const { return m_notifier.isThere(); }

public Q_SLOTS:
    /// Looks at what is open: calls once for each raising, and takes back what was answered.
    void look();

Q_SIGNALS:
    /// The window must be seen: an emergency was raised.
    void emergencyRaised();
    /// There is no service for notifications: something was raised that the window must tell of.
    void attentionWanted();
    /// The person pressed a notification.
    void opened();

private:
    void call(const Alert& alert);

    Engine& m_engine;
    const ui::Words& m_words;
    Arbiter& m_arbiter;
    Notifier m_notifier;
    /// Raisings that were called for, by id and level.
    std::set<std::string> m_called;
};

} // namespace unclench::app
