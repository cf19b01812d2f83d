// SPDX-License-Identifier: GPL-3.0-or-later
// What the page *Insights* shows.
#pragma once

#include "core/insight/insights.h"
#include "core/time/moment.h"

#include <chrono>

namespace unclench::ui {

/// A part of the diary as a person chooses it.
struct InsightPeriod {
    enum class Span { AllTime, LastYear, Last90Days, FromTo };
    Span span = Span::AllTime;
    /// Of FromTo: the first and the last day, both of them in it.
    std::chrono::local_days from{};
    std::chrono::local_days to{};

    [[nodiscard]] bool isOrderWrong() const { return span == Span::FromTo && from > to; }
    friend bool operator==(const InsightPeriod&, const InsightPeriod&) = default;
};

struct InsightsView {
    Moment now;
    InsightPeriod period;
    /// Of `period`.
    Insights insights;
    /// Whether the diary has a spasm or something done against one, in any period.
    bool hasAny = false;
    /// The first day is after the last one: there are no insights.
    bool isDateOrderWrong = false;
};

} // namespace unclench::ui
