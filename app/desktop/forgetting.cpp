// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/forgetting.h"

#include "app/desktop/autostart.h"
#include "app/desktop/folders.h"
#include "core/store/database.h"
#include "core/store/forget.h"

#include <QCoreApplication>
#include <QLockFile>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <system_error>

namespace unclench::app {

namespace {

namespace fs = std::filesystem;

QString tr(const char* text)
{
    return QCoreApplication::translate("Forgetting", text);
}

QString forgottenPath(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

/// The log, the look of the window, starting with the desktop, and what can be made again.
void forgetCommonFiles(Forgotten& forgotten)
{
    // The log is open in this process, and what it would say next is about nothing any more.
    spdlog::set_default_logger(std::make_shared<spdlog::logger>(
        "unclench", std::make_shared<spdlog::sinks::null_sink_st>()));
    for (const fs::path& folder : {stateFolder(), cacheFolder(), configFile().parent_path()}) {
        removeWhole(folder, forgotten.files, forgotten.left);
    }
    const Autostart autostart{autostartFolder(), {}};
    if (autostart.isOn()) {
        if (autostart.set(false)) {
            ++forgotten.files;
        } else {
            forgotten.left.push_back(autostartFolder());
        }
    }
}

bool isSameFolder(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    return fs::weakly_canonical(a, error) == fs::weakly_canonical(b, error);
}

} // namespace

std::optional<qint64> whoHasOpen(const fs::path& folder)
{
    const fs::path file = folder / "unclench.lock";
    std::error_code error;
    if (!fs::exists(file, error)) {
        return std::nullopt;
    }
    QLockFile lock{forgottenPath(file)};
    lock.setStaleLockTime(0);
    if (lock.tryLock(0) || lock.error() != QLockFile::LockFailedError) {
        return std::nullopt;
    }
    qint64 process = 0;
    QString host;
    QString name;
    lock.getLockInfo(&process, &host, &name);
    return process;
}

Forgotten forgetEverything(const fs::path& dataFolder)
{
    Forgotten forgotten;
    forgotten.elsewhere = foldersNamedIn(dataFolder);
    removeDiary(dataFolder, forgotten.files, forgotten.left);
    forgotten.others = othersIn(dataFolder);
    std::error_code error;
    forgotten.keptCommonFiles = !isSameFolder(dataFolder, defaultDataFolder()) &&
                                fs::exists(defaultDataFolder() / kDatabaseName, error);
    if (!forgotten.keptCommonFiles) {
        forgetCommonFiles(forgotten);
    }
    return forgotten;
}

QStringList describe(const Forgotten& forgotten)
{
    QStringList sentences;
    sentences << (forgotten.files == 0 ? tr("There was nothing to delete.")
                  : forgotten.files == 1
                      ? tr("One file was deleted. It cannot come back.")
                      : tr("%1 files were deleted: the diary, its copies and what belongs to it. "
                           "They cannot come back.")
                            .arg(forgotten.files));
    for (const fs::path& path : forgotten.left) {
        sentences << tr("%1 could not be deleted. Delete it yourself.").arg(forgottenPath(path));
    }
    if (!forgotten.others.empty()) {
        constexpr std::size_t kMostSaid = 10;
        QStringList names;
        for (const fs::path& path : forgotten.others) {
            names << forgottenPath(path.filename());
        }
        const auto more = names.size() - std::min<qsizetype>(names.size(), kMostSaid);
        const QString folder = forgottenPath(forgotten.others.front().parent_path());
        const QString list = names.mid(0, kMostSaid).join(QLatin1String(", "));
        sentences << (more == 0
                          ? tr("Not of Unclench's making, so still in %1: %2. If you exported "
                               "there, delete that yourself.")
                                .arg(folder, list)
                          : tr("Not of Unclench's making, so still in %1: %2, and %3 more. "
                               "If you exported there, delete that yourself.")
                                .arg(folder, list, QString::number(more)));
    }
    for (const fs::path& path : forgotten.elsewhere) {
        sentences << tr("Backups may lie in %1. Delete them there.").arg(forgottenPath(path));
    }
    if (forgotten.keptCommonFiles) {
        sentences << tr("The log and the look of the window stay, because your other diary uses "
                        "them.");
    }
    sentences << tr("What Unclench cannot reach: files that you exported or printed, backups that "
                    "you put elsewhere, and diaries on other computers.");
    return sentences;
}

QString forgetWord()
{
    //: The word that a person types to delete everything. Lower case, no spaces.
    return tr("forget");
}

} // namespace unclench::app
