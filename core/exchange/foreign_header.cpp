// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_header.h"

#include "core/exchange/foreign_text.h"
#include "core/knowledge/text.h"

#include <algorithm>

namespace unclench {

namespace {

constexpr std::size_t kMostForeignQuote = 40;

std::string headerKey(std::string_view text)
{
    return lowerAscii(trimmed(text));
}

} // namespace

std::optional<std::size_t> columnNamed(const ForeignHeader& header, std::string_view name)
{
    const std::string key = headerKey(name);
    const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& column) {
        return headerKey(column) == key;
    });
    return found == header.end() ? std::nullopt
                                 : std::optional{static_cast<std::size_t>(found - header.begin())};
}

std::vector<ForeignProblem> mappingProblems(const ColumnMapping& mapping,
                                            const ForeignHeader& header)
{
    std::vector<ForeignProblem> problems;
    const auto demand = [&](const std::string& name) {
        const auto times = std::count_if(header.begin(), header.end(), [&](const auto& column) {
            return headerKey(column) == headerKey(name);
        });
        if (times != 1) {
            problems.push_back(
                {.fault = times == 0 ? ForeignFault::ColumnMissing : ForeignFault::HeaderTwice,
                 .column = cutShort(name)});
        }
    };
    for (const MappedColumn& mapped : mapping.columns) {
        if (mapped.meaning != Meaning::Ignore) {
            demand(mapped.column);
        }
    }
    for (const RowRule& rule : mapping.rules) {
        demand(rule.column);
    }
    if (!mapping.has(Meaning::Begin) && !mapping.has(Meaning::Date)) {
        problems.push_back({.fault = ForeignFault::NoBegin});
    }
    return problems;
}

std::string cutShort(std::string_view text)
{
    text = trimmed(text).substr(0, kMostForeignQuote);
    return std::string{text.substr(0, wellFormedLength(text))};
}

} // namespace unclench
