// SPDX-License-Identifier: GPL-3.0-or-later
// What a diary, a backup or a file holds, in words.
#pragma once

#include "core/diary/backup.h"
#include "core/exchange/passphrase.h"
#include "core/exchange/sealed.h"

#include <QString>

namespace unclench::ui::wording {

/// "12 spasms, 40 pain numbers, 3 Mar 2024 to 28 Nov 2026." An alert that is open is said, and a
/// newer version.
[[nodiscard]] QString held(const BackupContents& holds);
/// When a backup was made and why: "Sat 14 Nov 09:40 (of the day)".
[[nodiscard]] QString backup(const Backup& backup, const Moment& now);
/// Why a backup was not written, and what to do.
[[nodiscard]] QString targetRefusal(const TargetRefusal& refusal);
/// Why an encrypted backup was not opened, and what to do.
[[nodiscard]] QString sealFault(SealFault fault);
/// What came of the last copy of a day in another place.
[[nodiscard]] QString keptElsewhere(const KeptElsewhere& kept, const Moment& now);
/// What a passphrase is worth, and what to do about it.
[[nodiscard]] QString strength(Strength strength);

} // namespace unclench::ui::wording
