// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tray.h"

#include "app/desktop/session_bus.h"
#include "ui/icon.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusServiceWatcher>
#include <QEvent>

#include <algorithm>

namespace unclench::app {

namespace {

constexpr int kMeetingMinutes = 60;
constexpr int kPauseMinutes = 60;
constexpr int kRingParts = 12;
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
    buildSeatMenu();
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

void Tray::buildSeatMenu()
{
    m_menu.addSeparator();
    m_gotUp = m_menu.addAction(tr("I &got up"));
    connect(m_gotUp, &QAction::triggered, this, &Tray::gotUpRequested);
    m_meeting = m_menu.addAction(QString{});
    connect(m_meeting, &QAction::triggered, this,
            [this] { Q_EMIT meetingRequested(m_seat.isMeeting ? 0 : kMeetingMinutes); });
    m_pause = m_menu.addAction(QString{});
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_seat.isPaused) {
            Q_EMIT resumeRequested();
        } else {
            Q_EMIT pauseRequested(kPauseMinutes);
        }
    });
    displaySeat({});
}

void Tray::displaySeat(const TraySeat& seat)
{
    m_seat = seat;
    for (QAction* action : {m_gotUp, m_meeting, m_pause}) {
        action->setVisible(seat.isMeasured);
    }
    m_meeting->setText(seat.isMeeting ? tr("End the &meeting") : tr("&Meeting for an hour"));
    m_pause->setText(seat.isPaused ? tr("&Reminders go on") : tr("No &reminders for an hour"));
    const int ring =
        seat.isDue ? -1 : std::clamp(static_cast<int>(seat.filled * kRingParts), 0, kRingParts);
    if (ring != m_ring) {
        m_ring = ring;
        m_icon.setIcon(
            ui::iconWithRing(ring < 0 ? 1.0 : static_cast<double>(ring) / kRingParts, ring < 0));
    }
    showToolTip();
}

void Tray::displayState(const QString& sentence)
{
    m_state = sentence;
    showToolTip();
}

void Tray::showToolTip()
{
    QStringList lines{m_state.isEmpty() ? tr("Unclench") : m_state};
    if (m_seat.isDue) {
        lines << tr("Time to get up");
    }
    if (!m_seat.sentence.isEmpty()) {
        lines << m_seat.sentence;
    }
    m_icon.setToolTip(lines.join(QLatin1Char('\n')));
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
