// SPDX-License-Identifier: GPL-3.0-or-later
// Taking in what was kept with another program: looked at first, then made into records beside the
// diary, then merged.
#pragma once

#include "core/engine/merging.h"
#include "core/exchange/foreign_import.h"
#include "core/exchange/paper_sheet.h"
#include "core/store/import_preview.h"
#include "core/store/stand_back.h"

#include <filesystem>
#include <variant>
#include <vector>

namespace unclench {

class Engine;

/// What taking the file in would bring.
struct ForeignBrings {
    ForeignRecords made;
    ImportPreview preview;
    StoodBack stoodBack;
};

/// What it brought.
struct ForeignTaken {
    ForeignBrings brings;
    Merged merged;
};

/// One file on its way in. Nothing is changed before `into`. The file is read anew each time, row
/// by row: a hundred thousand rows are not in memory at once.
class ForeignImport {
public:
    /// Reads all of `file`. `zone`: of this machine. `vocabulary` must outlive it. Throws FileError
    /// where it cannot be read, and Cancelled.
    ForeignImport(std::filesystem::path file,
                  const ForeignWish& wish,
                  const Zone& zone,
                  const Moment& now,
                  const Vocabulary& vocabulary,
                  const Progress& progress);

    [[nodiscard]] const ForeignPreview& preview() const { return m_preview; }
    /// `skipsBroken`: lines that are wrong may be left out. False: none of the file can be taken.
    [[nodiscard]] bool canBeTaken(bool skipsBroken) const;

    /// What `into` would do, and changes nothing. `bringsBack`: also what was deleted in `diary`
    /// since comes. Requires: `canBeTaken`. Throws FileError (also where the file is another one by
    /// now), StorageError and Cancelled.
    [[nodiscard]] ForeignBrings
    brings(Database& diary, bool bringsBack, const Progress& progress) const;
    /// Takes the records: all or nothing, after a backup; can be undone. As `brings` besides.
    [[nodiscard]] ForeignTaken
    into(Engine& engine, bool bringsBack, const Progress& progress) const;

private:
    ForeignRecords makeRecords(RowSink& sink, Database& diary, const Progress& progress) const;

    std::filesystem::path m_file;
    ForeignWords m_words;
    ForeignPreview m_preview;
};

/// What came of the lines of a paper diary.
struct PaperTaken {
    StoodBack stoodBack;
    Merged merged;
};

/// Takes the lines in: all or nothing, after a backup; can be undone. What was deleted since it was
/// typed in before comes back. `zone`: in which the lines were written. Or what is wrong with them,
/// and nothing is changed. Throws StorageError and Cancelled.
[[nodiscard]] std::variant<PaperTaken, std::vector<ForeignProblem>>
takePaper(Engine& engine,
          const std::vector<PaperLine>& lines,
          const Zone& zone,
          const Progress& progress);

} // namespace unclench
