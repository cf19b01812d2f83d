// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up views of *Your data* and of trouble, for pictures and for the tests of what is shown.
#pragma once

#include "ui/dialogs/data_view.h"
#include "ui/pages/trouble_page.h"

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
/// A check found a broken file.
[[nodiscard]] ui::DataView checkedData();

[[nodiscard]] ui::TroubleView damagedDiary();
[[nodiscard]] QStringList forgottenSentences();

} // namespace unclench::app
