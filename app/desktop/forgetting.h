// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting everything: the diary, its copies and pictures, and what the program keeps beside it.
#pragma once

#include <QStringList>

#include <filesystem>
#include <optional>
#include <vector>

namespace unclench::app {

struct Forgotten {
    /// How many files are gone.
    int files = 0;
    /// What could not be removed.
    std::vector<std::filesystem::path> left;
    /// What else is in the folder of the diary, and stays.
    std::vector<std::filesystem::path> others;
    /// Where copies lie that this does not reach, as far as the diary named them.
    std::vector<std::filesystem::path> elsewhere;
    /// The log and the look of the window stay, because another diary of this person uses them.
    bool keptCommonFiles = false;
};

/// The process that has the diary in `folder` open in a window or rings for it. Absent: none has.
[[nodiscard]] std::optional<qint64> whoHasOpen(const std::filesystem::path& folder);

/// Deletes all of it, as far as it can; never throws. Requires: this process has no connection to
/// the diary open. A folder that is empty afterwards goes too; files of others in it stay.
[[nodiscard]] Forgotten forgetEverything(const std::filesystem::path& dataFolder);

/// What is gone, what stays, and what it could not reach: a sentence each.
[[nodiscard]] QStringList describe(const Forgotten& forgotten);

/// The word that somebody types to say that they mean it.
[[nodiscard]] QString forgetWord();

} // namespace unclench::app
