// SPDX-License-Identifier: GPL-3.0-or-later
// Exactly one side: what has no room is given up from its end until the rest fits, and that is
// said.
#pragma once

#include "ui/report/content.h"
#include "ui/report/piece.h"

#include <QPageSize>

#include <vector>

class QPainter;

namespace unclench::ui::report {

/// Laid out once, in the units of paper.h. Values alone, so that a test can look at it.
struct FirstPage {
    QPageSize::PageSizeId paper = QPageSize::A4;
    /// Of the body, in points.
    double points = 0;
    /// The lower end of what stands on it, and how far it may reach.
    double bottom = 0;
    double mostBottom = 0;
    std::vector<Box> boxes;
    /// In sentences; empty: everything is on it.
    QStringList leftOut;
    /// The same in full: a label and a text each.
    std::vector<Entry> inFull;
};

/// `note`: a last line in small letters; may be empty.
[[nodiscard]] FirstPage
firstPage(const Contents& contents, QPageSize::PageSizeId paper, const QString& note);

/// Without the footer.
void paintBoxes(QPainter& painter, const std::vector<Box>& boxes, const Contents& contents);

/// What stands at the foot of each page: the same room for each, whatever its number. `pages` 0:
/// not known yet, so no page number.
[[nodiscard]] std::vector<Box>
footerBoxes(const Contents& contents, QPageSize::PageSizeId paper, int page, int pages);

/// Whether the name there is longer than its place.
[[nodiscard]] bool isNameCut(const Contents& contents, QPageSize::PageSizeId paper);

} // namespace unclench::ui::report
