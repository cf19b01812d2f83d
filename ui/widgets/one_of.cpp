// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/one_of.h"

#include <QAbstractButton>
#include <QButtonGroup>

namespace unclench::ui {

void choose(const QButtonGroup& group, int id)
{
    QAbstractButton* chosen = group.button(id);
    if (chosen == nullptr) {
        return;
    }
    chosen->setChecked(true);
    for (QAbstractButton* button : group.buttons()) {
        button->setFocusPolicy(button == chosen ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

} // namespace unclench::ui
