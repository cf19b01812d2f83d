// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/visit.h"

#include "core/diary/alert.h"
#include "core/knowledge/ids.h"
#include "core/time/iso8601.h"

#include <algorithm>

namespace unclench {

std::vector<ReportSection> reportSections(const Visit& visit)
{
    const std::vector<std::string> on = splitIds(visit.sections);
    std::vector<ReportSection> sections;
    for (const std::string_view id : kNames<ReportSection>) {
        if (isAmong(on, id)) {
            sections.push_back(*fromId<ReportSection>(id));
        }
    }
    return sections;
}

std::vector<std::string> questionsOf(const Visit& visit)
{
    constexpr std::string_view kBlank = " \t\r";
    std::vector<std::string> questions;
    std::string_view rest = visit.questions;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        if (const std::size_t begin = line.find_first_not_of(kBlank);
            begin != std::string_view::npos) {
            questions.emplace_back(line.substr(begin, line.find_last_not_of(kBlank) + 1 - begin));
        }
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return questions;
}

VisitDays visitDays(const Visit& visit,
                    const std::optional<Visit>& last,
                    std::chrono::local_days firstTold,
                    const Moment& now)
{
    const std::chrono::local_days until =
        visit.isOver ? std::min(visit.at.localDay(), now.localDay()) : now.localDay();
    const std::chrono::local_days since =
        last ? last->at.localDay() : std::max(until - kFirstVisitDays, firstTold);
    const std::chrono::local_days to = parseIsoDay(visit.toDay).value_or(until);
    return {std::min(parseIsoDay(visit.fromDay).value_or(since), to), to};
}

} // namespace unclench
