// SPDX-License-Identifier: GPL-3.0-or-later
// A recovery key as somebody types it.
#include "core/exchange/recovery_key.h"

#include "tests/fuzz/promise.h"
#include "tests/fuzz/targets.h"

namespace unclench::fuzz {

void recoveryKey(std::string_view bytes)
{
    for (std::size_t line = 1; line <= RecoveryKey::kLines; ++line) {
        static_cast<void>(RecoveryKey::isLine(bytes, static_cast<int>(line)));
    }
    const auto read = RecoveryKey::read(bytes);
    if (const auto* mistyped = std::get_if<MistypedKey>(&read)) {
        promise(mistyped->line >= 0 && mistyped->line <= static_cast<int>(RecoveryKey::kLines),
                "a slip is in one of the lines");
        return;
    }
    const auto& key = std::get<RecoveryKey>(read);
    const auto again = RecoveryKey::read(key.text());
    promise(std::get_if<RecoveryKey>(&again) != nullptr && std::get<RecoveryKey>(again) == key,
            "a key is read as it is written");
    const auto lines = key.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        promise(RecoveryKey::isLine(lines[i], static_cast<int>(i) + 1), "each of its lines is one");
    }
}

} // namespace unclench::fuzz
