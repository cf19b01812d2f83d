// SPDX-License-Identifier: GPL-3.0-or-later
// verify, and the daily copy that other commands leave to a process of its own.
#include "app/cli/commands.h"

#include "app/cli/daily_copy.h"
#include "app/cli/tr.h"
#include "core/engine/sharing.h"
#include "core/store/copies.h"
#include "core/store/upkeep_tasks.h"
#include "core/store/verify.h"
#include "core/time/iso8601.h"
#include "ui/wording/verify.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

bool isAnyTrouble(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return weightOf(finding.check) != Weight::Note;
    });
}

bool isBroken(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return weightOf(finding.check) == Weight::Broken;
    });
}

ordered_json foundJson(const std::vector<FoundRecord>& which)
{
    const auto time = [](const std::optional<Moment>& moment) {
        return moment ? ordered_json(toIso(*moment)) : ordered_json(nullptr);
    };
    ordered_json list = ordered_json::array();
    for (const FoundRecord& found : which) {
        list.push_back(
            {{"id", found.id},
             {"at", time(found.at)},
             {"until", time(found.until)},
             {"name", found.name.empty() ? ordered_json(nullptr) : ordered_json(found.name)}});
    }
    return list;
}

ExitStatus runVerify(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    const Moment now = session.clock().now().wall;
    const auto findings = verify(engine.database(), session.vocabulary(), engine.redFlags(), now);
    const bool isTrouble = isAnyTrouble(findings);
    ordered_json list = ordered_json::array();
    QStringList sentences;
    for (const Finding& finding : findings) {
        list.push_back({{"check", toId(finding.check)},
                        {"weight", toId(weightOf(finding.check))},
                        {"where", finding.where},
                        {"count", finding.count},
                        {"records", foundJson(finding.which)},
                        {"what_to_do", ui::wording::remedy(finding.check).toStdString()}});
        sentences << ui::wording::finding(finding, now) + QLatin1Char(' ') +
                         ui::wording::remedy(finding.check);
    }
    session.print({{"ok", !isTrouble}, {"findings", list}});
    if (!isTrouble) {
        session.say(tr("The diary is whole: the file, its references and what it says."));
        for (const QString& sentence : sentences) {
            session.say(sentence);
        }
        return ExitStatus::Done;
    }
    sentences << tr("Nothing was changed.");
    if (isBroken(findings)) {
        const auto copy = newestGoodCopy(session.options().dataFolder);
        sentences
            << (copy ? tr("The newest good copy is %1.").arg(QString::fromStdString(copy->string()))
                     : tr("There is no good copy."));
    }
    return session.refuse(ExitStatus::Storage, sentences.join(QLatin1Char(' ')));
}

ExitStatus runDailyCopy(Session& session)
{
    Engine& engine = session.engine(Database::Access::Read);
    doDailyTasks(engine.database(), session.clock().now().wall);
    static_cast<void>(exchangeShared(engine)); // what is wrong there is remembered for `status`
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
