// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the desk for *Your data* share among themselves.
#pragma once

#include "app/desktop/data_desk.h"
#include "core/engine/importing.h"
#include "core/time/period.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace unclench::app {

[[nodiscard]] inline QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

/// What is said of an export without anything in it.
[[nodiscard]] QString emptyExport(const std::filesystem::path& target);

/// The days that were chosen; the last one counts whole.
[[nodiscard]] Period exportPeriod(const ui::ExportWish& wish, const Clock& clock);

/// What an export can be made of.
[[nodiscard]] std::vector<ui::ExportPart> exportParts();

/// A backup from a place of the person's own, opened to be looked at.
struct DataDesk::OpenedBackup {
    /// As it was chosen.
    std::filesystem::path file;
    std::filesystem::path database;
    /// Empty: beside the backup, or none.
    std::filesystem::path pictures;
    /// Where an encrypted one lies unpacked; nullptr: it is not encrypted.
    std::unique_ptr<StagingFolder> unpacked;
};

/// What is about to be taken in, and was looked at.
struct DataDesk::Staged {
    /// As it was chosen.
    std::filesystem::path path;
    /// An export. nullptr: it is the diary of another computer.
    std::unique_ptr<Import> import;
};

} // namespace unclench::app
