// SPDX-License-Identifier: GPL-3.0-or-later
// Removing backups of past days that need not stay.
#pragma once

#include "core/diary/backup.h"

#include <vector>

namespace unclench {

/// Of `backups`, those of one sort that have a day in their name: all but those of `daysKept` go.
/// Others are passed over, and so is what cannot be removed now: it is tried again another day.
void removeOldDays(const std::vector<Backup>& backups, const Moment& today);

} // namespace unclench
