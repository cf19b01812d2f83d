// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/plain_text.h"

#include <algorithm>
#include <array>

namespace unclench {

namespace {

/// Blanks beside the space, as UTF-8. Programs that read a
/// file differ in which of them they take for one.
constexpr std::array kPlainBlanks = std::to_array<std::string_view>({
    "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
    "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff",
});

/// How many bytes of the beginning of `text` are one blank; 0: it is none.
std::size_t plainBlankAt(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        const bool isLineOrTab = first == '\t' || first == '\n' || first == '\r';
        return first < 0x20 && !isLineOrTab ? 1 : 0;
    }
    const auto blank = std::find_if(kPlainBlanks.begin(), kPlainBlanks.end(),
                                    [&](std::string_view one) { return text.starts_with(one); });
    return blank == kPlainBlanks.end() ? 0 : blank->size();
}

} // namespace

std::string plainText(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const std::size_t blank = plainBlankAt(text);
        clean += blank > 0 ? ' ' : text.front();
        text.remove_prefix(std::max<std::size_t>(blank, 1));
    }
    constexpr std::string_view kEnds = " \t\r\n";
    const std::size_t begin = clean.find_first_not_of(kEnds);
    if (begin == std::string::npos) {
        return {};
    }
    return clean.substr(begin, clean.find_last_not_of(kEnds) - begin + 1);
}

} // namespace unclench
