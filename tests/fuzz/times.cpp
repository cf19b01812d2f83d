// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that say when, and how long.
#include "core/exchange/exact_time.h"
#include "core/exchange/foreign_time.h"
#include "core/time/duration.h"
#include "core/time/iso8601.h"
#include "core/time/zone.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/targets.h"

namespace unclench::fuzz {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::local_days kFirstDay{std::chrono::year{1970} / 1 / 1};
constexpr std::chrono::local_days kLastDay{std::chrono::year{9999} / 12 / 31};

void isoTimes(std::string_view text)
{
    if (const auto written = parseIso(text)) {
        promise(written->local >= kFirstDay && written->local < kLastDay + std::chrono::days{1},
                "a time lies in the years of a diary");
        const auto offset = written->offset.value_or(0min);
        promise(std::chrono::abs(offset) <= 18h, "an offset is one that somewhere is");
        const Moment moment{UtcTime{written->local.time_since_epoch() - offset}, offset};
        const auto again = parseIso(toIso(moment));
        promise(again && again->local == written->local && again->offset == offset,
                "a time is read as it is written");
        static const Zone kZone = Zone::named("Europe/Berlin", 1h);
        static_cast<void>(kZone.resolve(*written));
    }
    if (const auto day = parseIsoDay(text)) {
        promise(parseIsoDay(toIsoDay(*day)) == day, "a day is read as it is written");
    }
    if (const auto offset = parseIsoOffset(text)) {
        promise(parseIsoOffset(toIsoOffset(*offset)) == offset, "so is an offset");
    }
    if (const auto length = parseDuration(text)) {
        promise(parseDuration(toText(*length)) == length, "so is a length");
    }
}

void exactTimes(std::string_view text)
{
    if (const auto moment = exactMoment(text)) {
        promise(moment->utc >= UtcTime{}, "nothing lies before 1970");
        promise(exactMoment(exactText(*moment)) == moment, "an exact time stays exact");
        promise(exactUtc(exactText(moment->utc)) == moment->utc, "in UTC, too");
    }
}

void foreignTimes(std::string_view text)
{
    for (std::size_t i = 0; i < kNames<DateOrder>.size(); ++i) {
        const auto time = parseForeignTime(text, static_cast<DateOrder>(i));
        if (!time || time->utc) {
            continue;
        }
        promise(time->day >= kFirstDay && time->day <= kLastDay, "a day lies in those years");
        promise(!time->timeOfDay || (*time->timeOfDay >= 0ms && *time->timeOfDay < 24h),
                "a time of day is less than a day");
        promise(!time->offset || std::chrono::abs(*time->offset) <= 18h, "an offset is one");
    }
    if (const auto time = parseTimeOfDay(text)) {
        promise(*time >= 0ms && *time < 24h, "a time of day is less than a day");
    }
    for (std::size_t i = 0; i < kNames<LengthUnit>.size(); ++i) {
        if (const auto length = parseLength(text, static_cast<LengthUnit>(i))) {
            promise(*length >= 0ms && *length <= std::chrono::days{10'000}, "no length is endless");
        }
    }
}

/// The column of a table: each line is a cell.
void dateOrder(std::string_view text)
{
    DateEvidence evidence{std::chrono::local_days{std::chrono::year{2026} / 3 / 2}};
    std::int64_t lines = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        evidence.see(line, ++lines);
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    const DateEvidence::Verdict verdict = evidence.verdict();
    if (verdict.mixed) {
        for (const std::int64_t line : *verdict.mixed) {
            promise(line >= 1 && line <= lines, "a verdict names lines that are there");
        }
    }
}

} // namespace

void times(std::string_view bytes)
{
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    isoTimes(line);
    exactTimes(line);
    foreignTimes(line);
    dateOrder(bytes);
}

} // namespace unclench::fuzz
