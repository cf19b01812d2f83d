// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the shared folder, what came of it, and what is wrong, in words.
#pragma once

#include "core/diary/shared.h"

#include <QString>
#include <QStringList>

namespace unclench::ui::wording {

/// When something was last carried, or why nothing is.
[[nodiscard]] QString sharedState(const SharedFolder& shared, const Moment& now);
/// Another computer, what its diary holds where that was read, and how it stands with it.
[[nodiscard]] QString snapshot(const Snapshot& snapshot, const Moment& now);
/// What a person should know or do, a sentence or two each. Empty: all is well.
[[nodiscard]] QStringList sharedTroubles(const SharedFolder& shared, const Moment& now);
/// What came in and went out: "3 entries came in."
[[nodiscard]] QString exchanged(const Exchanged& exchanged);

} // namespace unclench::ui::wording
