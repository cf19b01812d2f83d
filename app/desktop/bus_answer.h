// SPDX-License-Identifier: GPL-3.0-or-later
// One question to a service of a bus, whose answer is kept up to date by what the service tells.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QDBusPendingCallWatcher;

namespace unclench::app {

enum class Bus { Session, System };

/// Nothing is thrown, started, waited for or asked twice without a reason: the service may be
/// absent, slow, or go and come back.
class BusAnswer : public QObject {
    Q_OBJECT
public:
    /// Asks at once, and again whenever the service gets a new owner.
    BusAnswer(Bus bus, const QDBusMessage& question);
    ~BusAnswer() override;

    /// A property of an object, asked again when `PropertiesChanged` tells of its interface.
    [[nodiscard]] static std::unique_ptr<BusAnswer> ofProperty(Bus bus,
                                                               const QString& service,
                                                               const QString& path,
                                                               const QString& interface,
                                                               const QString& property);

    /// Asks again on this signal of this object (empty: any), where its first arguments are these
    /// texts.
    void askAgainOn(const QString& path,
                    const QString& interface,
                    const QString& signal,
                    const QStringList& firstArguments = {});
    /// The first word of the last answer, out of its variant; what was last heard stays while the
    /// service is asked again. Invalid: no bus, no service, not heard yet, or an error.
    [[nodiscard]] const QVariant& value() const { return m_value; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void ask();

private:
    void set(const QVariant& value);

    QDBusConnection m_bus;
    QDBusMessage m_question;
    QDBusServiceWatcher m_service;
    /// The last one that was asked; older ones are not heard.
    std::unique_ptr<QDBusPendingCallWatcher> m_asked;
    QVariant m_value;
};

} // namespace unclench::app
