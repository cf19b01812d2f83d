// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/alert_text.h"
#include "app/cli/commands.h"
#include "app/cli/daily_copy.h"
#include "app/cli/session.h"
#include "app/cli/tr.h"
#include "app/desktop/folders.h"
#include "app/version.h"
#include "core/store/copies.h"
#include "ui/wording/problems.h"

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

namespace unclench::app::cli {

namespace {

/// The parser with everything it fills in.
struct Parser {
    CLI::App app;
    GlobalOptions options;
    std::string dataFolder;
    bool isSpasm = false;
    std::string renderFolder;
    bool isDemo = false;
    bool isBackground = false;
    Command chosen;

    Parser()
        : app(tr("Unclench keeps a diary of back spasms on this computer. Without a command it "
                 "opens "
                 "the window.")
                  .toStdString(),
              "unclench")
    {
        app.set_help_flag("--help",
                          tr("Print this help").toStdString()); // no -h: a value may begin with it
        app.fallthrough();
        app.require_subcommand(0, 1);
        app.set_version_flag("--version", std::string{"Unclench "} + kVersion,
                             tr("Print the version").toStdString());
        app.add_option("--data", dataFolder, tr("Another data folder").toStdString())
            ->type_name("DIR");
        app.add_flag("--json", options.isJson,
                     tr("One JSON document on standard output").toStdString());
        app.add_option("--at", options.at,
                       tr("When it was: 2026-03-02T08:00[:00][+01:00]").toStdString())
            ->type_name("TIME");
        app.add_option("--from", options.from, tr("First day or time of the period").toStdString())
            ->type_name("TIME");
        app.add_option("--to", options.to, tr("Last day or time of the period").toStdString())
            ->type_name("TIME");
        app.add_flag("--spasm", isSpasm, tr("Open the window at the eleven numbers").toStdString());
        app.add_option("--render", renderFolder,
                       tr("Draw every page into PNG files in a folder").toStdString())
            ->type_name("DIR");
        app.add_flag("--background", isBackground,
                     tr("Start without a window, to be there when it matters").toStdString());
        app.add_flag("--demo", isDemo, tr("A made-up year in a temporary folder").toStdString());
        app.footer(
            tr("This app keeps a diary and reminders. It does not diagnose, replace care, or watch "
               "you. It cannot call for help.")
                .toStdString());
        addSpasmCommands(app, chosen);
        addTellCommands(app, chosen);
        addLookCommands(app, chosen);
        addInsightCommands(app, chosen);
        addAlertCommands(app, chosen);
        addCareCommands(app, chosen);
        addSeatCommands(app, chosen);
        addVisitCommand(app, chosen);
        addReportCommand(app, chosen);
        addDataCommands(app, chosen);
        addBackupCommands(app, chosen);
        addExchangeCommands(app, chosen);
        addForgetCommand(app, chosen);
        addMergeCommand(app, chosen);
        addReplayCommand(app, chosen);
    }
};

/// Options may stand before the command, also its own: moves the command to the front.
std::vector<std::string> commandFirst(std::vector<std::string> arguments, const CLI::App& app)
{
    std::set<std::string> commands;
    std::set<std::string> withValue;
    const auto collect = [&](const CLI::App& from) {
        for (const CLI::Option* option : from.get_options()) {
            if (option->get_items_expected_max() > 0) {
                for (const std::string& name : option->get_lnames()) {
                    withValue.insert("--" + name);
                }
            }
        }
    };
    collect(app);
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        commands.insert(command->get_name());
        collect(*command);
    }
    for (auto word = arguments.begin(); word != arguments.end(); ++word) {
        if (commands.contains(*word)) {
            std::rotate(arguments.begin(), word, word + 1);
            break;
        }
        if (withValue.contains(*word) && word + 1 != arguments.end()) {
            ++word;
        } else if (!word->starts_with('-')) {
            break; // neither a command nor an option: the parser says what is wrong
        }
    }
    return arguments;
}

int say(const std::string& text)
{
    std::fputs(text.c_str(), stdout);
    return std::fflush(stdout) == 0 ? 0 : static_cast<int>(ExitStatus::Storage);
}

int notUnderstood(const QString& reason)
{
    const QString line = tr("unclench: %1 See unclench --help.")
                             .arg(reason)
                             .replace(QLatin1Char('\n'), QLatin1Char(' '));
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stderr);
    return static_cast<int>(ExitStatus::NotUnderstood);
}

QString sentenceOf(const CLI::ParseError& error)
{
    QString text = QString::fromUtf8(error.what());
    return text.endsWith(QLatin1Char('.')) ? text : text + QLatin1Char('.');
}

ExitStatus runCommand(Session& session, const Command& command)
{
    const ExitStatus times = session.resolveTimes();
    if (times != ExitStatus::Done) {
        return times;
    }
    try {
        const ExitStatus status = command.run(session);
        if (command.records && status == ExitStatus::Done) {
            // What was just told may be a warning sign: say so at once, not only in `status`.
            for (const Alert& alert : session.newAlerts()) {
                sayAlert(session, alert);
            }
        }
        return status;
    } catch (const StorageError& error) {
        spdlog::warn("command failed: {}", error.what());
        const bool needsCopy =
            error.fault() == StorageFault::Damaged || error.fault() == StorageFault::Gone;
        const auto& folder = session.options().dataFolder;
        return session.refuse(
            ExitStatus::Storage,
            ui::wording::failure(error, folder, needsCopy ? newestGoodCopy(folder) : std::nullopt));
    }
}

} // namespace

std::string help()
{
    return Parser{}.app.help();
}

Outcome run(const std::vector<std::string>& arguments,
            const Clock& clock,
            const Vocabulary& vocabulary,
            const std::function<void(const std::filesystem::path&)>& changed)
{
    Parser parser;
    try {
        std::vector<std::string> words = commandFirst(arguments, parser.app);
        std::reverse(words.begin(), words.end()); // CLI11 takes them from the back
        parser.app.parse(std::move(words));
    } catch (const CLI::CallForHelp&) {
        return {say(parser.app.help()), {}};
    } catch (const CLI::CallForVersion&) {
        return {say(parser.app.version() + "\n"), {}};
    } catch (const CLI::ParseError& error) {
        return {notUnderstood(sentenceOf(error)), {}};
    }

    GlobalOptions& options = parser.options;
    options.dataFolder =
        parser.dataFolder.empty() ? defaultDataFolder() : std::filesystem::path{parser.dataFolder};
    const Command& command = parser.chosen;
    if (!command.records && !options.at.empty()) {
        return {notUnderstood(tr("--at is for commands that record something.")), {}};
    }
    if (!command.readsPeriod && !(options.from.empty() && options.to.empty())) {
        return {notUnderstood(tr("--from and --to are for commands that read a period.")), {}};
    }
    if (parser.isDemo && !parser.dataFolder.empty()) {
        return {notUnderstood(tr("--demo makes a folder of its own and takes no --data.")), {}};
    }
    if (!command.run) {
        return {std::nullopt,
                {options.dataFolder, parser.isSpasm, parser.renderFolder, parser.isDemo,
                 parser.isBackground}};
    }
    if (parser.isSpasm || parser.isDemo || parser.isBackground || !parser.renderFolder.empty()) {
        return {notUnderstood(tr("--spasm, --demo, --background and --render take no command.")),
                {}};
    }

    Session session{options, clock, vocabulary};
    ExitStatus status = runCommand(session, command);
    if (!session.finish()) {
        status = session.refuse(ExitStatus::Storage, tr("The output could not be written."));
    }
    if (command.records && status == ExitStatus::Done) {
        changed(options.dataFolder);
        startDailyCopyIfDue(options.dataFolder, clock, session.wantsExchange());
    }
    Outcome outcome{static_cast<int>(status), {}};
    if (session.wantsRinger()) {
        outcome.ringFor = options.dataFolder;
    }
    if (status == ExitStatus::Done) {
        outcome.report = session.report();
    }
    return outcome;
}

} // namespace unclench::app::cli
