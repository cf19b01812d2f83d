// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the program while something must ring: a session never runs without an alarm.
#pragma once

#include <QObject>
#include <QWidget>

#include <functional>

namespace unclench::app {

/// Whoever quits or closes the window meanwhile leaves the program in the background; it ends as
/// soon as it is no longer needed, unless the window was opened again.
class Staying : public QObject {
    Q_OBJECT
public:
    /// `isNeeded`: something runs or rings. `isKept`: a tray shows that the program is there.
    Staying(QWidget& window, std::function<bool()> isNeeded, std::function<bool()> isKept);

    /// To be called when what was needed may be over.
    void look();

Q_SIGNALS:
    /// It was asked to end, and stays; to be said to the person.
    void stayed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
    std::function<bool()> m_isNeeded;
    std::function<bool()> m_isKept;
    bool m_wantsToEnd = false;
};

} // namespace unclench::app
