// SPDX-License-Identifier: GPL-3.0-or-later
// The heads of a table's columns.
#pragma once

class QHeaderView;

namespace unclench::ui {

/// Makes each column at least as wide as its head is: a cell has a tool tip, a head has none.
void widenToHeads(QHeaderView& header);

} // namespace unclench::ui
