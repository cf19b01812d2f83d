// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session_bus.h"

#include "app/application_id.h"
#include "app/desktop/application_adaptor.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFileInfo>

namespace unclench::app {

namespace {

const QString kOwnPath = QLatin1String{kObjectPath};
const QString kOwnInterface = QLatin1String{kApplicationId};
const QString kChanged = QStringLiteral("Changed");
const QString kRaise = QStringLiteral("Raise");

/// The same text for the same folder, however it was named.
QString folderText(const std::filesystem::path& folder)
{
    std::error_code error;
    const auto resolved = std::filesystem::weakly_canonical(folder, error);
    return QString::fromStdString((error ? folder : resolved).string());
}

void send(const QString& signal, const QVariantList& arguments)
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    QDBusMessage message = QDBusMessage::createSignal(kOwnPath, kOwnInterface, signal);
    message.setArguments(arguments);
    bus.send(message);
    // A question to the bus and back: the signal has left this process before it may end.
    const bool isThere = bus.interface()->isServiceRegistered(kOwnInterface);
    Q_UNUSED(isThere);
}

} // namespace

bool hasSessionBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        return true;
    }
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QLatin1String("/bus"));
}

void announceChange(const std::filesystem::path& folder)
{
    send(kChanged, {folderText(folder)});
}

void askToRaise(const std::filesystem::path& folder, bool isSpasm)
{
    send(kRaise, {folderText(folder), isSpasm});
}

BusListener::BusListener(const std::filesystem::path& folder, bool ownsName)
    : m_folder(folderText(folder))
{
    if (!hasSessionBus()) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect({}, kOwnPath, kOwnInterface, kChanged, this, SLOT(onChanged(QString)));
    bus.connect({}, kOwnPath, kOwnInterface, kRaise, this, SLOT(onRaise(QString, bool)));
    if (ownsName) {
        new ApplicationAdaptor{this, [this](bool isSpasm) { Q_EMIT raiseRequested(isSpasm); }};
        bus.registerObject(kOwnPath, this);
        bus.registerService(kOwnInterface);
    }
}

void BusListener::onChanged(const QString& folder)
{
    if (folder == m_folder) {
        Q_EMIT changedElsewhere();
    }
}

void BusListener::onRaise(const QString& folder, bool isSpasm)
{
    if (folder == m_folder) {
        Q_EMIT raiseRequested(isSpasm);
    }
}

} // namespace unclench::app
