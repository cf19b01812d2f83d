// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the objects and passes references; nothing here decides anything.
#include "app/application_id.h"
#include "app/cli/command_line.h"
#include "app/cli/report_file.h"
#include "app/cli/session.h"
#include "app/desktop/display.h"
#include "app/desktop/log_file.h"
#include "app/desktop/session_bus.h"
#include "app/desktop/system_clock.h"
#include "app/render.h"

#include "app/ringing.h"
#include "app/version.h"
#include "app/window.h"

#include <QCoreApplication>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <sys/stat.h>

using namespace unclench;

namespace {

app::cli::Outcome
runCommandLine(int& argc, char* argv[], const Clock& clock, const Vocabulary& vocabulary)
{
    const std::vector<std::string> arguments{argv + 1, argv + argc};
    const QCoreApplication application{argc, argv}; // ends before the window's own begins
    auto outcome = app::cli::run(arguments, clock, vocabulary, app::announceChange);
    if (outcome.ringFor && app::findRinger(*outcome.ringFor) == app::Ringer::Nobody) {
        std::fputs("unclench: There is no display, so this command stays until the alarm is "
                   "answered. \"unclench stop\" in another terminal answers it.\n",
                   stderr);
        outcome.exitStatus = app::ringHere(*outcome.ringFor, clock, vocabulary);
    }
    return outcome;
}

int sayNoDisplay()
{
    std::fputs(app::cli::help().c_str(), stdout);
    std::fputs("unclench: There is no display, so no window can be shown. The commands above work "
               "without one.\n",
               stderr);
    return static_cast<int>(app::cli::ExitStatus::Refused);
}

} // namespace

int main(int argc, char* argv[])
{
    ::umask(S_IRWXG | S_IRWXO); // whatever we make is for this user alone
    QCoreApplication::setApplicationName(QStringLiteral("Unclench"));
    QCoreApplication::setApplicationVersion(QLatin1String{app::kVersion});
    try {
        app::openLog();
        const app::SystemClock clock;
        const Vocabulary& vocabulary = Vocabulary::builtIn();
        const auto outcome = runCommandLine(argc, argv, clock, vocabulary);
        if (outcome.report) {
            return app::cli::writeReport(argc, argv, *outcome.report, clock, vocabulary);
        }
        if (outcome.exitStatus) {
            return *outcome.exitStatus;
        }
        if (!outcome.window.renderFolder.empty()) {
            return app::renderPages(argc, argv, outcome.window.renderFolder, vocabulary);
        }
        if (!app::canShowWindow()) {
            return sayNoDisplay();
        }
        return app::runWindow(argc, argv, outcome.window, clock, vocabulary);
    } catch (const std::exception& error) {
        spdlog::critical("stopped: {}", error.what());
        std::fprintf(stderr, "unclench: an error in the program stopped it: %s\n", error.what());
        return 3;
    }
}
