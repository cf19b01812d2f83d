// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a paper diary as it is typed: what it says, or what is wrong with it.
#pragma once

#include "core/exchange/foreign_time.h"
#include "core/exchange/paper_sheet.h"

#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace unclench::ui {

struct PaperTexts {
    QString day;
    QString from;
    QString to;
    QString worst;
    std::optional<Place> place;
    QString note;

    [[nodiscard]] bool isBlank() const;
};

enum class PaperField { Day, From, To, Worst, Note };

struct PaperFault {
    PaperField field = PaperField::Day;
    ForeignProblem problem;
};

struct PaperJudge {
    /// What the diary has against a line that can be read. Absent: nothing.
    std::function<std::optional<ForeignFault>(const PaperLine& line)> faultOf;
    /// A day without a year is the last such day.
    std::function<std::chrono::local_days()> today;
    /// What it has against lines of which each could stand alone, `line` from 1 on. May be empty.
    std::function<std::vector<ForeignProblem>(const std::vector<PaperLine>& lines)> faultsOf{};
};

/// As dates are written where this computer stands.
[[nodiscard]] DateOrder paperDateOrder();

/// Besides what a file may say: a day without its year, and a time as "8" or "930". Requires: not
/// blank.
[[nodiscard]] std::variant<PaperLine, PaperFault> readPaper(const PaperTexts& texts,
                                                            const PaperJudge& judge);

} // namespace unclench::ui
