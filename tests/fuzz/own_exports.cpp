// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of ours, in both forms.
#include "tests/fuzz/own_import.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/targets.h"

namespace unclench::fuzz {

void jsonImport(std::string_view bytes)
{
    importOwn(scratchFile(bytes));
}

void csvImport(std::string_view bytes)
{
    const std::filesystem::path folder = emptyScratch() / "diary";
    std::filesystem::create_directory(folder);
    writeFiles(folder, bytes);
    importOwn(folder);
}

} // namespace unclench::fuzz
