// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog *Your data* shows and what it wishes for, as values.
#pragma once

#include "core/diary/backup.h"
#include "core/diary/shared.h"
#include "core/time/moment.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

namespace unclench::ui {

struct BackupView {
    Backup backup;
    /// Absent: it cannot be read.
    std::optional<BackupContents> holds;
};

/// A backup that a person chose from a place of their own.
struct ChosenFileView {
    std::filesystem::path file;
    /// It is encrypted and was not opened yet.
    bool isLocked = false;
    /// Why the last passphrase did not open it; empty: none was tried.
    QString complaint;
    /// Absent: it is locked, or it cannot be read.
    std::optional<BackupContents> holds;
};

struct ExportPart {
    QString id;
    QString label;
};

/// What stands in a file that is about to be taken into the diary.
struct ImportView {
    /// Of the file or the folder, without its way there.
    QString name;
    /// "12 spasms", "40 pain numbers".
    QStringList counts;
    /// What taking it in would do: "10 are new".
    QStringList effects;
    /// What cannot be taken, line by line: then nothing is.
    QStringList problems;
};

/// What a check of the diary found.
struct CheckView {
    struct Found {
        QString what;
        QString toDo;
    };
    std::vector<Found> found;
    /// The file itself is broken: it can be repaired once the window has let go of it.
    bool isFileBroken = false;
};

struct DataView {
    Moment now;
    /// What the diary holds now. Absent: not read yet.
    std::optional<BackupContents> diary;
    /// The newest first.
    std::vector<BackupView> backups;
    std::optional<ChosenFileView> chosenFile;
    /// Absent: no copy goes to another place.
    std::optional<KeptElsewhere> elsewhere;
    /// Absent: no folder is shared.
    std::optional<SharedFolder> shared;
    /// A folder was chosen, and it is not known yet whose the diaries in it are.
    std::optional<SharedQuestion> sharedQuestion;
    /// The key of the encrypted backup that was made last, a line each. Empty: none is shown.
    QStringList recoveryKey;
    std::vector<ExportPart> exportParts;
    std::optional<ImportView> import;
    /// Absent: not checked yet.
    std::optional<CheckView> check;
    /// What is to be typed before everything is deleted.
    QString forgetWord;
    /// What deleting everything takes away, and what it cannot reach, an entry each.
    QStringList deleted;
    QStringList unreachable;
};

/// What a person can make of the diary for other programs. The first two can be imported again.
enum class ExportKind { Json, Csv, Doctor, Calendar };

struct ExportWish {
    ExportKind kind = ExportKind::Json;
    /// The first and the last day. Absent: from the beginning, until today.
    std::optional<std::chrono::local_days> from;
    std::optional<std::chrono::local_days> to;
    /// Ids of the parts. Empty: everything that the diary holds.
    QStringList parts;
    bool hasNotes = true;
    /// Only for CSV: a mark that some spreadsheets need to read letters such as é.
    bool hasBom = false;
    /// Only for JSON and CSV: without what was deleted or corrected.
    bool isForOthers = false;
    /// The person's own name. Never in a calendar.
    bool hasName = true;
    /// Only for a calendar: heat and cold, and breaks from sitting.
    bool hasSessions = false;
    bool hasBreaks = false;

    friend bool operator==(const ExportWish&, const ExportWish&) = default;
};

/// Where something is read from or written to; the person chooses the place itself.
enum class Target { File, Folder };

} // namespace unclench::ui
