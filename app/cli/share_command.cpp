// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/share_command.h"

#include "app/cli/tr.h"
#include "core/engine/sharing.h"
#include "core/store/shared_folder.h"
#include "core/time/iso8601.h"
#include "ui/wording/data.h"
#include "ui/wording/sharing.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

/// In place of a folder: nothing is shared.
constexpr std::string_view kShareOff = "off";
constexpr std::string_view kShareAll = "all";
constexpr std::string_view kShareNone = "none";

QString sharedPath(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

bool isShareWord(const std::vector<std::string>& machines, std::string_view word)
{
    return std::find(machines.begin(), machines.end(), word) != machines.end();
}

ordered_json sharedSnapshotJson(const Snapshot& snapshot, const Moment& now)
{
    const auto time = [&](const std::optional<UtcTime>& utc) {
        return utc ? ordered_json(toIso(Moment{*utc, now.offset})) : ordered_json(nullptr);
    };
    return {{"machine", snapshot.machine},
            {"file", snapshot.file.string()},
            {"mine", snapshot.isMine},
            {"conflict", snapshot.isConflict},
            {"fault", snapshot.fault ? ordered_json(toId(*snapshot.fault)) : ordered_json(nullptr)},
            {"taken", time(snapshot.taken)},
            {"clock_ahead", isAhead(snapshot, now.utc)}};
}

ExitStatus refuseShare(Session& session, const TargetRefusal& refusal)
{
    const bool isAsked =
        refusal.fault == TargetFault::NotOurs || refusal.fault == TargetFault::BesideDiary;
    return session.refuse(isAsked ? ExitStatus::Refused : ExitStatus::Storage,
                          ui::wording::targetRefusal(refusal));
}

ExitStatus askWhose(Session& session, const SharedQuestion& question)
{
    const Moment now = session.clock().now().wall;
    QStringList sentences{tr("In %1 lie diaries of other computers, and nothing was done yet.")
                              .arg(sharedPath(question.folder))};
    for (const Snapshot& each : question.snapshots) {
        sentences << ui::wording::snapshot(each, now);
    }
    sentences << tr("Say which of them are yours: --mine and the name of the computer, --mine all, "
                    "or --mine none. What is not yours is left alone.");
    return session.refuse(ExitStatus::Refused, sentences.join(QLatin1Char(' ')));
}

ExitStatus sayExchanged(Session& session, const Exchanged& exchanged)
{
    const Moment now = session.clock().now().wall;
    if (exchanged.state.fault) {
        return refuseShare(session, {*exchanged.state.fault, exchanged.state.folder});
    }
    session.noteExchanged();
    session.say(ui::wording::exchanged(exchanged));
    if (exchanged.counts.overlaps > 0) {
        session.say(tr("unclench verify names them."));
    }
    for (const QString& trouble : ui::wording::sharedTroubles(exchanged.state, now)) {
        session.say(trouble);
    }
    session.print({{"shared", sharedJson(exchanged.state, now)},
                   {"sent", exchanged.isSent},
                   {"added", exchanged.counts.added},
                   {"replaced", exchanged.counts.replaced},
                   {"alike", exchanged.counts.alike},
                   {"older", exchanged.counts.older},
                   {"overlaps", exchanged.counts.overlaps},
                   {"from_future", exchanged.counts.fromFuture}});
    return ExitStatus::Done;
}

/// Those that a list means, out of what lies in a folder.
std::set<std::string> meantMachines(const std::vector<std::string>& machines,
                                    const std::vector<Snapshot>& snapshots)
{
    std::set<std::string> all{machines.begin(), machines.end()};
    all.erase(std::string{kShareNone});
    if (all.erase(std::string{kShareAll}) > 0) {
        for (const Snapshot& snapshot : snapshots) {
            all.insert(snapshot.machine);
        }
    }
    return all;
}

/// A computer of which there is nothing in the folder. Empty: each is there.
std::string strangerAmong(const std::set<std::string>& machines,
                          const std::vector<Snapshot>& snapshots)
{
    const auto stranger =
        std::find_if(machines.begin(), machines.end(), [&](const std::string& machine) {
            return std::none_of(snapshots.begin(), snapshots.end(), [&](const Snapshot& snapshot) {
                return snapshot.machine == machine;
            });
        });
    return stranger == machines.end() ? std::string{} : *stranger;
}

/// Those that are known, and those that came since the last look.
std::vector<Snapshot> snapshotsNow(const SharedFolder& shared)
{
    std::vector<Snapshot> snapshots = shared.snapshots;
    const auto look = lookIntoShared(shared.folder);
    if (const auto* found = std::get_if<FolderLook>(&look)) {
        for (const SnapshotFile& file : found->snapshots) {
            if (file.machine != shared.machine) {
                Snapshot snapshot;
                snapshot.file = file.file;
                snapshot.machine = file.machine;
                snapshots.push_back(std::move(snapshot));
            }
        }
    }
    return snapshots;
}

ExitStatus refuseStranger(Session& session, const std::string& machine)
{
    return session.refuse(ExitStatus::NotUnderstood,
                          tr("There is no diary of a computer %1 in the shared folder. unclench "
                             "merge names those that there are.")
                              .arg(QString::fromStdString(machine)));
}

ExitStatus beginShare(Session& session, Engine& engine, const ShareWish& wish)
{
    const auto start = [&](const std::optional<std::set<std::string>>& mine) {
        return startSharing(engine, wish.folder, mine);
    };
    ShareStarted started = start(std::nullopt);
    if (const auto* question = std::get_if<SharedQuestion>(&started)) {
        if (wish.mine.empty()) {
            return askWhose(session, *question);
        }
        const std::set<std::string> mine = meantMachines(wish.mine, question->snapshots);
        if (const std::string stranger = strangerAmong(mine, question->snapshots);
            !stranger.empty()) {
            return refuseStranger(session, stranger);
        }
        started = start(mine);
    }
    if (const auto* refusal = std::get_if<TargetRefusal>(&started)) {
        return refuseShare(session, *refusal);
    }
    const auto& exchanged = std::get<Exchanged>(started);
    session.say(tr("Your computers exchange their diaries in %1. This one writes %2 there.")
                    .arg(sharedPath(exchanged.state.folder),
                         QString::fromStdString(snapshotName(exchanged.state.machine))));
    return sayExchanged(session, exchanged);
}

ExitStatus endShare(Session& session, Engine& engine)
{
    stopSharing(engine);
    session.say(tr("Nothing is shared any more. The files in the folder stay."));
    session.print({{"shared", nullptr}});
    return ExitStatus::Done;
}

} // namespace

ordered_json sharedJson(const std::optional<SharedFolder>& shared, const Moment& now)
{
    if (!shared) {
        return nullptr;
    }
    ordered_json snapshots = ordered_json::array();
    for (const Snapshot& snapshot : shared->snapshots) {
        snapshots.push_back(sharedSnapshotJson(snapshot, now));
    }
    ordered_json others = ordered_json::array();
    for (const std::filesystem::path& other : shared->others) {
        others.push_back(other.string());
    }
    return {{"folder", shared->folder.string()},
            {"machine", shared->machine},
            {"last", shared->last ? ordered_json(toIso(Moment{*shared->last, now.offset}))
                                  : ordered_json(nullptr)},
            {"fault", shared->fault ? ordered_json(toId(*shared->fault)) : ordered_json(nullptr)},
            {"same_name", shared->hasTwin},
            {"computers", snapshots},
            {"left_alone", others}};
}

ExitStatus runShare(Session& session, const ShareWish& wish)
{
    Engine& engine = session.engine(Database::Access::ReadWrite);
    if (wish.folder == kShareOff) {
        return endShare(session, engine);
    }
    if (!wish.folder.empty()) {
        return beginShare(session, engine, wish);
    }
    const auto shared = sharedFolder(engine.database());
    if (!shared) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("Give the PATH of the diary to take in, or set the folder in "
                                 "which your computers exchange theirs: unclench merge --share "
                                 "FOLDER."));
    }
    if (isShareWord(wish.notMine, kShareAll) || isShareWord(wish.mine, kShareNone)) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("Name the computer that is not yours: --not-mine and its name."));
    }
    const std::vector<Snapshot> snapshots = snapshotsNow(*shared);
    const std::set<std::string> mine = meantMachines(wish.mine, snapshots);
    const std::set<std::string> notMine{wish.notMine.begin(), wish.notMine.end()};
    for (const auto& machines : {mine, notMine}) {
        if (const std::string stranger = strangerAmong(machines, snapshots); !stranger.empty()) {
            return refuseStranger(session, stranger);
        }
    }
    for (const std::string& machine : mine) {
        claimMachine(engine, machine, true);
    }
    for (const std::string& machine : notMine) {
        claimMachine(engine, machine, false);
    }
    const auto exchanged = exchangeShared(engine);
    if (!exchanged) {
        return session.refuse(ExitStatus::Storage,
                              tr("The diary can be read but not written, so nothing is "
                                 "exchanged."));
    }
    return sayExchanged(session, *exchanged);
}

} // namespace unclench::app::cli
