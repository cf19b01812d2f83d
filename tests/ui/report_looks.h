// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor made of a life, and what is wrong with where things stand on it.
#pragma once

#include "tests/ui/report_lives.h"
#include "ui/report/first_page.h"

#include <string>
#include <vector>

namespace unclench::test {

[[nodiscard]] const ui::Words& reportWords();
[[nodiscard]] ui::report::Report made(const ReportLife& life);
[[nodiscard]] ui::report::Contents contentsOf(const ReportLife& life);

/// What is longer is absurd, and may be cut on a page that is full.
inline constexpr qsizetype kAbsurd = 200;

/// A line for each thing that is off `page`, over another or cut though it is no longer than
/// `longestShown`; empty: nothing is.
[[nodiscard]] std::string layoutFaultsOf(const std::vector<ui::report::Box>& boxes,
                                         const QRectF& page,
                                         qsizetype longestShown = kAbsurd);

/// What stands on a page, a line for each text.
[[nodiscard]] QString textOf(const ui::report::FirstPage& page);

} // namespace unclench::test
