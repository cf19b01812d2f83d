// SPDX-License-Identifier: GPL-3.0-or-later
// verify, and the daily copy that other commands leave to a process of its own.
#include "app/cli/commands.h"

#include "app/cli/daily_copy.h"
#include "app/cli/tr.h"
#include "core/store/copies.h"
#include "core/store/upkeep_tasks.h"
#include "core/store/verify.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

QString describe(const Finding& finding)
{
    const QString where = QString::fromStdString(finding.where);
    switch (finding.check) {
    case Finding::Check::FileBroken: return tr("The file is broken: %1.").arg(where);
    case Finding::Check::OrphanFound:
        return tr("%1: %2 refer to something that is not there.").arg(where).arg(finding.count);
    case Finding::Check::OwnerDeleted:
        return tr("%1: %2 belong to a spasm that was deleted without them.")
            .arg(where)
            .arg(finding.count);
    case Finding::Check::EndBeforeBegin:
        return tr("%1: %2 end before they begin.").arg(where).arg(finding.count);
    case Finding::Check::BoutsOverlap: return tr("%1: %2 overlap.").arg(where).arg(finding.count);
    case Finding::Check::SeveralOpen:
        return tr("%1: %2 are open, but only one can be.").arg(where).arg(finding.count);
    case Finding::Check::EpisodeHollow:
        return tr("%1: %2 have no beginning.").arg(where).arg(finding.count);
    case Finding::Check::UnknownWord:
        return tr("%1: %2 use a word that this version does not know.")
            .arg(where)
            .arg(finding.count);
    case Finding::Check::ReportUnreadable:
        return tr("%1: %2 cannot be read.").arg(where).arg(finding.count);
    }
    Q_UNREACHABLE();
}

ExitStatus runVerify(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    const auto findings = verify(engine.database(), session.vocabulary());
    ordered_json list = ordered_json::array();
    for (const Finding& finding : findings) {
        list.push_back(
            {{"check", toId(finding.check)}, {"where", finding.where}, {"count", finding.count}});
    }
    session.print({{"ok", findings.empty()}, {"findings", list}});
    if (findings.empty()) {
        session.say(tr("The diary is whole: the file, its references and what it says."));
        return ExitStatus::Done;
    }
    QStringList sentences;
    for (const Finding& finding : findings) {
        sentences << describe(finding);
    }
    const auto copy = newestGoodCopy(session.options().dataFolder);
    sentences << (copy ? tr("Nothing was changed. The newest good copy is %1.")
                             .arg(QString::fromStdString(copy->string()))
                       : tr("Nothing was changed. There is no good copy."));
    return session.refuse(ExitStatus::Storage, sentences.join(QLatin1Char(' ')));
}

ExitStatus runDailyCopy(Session& session)
{
    doDailyTasks(session.engine(Database::Access::Read).database(), session.clock().now().wall);
    return ExitStatus::Done;
}

} // namespace

void addDataCommands(CLI::App& parser, Command& chosen)
{
    parser.add_subcommand("verify", tr("Check that the diary is whole").toStdString())
        ->callback([&chosen] { chosen = {runVerify}; });
    // Not for people: what a recording command starts behind itself, so that nobody waits for it.
    parser.add_subcommand(kDailyCopyCommand, "")->group("")->callback([&chosen] {
        chosen = {runDailyCopy};
    });
}

} // namespace unclench::app::cli
