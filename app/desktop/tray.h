// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the desktop's tray, where there really is one.
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace unclench::app {

/// What the tray shows of sitting.
struct TraySeat {
    bool isMeasured = false;
    /// "Sitting for 21 min"; empty: nothing is known.
    QString sentence;
    /// How much of the time until a break is over, 0 to 1 and more.
    double filled = 0;
    bool isDue = false;
    bool isMeeting = false;
    bool isPaused = false;
};

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
    /// A ring around the icon fills until a break is due, and closes when it is.
    void displaySeat(const TraySeat& seat);
    /// Whether heat or cold runs or rings: then the menu can stop it.
    void displaySession(bool isRunning);

Q_SIGNALS:
    void spasmRequested();
    void openRequested();
    void stopRequested();
    void quietRequested();
    void gotUpRequested();
    /// Minutes; 0: it is over.
    void meetingRequested(int minutes);
    void pauseRequested(int minutes);
    void resumeRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildSeatMenu();
    void showToolTip();
    /// Hosts die and return: looked at when it matters, and when the bus tells of one.
    void followHost();
    [[nodiscard]] bool hasHost() const;

    QWidget& m_window;
    /// The host is one of the bus; Qt remembers for ever what it found there first, so we ask
    /// ourselves.
    bool m_isOnBus = false;
    QMenu m_menu;
    QAction* m_stop = nullptr;
    QAction* m_gotUp = nullptr;
    QAction* m_meeting = nullptr;
    QAction* m_pause = nullptr;
    QString m_state;
    TraySeat m_seat;
    /// What the icon shows: twelfths of the ring, or -1 where it is due.
    int m_ring = 0;
    QSystemTrayIcon m_icon;
};

} // namespace unclench::app
