// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_time.h"

#include "core/exchange/foreign_walk.h"

#include <cmath>

namespace unclench {

using namespace std::chrono;

namespace {

constexpr double kMostDays = 10'000;

std::optional<double> decimalOf(std::string_view& rest)
{
    const auto end = std::find_if_not(rest.begin(), rest.end(), [](char sign) {
        return isDigit(sign) || sign == '.' || sign == ',';
    });
    std::string number{rest.substr(0, static_cast<std::size_t>(end - rest.begin()))};
    std::replace(number.begin(), number.end(), ',', '.');
    double value = 0;
    const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (number.empty() || error != std::errc{} || stop != number.data() + number.size()) {
        return std::nullopt;
    }
    rest.remove_prefix(number.size());
    return value;
}

/// In milliseconds; 0: no unit is called so.
double unitNamed(std::string_view name)
{
    if (name == "d" || name == "day" || name == "days") {
        return 86'400'000;
    }
    if (name == "h" || name == "hr" || name == "hrs" || name == "hour" || name == "hours" ||
        name == "std") {
        return 3'600'000;
    }
    if (name == "m" || name == "min" || name == "mins" || name == "minute" || name == "minutes") {
        return 60'000;
    }
    if (name == "s" || name == "sec" || name == "secs" || name == "second" || name == "seconds") {
        return 1000;
    }
    return name == "ms" ? 1 : 0;
}

double millisecondsOf(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Milliseconds: return 1;
    case LengthUnit::Seconds: return 1000;
    case LengthUnit::Minutes: return 60'000;
    case LengthUnit::Hours: return 3'600'000;
    }
    return 1; // not reached
}

std::optional<milliseconds> lengthFrom(double inMilliseconds)
{
    if (!(inMilliseconds >= 0) || inMilliseconds > kMostDays * 86'400'000) {
        return std::nullopt;
    }
    return milliseconds{static_cast<std::int64_t>(std::llround(inMilliseconds))};
}

/// "1:30" and "1:30:00". Absent: no such text.
std::optional<milliseconds> clockLength(std::string_view text)
{
    ForeignWalk walk{text};
    std::size_t digits = 0;
    const auto hour = walk.number(6);
    if (!hour || walk.oneOf(":") == 0) {
        return std::nullopt;
    }
    const auto minute = walk.number(2, &digits);
    if (!minute || digits != 2 || *minute > 59) {
        return std::nullopt;
    }
    int second = 0;
    if (walk.oneOf(":") != 0) {
        const auto behind = walk.number(2, &digits);
        if (!behind || digits != 2 || *behind > 59) {
            return std::nullopt;
        }
        second = *behind;
    }
    return walk.isAtEnd() ? lengthFrom(*hour * 3'600'000.0 + *minute * 60'000.0 + second * 1000.0)
                          : std::nullopt;
}

} // namespace

std::optional<milliseconds> parseLength(std::string_view text, LengthUnit unit)
{
    const std::string plain = plainly(text);
    if (plain.find(':') != std::string::npos) {
        return clockLength(plain);
    }
    std::string_view rest = plain;
    double total = 0;
    bool hasUnit = false;
    bool isFirst = true;
    while (!rest.empty()) {
        const auto number = decimalOf(rest);
        if (!number) {
            return std::nullopt;
        }
        rest = trimmed(rest);
        ForeignWalk walk{rest};
        const std::string_view name = walk.letters();
        walk.skip(" .,");
        rest = walk.rest();
        const double factor = name.empty() ? millisecondsOf(unit) : unitNamed(name);
        if (factor == 0 || (name.empty() && (hasUnit || !isFirst || !rest.empty()))) {
            return std::nullopt;
        }
        hasUnit = !name.empty();
        isFirst = false;
        total += *number * factor;
    }
    return isFirst ? std::nullopt : lengthFrom(total);
}

} // namespace unclench
