// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: the notice above, the page, the undo bar below. It connects and decides nothing.
#pragma once

#include "ui/pages/now_view.h"
#include "ui/wording/words.h"

#include <QWidget>

namespace unclench::ui {

class Bridge;
class NoticeBar;
class NowPage;
class UndoBar;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    MainWindow(Bridge& bridge, const Words& words);

    void displayNotice(const QString& sentence);
    /// Raises the window with the keyboard on the eleven numbers.
    void raiseAtScale();
    void raiseToFront();

Q_SIGNALS:
    /// The window became the one in use, so what it shows should be what is in the file.
    void activated();
    /// Whether anybody can see it: nothing needs to tick while not.
    void shownChanged(bool isShown);
    void firstPainted();

protected:
    bool event(QEvent* event) override;

private:
    NoticeBar* m_notice;
    NowPage* m_nowPage;
    UndoBar* m_undoBar;
    bool m_hasPainted = false;
};

} // namespace unclench::ui
