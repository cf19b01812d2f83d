// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications of the desktop, where it has a service for them.
#pragma once

#include <QObject>
#include <QString>

#include <cstdint>
#include <map>

class QDBusPendingCallWatcher;

namespace unclench::app {

struct Notification {
    /// What it is about: a further one about the same replaces it.
    QString about;
    QString title;
    QString body;
    /// Stays until it is answered, and goes through do-not-disturb where the desktop lets it.
    bool isCritical = false;
};

/// Nothing is thrown and nothing waits: without a bus or a service, `isThere` is false.
class Notifier : public QObject {
    Q_OBJECT
public:
    Notifier();

    /// Whether the session bus has a notification service, or can start one.
    [[nodiscard]] bool isThere() const;
    void show(const Notification& notification);
    void withdraw(const QString& about);

Q_SIGNALS:
    /// The person pressed it.
    void opened(const QString& about);

private Q_SLOTS:
    void onAction(quint32 id, const QString& action);
    void onClosed(quint32 id, quint32 reason);

private:
    std::map<QString, quint32> m_shown;
};

} // namespace unclench::app
