// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_pain.h"

#include "core/diary/episode.h"
#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace unclench {

std::optional<double> foreignNumber(std::string_view text)
{
    std::string number{trimmed(text)};
    std::replace(number.begin(), number.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    const bool isNumber = error == std::errc{} && end == number.data() + number.size();
    return isNumber && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

std::variant<ForeignPain, ForeignFault> parsePain(std::string_view text,
                                                  const ColumnMapping& mapping)
{
    const auto word = mapping.painWords.find(lowerAscii(text));
    if (word != mapping.painWords.end()) {
        return ForeignPain{word->second};
    }
    const auto slash = text.find('/');
    const auto value = foreignNumber(text.substr(0, slash));
    const auto most = slash == std::string_view::npos
                          ? std::optional{static_cast<double>(mapping.painMost)}
                          : foreignNumber(text.substr(slash + 1));
    if (!value || !most || *most <= 0) {
        return ForeignFault::UnreadablePain;
    }
    if (*value < 0 || *value > *most) {
        return ForeignFault::PainOutOfRange;
    }
    const double stretched = *value / *most * Reading::kMost; // in this order nothing is too great
    const double rounded = std::round(stretched);
    return ForeignPain{static_cast<int>(rounded), std::abs(stretched - rounded) > 1e-9};
}

} // namespace unclench
