// SPDX-License-Identifier: GPL-3.0-or-later
// Taking an export of ours in: read and checked as a whole first, then merged.
#pragma once

#include "core/engine/merging.h"
#include "core/exchange/import_file.h"
#include "core/store/import_preview.h"
#include "core/store/progress.h"
#include "core/store/staged_diary.h"

#include <filesystem>

namespace unclench {

class Engine;

/// One file on its way in. Nothing is changed before `into`.
class Import {
public:
    /// Reads and checks all of `file`: a JSON document, a folder of CSV files, or the about.csv in
    /// it. Throws FileError where it cannot be read, and Cancelled.
    Import(std::filesystem::path file, const Progress& progress);

    /// What is in it, and what is wrong with it.
    [[nodiscard]] const ImportRead& read() const { return m_read; }
    /// False: it has problems, and none of it is taken.
    [[nodiscard]] bool canBeTaken() const { return m_read.problems.isEmpty(); }

    /// What taking it would bring. Requires: `canBeTaken`. Throws StorageError.
    [[nodiscard]] ImportPreview preview(Database& diary);

    /// Takes it: all or nothing, after a backup; can be undone. What was exported without its notes
    /// changes nothing that is there already. Once. Requires: `canBeTaken`. Throws StorageError and
    /// Cancelled.
    [[nodiscard]] Merged into(Engine& engine, const Progress& progress);

private:
    void standBackIfBare(Database& diary);

    std::filesystem::path m_file;
    StagedDiary m_staged;
    ImportRead m_read;
};

} // namespace unclench
