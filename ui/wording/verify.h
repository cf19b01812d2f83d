// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of the diary found and what saving a damaged one brought, and what to do: for the
// window and the command line alike.
#pragma once

#include "core/diary/finding.h"
#include "core/diary/salvaged.h"
#include "core/time/moment.h"

#include <QString>
#include <QStringList>

namespace unclench::ui::wording {

/// "Pain values: 2 belong to a spasm that is not there. These: Sat 14 Nov 09:40, ...": at most ten.
[[nodiscard]] QString finding(const Finding& finding, const Moment& now);
/// What to do about it: one sentence or two.
[[nodiscard]] QString remedy(Finding::Check check);

/// What records of a kind are called, in the plural: "pain values".
[[nodiscard]] QString recordKind(RecordKind kind);

/// What was saved, filled in, made up and lost, and what to do now: a sentence each.
[[nodiscard]] QStringList salvaged(const Salvaged& salvaged);

/// What a medicine is called whose name is lost.
[[nodiscard]] QString lostMedicine();

} // namespace unclench::ui::wording
