// SPDX-License-Identifier: GPL-3.0-or-later
// The way of the keyboard through a page.
#pragma once

class QWidget;

namespace unclench::ui {

/// Lets Tab go through `page` as its layouts stand, whenever its parts were made. Again after parts
/// came or went.
void orderTabs(QWidget& page);

} // namespace unclench::ui
