// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/paper_sheet.h"

#include "core/diary/check.h"
#include "core/exchange/foreign_records.h"
#include "core/knowledge/text.h"

#include <functional>

namespace unclench {

using namespace std::chrono;

namespace {

constexpr const char* kPaperOrigin = "paper";
constexpr minutes kPaperNoon = hours{12};

/// Takes whatever it is given.
class PaperRows : public RowSink {
public:
    std::vector<AnyRecord> records;

    std::optional<std::string> add(const AnyRecord& record) override
    {
        records.push_back(record);
        return std::nullopt;
    }
    std::optional<std::string> add(const OldVersion&) override { return std::nullopt; }
    std::optional<std::string> add(const ErasedRecord&) override { return std::nullopt; }
};

/// Of a time that the clocks showed twice the first; of one that they jumped over, none.
std::optional<Moment> paperMoment(const Zone& zone, local_days day, minutes timeOfDay)
{
    const Resolved resolved = zone.resolve({LocalTime{day} + timeOfDay, std::nullopt});
    if (const auto* moment = std::get_if<Moment>(&resolved)) {
        return *moment;
    }
    if (const auto* doubled = std::get_if<DoubledTime>(&resolved)) {
        const LocalTime local = LocalTime{day} + timeOfDay;
        return Moment{UtcTime{local.time_since_epoch() - doubled->first}, doubled->first};
    }
    return std::nullopt;
}

/// The line as a row. Absent: `fault` says why.
std::optional<ForeignRow>
paperRow(const PaperLine& line, const Zone& zone, const Moment& now, ForeignFault& fault)
{
    const auto fails = [&](ForeignFault reason) {
        fault = reason;
        return std::nullopt;
    };
    ForeignRow row;
    row.hasNoTime = !line.from;
    auto begin = paperMoment(zone, line.day, line.from.value_or(kPaperNoon));
    if (!begin) {
        return fails(ForeignFault::SkippedTime);
    }
    row.written = begin->utc;
    if (row.hasNoTime && begin->utc > now.utc && begin->localDay() == now.localDay()) {
        begin = now;
    }
    row.begin = *begin;
    if (line.to) {
        const minutes from = line.from.value_or(minutes{0});
        row.end = paperMoment(zone, line.day + (*line.to < from ? days{1} : days{0}), *line.to);
        if (!row.end) {
            return fails(ForeignFault::SkippedTime);
        }
        if (row.end->utc < row.begin.utc) {
            row.end = row.begin; // it ended before noon, and when it began is not told
        }
    }
    if (row.begin.utc > now.utc || (row.end && row.end->utc > now.utc)) {
        return fails(ForeignFault::InTheFuture);
    }
    if (row.begin.utc < UtcTime{}) {
        return fails(ForeignFault::BeforeAll);
    }
    if (line.worst && (*line.worst < Reading::kLeast || *line.worst > Reading::kMost)) {
        return fails(ForeignFault::PainOutOfRange);
    }
    if (const TextFault text = faultOf(line.note, kLongestNote); text != TextFault::None) {
        return fails(text == TextFault::NotUtf8    ? ForeignFault::NotText
                     : text == TextFault::HoldsNul ? ForeignFault::HoldsNul
                                                   : ForeignFault::TextTooLong);
    }
    row.pain = line.worst;
    row.places = line.places;
    row.note = line.note;
    return row;
}

std::uint64_t paperContent(const ForeignRow& row)
{
    std::uint64_t content = std::hash<std::string>{}(row.note);
    const auto mix = [&](std::int64_t part) {
        content = content * 1'000'003 ^ static_cast<std::uint64_t>(part);
    };
    mix(row.end ? row.end->utc.time_since_epoch().count() : -1);
    mix(row.pain.value_or(-1));
    for (const Place& place : row.places) {
        mix(static_cast<std::int64_t>(std::hash<std::string>{}(toText(place))));
    }
    return content;
}

} // namespace

std::optional<ForeignFault> faultOfPaper(const PaperLine& line, const Zone& zone, const Moment& now)
{
    ForeignFault fault{};
    return paperRow(line, zone, now, fault) ? std::nullopt : std::optional{fault};
}

std::variant<std::vector<AnyRecord>, std::vector<ForeignProblem>>
recordsOfPaper(const std::vector<PaperLine>& lines,
               const Zone& zone,
               const Moment& now,
               const std::string& machine,
               const Vocabulary& vocabulary)
{
    std::vector<ForeignProblem> problems;
    std::vector<ForeignRow> rows;
    ForeignPlan plan{kPaperOrigin, vocabulary};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ForeignFault fault{};
        if (auto row = paperRow(lines[i], zone, now, fault)) {
            row->line = static_cast<std::int64_t>(i) + 1;
            plan.add(*row, paperContent(*row));
            rows.push_back(*std::move(row));
        } else {
            problems.push_back({.fault = fault, .line = static_cast<std::int64_t>(i) + 1});
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    plan.finish();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (hasNowhere(plan.marks()[i], rows[i])) {
            problems.push_back({.fault = ForeignFault::WordsWithoutPain, .line = rows[i].line});
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    PaperRows sink;
    ForeignTarget target{sink, machine, now.utc, {}};
    RecordMaker maker{plan, vocabulary, target};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        maker.take(i, rows[i]);
    }
    return std::move(sink.records);
}

} // namespace unclench
