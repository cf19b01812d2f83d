// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each parser of what comes from outside. Whatever bytes it is given, it must
// come back: libFuzzer looks for bytes with which one does not (docs/fuzzing.md), and a test runs
// those that are kept.
#pragma once

#include <span>
#include <string_view>

namespace unclench::fuzz {

/// A file as `export` writes it.
void jsonImport(std::string_view bytes);
/// A folder of files as `export csv` writes it; which bytes are which file, `writeFiles` says.
void csvImport(std::string_view bytes);
/// A table of another program. The first line may be a mapping (JSON) that is used for it.
void foreignImport(std::string_view bytes);
/// What a person saved under a name of how such a table is to be read.
void columnMapping(std::string_view bytes);
/// One of the files of resources/knowledge; the first letter says which.
void knowledge(std::string_view bytes);
/// The file of an encrypted backup, as it is and with a check sum that holds.
void sealedFile(std::string_view bytes);
/// What stands inside of one, sealed by somebody who knows the passphrase.
void sealedEntries(std::string_view bytes);
/// Times and lengths, as files hold them and people write them.
void times(std::string_view bytes);
void recoveryKey(std::string_view bytes);

struct Target {
    /// That of its folder in tests/fuzz/corpus.
    std::string_view name;
    void (*run)(std::string_view bytes);
};
[[nodiscard]] std::span<const Target> targets();

} // namespace unclench::fuzz
