// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/folders.h"

#include <QStandardPaths>

namespace unclench::app {

namespace {

constexpr const char* kName = "unclench";

} // namespace

std::filesystem::path defaultDataFolder()
{
    return std::filesystem::path{
               QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                   .toStdString()} /
           kName;
}

std::filesystem::path configFile()
{
    return std::filesystem::path{
               QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                   .toStdString()} /
           kName / "window.ini";
}

std::filesystem::path autostartFolder()
{
    return configFile().parent_path().parent_path() / "autostart";
}

std::filesystem::path stateFolder()
{
    // Qt 6.4 does not know the state folder yet.
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    const QString base = set.startsWith(QLatin1Char('/'))
                             ? set
                             : QStandardPaths::writableLocation(QStandardPaths::HomeLocation) +
                                   QLatin1String("/.local/state");
    return std::filesystem::path{base.toStdString()} / kName;
}

std::filesystem::path cacheFolder()
{
    return std::filesystem::path{
               QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                   .toStdString()} /
           kName;
}

std::filesystem::path documentsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).toStdString();
}

QString findProgram(const QString& name)
{
    return QStandardPaths::findExecutable(name);
}

} // namespace unclench::app
