// SPDX-License-Identifier: GPL-3.0-or-later
// backup and restore.
#include "app/cli/commands.h"

#include "app/cli/salvage_command.h"
#include "app/cli/sealed_backup.h"
#include "app/cli/tr.h"
#include "core/store/backup_elsewhere.h"
#include "core/store/backups.h"
#include "core/store/copies.h"
#include "core/store/file_error.h"
#include "core/store/replace_damaged.h"
#include "core/time/iso8601.h"
#include "ui/wording/data.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <memory>

namespace unclench::app::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// In place of a folder: no backup elsewhere.
constexpr std::string_view kKeepOff = "off";

struct BackupWish {
    std::string path;
    std::string keepIn;
    bool isSealed = false;
};

struct RestoreWish {
    std::string which;
    bool isSalvage = false;
};

QString backupText(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

ExitStatus refuseTarget(Session& session, const TargetRefusal& refusal)
{
    const bool isAsked =
        refusal.fault == TargetFault::NotOurs || refusal.fault == TargetFault::BesideDiary;
    return session.refuse(isAsked ? ExitStatus::Refused : ExitStatus::Storage,
                          ui::wording::targetRefusal(refusal));
}

/// What one `backup` did.
struct BackupsWritten {
    std::vector<fs::path> files;
    std::optional<KeptElsewhere> kept;
    /// It was said just now where one goes each day.
    bool isKeptNews = false;
};

ExitStatus sayWritten(Session& session, const BackupsWritten& written)
{
    ordered_json files = ordered_json::array();
    for (const fs::path& file : written.files) {
        session.say(tr("Backed up and checked: %1").arg(backupText(file)));
        files.push_back(file.string());
    }
    if (written.kept && written.isKeptNews) {
        session.say(tr("A backup of each day goes to %1; that of today is there.")
                        .arg(backupText(written.kept->folder)));
    }
    session.print({{"backups", files},
                   {"kept_in", written.kept ? ordered_json(written.kept->folder.string())
                                            : ordered_json(nullptr)}});
    return ExitStatus::Done;
}

ExitStatus runBackup(Session& session, const BackupWish& wish)
{
    if (wish.isSealed) {
        return wish.path.empty() || !wish.keepIn.empty()
                   ? session.refuse(ExitStatus::NotUnderstood,
                                    tr("--encrypt takes a file or folder to write to, and no "
                                       "--keep-in."))
                   : runSealedBackup(session, wish.path);
    }
    Database& database = session.engine(Database::Access::Read).database();
    if (database.file().empty()) {
        return session.refuse(ExitStatus::Refused,
                              tr("There is no diary in %1 yet, so there is nothing to keep.")
                                  .arg(backupText(session.options().dataFolder)));
    }
    const Moment now = session.clock().now().wall;
    if (!wish.keepIn.empty()) {
        const auto folder =
            wish.keepIn == kKeepOff ? std::nullopt : std::optional{fs::path{wish.keepIn}};
        if (const auto refusal = setBackupFolder(database, folder, now)) {
            return refuseTarget(session, *refusal);
        }
        if (!folder) {
            session.say(tr("No backup goes elsewhere any more. Those that are there stay."));
        }
    }
    BackupsWritten written;
    const auto write = [&](const fs::path& target) -> std::optional<TargetRefusal> {
        const BackedUp backedUp = backUpTo(database, target, now);
        if (const auto* refusal = std::get_if<TargetRefusal>(&backedUp)) {
            return *refusal;
        }
        written.files.push_back(std::get<Backup>(backedUp).file);
        return std::nullopt;
    };
    written.kept = keptElsewhere(database);
    written.isKeptNews = !wish.keepIn.empty();
    if (!wish.path.empty()) {
        if (const auto refusal = write(wish.path)) {
            return refuseTarget(session, *refusal);
        }
    } else if (wish.keepIn.empty()) {
        // Where it goes each day, as it is now.
        written.files.push_back(renewDailyCopy(database, now));
        if (written.kept) {
            if (const auto refusal = write(written.kept->folder)) {
                return refuseTarget(session, *refusal);
            }
        }
    }
    return sayWritten(session, written);
}

ordered_json toJson(const Backup& backup, const Moment& now)
{
    ordered_json json{{"file", backup.file.string()},
                      {"kind", toId(backup.kind)},
                      {"made", toIso(Moment{backup.made, now.offset})},
                      {"bytes", backup.bytes},
                      {"holds", nullptr}};
    if (const auto holds = contentsOf(backup.file)) {
        const auto time = [](const std::optional<Moment>& moment) {
            return moment ? ordered_json(toIso(*moment)) : ordered_json(nullptr);
        };
        json["holds"] = {{"version", holds->version},
                         {"newer", holds->isNewer},
                         {"machine", holds->machine},
                         {"episodes", holds->episodes},
                         {"readings", holds->readings},
                         {"first", time(holds->first)},
                         {"last", time(holds->last)},
                         {"highest_open", holds->highestOpen
                                              ? ordered_json(toId(*holds->highestOpen))
                                              : ordered_json(nullptr)}};
    }
    return json;
}

ExitStatus listBackups(Session& session, const std::vector<Backup>& backups, const QString& none)
{
    const Moment now = session.clock().now().wall;
    ordered_json list = ordered_json::array();
    for (const Backup& backup : backups) {
        if (session.isJson()) {
            list.push_back(toJson(backup, now));
            continue;
        }
        const auto holds = contentsOf(backup.file);
        session.say(backupText(backup.file.filename()));
        //: When and why a backup was made, and what it holds
        session.say(tr("    %1: %2")
                        .arg(ui::wording::backup(backup, now),
                             holds ? ui::wording::held(*holds) : tr("It cannot be read.")));
    }
    if (backups.empty()) {
        session.say(none);
    }
    session.print({{"backups", list}});
    return ExitStatus::Done;
}

/// Those beside the diary, and where it opens, those in the folder that is kept. The diary is let
/// go of again: where there is none yet, going back to a backup makes one.
std::vector<Backup> knownBackups(Session& session)
{
    std::vector<Backup> backups = backupsIn(session.options().dataFolder);
    try {
        const auto kept = keptElsewhere(session.engine(Database::Access::Read).database());
        if (kept) {
            const auto elsewhere = backupsAt(kept->folder);
            backups.insert(backups.end(), elsewhere.begin(), elsewhere.end());
        }
    } catch (const StorageError& error) {
        // A diary that cannot be opened is what a backup is there for.
        spdlog::warn("where backups go could not be read: {}", error.what());
    }
    session.closeDiary();
    return backups;
}

/// A name out of the list, with or without its ending, or a path. Absent: neither.
std::optional<fs::path> chosenBackup(Session& session, const std::string& which)
{
    const fs::path name{which};
    if (!name.has_parent_path()) {
        for (const Backup& backup : knownBackups(session)) {
            if (backup.file.filename() == name || backup.file.stem() == name) {
                return backup.file;
            }
        }
    }
    std::error_code error;
    return fs::exists(name, error) ? std::optional{name} : std::nullopt;
}

ExitStatus refuseBackup(Session& session, const fs::path& backup, const FileError& error)
{
    const QString path = backupText(backup);
    return session.refuse(
        ExitStatus::Storage,
        error.fault() == StorageFault::Newer
            ? tr("%1 was made by a newer version of Unclench. Install that to restore it. Your "
                 "diary is as it was.")
                  .arg(path)
            : tr("%1 cannot be read as a backup. Choose another. Your diary is as it was.")
                  .arg(path));
}

void sayKept(Session& session, int emergencies, bool isSessionKept)
{
    if (emergencies > 0) {
        session.say(tr("What was open as an emergency is still open."));
    }
    if (isSessionKept) {
        session.say(tr("Heat or cold goes on running."));
    }
}

/// `file`: where it lies to be read.
ExitStatus replaceBroken(Session& session, const fs::path& file, const fs::path& backup)
{
    session.closeDiary();
    const Replaced replaced =
        replaceDamaged(session.options().dataFolder, file, session.clock().now().wall);
    Engine& engine = session.engine(Database::Access::ReadWrite);
    // As if the computer had been off since the backup.
    engine.alerts().advance();
    session.say(tr("Restored from %1. %2")
                    .arg(backupText(backup), ui::wording::held(contentsIn(engine.database()))));
    if (!replaced.damaged.empty()) {
        session.say(tr("The damaged file is kept as %1.").arg(backupText(replaced.damaged)));
    }
    sayKept(session, replaced.emergenciesKept, false);
    session.print({{"restored", backup.string()},
                   {"before", nullptr},
                   {"damaged", replaced.damaged.empty() ? ordered_json(nullptr)
                                                        : ordered_json(replaced.damaged.string())},
                   {"emergencies_kept", replaced.emergenciesKept},
                   {"session_kept", false},
                   {"pictures", replaced.pictures}});
    return ExitStatus::Done;
}

/// `files`: where the backup lies to be read; `backup`: what the person calls it.
ExitStatus restoreFrom(Session& session, const Unsealed& files, const fs::path& backup)
{
    try {
        const Restored restored =
            session.engine(Database::Access::ReadWrite).restore(files.database, {}, files.pictures);
        session.say(
            tr("Restored from %1. %2").arg(backupText(backup), ui::wording::held(restored.holds)));
        sayKept(session, restored.emergenciesKept, restored.isSessionKept);
        session.say(tr("What was there before is kept. To go back to it: unclench restore %1")
                        .arg(backupText(restored.undo.copy.stem())));
        session.print({{"restored", backup.string()},
                       {"before", restored.undo.copy.string()},
                       {"damaged", nullptr},
                       {"emergencies_kept", restored.emergenciesKept},
                       {"session_kept", restored.isSessionKept},
                       {"pictures", restored.pictures}});
        return ExitStatus::Done;
    } catch (const FileError&) {
        throw;
    } catch (const StorageError& error) {
        // There is no diary to go back from.
        if (error.fault() != StorageFault::Damaged && error.fault() != StorageFault::Gone) {
            throw;
        }
    }
    return replaceBroken(session, files.database, backup);
}

ExitStatus runRestore(Session& session, const RestoreWish& wish)
{
    if (wish.isSalvage) {
        return wish.which.empty()
                   ? runSalvage(session)
                   : session.refuse(ExitStatus::NotUnderstood,
                                    tr("--salvage saves what can be read of the diary itself, and "
                                       "takes no backup."));
    }
    if (wish.which.empty()) {
        return listBackups(session, knownBackups(session),
                           tr("There is no backup yet. One is made on each day on which something "
                              "is written down."));
    }
    const auto backup = chosenBackup(session, wish.which);
    if (!backup) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("There is no backup %1. unclench restore lists those that there "
                                 "are.")
                                  .arg(QString::fromStdString(wish.which)));
    }
    std::error_code error;
    if (fs::is_directory(*backup, error)) {
        auto backups = backupsAt(*backup);
        const auto beside = backupsIn(*backup);
        backups.insert(backups.end(), beside.begin(), beside.end());
        return listBackups(session, backups,
                           tr("There is no backup in %1.").arg(backupText(*backup)));
    }
    try {
        if (isSealed(*backup)) {
            const auto unsealed = unseal(session, *backup);
            if (const auto* said = std::get_if<ExitStatus>(&unsealed)) {
                return *said;
            }
            return restoreFrom(session, std::get<UnsealedBackup>(unsealed).files, *backup);
        }
        return restoreFrom(session, {*backup, {}}, *backup);
    } catch (const FileError& unusable) {
        return refuseBackup(session, *backup, unusable);
    }
}

} // namespace

void addBackupCommands(CLI::App& parser, Command& chosen)
{
    auto* backup = parser.add_subcommand(
        "backup", tr("Write a backup now, here or to a file or folder").toStdString());
    const auto backupWish = std::make_shared<BackupWish>();
    backup->add_option("PATH", backupWish->path, tr("A file, or a folder").toStdString());
    backup->add_flag("--encrypt", backupWish->isSealed,
                     tr("Ask for a passphrase; only with it the file opens").toStdString());
    backup
        ->add_option("--keep-in", backupWish->keepIn,
                     tr("Where a backup of each day goes from now on, or off").toStdString())
        ->type_name("DIR");
    backup->callback([&chosen, backupWish] {
        chosen = {[backupWish](Session& session) { return runBackup(session, *backupWish); }};
    });

    auto* restore = parser.add_subcommand(
        "restore", tr("Go back to a backup; without one, list them").toStdString());
    const auto restoreWish = std::make_shared<RestoreWish>();
    restore->add_option("BACKUP", restoreWish->which,
                        tr("A name from the list, or a file").toStdString());
    restore->add_flag("--salvage", restoreWish->isSalvage,
                      tr("Make a new diary of what can be read of a damaged one").toStdString());
    restore->callback([&chosen, restoreWish] {
        chosen = {[restoreWish](Session& session) { return runRestore(session, *restoreWish); },
                  restoreWish->isSalvage || !restoreWish->which.empty()};
    });
}

} // namespace unclench::app::cli
