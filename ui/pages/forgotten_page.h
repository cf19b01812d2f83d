// SPDX-License-Identifier: GPL-3.0-or-later
// The last page: what was deleted, and what lies out of reach.
#pragma once

#include "ui/widgets/keyboard.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace unclench::ui {

class ForgottenPage : public QWidget {
    Q_OBJECT
public:
    ForgottenPage();
    /// A sentence each.
    void display(const QStringList& sentences);

private:
    QLabel* m_text;
    QPushButton* m_close;
    ReturnPresses m_returnPresses;
};

} // namespace unclench::ui
