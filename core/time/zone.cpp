// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/time/zone.h"

#include <date/tz.h>

#include <stdexcept>

namespace unclench {

using namespace std::chrono;

namespace {

minutes wholeMinutes(seconds offset)
{
    return floor<minutes>(offset);
}

date::local_seconds toDate(LocalTime local)
{
    return date::local_seconds{floor<seconds>(local.time_since_epoch())};
}

} // namespace

Zone Zone::named(std::string_view name, minutes otherwise)
{
    Zone zone;
    zone.m_fixed = otherwise;
    try {
        zone.m_zone = date::locate_zone(std::string{name});
    } catch (const std::runtime_error&) {
        // No such name or no zone data: the fixed offset is what this machine's clock shows now.
        zone.m_zone = nullptr;
    }
    return zone;
}

Zone Zone::fixed(minutes offset)
{
    Zone zone;
    zone.m_fixed = offset;
    return zone;
}

minutes Zone::offsetAt(UtcTime utc) const
{
    if (m_zone == nullptr) {
        return m_fixed;
    }
    return wholeMinutes(m_zone->get_info(floor<seconds>(utc)).offset);
}

Resolved Zone::resolve(const WrittenTime& written) const
{
    const auto withOffset = [&](minutes offset) {
        return Moment{UtcTime{written.local.time_since_epoch() - offset}, offset};
    };
    if (written.offset) {
        return withOffset(*written.offset);
    }
    if (m_zone == nullptr) {
        return withOffset(m_fixed);
    }
    const auto info = m_zone->get_info(toDate(written.local));
    switch (info.result) {
    case date::local_info::nonexistent:
        return SkippedTime{wholeMinutes(info.first.offset), wholeMinutes(info.second.offset)};
    case date::local_info::ambiguous:
        return DoubledTime{wholeMinutes(info.first.offset), wholeMinutes(info.second.offset)};
    default: return withOffset(wholeMinutes(info.first.offset));
    }
}

Moment Zone::startOf(local_days day) const
{
    const Resolved resolved = resolve({LocalTime{day}, std::nullopt});
    if (const auto* moment = std::get_if<Moment>(&resolved)) {
        return *moment;
    }
    // Skipped: the jump itself; doubled: its first pass. Both lie at midnight under the earlier
    // offset.
    const auto* skipped = std::get_if<SkippedTime>(&resolved);
    const minutes offset = skipped ? skipped->before : std::get<DoubledTime>(resolved).first;
    const UtcTime utc{LocalTime{day}.time_since_epoch() - offset};
    return {utc, offsetAt(utc)};
}

} // namespace unclench
