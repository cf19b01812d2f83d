// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in place of the window where the diary cannot be opened: why, and what to do.
#pragma once

#include "ui/widgets/keyboard.h"

#include <QWidget>

class QLabel;

namespace unclench::ui {

class TroublePage : public QWidget {
    Q_OBJECT
public:
    TroublePage();
    void display(const QString& sentence);

Q_SIGNALS:
    void retryRequested();

private:
    QLabel* m_sentence;
    ReturnPresses m_returnPresses;
};

} // namespace unclench::ui
