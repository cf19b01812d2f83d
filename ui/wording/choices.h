// SPDX-License-Identifier: GPL-3.0-or-later
// The answers that are offered as chips, in words.
#pragma once

#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/knowledge/vocabulary.h"

#include <QString>

namespace unclench::ui::wording {

[[nodiscard]] QString side(Side side);
[[nodiscard]] QString change(Change change);
[[nodiscard]] QString effect(Effect effect);
[[nodiscard]] QString medicineUse(MedicineUse use);
[[nodiscard]] QString patchSite(PatchSite site);
/// How much something is limited; `level` 0 to 3.
[[nodiscard]] QString limit(int level);
[[nodiscard]] QString yesNo(bool answer);

} // namespace unclench::ui::wording
