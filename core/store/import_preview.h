// SPDX-License-Identifier: GPL-3.0-or-later
// What taking a staged diary in would bring, before it is done.
#pragma once

namespace unclench {

class Database;

/// Numbers of the staged records.
struct ImportPreview {
    /// Not here yet.
    int fresh = 0;
    /// Here, word for word.
    int alike = 0;
    /// Here in another version: the later one will stand.
    int different = 0;
    /// Erased here: they come back only where they were changed after that.
    int erased = 0;
};

/// Changes nothing. Throws StorageError.
[[nodiscard]] ImportPreview previewOf(Database& staged, Database& diary);

} // namespace unclench
