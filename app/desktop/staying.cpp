// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/staying.h"

#include <QApplication>
#include <QEvent>

namespace unclench::app {

Staying::Staying(QWidget& window, std::function<bool()> isNeeded, std::function<bool()> isKept)
    : m_window(window), m_isNeeded(std::move(isNeeded)), m_isKept(std::move(isKept))
{
    qApp->installEventFilter(this);
}

void Staying::look()
{
    if (m_wantsToEnd && !m_isNeeded()) {
        m_wantsToEnd = false;
        QApplication::quit();
    }
}

bool Staying::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::WindowActivate) {
        m_wantsToEnd = false; // back again
    }
    const bool isQuit = watched == qApp && event->type() == QEvent::Quit;
    // With a tray, closing hides the window as always, and the program stays anyway.
    const bool isClose = watched == &m_window && event->type() == QEvent::Close && !m_isKept();
    if (!(isQuit || isClose) || !m_isNeeded()) {
        return QObject::eventFilter(watched, event);
    }
    event->ignore();
    if (m_isKept()) {
        m_window.hide();
    } else {
        m_window.showMinimized();
    }
    m_wantsToEnd = true;
    Q_EMIT stayed();
    return true;
}

} // namespace unclench::app
