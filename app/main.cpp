// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the objects and passes references; nothing here decides anything.
#include "app/application_id.h"
#include "app/cli/command_line.h"
#include "app/desktop/log_file.h"
#include "app/desktop/system_clock.h"
#include "app/version.h"

#include <QCoreApplication>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <sys/stat.h>

using namespace unclench;

int main(int argc, char* argv[])
{
    ::umask(S_IRWXG | S_IRWXO); // whatever we make is for this user alone
    QCoreApplication::setApplicationName(QStringLiteral("Unclench"));
    QCoreApplication::setApplicationVersion(QLatin1String{app::kVersion});
    try {
        app::openLog();
        const app::SystemClock clock;
        const Vocabulary vocabulary = Vocabulary::builtIn();
        QCoreApplication application{argc, argv};
        const std::vector<std::string> arguments{argv + 1, argv + argc};
        const auto outcome = app::cli::run(arguments, clock, vocabulary, [](const auto&) {});
        return outcome.exitStatus.value_or(0);
    } catch (const std::exception& error) {
        spdlog::critical("stopped: {}", error.what());
        std::fprintf(stderr, "unclench: an error in the program stopped it: %s\n", error.what());
        return 3;
    }
}
