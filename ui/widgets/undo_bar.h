// SPDX-License-Identifier: GPL-3.0-or-later
// What was just saved, and one press to take it back. Its place stays when it is empty, so nothing
// jumps.
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace unclench::ui {

class UndoBar : public QWidget {
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent = nullptr);

    /// Shows `sentence` for 10 s, with *Undo* where there is something to take back.
    void display(const QString& sentence, bool canUndo);
    /// For bad-day mode.
    void setLarge(bool isLarge);

Q_SIGNALS:
    void undoRequested();

private:
    QLabel* m_label;
    QPushButton* m_undo;
    QTimer m_timer;
};

} // namespace unclench::ui
