// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the desktop's tray, where there really is one.
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace unclench::app {

/// Closing the window keeps the program while a tray shows its icon; else it ends the program.
class Tray : public QObject {
    Q_OBJECT
public:
    /// `window` must outlive it.
    explicit Tray(QWidget& window);

    /// Whether a tray shows the icon, so that a hidden window can be found again.
    [[nodiscard]] bool isKept() const { return m_icon.isVisible(); }

    /// What the icon says when it is pointed at.
    void displayState(const QString& sentence);
    /// Whether heat or cold runs or rings: then the menu can stop it.
    void displaySession(bool isRunning);

Q_SIGNALS:
    void spasmRequested();
    void openRequested();
    void stopRequested();
    void quietRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Hosts die and return: looked at when it matters, and when the bus tells of one.
    void followHost();
    [[nodiscard]] bool hasHost() const;

    QWidget& m_window;
    /// The host is one of the bus; Qt remembers for ever what it found there first, so we ask
    /// ourselves.
    bool m_isOnBus = false;
    QMenu m_menu;
    QAction* m_stop = nullptr;
    QSystemTrayIcon m_icon;
};

} // namespace unclench::app
