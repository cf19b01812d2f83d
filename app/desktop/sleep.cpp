// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sleep.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <limits>
#include <utility>

namespace unclench::app {

namespace {

const QString kLogin = QStringLiteral("org.freedesktop.login1");
const QString kLoginPath = QStringLiteral("/org/freedesktop/login1");
const QString kSleepManager = QStringLiteral("org.freedesktop.login1.Manager");
constexpr int kAnswerForEver = std::numeric_limits<int>::max();

} // namespace

Sleep::Sleep()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(kLogin, kLoginPath, kSleepManager, QStringLiteral("PrepareForSleep"), this,
                SLOT(onPrepareForSleep(bool)));
    m_logind.setConnection(bus);
    m_logind.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_logind.addWatchedService(kLogin);
    connect(&m_logind, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString&, const QString&, const QString& owner) {
                letGo();
                if (std::exchange(m_isAsleep, false)) {
                    Q_EMIT woke(); // the old one can no longer say so
                }
                if (!owner.isEmpty()) {
                    holdUp();
                }
            });
    holdUp();
}

Sleep::~Sleep() = default;

void Sleep::onPrepareForSleep(bool isBeginning)
{
    if (isBeginning == m_isAsleep) {
        return;
    }
    m_isAsleep = isBeginning;
    if (isBeginning) {
        Q_EMIT aboutToSleep();
        letGo();
    } else {
        holdUp();
        Q_EMIT woke();
    }
}

void Sleep::holdUp()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kLogin, kLoginPath, kSleepManager,
                                                       QStringLiteral("Inhibit"));
    call.setArguments({QStringLiteral("sleep"), QStringLiteral("Unclench"),
                       tr("Saves the diary before the computer sleeps"), QStringLiteral("delay")});
    call.setAutoStartService(false);
    m_asked = std::make_unique<QDBusPendingCallWatcher>(
        QDBusConnection::systemBus().asyncCall(call, kAnswerForEver));
    connect(m_asked.get(), &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* answer) {
                const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *answer;
                m_asked.release()->deleteLater();
                if (!reply.isError()) {
                    m_delay = reply.value();
                }
            });
}

void Sleep::letGo()
{
    m_asked.reset(); // what it brings is closed with it
    m_delay = {};
}

} // namespace unclench::app
