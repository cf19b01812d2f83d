// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tray.h"

#include "app/desktop/session_bus.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusServiceWatcher>
#include <QEvent>

namespace unclench::app {

namespace {

const QString kWatcher = QStringLiteral("org.kde.StatusNotifierWatcher");

} // namespace

Tray::Tray(QWidget& window) : m_window(window)
{
    m_icon.setIcon(window.windowIcon());
    m_icon.setToolTip(tr("Unclench"));
    connect(m_menu.addAction(tr("&Spasm now")), &QAction::triggered, this, &Tray::spasmRequested);
    connect(m_menu.addAction(tr("&Open Unclench")), &QAction::triggered, this,
            &Tray::openRequested);
    m_stop = m_menu.addAction(tr("S&top heat or cold"));
    m_stop->setVisible(false);
    connect(m_stop, &QAction::triggered, this, &Tray::stopRequested);
    connect(m_menu.addAction(tr("Quiet for an &hour")), &QAction::triggered, this,
            &Tray::quietRequested);
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("&Quit")), &QAction::triggered, qApp, &QApplication::quit);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
                    Q_EMIT openRequested();
                }
            });
    window.installEventFilter(this);
    if (hasSessionBus()) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        m_isOnBus = bus.isConnected() && bus.interface()->isServiceRegistered(kWatcher);
        auto* hosts =
            new QDBusServiceWatcher{kWatcher, bus, QDBusServiceWatcher::WatchForOwnerChange, this};
        connect(hosts, &QDBusServiceWatcher::serviceOwnerChanged, this, &Tray::followHost);
    }
    followHost();
}

void Tray::displayState(const QString& sentence)
{
    m_icon.setToolTip(sentence);
}

void Tray::displaySession(bool isRunning)
{
    m_stop->setVisible(isRunning);
}

bool Tray::hasHost() const
{
    return QSystemTrayIcon::isSystemTrayAvailable() &&
           (!m_isOnBus || QDBusConnection::sessionBus().interface()->isServiceRegistered(kWatcher));
}

void Tray::followHost()
{
    const bool isKept = hasHost();
    m_icon.setVisible(isKept);
    QApplication::setQuitOnLastWindowClosed(!isKept);
    if (!isKept && !m_window.isVisible() &&
        m_window.testAttribute(Qt::WA_WState_ExplicitShowHide)) {
        m_window.showMinimized(); // nobody could find the program otherwise
    }
}

bool Tray::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Close) {
        followHost();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace unclench::app
