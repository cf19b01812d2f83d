// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sealed_backup.h"

#include "app/cli/passphrase.h"
#include "app/cli/tr.h"
#include "core/store/files.h"
#include "ui/wording/data.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace unclench::app::cli {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// How often somebody at a terminal may try.
constexpr int kSecretTries = 3;

QString sealedPath(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

ExitStatus refuseSealTarget(Session& session, const TargetRefusal& refusal)
{
    std::error_code error;
    if (refusal.fault == TargetFault::NotOurs &&
        fs::exists(fs::symlink_status(refusal.target, error))) {
        return session.refuse(ExitStatus::Refused,
                              tr("%1 is there already, and an encrypted backup replaces nothing. "
                                 "Choose another name, or a folder.")
                                  .arg(sealedPath(refusal.target)));
    }
    const bool isAsked =
        refusal.fault == TargetFault::NotOurs || refusal.fault == TargetFault::BesideDiary;
    return session.refuse(isAsked ? ExitStatus::Refused : ExitStatus::Storage,
                          ui::wording::targetRefusal(refusal));
}

void tellSealed(Session& session, const fs::path& file, const RecoveryKey& key)
{
    ordered_json lines = ordered_json::array();
    for (const std::string& line : key.lines()) {
        lines.push_back(line);
    }
    session.print({{"backups", ordered_json::array({file.string()})}, {"recovery_key", lines}});
    session.say(tr("Saved, encrypted and checked: %1").arg(sealedPath(file)));
    session.say(tr("Its recovery key, shown this once. Write it down and keep it apart from the "
                   "file:"));
    for (const std::string& line : key.lines()) {
        session.say(QStringLiteral("    ") + QString::fromStdString(line));
    }
    session.say(tr("The file opens with your passphrase or with this key. Without both nobody can "
                   "open it again: not you, and not we."));
}

/// Why it was not opened, with the file or what was typed to blame.
ExitStatus refuseSealed(Session& session,
                        const fs::path& file,
                        SealFault fault,
                        const std::optional<MistypedKey>& mistyped)
{
    if (fault != SealFault::WrongPassphrase) {
        //: A file, and what is wrong with it
        return session.refuse(ExitStatus::Storage,
                              tr("%1: %2").arg(sealedPath(file), ui::wording::sealFault(fault)));
    }
    return session.refuse(ExitStatus::Refused,
                          mistyped
                              ? tr("There is a slip in line %1 of the recovery key. Look at it "
                                   "again.")
                                    .arg(mistyped->line)
                              : ui::wording::sealFault(fault));
}

} // namespace

ExitStatus runSealedBackup(Session& session, const fs::path& path)
{
    Database& database = session.engine(Database::Access::Read).database();
    if (database.file().empty()) {
        return session.refuse(ExitStatus::Refused,
                              tr("There is no diary in %1 yet, so there is nothing to keep.")
                                  .arg(sealedPath(session.options().dataFolder)));
    }
    const fs::path file = sealedName(path, session.clock().now().wall);
    if (const auto refusal = cannotSeal(database, file)) {
        return refuseSealTarget(session, *refusal);
    }
    const auto passphrase = askNewPassphrase(session);
    if (const auto* said = std::get_if<ExitStatus>(&passphrase)) {
        return *said;
    }
    const SealedBackup sealed = sealBackup(database, file, std::get<Secret>(passphrase), {});
    if (const auto* refusal = std::get_if<TargetRefusal>(&sealed)) {
        return refuseSealTarget(session, *refusal);
    }
    tellSealed(session, file, std::get<RecoveryKey>(sealed));
    return ExitStatus::Done;
}

std::variant<UnsealedBackup, ExitStatus> unseal(Session& session, const fs::path& file)
{
    if (const auto fault = cannotOpen(file)) {
        return refuseSealed(session, file, *fault, std::nullopt);
    }
    const fs::path& dataFolder = session.options().dataFolder;
    makePrivateFolder(dataFolder); // a new computer has none yet
    UnsealedBackup backup{std::make_unique<StagingFolder>(dataFolder), {}};
    for (int tries = canAsk() ? kSecretTries : 1;;) {
        const auto typed = askSecret(session);
        if (const auto* said = std::get_if<ExitStatus>(&typed)) {
            return *said;
        }
        const auto& what = std::get<SecretTyped>(typed);
        auto opened = openSealed(file, what.secret, backup.folder->path(), {});
        if (auto* files = std::get_if<Unsealed>(&opened)) {
            backup.files = std::move(*files);
            return backup;
        }
        const SealFault fault = std::get<SealFault>(opened);
        const ExitStatus status = refuseSealed(session, file, fault, what.mistyped);
        if (fault != SealFault::WrongPassphrase || --tries == 0) {
            return status;
        }
    }
}

} // namespace unclench::app::cli
