// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <array>

namespace unclench::fuzz {

std::span<const Target> targets()
{
    static constexpr std::array kTargets{
        Target{"json_import", jsonImport},       Target{"csv_import", csvImport},
        Target{"foreign_import", foreignImport}, Target{"column_mapping", columnMapping},
        Target{"knowledge", knowledge},          Target{"sealed_file", sealedFile},
        Target{"sealed_entries", sealedEntries}, Target{"times", times},
        Target{"recovery_key", recoveryKey},
    };
    return kTargets;
}

} // namespace unclench::fuzz
