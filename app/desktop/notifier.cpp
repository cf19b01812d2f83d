// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifier.h"

#include "app/application_id.h"
#include "app/desktop/session_bus.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

#include <spdlog/spdlog.h>

namespace unclench::app {

namespace {

// Desktop Notifications Specification 1.2.
const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kDefaultAction = QStringLiteral("default");
constexpr uchar kNormal = 1;
constexpr uchar kCritical = 2;
constexpr int kNeverExpires = 0;
constexpr int kAsTheDesktopDoes = -1;

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

} // namespace

Notifier::Notifier()
{
    if (hasSessionBus()) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this,
                    SLOT(onAction(quint32, QString)));
        bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this,
                    SLOT(onClosed(quint32, quint32)));
    }
}

bool Notifier::isThere() const
{
    if (!hasSessionBus()) {
        return false;
    }
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return false;
    }
    const QStringList startable = bus.interface()->activatableServiceNames();
    return bus.interface()->isServiceRegistered(kService) || startable.contains(kService);
}

void Notifier::show(const Notification& notification)
{
    if (!isThere()) {
        return;
    }
    const auto before = m_shown.find(notification.about);
    QVariantMap hints;
    hints[QStringLiteral("urgency")] =
        QVariant::fromValue(notification.isCritical ? kCritical : kNormal);
    hints[QStringLiteral("desktop-entry")] = QLatin1String{kApplicationId};
    hints[QStringLiteral("resident")] = notification.isCritical;
    QDBusMessage message = call(QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Unclench"), before == m_shown.end() ? 0U : before->second,
                          QLatin1String{kApplicationId}, notification.title, notification.body,
                          QStringList{kDefaultAction, tr("Open")}, hints,
                          notification.isCritical ? kNeverExpires : kAsTheDesktopDoes});
    auto* waiting =
        new QDBusPendingCallWatcher{QDBusConnection::sessionBus().asyncCall(message), this};
    connect(waiting, &QDBusPendingCallWatcher::finished, this,
            [this, about = notification.about](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<quint32> reply = *done;
                if (reply.isError()) {
                    spdlog::warn("a notification was not shown: {}",
                                 reply.error().name().toStdString());
                } else {
                    m_shown[about] = reply.value();
                }
                done->deleteLater();
            });
}

void Notifier::withdraw(const QString& about)
{
    const auto shown = m_shown.find(about);
    if (shown == m_shown.end()) {
        return;
    }
    QDBusMessage message = call(QStringLiteral("CloseNotification"));
    message.setArguments({shown->second});
    QDBusConnection::sessionBus().asyncCall(message);
    m_shown.erase(shown);
}

void Notifier::onAction(quint32 id, const QString& action)
{
    if (action != kDefaultAction) {
        return;
    }
    for (const auto& [about, shown] : m_shown) {
        if (shown == id) {
            Q_EMIT opened(QString{about});
            return;
        }
    }
}

void Notifier::onClosed(quint32 id, quint32)
{
    std::erase_if(m_shown, [id](const auto& entry) { return entry.second == id; });
}

} // namespace unclench::app
