// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exact_time.h"

#include "core/time/iso8601.h"

#include <fmt/format.h>

#include <charconv>

namespace unclench {

using namespace std::chrono;

namespace {

constexpr std::string_view kMillisecondsMark = "ms";

bool isIsoYear(const Moment& moment)
{
    constexpr UtcTime kEnd{sys_days{year{10000} / January / 1}};
    // Before the local time is worked out: a number may be too great for that.
    return moment.utc < kEnd + days{1} && moment.local() >= LocalTime{} &&
           moment.local() < LocalTime{kEnd.time_since_epoch()};
}

std::string plainMilliseconds(UtcTime time, std::string_view offset)
{
    return fmt::format("{}{}{}", time.time_since_epoch().count(), kMillisecondsMark, offset);
}

} // namespace

std::string exactText(UtcTime time)
{
    if (!isIsoYear({time, minutes{0}})) {
        return plainMilliseconds(time, "Z");
    }
    const auto day = floor<days>(time);
    const hh_mm_ss rest{time - day};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", toIsoDay(local_days{day.time_since_epoch()}),
                       rest.hours().count(), rest.minutes().count(), rest.seconds().count(),
                       rest.subseconds().count());
}

std::string exactText(const Moment& moment)
{
    return isIsoYear(moment) ? toIso(moment)
                             : plainMilliseconds(moment.utc, toIsoOffset(moment.offset));
}

std::optional<Moment> exactMoment(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error == std::errc{} && number >= 0 && rest.starts_with(kMillisecondsMark)) {
        const auto offset = parseIsoOffset(rest.substr(kMillisecondsMark.size()));
        return offset ? std::optional{Moment{UtcTime{milliseconds{number}}, *offset}}
                      : std::nullopt;
    }
    const auto written = parseIso(text);
    if (!written || !written->offset) {
        return std::nullopt;
    }
    const Moment moment{UtcTime{written->local.time_since_epoch() - *written->offset},
                        *written->offset};
    return moment.utc >= UtcTime{} ? std::optional{moment} : std::nullopt;
}

std::optional<UtcTime> exactUtc(std::string_view text)
{
    const auto moment = exactMoment(text);
    return moment ? std::optional{moment->utc} : std::nullopt;
}

} // namespace unclench
