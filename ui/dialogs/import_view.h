// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog for a file of another program shows and what it wishes for, as values.
#pragma once

#include "core/exchange/foreign_import.h"
#include "core/store/stand_back.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

/// The id of "the columns as I say": neither a program's nor saved.
inline constexpr const char* kOwnColumns = "columns";

/// What the person said of a file. Empty or absent: as it is found.
struct ForeignChoice {
    /// The id of a ReadingChoice.
    QString reading{};
    /// Columns that mean something else than in the reading.
    std::vector<MappedColumn> columns{};
    std::optional<TextEncoding> encoding{};
    std::optional<char> separator{};
    std::optional<DateOrder> dateOrder{};
    /// An IANA name.
    QString zone{};
    bool leavesOutBroken = false;
    /// Also what was deleted in the diary since.
    bool bringsBack = false;

    /// How the file is read was said, which is work that a slip of the hand would lose.
    [[nodiscard]] bool saysReading() const
    {
        return !reading.isEmpty() || !columns.empty() || encoding || separator || dateOrder ||
               !zone.isEmpty();
    }
    friend bool operator==(const ForeignChoice&, const ForeignChoice&) = default;
};

/// A program that is known, or columns that were saved.
struct ReadingChoice {
    QString id;
    QString label;
};

struct ForeignView {
    /// Of the file, without its way there.
    QString name;
    std::vector<ReadingChoice> readings;
    QStringList zones;
    ForeignChoice choice;
    /// It stands under a name for the next file, so that closing loses nothing.
    bool isSaved = false;
    /// Absent: not looked at yet.
    std::optional<ForeignPreview> found;
    /// The first rows: as cells, and as what they become, a line each.
    std::vector<std::vector<std::string>> cells;
    QStringList rows;
    /// What taking it in would do; `stoodBack` is told besides.
    QStringList effects;
    StoodBack stoodBack;
    /// It can be taken with what is chosen.
    bool canBeTaken = false;
};

} // namespace unclench::ui
