// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for the keyboard everywhere: where it may stand, and what Return presses.
#pragma once

#include <QObject>

class QWidget;

namespace unclench::ui {

/// Return and Enter press the push button that has the keyboard, as Space does; by itself Qt does
/// so in dialogs alone. Holds for the whole application while one of these lives; a second changes
/// nothing.
class ReturnPresses : public QObject {
    Q_OBJECT
public:
    ReturnPresses();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// Puts the keyboard on `widget`, unless the page that it stands on is behind another one: Qt would
/// put it there all the same, and nobody would see where it is.
void takeKeyboard(QWidget& widget, Qt::FocusReason reason = Qt::OtherFocusReason);

} // namespace unclench::ui
