// SPDX-License-Identifier: GPL-3.0-or-later
// From a visit to the report for it: its days, its numbers, what the person chose.
#pragma once

#include "core/engine/engine.h"
#include "ui/report/report.h"

namespace unclench::ui {

/// The days that the page of `visit` covers. Throws StorageError.
[[nodiscard]] VisitDays
readVisitDays(Engine& engine, const Visit& visit, const Chronicle& chronicle);

[[nodiscard]] Period visitPeriod(const VisitDays& days, const Chronicle& chronicle);

[[nodiscard]] report::Wishes wishesOf(const Visit& visit, PaperSize paper);

/// The whole report as it is printed or written, with the long version where it is wanted. Reads
/// for a second or more where the diary is long. `engine`'s vocabulary and `words` must outlive it.
/// Throws StorageError.
[[nodiscard]] report::Report readReport(Engine& engine, const Visit& visit, const Words& words);

} // namespace unclench::ui
