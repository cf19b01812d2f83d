// SPDX-License-Identifier: GPL-3.0-or-later
// replay: plays scenario files.
#include "app/cli/commands.h"

#include "app/cli/text_file.h"
#include "app/cli/tr.h"
#include "app/replay/player.h"

#include <CLI/CLI.hpp>

namespace unclench::app::cli {

namespace {

ExitStatus runReplay(Session& session, const std::vector<std::string>& files)
{
    std::vector<replay::Scenario> scenarios;
    for (const std::string& file : files) {
        const QString name = QString::fromStdString(file);
        const auto text = readText(file, kLongestText);
        if (!text) {
            return session.refuse(ExitStatus::NotUnderstood, tr("%1 cannot be read.").arg(name));
        }
        try {
            for (replay::Scenario& scenario : replay::parseScenarios(*text, session.vocabulary())) {
                scenarios.push_back(std::move(scenario));
            }
        } catch (const replay::FormatError& error) {
            return session.refuse(
                ExitStatus::NotUnderstood,
                QStringLiteral("%1: %2").arg(name, QString::fromUtf8(error.what())));
        }
    }

    const auto expectations =
        session.isJson() ? replay::Expectations::Ignored : replay::Expectations::Compared;
    auto observations = nlohmann::ordered_json::array();
    int failed = 0;
    for (const replay::Scenario& scenario : scenarios) {
        const replay::Played played = replay::play(scenario, session.vocabulary(), expectations);
        for (const auto& observation : played.observations) {
            observations.push_back(observation);
        }
        const QString id = QString::fromStdString(scenario.id);
        if (played.failure) {
            ++failed;
            session.say(
                QStringLiteral("FAIL %1 %2").arg(id, QString::fromStdString(*played.failure)));
        } else {
            session.say(QStringLiteral("ok %1").arg(id));
        }
    }
    session.say(
        tr("%1 passed, %2 failed").arg(static_cast<int>(scenarios.size()) - failed).arg(failed));
    session.print(observations);
    return failed == 0 || session.isJson() ? ExitStatus::Done : ExitStatus::Refused;
}

} // namespace

void addReplayCommand(CLI::App& parser, Command& chosen)
{
    auto files = std::make_shared<std::vector<std::string>>();
    CLI::App* command = parser.add_subcommand("replay", tr("Play scenario files").toStdString());
    command->add_option("FILE", *files)->required();
    command->callback([files, &chosen] {
        chosen = {[files](Session& session) { return runReplay(session, *files); }};
    });
}

} // namespace unclench::app::cli
