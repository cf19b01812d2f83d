// SPDX-License-Identifier: GPL-3.0-or-later
// forget-everything.
#include "app/cli/commands.h"

#include "app/cli/passphrase.h"
#include "app/cli/tr.h"
#include "app/desktop/forgetting.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

namespace unclench::app::cli {

namespace {

using nlohmann::ordered_json;

ordered_json forgetPaths(const std::vector<std::filesystem::path>& paths)
{
    ordered_json list = ordered_json::array();
    for (const auto& path : paths) {
        list.push_back(path.string());
    }
    return list;
}

/// Asks for the word. False: something else was typed, or nobody is there to ask.
bool isMeant(Session& session)
{
    if (!canAsk()) {
        return false;
    }
    const QString question =
        tr("This deletes everything in %1: the diary, its copies and pictures, the log and the "
           "settings of the window. It cannot be taken back. Type \"%2\" to go on: ")
            .arg(QString::fromStdString(session.options().dataFolder.string()), forgetWord());
    const QByteArray bytes = question.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
    std::string typed;
    std::getline(std::cin, typed);
    return QString::fromStdString(typed).trimmed() == forgetWord();
}

ExitStatus runForget(Session& session, bool isSure)
{
    const auto& folder = session.options().dataFolder;
    if (const auto process = whoHasOpen(folder)) {
        return session.refuse(ExitStatus::Refused,
                              tr("Unclench has this diary open (process %1). Quit it and try "
                                 "again. Nothing was deleted.")
                                  .arg(*process));
    }
    if (!isSure && !isMeant(session)) {
        return session.refuse(ExitStatus::Refused,
                              tr("Nothing was deleted. To delete everything, type \"%1\" when you "
                                 "are asked, or add --yes.")
                                  .arg(forgetWord()));
    }
    const Forgotten forgotten = forgetEverything(folder);
    session.print({{"files", forgotten.files},
                   {"left", forgetPaths(forgotten.left)},
                   {"others", forgetPaths(forgotten.others)},
                   {"elsewhere", forgetPaths(forgotten.elsewhere)},
                   {"common_files_kept", forgotten.keptCommonFiles}});
    const QStringList sentences = describe(forgotten);
    if (!forgotten.left.empty()) {
        return session.refuse(ExitStatus::Storage, sentences.join(QLatin1Char(' ')));
    }
    for (const QString& sentence : sentences) {
        session.say(sentence);
    }
    return ExitStatus::Done;
}

} // namespace

void addForgetCommand(CLI::App& parser, Command& chosen)
{
    CLI::App* command = parser.add_subcommand(
        "forget-everything",
        tr("Delete the diary, its copies, the log and the settings").toStdString());
    auto isSure = std::make_shared<bool>(false);
    command->add_flag("--yes", *isSure, tr("Do not ask").toStdString());
    command->callback([&chosen, isSure] {
        chosen = {[isSure](Session& session) { return runForget(session, *isSure); }};
    });
}

} // namespace unclench::app::cli
