// SPDX-License-Identifier: GPL-3.0-or-later
// Any service on the bus of the test: it has properties and answers, can be slow, die and come
// back.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QList>
#include <QStringList>
#include <QVariantMap>

#include <functional>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

namespace unclench::tests {

class FakeBusService : public QDBusVirtualObject {
    Q_OBJECT
public:
    explicit FakeBusService(const char* name) : m_name(QLatin1String{name}) {}
    ~FakeBusService() override { die(); }

    /// On the bus under its name.
    void start()
    {
        m_bus = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, connection()));
        m_bus->registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath);
        m_bus->registerService(m_name);
    }
    /// Off the bus, whatever it was asked. Its name is free at once, so that it can come back.
    void die()
    {
        m_held.clear();
        if (m_bus) {
            m_bus->unregisterService(m_name);
        }
        m_bus.reset();
        QDBusConnection::disconnectFromBus(connection());
    }
    /// Tells of it where it is on the bus.
    void set(const char* path, const char* interface, const char* property, const QVariant& value)
    {
        m_properties[{QLatin1String{path}, QLatin1String{interface}, QLatin1String{property}}] =
            value;
        tell(path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
             {QLatin1String{interface}, QVariantMap{{QLatin1String{property}, value}},
              QStringList{}});
    }
    void
    tell(const char* path, const char* interface, const char* signal, const QVariantList& arguments)
    {
        if (m_bus) {
            QDBusMessage message = QDBusMessage::createSignal(
                QLatin1String{path}, QLatin1String{interface}, QLatin1String{signal});
            message.setArguments(arguments);
            m_bus->send(message);
        }
    }
    /// Answers what it kept waiting.
    void release()
    {
        isSlow = false;
        for (const QDBusMessage& message : std::exchange(m_held, {})) {
            handleMessage(message, *m_bus);
        }
    }
    [[nodiscard]] bool isAsked() const { return !m_held.isEmpty(); }

    using Answer = std::function<QVariant(const QVariantList&)>;
    /// By the name of the method. An invalid answer is an empty one.
    std::map<QString, Answer> answers;
    /// It keeps what it is asked.
    bool isSlow = false;
    /// "Method" or "Get interface property".
    QStringList asked;

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection&) override
    {
        if (!m_bus) {
            return true; // asked before it died, heard after
        }
        if (isSlow) {
            m_held.append(message);
            return true;
        }
        const QVariantList arguments = message.arguments();
        if (message.member() == QLatin1String{"Get"}) {
            const QString interface = arguments.value(0).toString();
            const QString property = arguments.value(1).toString();
            asked << QStringLiteral("Get ") + interface + QLatin1Char(' ') + property;
            const auto found = m_properties.find({message.path(), interface, property});
            return found != m_properties.end() &&
                   m_bus->send(
                       message.createReply(QVariant::fromValue(QDBusVariant{found->second})));
        }
        asked << message.member();
        const auto found = answers.find(message.member());
        if (found == answers.end()) {
            return false;
        }
        const QVariant answer = found->second(arguments);
        return m_bus->send(answer.isValid() ? message.createReply(answer) : message.createReply());
    }

private:
    [[nodiscard]] QString connection() const { return QStringLiteral("fake ") + m_name; }

    QString m_name;
    std::unique_ptr<QDBusConnection> m_bus;
    std::map<std::tuple<QString, QString, QString>, QVariant> m_properties;
    QList<QDBusMessage> m_held;
};

} // namespace unclench::tests
