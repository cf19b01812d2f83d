// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/bus_answer.h"

#include "app/desktop/session_bus.h"

#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <limits>

namespace unclench::app {

namespace {

const QString kProperties = QStringLiteral("org.freedesktop.DBus.Properties");
/// A service that hangs may answer when it no longer does; where it dies, the bus answers for it.
constexpr int kForEver = std::numeric_limits<int>::max();

QDBusConnection connection(Bus bus)
{
    switch (bus) {
    case Bus::Session:
        return hasSessionBus() ? QDBusConnection::sessionBus() : QDBusConnection{QString{}};
    case Bus::System: return QDBusConnection::systemBus();
    }
    Q_UNREACHABLE();
}

} // namespace

BusAnswer::BusAnswer(Bus bus, const QDBusMessage& question)
    : m_bus(connection(bus)), m_question(question)
{
    if (!m_bus.isConnected()) {
        return;
    }
    m_question.setAutoStartService(false); // a question to nobody needs no answer
    m_service.setConnection(m_bus);
    m_service.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_service.addWatchedService(question.service());
    connect(&m_service, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString&, const QString&, const QString& owner) {
                if (!owner.isEmpty()) {
                    ask();
                    return;
                }
                m_asked.reset();
                set({});
            });
    ask();
}

BusAnswer::~BusAnswer() = default;

std::unique_ptr<BusAnswer> BusAnswer::ofProperty(Bus bus,
                                                 const QString& service,
                                                 const QString& path,
                                                 const QString& interface,
                                                 const QString& property)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(service, path, kProperties, QStringLiteral("Get"));
    question.setArguments({interface, property});
    auto answer = std::make_unique<BusAnswer>(bus, question);
    answer->askAgainOn(path, kProperties, QStringLiteral("PropertiesChanged"), {interface});
    return answer;
}

void BusAnswer::askAgainOn(const QString& path,
                           const QString& interface,
                           const QString& signal,
                           const QStringList& firstArguments)
{
    // From whomever: naming the service here would wait for the bus to say who owns it, and asking
    // once too often does no harm.
    m_bus.connect({}, path, interface, signal, firstArguments, {}, this, SLOT(ask()));
}

void BusAnswer::ask()
{
    m_asked = std::make_unique<QDBusPendingCallWatcher>(m_bus.asyncCall(m_question, kForEver));
    connect(m_asked.get(), &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* answer) {
                const QDBusMessage reply = answer->reply();
                m_asked.release()->deleteLater(); // who hears of it may ask again
                const QVariant word = reply.type() == QDBusMessage::ReplyMessage
                                          ? reply.arguments().value(0)
                                          : QVariant{};
                set(word.metaType() == QMetaType::fromType<QDBusVariant>()
                        ? word.value<QDBusVariant>().variant()
                        : word);
            });
}

void BusAnswer::set(const QVariant& value)
{
    if (value == m_value) {
        return;
    }
    m_value = value;
    Q_EMIT changed();
}

} // namespace unclench::app
