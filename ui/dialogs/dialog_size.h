// SPDX-License-Identifier: GPL-3.0-or-later
// How large a dialog opens.
#pragma once

#include <QScreen>
#include <QSize>
#include <QWidget>

namespace unclench::ui {

/// `wanted`, or less where the screen is smaller: a dialog whose foot is off the screen cannot be
/// read to its end. `dialog` need not be shown.
[[nodiscard]] inline QSize onScreen(const QWidget& dialog, const QSize& wanted)
{
    constexpr double kShare = 0.95; // the rest is for the frame and the panels
    return dialog.screen() == nullptr ? wanted
                                      : wanted.boundedTo(dialog.screen()->availableSize() * kShare);
}

} // namespace unclench::ui
