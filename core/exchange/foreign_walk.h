// SPDX-License-Identifier: GPL-3.0-or-later
// Going over a date, a time or a length from left to right. For the sources beside it alone.
#pragma once

#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace unclench {

[[nodiscard]] inline bool isDigit(char sign)
{
    return sign >= '0' && sign <= '9';
}
[[nodiscard]] inline bool isLetter(char sign)
{
    return sign >= 'a' && sign <= 'z';
}

/// Walks over a text in small letters from left to right.
class ForeignWalk {
public:
    explicit ForeignWalk(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_rest; }
    void skip(std::string_view signs)
    {
        while (!m_rest.empty() && signs.find(m_rest.front()) != std::string_view::npos) {
            m_rest.remove_prefix(1);
        }
    }
    /// 0: not one of them.
    char oneOf(std::string_view signs)
    {
        if (m_rest.empty() || signs.find(m_rest.front()) == std::string_view::npos) {
            return 0;
        }
        const char sign = m_rest.front();
        m_rest.remove_prefix(1);
        return sign;
    }
    bool word(std::string_view wanted)
    {
        if (!m_rest.starts_with(wanted)) {
            return false;
        }
        m_rest.remove_prefix(wanted.size());
        return true;
    }
    /// The letters that stand here; may be none.
    std::string_view letters()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isLetter);
        const auto found = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        m_rest.remove_prefix(found.size());
        return found;
    }
    /// A number of at most `most` digits. Absent: no digit stands here, or more of them.
    std::optional<int> number(std::size_t most, std::size_t* digits = nullptr)
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isDigit);
        const auto length = static_cast<std::size_t>(end - m_rest.begin());
        int value = 0;
        if (length == 0 || length > most ||
            std::from_chars(m_rest.data(), m_rest.data() + length, value).ec != std::errc{}) {
            return std::nullopt;
        }
        m_rest.remove_prefix(length);
        if (digits != nullptr) {
            *digits = length;
        }
        return value;
    }

private:
    std::string_view m_rest;
};

/// Small letters, and the spaces that some put before "PM" made plain ones.
[[nodiscard]] inline std::string plainly(std::string_view text)
{
    std::string plain = lowerAscii(trimmed(text));
    for (const std::string_view space : {"\xE2\x80\xAF", "\xC2\xA0"}) {
        for (auto at = plain.find(space); at != std::string::npos; at = plain.find(space, at)) {
            plain.replace(at, space.size(), " ");
        }
    }
    return plain;
}

} // namespace unclench
