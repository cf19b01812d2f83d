// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a paper diary as it is typed: what it says, or what is wrong with it.
#pragma once

#include "core/exchange/foreign_time.h"
#include "core/exchange/paper_sheet.h"

#include <QString>

#include <functional>
#include <optional>
#include <variant>

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

/// What the diary has against a line that can be read. Absent: nothing.
using PaperJudge = std::function<std::optional<ForeignFault>(const PaperLine& line)>;

/// As dates are written where this computer stands.
[[nodiscard]] DateOrder paperDateOrder();

/// Requires: not blank.
[[nodiscard]] std::variant<PaperLine, PaperFault> readPaper(const PaperTexts& texts,
                                                            const PaperJudge& judge);

} // namespace unclench::ui
