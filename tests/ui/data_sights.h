// SPDX-License-Identifier: GPL-3.0-or-later
// The sights of *Your data*, of the ways out of trouble and of the last page.
#pragma once

#include "tests/ui/sights.h"

namespace unclench::ui {

[[nodiscard]] std::vector<Sight> dataSights();

/// Calls `hear` for each wish of the dialog or page `shown`, if it is one of these; `context` ends
/// that.
void hearDataWishes(QWidget& shown, QObject* context, const std::function<void()>& hear);

} // namespace unclench::ui
