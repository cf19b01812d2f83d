// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/exchange.h"

#include "core/exchange/file_input.h"
#include "ui/wording/tr.h"

#include <QLocale>

#include <algorithm>

namespace unclench::ui::wording {

namespace {

QString textOfPath(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

void addRows(QStringList& all, std::int64_t count, const QString& one, const QString& many)
{
    if (count > 0) {
        all << (count == 1 ? one : many.arg(QLocale{}.toString(static_cast<qlonglong>(count))));
    }
}

/// Where in the file it is. Empty: all of it.
QString importPlace(const ImportProblem& problem)
{
    const QString sheet = QString::fromStdString(problem.sheet);
    if (problem.line > 0) {
        return sheet.isEmpty() ? tr("Line %1").arg(problem.line)
                               //: Where in a file something is: "reading, line 12"
                               : tr("%1, line %2").arg(sheet).arg(problem.line);
    }
    //: Which entry of a kind it is: "reading, entry 12"
    return problem.row > 0 ? tr("%1, entry %2").arg(sheet).arg(problem.row) : sheet;
}

QString brokenRule(const ImportProblem& problem)
{
    const QString column = QString::fromStdString(problem.column);
    const QString given = QString::fromStdString(problem.given);
    if (column.isEmpty()) {
        return tr("No entry of a diary can say what it says.");
    }
    if (problem.range) {
        return tr("\"%1\" cannot be %2: only %3 to %4 is possible.")
            .arg(column, given)
            .arg(problem.range->least)
            .arg(problem.range->most);
    }
    if (column.contains(QLatin1Char(','))) {
        return tr("What these say does not fit together: %1.").arg(column);
    }
    return given.isEmpty() ? tr("What \"%1\" says cannot be.").arg(column)
                           : tr("\"%1\" cannot be \"%2\".").arg(column, given);
}

QString importFault(const ImportProblem& problem)
{
    const QString column = QString::fromStdString(problem.column);
    const QString given = QString::fromStdString(problem.given);
    switch (problem.fault) {
    case ImportFault::NotOurs:
        return tr("This is no export of Unclench, or another program wrote it anew.");
    case ImportFault::Unreadable:
        return tr("From here on it cannot be read. It may have been cut short.");
    case ImportFault::NewerVersion:
        return tr("A newer version of Unclench made this (form %1). Install that version to take "
                  "it in.")
            .arg(given);
    case ImportFault::NewerSchema:
        return tr("A newer version of Unclench made this (diary %1). Install that version to take "
                  "it in.")
            .arg(given);
    case ImportFault::UnknownFile:
        return tr("The file %1 is nothing that a diary holds. Move it out of the folder.")
            .arg(given);
    case ImportFault::UnknownKey: return tr("A diary holds no \"%1\".").arg(column);
    case ImportFault::KeyTwice: return tr("\"%1\" is there twice.").arg(column);
    case ImportFault::Missing: return tr("\"%1\" is missing.").arg(column);
    case ImportFault::WrongForm:
        return column.isEmpty()  ? tr("This is no entry.")
               : given.isEmpty() ? tr("The value of \"%1\" cannot be read.").arg(column)
                                 : tr("\"%1\" cannot be \"%2\".").arg(column, given);
    case ImportFault::WrongWidth: return tr("It has more or fewer cells than the first line.");
    case ImportFault::UnknownWord:
        return tr("\"%1\" cannot be \"%2\": that word is not known.").arg(column, given);
    case ImportFault::NotUtf8: return tr("A text is not written as UTF-8. Save the file as UTF-8.");
    case ImportFault::HoldsNul: return tr("A text holds a sign that no text may hold (NUL).");
    case ImportFault::TooLong:
        return problem.range
                   ? tr("The text of \"%1\" is too long: a diary holds at most %2 bytes there. "
                        "Shorten it in the file.")
                         .arg(column, QLocale{}.toString(qlonglong{problem.range->most}))
                   : tr("A text is too long.");
    case ImportFault::Twice: return tr("Another entry has the same id.");
    case ImportFault::RefersAway: return tr("It belongs to an entry that is not in the file.");
    case ImportFault::BreaksRule: return brokenRule(problem);
    case ImportFault::BadPicture: return tr("The picture \"%1\" cannot be read.").arg(given);
    }
    Q_UNREACHABLE();
}

} // namespace

QString exportNotice()
{
    return tr("Self-recorded, not verified. Unclench keeps a diary. It does not diagnose, replace "
              "care, or watch you. It cannot call for help.");
}

QString exportSection(ExportSection section)
{
    switch (section) {
    case ExportSection::Spasms: return tr("Spasms and pain");
    case ExportSection::Symptoms: return tr("Symptoms and measurements");
    case ExportSection::Medicines: return tr("Medicines");
    case ExportSection::Warnings: return tr("Warning signs");
    case ExportSection::Care: return tr("Heat and cold");
    case ExportSection::Sitting: return tr("Sitting and breaks");
    case ExportSection::Exercises: return tr("Your own exercises");
    case ExportSection::Visits: return tr("Visits, and what a doctor asks");
    case ExportSection::Profile: return tr("About you");
    case ExportSection::Settings: return tr("Settings and saved filters");
    }
    Q_UNREACHABLE();
}

QStringList rowCounts(const RowCounts& counts)
{
    const std::int64_t episodes = counts.of(RecordKind::Episode);
    const std::int64_t readings = counts.of(RecordKind::Reading);
    QStringList all;
    addRows(all, episodes, tr("1 spasm"), tr("%1 spasms"));
    addRows(all, readings, tr("1 pain number"), tr("%1 pain numbers"));
    const std::int64_t others = counts.records() - episodes - readings;
    if (all.isEmpty()) {
        addRows(all, others, tr("1 entry"), tr("%1 entries"));
    } else {
        addRows(all, others, tr("1 other entry"), tr("%1 other entries"));
    }
    addRows(all, counts.pictures, tr("1 picture"), tr("%1 pictures"));
    return all;
}

QString exportTarget(ExportTarget state, const std::filesystem::path& target)
{
    const QString path = textOfPath(target);
    switch (state) {
    case ExportTarget::OtherFile:
        return tr("%1 is a file that is no such export. It was left as it is. Choose another name.")
            .arg(path);
    case ExportTarget::OtherFolder:
        return tr("%1 is a folder that is no such export, or holds other files too. It was left as "
                  "it is. Choose another name.")
            .arg(path);
    case ExportTarget::NoFolder:
        return tr("The folder that %1 is to be in is not there. Make it first, or choose another "
                  "place.")
            .arg(path);
    case ExportTarget::Free:
    case ExportTarget::OwnExport: break; // nothing stands in the way
    }
    Q_UNREACHABLE();
}

QString exportFailure(const FileError& error, const std::filesystem::path& target)
{
    const QString path = textOfPath(target);
    switch (error.fault()) {
    case StorageFault::Full:
        return tr("The disk with %1 is full. The export was not written. Free some space and try "
                  "again.")
            .arg(path);
    case StorageFault::ReadOnly:
    case StorageFault::CannotOpen:
    case StorageFault::Gone:
        return tr("%1 cannot be written. Check that the folder is there and that you may write in "
                  "it, or choose another place.")
            .arg(path);
    case StorageFault::Io:
    case StorageFault::Locked:
    case StorageFault::Damaged:
    case StorageFault::Newer:
        return tr("The disk reported an error with %1. The export was not written. Check the disk "
                  "or choose another place.")
            .arg(path);
    }
    Q_UNREACHABLE();
}

QString importFailure(const FileError& error, const std::filesystem::path& file)
{
    const QString path = textOfPath(file);
    if (dynamic_cast<const NoRegularFile*>(&error) != nullptr) {
        return tr("%1 is a pipe or a device, and not a file that can be read as a whole. Save "
                  "what is to be imported as a file, and take that.")
            .arg(path);
    }
    switch (error.fault()) {
    case StorageFault::Full: // of the disk with the diary: pictures come first
        return tr("The disk with your diary is full. Nothing was taken from %1. Free some space "
                  "and try again.")
            .arg(path);
    case StorageFault::CannotOpen:
    case StorageFault::Gone:
    case StorageFault::ReadOnly:
        return tr("%1 cannot be opened. Check that it is there and that you may read it.")
            .arg(path);
    case StorageFault::Io:
    case StorageFault::Locked:
    case StorageFault::Damaged:
    case StorageFault::Newer:
        return tr("The disk reported an error with %1. Your diary is as it was. Check the disk and "
                  "try again.")
            .arg(path);
    }
    Q_UNREACHABLE();
}

QString importProblem(const ImportProblem& problem)
{
    const QString place = importPlace(problem);
    const QString fault = importFault(problem);
    //: A place in a file, and what is wrong there
    return place.isEmpty() ? fault : tr("%1: %2").arg(place, fault);
}

QStringList importProblems(const ImportProblems& problems, std::size_t most)
{
    QStringList all;
    const std::size_t shown = std::min(most, problems.first().size());
    for (std::size_t i = 0; i < shown; ++i) {
        all << importProblem(problems.first()[i]);
    }
    addRows(all, problems.count() - static_cast<std::int64_t>(shown),
            tr("And 1 more that is wrong."), tr("And %1 more that are wrong."));
    return all;
}

QStringList importPreview(const ImportPreview& preview)
{
    QStringList all;
    addRows(all, preview.fresh, tr("1 entry is new."), tr("%1 entries are new."));
    addRows(all, preview.different,
            tr("1 entry is here in another version. The later one will stand."),
            tr("%1 entries are here in another version. The later ones will stand."));
    addRows(all, preview.alike, tr("1 entry is here already."), tr("%1 entries are here already."));
    addRows(all, preview.erased,
            tr("1 entry was deleted here for good. It comes back only where it was changed after "
               "that."),
            tr("%1 entries were deleted here for good. They come back only where they were changed "
               "after that."));
    if (all.isEmpty()) {
        all << tr("There is no entry in it.");
    }
    return all;
}

} // namespace unclench::ui::wording
