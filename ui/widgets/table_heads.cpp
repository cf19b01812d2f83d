// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_heads.h"

#include <QHeaderView>

#include <algorithm>

namespace unclench::ui {

void widenToHeads(QHeaderView& header)
{
    header.ensurePolished(); // its style sheet counts
    for (int column = 0; column < header.count(); ++column) {
        header.resizeSection(column,
                             std::max(header.sectionSize(column), header.sectionSizeHint(column)));
    }
}

} // namespace unclench::ui
