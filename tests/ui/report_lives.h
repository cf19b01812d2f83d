// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up summaries for the page for the doctor: nothing, one spasm, everything at its longest.
#pragma once

#include "ui/report/report.h"

#include <ostream>
#include <string>
#include <vector>

namespace unclench::test {

struct ReportLife {
    std::string name;
    ui::report::Sources sources;
    ui::report::Wishes wishes;
};

/// For GoogleTest, which would print the bytes.
inline void PrintTo(const ReportLife& life, std::ostream* out)
{
    *out << life.name;
}

/// Sections 1 to 7.
[[nodiscard]] std::vector<ReportSection> allSections();

[[nodiscard]] ReportLife nothingTold();
[[nodiscard]] ReportLife oneSpasm();
[[nodiscard]] ReportLife badMonth();
/// Everything at its longest: a thousand medicines, 10,000 characters, all regions, 40 alerts.
[[nodiscard]] ReportLife longest();
[[nodiscard]] ReportLife rightToLeft();
/// `courses` episodes with readings, medicines, sessions and answers behind the page.
[[nodiscard]] ReportLife withLongVersion(int courses);

/// Thirty of them, on both papers.
[[nodiscard]] std::vector<ReportLife> reportLives();

} // namespace unclench::test
