// SPDX-License-Identifier: GPL-3.0-or-later
// The second key of an encrypted backup, made to be written on paper and typed from it.
#pragma once

#include "core/exchange/secret.h"

#include <array>
#include <string>
#include <string_view>
#include <variant>

namespace unclench {

/// What was typed is not a recovery key. Numbers of lines begin at 1; 0: it has not as many letters
/// and digits as four lines have, or one that no key has.
struct MistypedKey {
    int line = 0;

    friend bool operator==(const MistypedKey&, const MistypedKey&) = default;
};

/// 32 random bytes, as four lines of four groups of four letters and digits. Each line ends with a
/// check sum, so that a slip of the pen is found in its line and needs no search.
class RecoveryKey {
public:
    static constexpr std::size_t kLines = 4;
    /// Letters and digits in a line, the spaces between its groups not counted.
    static constexpr std::size_t kLineLength = 16;

    /// A new one from the system's random numbers.
    [[nodiscard]] static RecoveryKey random();
    /// Takes upper and lower case, spaces, dashes and line ends anywhere, O for 0, I and L for 1.
    [[nodiscard]] static std::variant<RecoveryKey, MistypedKey> read(std::string_view typed);
    /// Whether this is line `line` (from 1) of some key, and nothing else.
    [[nodiscard]] static bool isLine(std::string_view typed, int line);

    /// "ABCD EFGH JKMN PQRS" four times.
    [[nodiscard]] std::array<std::string, kLines> lines() const;
    /// The lines with line ends between them.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] const Secret& bytes() const { return m_bytes; }

    friend bool operator==(const RecoveryKey&, const RecoveryKey&) = default;

private:
    explicit RecoveryKey(Secret bytes) : m_bytes(std::move(bytes)) {}
    Secret m_bytes;
};

} // namespace unclench
