// SPDX-License-Identifier: GPL-3.0-or-later
// merge: takes the diary of another computer in, or all that lie in the shared folder.
#include "app/cli/commands.h"

#include "app/cli/share_command.h"
#include "app/cli/tr.h"
#include "core/engine/merging.h"
#include "core/store/file_error.h"
#include "ui/wording/merging.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

struct MergeWish {
    std::string path;
    ShareWish share;
};

ExitStatus runMerge(Session& session, const MergeWish& wish)
{
    if (session.at()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--at is for commands that record something."));
    }
    if (wish.path.empty()) {
        return runShare(session, wish.share);
    }
    if (!wish.share.folder.empty() || !wish.share.mine.empty() || !wish.share.notMine.empty()) {
        return session.refuse(ExitStatus::NotUnderstood,
                              tr("--share, --mine and --not-mine are about the shared folder, and "
                                 "take no PATH."));
    }
    const std::filesystem::path path = wish.path;
    Engine& engine = session.engine(Database::Access::ReadWrite);
    if (isThisDiary(engine.database(), path)) {
        return session.refuse(
            ExitStatus::Refused,
            tr("That is this diary itself. Name the file or folder of the other one."));
    }
    try {
        const Merged merged = mergeFile(engine, path, {});
        session.say(ui::wording::merged(merged));
        if (merged.overlaps > 0) {
            session.say(tr("unclench verify names them."));
        }
        session.print({{"merged", path.string()},
                       {"added", merged.added},
                       {"replaced", merged.replaced},
                       {"alike", merged.alike},
                       {"older", merged.older},
                       {"overlaps", merged.overlaps},
                       {"from_future", merged.fromFuture}});
        return ExitStatus::Done;
    } catch (const FileError& error) {
        return session.refuse(ExitStatus::Storage, ui::wording::mergeFailure(error, path));
    }
}

} // namespace

void addMergeCommand(CLI::App& parser, Command& chosen)
{
    auto* merge =
        parser.add_subcommand("merge", tr("Take the diary of another computer in").toStdString());
    const auto wish = std::make_shared<MergeWish>();
    merge->add_option(
        "PATH", wish->path,
        tr("Its file, or its data folder; without it, the shared folder once now").toStdString());
    merge
        ->add_option(
            "--share", wish->share.folder,
            tr("Where your computers exchange their diaries from now on, or off").toStdString())
        ->type_name("DIR");
    merge
        ->add_option("--mine", wish->share.mine,
                     tr("A computer in that folder that is yours, all, or none").toStdString())
        ->type_name("NAME")
        ->allow_extra_args(false);
    merge
        ->add_option("--not-mine", wish->share.notMine,
                     tr("A computer in that folder that is not yours").toStdString())
        ->type_name("NAME")
        ->allow_extra_args(false);
    merge->callback([&chosen, wish] {
        chosen = {[wish](Session& session) { return runMerge(session, *wish); }, true};
    });
}

} // namespace unclench::app::cli
