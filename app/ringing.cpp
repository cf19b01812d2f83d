// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ringing.h"

#include "app/desktop/care_caller.h"
#include "app/desktop/display.h"
#include "app/desktop/folders.h"
#include "app/desktop/session_bus.h"
#include "app/desktop/speech.h"
#include "app/desktop/wakeup.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLockFile>
#include <QProcess>
#include <spdlog/spdlog.h>

namespace unclench::app {

Ringer findRinger(const std::filesystem::path& dataFolder)
{
    {
        QLockFile lock{QString::fromStdString((dataFolder / "unclench.lock").string())};
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) {
            return Ringer::RunsAlready;
        }
    } // let go again: the program that is started takes it
    if (!canShowWindow()) {
        return Ringer::Nobody;
    }
    QProcess process;
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments({QStringLiteral("--background"), QStringLiteral("--data"),
                          QString::fromStdString(std::filesystem::absolute(dataFolder).string())});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached()) {
        spdlog::warn("the background program could not be started");
        return Ringer::Nobody;
    }
    return Ringer::Started;
}

int ringHere(const std::filesystem::path& dataFolder,
             const Clock& clock,
             const Vocabulary& vocabulary)
{
    UuidSource uuids;
    const auto database = Database::open(dataFolder, {});
    Engine engine{*database, clock, vocabulary, uuids};
    Arbiter arbiter;
    AlarmVoice voice{cacheFolder(), spokenLanguage(QStringLiteral("en"), QLocale::system().name())};
    CareCaller caller{engine, arbiter, voice};
    BusListener bus{dataFolder, false};
    Wakeup wakeup;
    const auto look = [&] {
        engine.care().noteClock();
        caller.look();
        if (!caller.isNeeded()) {
            QCoreApplication::quit();
            return;
        }
        wakeup.arm(caller.next());
    };
    QObject::connect(&wakeup, &Wakeup::due, &wakeup, look);
    QObject::connect(&bus, &BusListener::changedElsewhere, &wakeup, look);
    QObject::connect(&caller, &CareCaller::answered, &wakeup, look);
    QMetaObject::invokeMethod(&wakeup, look, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace unclench::app
