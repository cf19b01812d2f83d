// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/daily_copy.h"

#include "core/store/copies.h"
#include "core/time/clock.h"

#include <QCoreApplication>
#include <QProcess>
#include <spdlog/spdlog.h>

namespace unclench::app::cli {

void startDailyCopyIfDue(const std::filesystem::path& dataFolder, const Clock& clock, bool isShared)
{
    if (!isShared && !isDailyCopyDue(dataFolder, clock.now().wall)) {
        return;
    }
    QProcess process;
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments({QLatin1String{kDailyCopyCommand}, QStringLiteral("--data"),
                          QString::fromStdString(std::filesystem::absolute(dataFolder).string())});
    // Its own ends: whoever waits for the command's output must not wait for the copy too.
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached()) {
        spdlog::warn("the daily copy could not be started");
    }
}

} // namespace unclench::app::cli
