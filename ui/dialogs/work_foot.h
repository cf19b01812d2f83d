// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of a dialog that has something done elsewhere: what became of it, how far it is, a way
// to cancel it, and a way out.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace unclench::ui {

class WorkFoot : public QWidget {
    Q_OBJECT
public:
    /// `name` begins the object names of its parts; `closing`: what closing does, for a screen
    /// reader.
    WorkFoot(const QString& name, const QString& closing, QWidget* parent = nullptr);

    /// What became of a wish.
    void displayStatus(const QString& sentence);
    /// `share` of it is done, 0 to 1. True: it has just begun.
    bool displayProgress(double share);
    void endProgress();

Q_SIGNALS:
    void cancelRequested();
    void closeRequested();

private:
    QLabel* m_status;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_close;
};

} // namespace unclench::ui
