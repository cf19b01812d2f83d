// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up views of *Your data* and of trouble, for pictures and for the tests of what is shown.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/dialogs/import_view.h"
#include "ui/dialogs/paper_reading.h"
#include "ui/pages/trouble_page.h"

#include <utility>
#include <vector>

namespace unclench::app {

/// Backups of several sorts, one that cannot be read, and one elsewhere that failed.
[[nodiscard]] ui::DataView someData();
/// None of it yet.
[[nodiscard]] ui::DataView noData();
/// A backup from a file is asked about.
[[nodiscard]] ui::DataView dataToRestore();
/// The same, encrypted, after a wrong passphrase.
[[nodiscard]] ui::DataView lockedData();
/// An encrypted backup was just made.
[[nodiscard]] ui::DataView sealedData();
/// A folder is shared: with one computer of the person's, one that nobody knows, and a copy too
/// many.
[[nodiscard]] ui::DataView sharedData();
/// A folder is to be shared in which others lie.
[[nodiscard]] ui::DataView dataToShare();
[[nodiscard]] ui::DataView dataToImport();
/// A file with faults is looked at.
[[nodiscard]] ui::DataView faultyImport();
/// A table of another program: one that can be taken, with rows that were deleted since; the same
/// with broken lines; and one of which nothing is known.
[[nodiscard]] ui::ForeignView foreignFile();
[[nodiscard]] ui::ForeignView brokenForeignFile();
[[nodiscard]] ui::ForeignView unknownForeignFile();
/// What is typed into which field of a sheet for a diary on paper: two lines, one of them not as it
/// should be. Only days after 2026 are found wrong.
[[nodiscard]] std::vector<std::pair<QString, QString>> madeUpPaper();
[[nodiscard]] ui::PaperJudge madeUpPaperJudge();
/// A check found a broken file.
[[nodiscard]] ui::DataView checkedData();

[[nodiscard]] ui::TroubleView damagedDiary();
[[nodiscard]] QStringList forgottenSentences();

} // namespace unclench::app
