// SPDX-License-Identifier: GPL-3.0-or-later
// What tells a screen reader of an alert: the role of a widget, and the event when it comes.
#pragma once

class QWidget;

namespace unclench::ui {

/// Gives the widgets that show alerts the role of an alert message. Any number of times.
void announceAsAlert();

/// Lets a screen reader say the accessible name of `widget` at once.
void sayAlert(QWidget& widget);

} // namespace unclench::ui
