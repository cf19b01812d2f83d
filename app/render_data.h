// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data*, and the pages around a damaged or deleted diary, for pictures: made-up values.
#pragma once

#include "ui/dialogs/data_dialog.h"
#include "ui/dialogs/import_view.h"

class QWidget;

namespace unclench {
class Engine;
}

namespace unclench::ui {
class Shell;
}

namespace unclench::app {

// Windows of their own; the shell's window owns them.
using DataPart = ui::DataDialog::Part;
[[nodiscard]] QWidget* showData(ui::Shell& shell, DataPart part, const ui::DataView& view);
template <DataPart part, auto view>
[[nodiscard]] QWidget* dataSight(ui::Shell& shell, Engine&)
{
    return showData(shell, part, view());
}
[[nodiscard]] QWidget* showForeign(ui::Shell& shell, const ui::ForeignView& view);
template <auto view>
[[nodiscard]] QWidget* foreignSight(ui::Shell& shell, Engine&)
{
    return showForeign(shell, view());
}
[[nodiscard]] QWidget* showPaperSheet(ui::Shell& shell, Engine& engine);
[[nodiscard]] QWidget* showTrouble(ui::Shell& shell, Engine&);
[[nodiscard]] QWidget* showForgotten(ui::Shell& shell, Engine&);

} // namespace unclench::app
