// SPDX-License-Identifier: GPL-3.0-or-later
// A service for notifications on the session bus of the test: it can be slow, die and come back.
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QList>
#include <QObject>
#include <QVariantMap>

#include <memory>

namespace unclench::tests {

class FakeService : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited MEMBER isInhibited)
public:
    struct Shown {
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
        int timeout;
    };

    FakeService() { start(); }
    ~FakeService() override { die(); }

    /// On the bus under its name.
    void start()
    {
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, kConnection));
        m_bus->registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                              QDBusConnection::ExportAllSlots |
                                  QDBusConnection::ExportAllProperties);
        m_bus->registerService(kName);
    }
    /// Off the bus, whatever it was asked. Its name is free at once, so that it can come back.
    void die()
    {
        m_held.clear();
        if (m_bus) {
            m_bus->unregisterService(kName);
        }
        m_bus.reset();
        QDBusConnection::disconnectFromBus(kConnection);
    }
    /// Answers what it kept waiting.
    void release()
    {
        isSlow = false;
        for (const QDBusMessage& message : std::as_const(m_held)) {
            m_bus->send(message.createReply(QVariant::fromValue(++last)));
        }
        m_held.clear();
    }
    void press(uint id, const QString& action) { tell("ActionInvoked", {id, action}); }
    void dismiss(uint id) { tell("NotificationClosed", {id, 2U}); }
    [[nodiscard]] bool isAsked() const { return !m_held.isEmpty(); }

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body")};
    /// It is asked to show something and does not answer.
    bool isSlow = false;
    bool isInhibited = false;
    QList<Shown> shown;
    QList<uint> closed;
    uint last = 0;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString&,
                uint replaces,
                const QString&,
                const QString& title,
                const QString& body,
                const QStringList& actions,
                const QVariantMap& hints,
                int timeout)
    {
        shown.append({replaces, title, body, actions, hints, timeout});
        if (isSlow) {
            setDelayedReply(true);
            m_held.append(message());
            return 0;
        }
        return replaces != 0 ? replaces : ++last;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        tell("NotificationClosed", {id, 3U});
    }

private:
    void tell(const char* signal, const QVariantList& arguments)
    {
        if (!m_bus) {
            return; // asked before it died, heard after
        }
        QDBusMessage message = QDBusMessage::createSignal(
            QStringLiteral("/org/freedesktop/Notifications"), kName, QLatin1String{signal});
        message.setArguments(arguments);
        m_bus->send(message);
    }

    inline static const QString kName = QStringLiteral("org.freedesktop.Notifications");
    inline static const QString kConnection = QStringLiteral("fake service");
    std::unique_ptr<QDBusConnection> m_bus;
    QList<QDBusMessage> m_held;
};

} // namespace unclench::tests
