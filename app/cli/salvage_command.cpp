// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/salvage_command.h"

#include "app/cli/tr.h"
#include "app/desktop/forgetting.h"
#include "core/store/copies.h"
#include "core/store/salvage.h"
#include "core/store/verify.h"
#include "ui/wording/verify.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

/// Whether the diary opens, and `verify` finds nothing that has to be saved out of it.
bool isNothingBroken(Session& session)
{
    bool isFine = false;
    try {
        Engine& engine = session.engine(Database::Access::Read);
        const auto findings = verify(engine.database(), session.vocabulary(), engine.redFlags(),
                                     session.clock().now().wall);
        isFine = !engine.database().file().empty() &&
                 std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
                     return weightOf(finding.check) == Weight::Broken;
                 });
    } catch (const StorageError& error) {
        if (error.fault() == StorageFault::Newer || error.fault() == StorageFault::Locked ||
            error.fault() == StorageFault::CannotOpen) {
            throw; // not damaged, and so not to be put aside
        }
    }
    session.closeDiary();
    return isFine;
}

/// A diary that is not there, and of which no copy is either, cannot be saved.
bool isNowhere(const std::filesystem::path& folder)
{
    std::error_code failed;
    return !std::filesystem::exists(folder / kDatabaseName, failed) && !failed &&
           copiesIn(folder).empty();
}

/// Absent: nothing can be read, and no copy can take its place.
std::optional<Salvaged> salvageFor(Session& session)
{
    try {
        return salvage(session.options().dataFolder, ui::wording::lostMedicine().toStdString(),
                       session.clock().now().wall);
    } catch (const StorageError& error) {
        if (error.fault() != StorageFault::Damaged) {
            throw;
        }
        return std::nullopt;
    }
}

ordered_json salvageJson(const Salvaged& salvaged)
{
    ordered_json kinds = ordered_json::object();
    for (const SalvagedKind& kind : salvaged.kinds) {
        kinds[std::string{toId(kind.kind)}] = {{"read", kind.read},
                                               {"in_part", kind.inPart},
                                               {"from_copy", kind.fromCopy},
                                               {"made_up", kind.madeUp},
                                               {"lost", kind.lost}};
    }
    const auto path = [](const std::optional<std::filesystem::path>& file) {
        return file ? ordered_json(file->string()) : ordered_json(nullptr);
    };
    return {{"salvaged", kinds},
            {"old_versions", salvaged.oldVersions},
            {"erased", salvaged.erased},
            {"may_miss_more", salvaged.mayMissMore},
            {"only_indexes", salvaged.wereOnlyIndexesOff},
            {"ask_again", salvaged.shouldAskAgain},
            {"copy", path(salvaged.copy)},
            {"damaged_file", path(salvaged.damaged)}};
}

} // namespace

ExitStatus runSalvage(Session& session)
{
    const auto& folder = session.options().dataFolder;
    if (isNowhere(folder)) {
        return session.refuse(
            ExitStatus::Refused,
            tr("There is no diary in %1.").arg(QString::fromStdString(folder.string())));
    }
    if (isNothingBroken(session)) {
        return session.refuse(ExitStatus::Refused,
                              tr("The diary in %1 is whole, so nothing needs saving. \"unclench "
                                 "restore\" lists the backups.")
                                  .arg(QString::fromStdString(folder.string())));
    }
    if (const auto process = whoHasOpen(folder)) {
        return session.refuse(ExitStatus::Refused,
                              tr("Unclench has this diary open (process %1). Quit it and try "
                                 "again.")
                                  .arg(*process));
    }
    const auto salvaged = salvageFor(session);
    if (!salvaged) {
        return session.refuse(ExitStatus::Storage,
                              tr("Nothing can be read of the diary in %1, and there is no good "
                                 "backup in its folder copies. It was left as it was.")
                                  .arg(QString::fromStdString(folder.string())));
    }
    // What was read may be a warning sign whose warning is lost.
    session.engine(Database::Access::ReadWrite).alerts().advance();
    session.print(salvageJson(*salvaged));
    session.say(tr("Saved into a new diary in %1.").arg(QString::fromStdString(folder.string())));
    for (const QString& sentence : ui::wording::salvaged(*salvaged)) {
        session.say(sentence);
    }
    return ExitStatus::Done;
}

} // namespace unclench::app::cli
