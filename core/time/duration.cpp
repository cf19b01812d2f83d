// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/duration.h"

#include <array>
#include <cassert>

namespace unclench {

using namespace std::chrono;

namespace {

struct Unit {
    char letter;
    seconds size;
};
constexpr std::array<Unit, 4> kUnits{
    {{'d', days{1}}, {'h', hours{1}}, {'m', minutes{1}}, {'s', seconds{1}}}};
constexpr seconds kLongest = days{100'000};

} // namespace

std::optional<seconds> parseDuration(std::string_view text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    seconds total{0};
    auto unit = kUnits.begin();
    while (!text.empty()) {
        std::int64_t count = 0;
        std::size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
            if (digits > 10) {
                return std::nullopt;
            }
            count = count * 10 + (text[digits] - '0');
            ++digits;
        }
        if (digits == 0 || digits == text.size()) {
            return std::nullopt;
        }
        while (unit != kUnits.end() && unit->letter != text[digits]) {
            ++unit;
        }
        if (unit == kUnits.end() || count > kLongest / unit->size) {
            return std::nullopt;
        }
        total += unit->size * count;
        ++unit;
        text.remove_prefix(digits + 1);
    }
    return total <= kLongest ? std::optional{total} : std::nullopt;
}

std::string toText(milliseconds duration)
{
    assert(duration >= milliseconds{0} && "a length of time is not negative");
    seconds rest = floor<seconds>(duration);
    std::string text;
    for (const Unit& unit : kUnits) {
        if (rest >= unit.size) {
            text += std::to_string(rest / unit.size) + unit.letter;
            rest %= unit.size;
        }
    }
    return text.empty() ? "0m" : text;
}

} // namespace unclench
