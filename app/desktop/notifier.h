// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications of the desktop, where it has a service for them.
#pragma once

#include <QDBusServiceWatcher>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace unclench::app {

/// A button of a notification.
struct NotificationButton {
    /// Not "default", which is the notification itself.
    QString action;
    QString label;
};

struct Notification {
    /// What it is about: a further one about the same replaces it.
    QString about;
    QString title;
    QString body;
    /// Stays until it is answered, and goes through do-not-disturb where the desktop lets it.
    bool isCritical = false;
    /// Stays until it is withdrawn, pressed or not, also where it is not critical.
    bool isLasting = false;
    /// Beside the notification itself, which can always be pressed. Left out where the service has
    /// no buttons.
    QList<NotificationButton> buttons{};
    /// `Silent`: we make our own. `Alarm`: the desktop's sound for alarms, where it has sounds.
    enum class Sound { AsUsual, Silent, Alarm };
    Sound sound = Sound::AsUsual;
};

/// Nothing is thrown, and nothing waits for the service: it may be absent, slow, or go and come
/// back.
class Notifier : public QObject {
    Q_OBJECT
public:
    Notifier();

    /// Whether the session bus has a notification service, or can start one.
    [[nodiscard]] bool isThere() const;
    void show(const Notification& notification);
    /// Also where the service has not yet said that it shows it: then as soon as it does.
    void withdraw(const QString& about);
    /// Whether the desktop holds notifications back now (do-not-disturb). Not all of them say; then
    /// and where the service is silent for two seconds, the answer is no. `answer` comes later,
    /// and not after the notifier is gone.
    void askIfHeldBack(std::function<void(bool)> answer);

Q_SIGNALS:
    /// The person pressed it.
    void opened(const QString& about);
    /// The person pressed one of its buttons.
    void pressed(const QString& about, const QString& action);

private Q_SLOTS:
    void onAction(quint32 id, const QString& action);
    void onClosed(quint32 id, quint32 reason);

private:
    /// One that is to be shown, is being shown, or stands on the screen.
    struct Shown {
        /// The service's number for it; 0: it has none.
        quint32 id = 0;
        /// The service was asked to show it and has not answered.
        bool isAsked = false;
        /// What to show once the service has answered.
        std::optional<Notification> next;
        /// To be taken back once the service has answered.
        bool isWithdrawn = false;
    };
    void learnCapabilities();
    void send(Shown& shown, const Notification& notification);
    void onAnswer(const QString& about, QDBusPendingCallWatcher& answer);
    void close(quint32 id);
    /// `done` hears the answer, or the error, and not after the notifier is gone.
    void ask(const QDBusMessage& question,
             int patience,
             std::function<void(QDBusPendingCallWatcher&)> done);

    std::map<QString, Shown> m_shown;
    /// Absent: not known.
    std::optional<QStringList> m_capabilities;
    bool m_areCapabilitiesAsked = false;
    QDBusServiceWatcher m_service;
};

} // namespace unclench::app
