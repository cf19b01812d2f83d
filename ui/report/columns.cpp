// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/columns.h"

#include <algorithm>
#include <numeric>

namespace unclench::ui::report {

namespace {

/// The flexible column keeps so much of the width before headings get theirs on one line.
constexpr double kRoomyFlexible = 0.48;

double sumOf(const std::vector<double>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/// Each as wide as its share of what is left once all have their least.
std::vector<double> inProportion(const std::vector<ColumnNeeds>& needs, double width)
{
    double least = 0;
    double wished = 0;
    for (const ColumnNeeds& need : needs) {
        least += need.least;
        wished += std::max(need.most - need.least, 0.0);
    }
    std::vector<double> widths;
    for (const ColumnNeeds& need : needs) {
        const double more = std::max(need.most - need.least, 0.0);
        widths.push_back(need.least + (wished > 0 ? more / wished : 0) * (width - least));
    }
    return widths;
}

} // namespace

std::vector<std::vector<double>>
columnChoices(const std::vector<ColumnNeeds>& needs, double width, std::size_t flexible)
{
    std::vector<ColumnNeeds> bounded = needs;
    for (ColumnNeeds& need : bounded) {
        need.least = std::min(need.least, width);
        need.most = std::clamp(need.most, need.least, 2 * width);
    }
    std::vector<std::vector<double>> choices;
    const auto addWithRest = [&](double ColumnNeeds::*each) {
        std::vector<double> widths;
        for (const ColumnNeeds& need : bounded) {
            widths.push_back(need.*each);
        }
        widths[flexible] = 0;
        widths[flexible] = width - sumOf(widths);
        if (widths[flexible] < bounded[flexible].least) {
            return;
        }
        // Headings on one line, as far as there is room.
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const double more = bounded[column].heading - widths[column];
            if (column != flexible && more > 0 &&
                widths[flexible] - more >=
                    std::max(width * kRoomyFlexible, bounded[flexible].least)) {
                widths[column] += more;
                widths[flexible] -= more;
            }
        }
        choices.push_back(std::move(widths));
    };
    addWithRest(&ColumnNeeds::most);
    if (!choices.empty() && choices.front()[flexible] >= bounded[flexible].most) {
        return choices; // nothing wraps
    }
    std::vector<double> least;
    for (const ColumnNeeds& need : bounded) {
        least.push_back(need.least);
    }
    if (sumOf(least) <= width) {
        choices.push_back(inProportion(bounded, width));
        addWithRest(&ColumnNeeds::least);
    }
    if (choices.empty()) {
        // The widest give way: what is longest may break.
        while (sumOf(least) > width) {
            double& widest = *std::max_element(least.begin(), least.end());
            widest -= std::min(sumOf(least) - width, widest / 8);
        }
        choices.push_back(std::move(least));
    }
    return choices;
}

} // namespace unclench::ui::report
