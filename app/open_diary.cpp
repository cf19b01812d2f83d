// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_diary.h"

#include "app/desktop/system_clock.h"
#include "app/version.h"
#include "core/store/copies.h"
#include "core/store/shared_folder.h"
#include "core/time/passing.h"
#include "ui/wording/data.h"
#include "ui/wording/problems.h"
#include "ui/wording/sharing.h"
#include "ui/wording/times.h"

#include <QLocale>
#include <QScreen>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::app {

QString explain(const StorageError& error, const std::filesystem::path& folder)
{
    const bool needsCopy =
        error.fault() == StorageFault::Damaged || error.fault() == StorageFault::Gone;
    return ui::wording::failure(error, folder, needsCopy ? newestGoodCopy(folder) : std::nullopt);
}

QString OpenDiary::sayDamaged(const std::filesystem::path& folder)
{
    return tr("The diary in %1 is damaged. Open your data (Ctrl+Shift+D), go to Check, and press "
              "Repair it: that shows the ways out. Nothing was changed.")
        .arg(QString::fromStdString(folder.string()));
}

std::function<QString(const StorageError&)>
OpenDiary::explainer(const std::filesystem::path& folder)
{
    return [folder](const StorageError& error) {
        return error.fault() == StorageFault::Damaged ? sayDamaged(folder) : explain(error, folder);
    };
}

OpenDiary::OpenDiary(const cli::WindowRequest& request, Surroundings& around, OpenedFile opened)
    : m_clock(around.clock), m_state(around.state), m_database(std::move(opened.database)),
      m_isForReadingAlone(opened.isForReadingAlone),
      m_engine(*m_database, around.clock, around.vocabulary, m_uuids),
      m_shell(m_engine,
              {.words = around.words,
               .numbers = around.numbers,
               .country = QLocale::territoryToCode(QLocale::system().territory()),
               .version = QLatin1String{kVersion},
               .explain = explainer(request.dataFolder),
               .appearance = around.state.appearance(),
               .startsWithDesktop = false,
               .alarmMeans = [this] { return alarmMeans(); }}),
      m_window(m_shell.window()), m_upkeep(request.dataFolder, around.clock),
      m_reportDesk(m_window,
                   m_shell.visit(),
                   request.dataFolder,
                   around.clock,
                   around.vocabulary,
                   around.words),
      m_deskAround{.folder = request.dataFolder,
                   .clock = around.clock,
                   .vocabulary = around.vocabulary,
                   .explain = explainer(request.dataFolder)},
      m_dataDesk(m_window, m_shell.data(), m_shell.bridge(), m_deskAround),
      m_importDesk(m_shell.data(), m_shell.bridge(), around.words, m_deskAround),
      m_longStep(m_window, m_shell.bridge(), m_deskAround),
      m_sharedWatch(
          request.dataFolder, around.clock, around.vocabulary, [this] { return sharedFolder(); }),
      m_bus(request.dataFolder, request.dataFolder == defaultDataFolder()), m_tray(m_window),
      m_caller(m_engine, around.words, m_arbiter),
      m_voice(cacheFolder(), spokenLanguage(QStringLiteral("en"), QLocale::system().name())),
      m_autostart(autostartFolder(), QCoreApplication::applicationFilePath()),
      m_sitting(m_engine,
                around.words,
                m_arbiter,
                m_shell,
                m_tray,
                request.dataFolder == defaultDataFolder()),
      m_saved(m_engine.events().subscribe([this](const Event& event) { onEvent(event); })),
      m_isDemo(request.isDemo)
{
    connectWindow(around);
    connectCare();
    connectUpkeep(request.dataFolder);
    connectShared();
    m_shell.setStartsWithDesktop(m_autostart.isOn());
    m_state.restore(m_window);
    m_shell.restoreHistoryTable(m_state.historyTable());
    m_shell.showFirstPage();
    sayFirst(opened.notice, request);
    offerAutostart();
    show(request);
}

OpenDiary::~OpenDiary()
{
    saveState();
}

void OpenDiary::connectWindow(Surroundings& around)
{
    ui::Bridge& bridge = m_shell.bridge();
    connect(&m_bus, &BusListener::changedElsewhere, &bridge, &ui::Bridge::lookForChanges);
    connect(&m_bus, &BusListener::raiseRequested, this, &OpenDiary::raise);
    connect(&m_tray, &Tray::spasmRequested, this, [this] { raise(true); });
    connect(&m_tray, &Tray::openRequested, this, [this] { raise(false); });
    connect(&m_window, &ui::MainWindow::activated, &bridge, &ui::Bridge::lookForChanges);
    connect(&m_window, &ui::MainWindow::shownChanged, this, [this](bool isShown) {
        m_isShown = isShown;
        saveState();
        m_shell.passTime();
    });
    connect(
        qApp, &QGuiApplication::screenRemoved, this, [this] { ui::bringIntoView(m_window); },
        Qt::QueuedConnection); // Qt has let go of that screen by then
    connect(&m_window, &ui::MainWindow::offerAnswered, this, &OpenDiary::answerOffer);
    connect(&m_wakeup, &Wakeup::due, this, &OpenDiary::wake);
    connect(&bridge, &ui::Bridge::nowChanged, this, &OpenDiary::displayNow);
    connect(&m_shell, &ui::Shell::autostartRequested, this, &OpenDiary::setAutostart);
    connect(&m_shell, &ui::Shell::appearanceRequested, this, [&around](ui::Appearance appearance) {
        around.state.setAppearance(appearance);
        QApplication::setPalette(ui::paletteFor(appearance, around.systemPalette));
    });
    connect(&m_dataDesk, &DataDesk::forgetRequested, this, &OpenDiary::forgetRequested);
    connect(&m_dataDesk, &DataDesk::repairRequested, this, &OpenDiary::repairRequested);
    connect(&m_dataDesk, &DataDesk::foreignChosen, &m_importDesk, &ImportDesk::openFile);
    connect(&m_importDesk, &ImportDesk::tookIn, &m_dataDesk, &DataDesk::readAgain);
    connect(&m_longStep, &LongStep::done, &m_dataDesk, &DataDesk::readAgain);
}

void OpenDiary::connectCare()
{
    connect(&m_caller, &AlertCaller::emergencyRaised, this, [this] { raise(false); });
    connect(&m_caller, &AlertCaller::attentionWanted, this,
            [this] { QApplication::alert(&m_window); });
    connect(&m_caller, &AlertCaller::opened, this, [this] { raise(false); });
    connect(&m_shell, &ui::Shell::tryOutSoundRequested, &m_voice, &AlarmVoice::tryOutSound);
    connect(&m_shell, &ui::Shell::tryOutSpeechRequested, &m_voice, &AlarmVoice::say);
    connect(&m_sitting, &Sitting::opened, this, [this] { raise(false); });
    connect(&m_sitting, &Sitting::looked, &m_wakeup, [this] { arm(); });
    connect(&m_careCaller, &CareCaller::opened, this, [this] { raise(false); });
    connect(&m_careCaller, &CareCaller::answered, this, [this] { m_shell.passTime(); });
    connect(&m_shell, &ui::Shell::speakRequested, &m_voice,
            [this](const QString& sentence) { speak(sentence); });
    connect(&m_tray, &Tray::stopRequested, this, [this] { stopCare(); });
    connect(&m_tray, &Tray::quietRequested, this,
            [this] { m_arbiter.quietUntil(m_clock.now().boot + std::chrono::hours{1}); });
    connect(&m_staying, &Staying::stayed, this, [this] {
        m_window.displayNotice(tr("Heat or cold still runs, so Unclench stays in the "
                                  "background until you answer the alarm."));
        m_notifier.show({QStringLiteral("stays"), tr("Unclench stays until the alarm"),
                         tr("Heat or cold still runs. Unclench ends once you have "
                            "answered its alarm.")});
    });
}

void OpenDiary::connectUpkeep(const std::filesystem::path& folder)
{
    if (!m_isForReadingAlone) {
        connect(&m_window, &ui::MainWindow::firstPainted, this, [this] {
            spdlog::info("first paint at {} ms", m_clock.now().monotonic.count());
            spdlog::default_logger()->flush();
            m_upkeep.check();
        });
    }
    connect(&m_upkeep, &Upkeep::copyElsewhereFailed, this, &OpenDiary::sayElsewhere);
    connect(&m_upkeep, &Upkeep::foundDamage, this,
            [this, folder] { m_window.displayNotice(sayDamaged(folder)); });
}

void OpenDiary::sayElsewhere(const KeptElsewhere& kept)
{
    if (kept.fault) {
        //: %1 says why, and what to do
        m_window.displayNotice(
            tr("The copy that goes elsewhere was not made today. %1 Your data (Ctrl+Shift+D) can "
               "change where it goes.")
                .arg(ui::wording::targetRefusal({*kept.fault, kept.folder})));
    }
}

void OpenDiary::connectShared()
{
    connect(&m_dataDesk, &DataDesk::sharedChanged, &m_sharedWatch, &SharedWatch::lookSoon);
    connect(&m_window, &ui::MainWindow::activated, &m_sharedWatch, &SharedWatch::lookInPassing);
    connect(&m_sharedWatch, &SharedWatch::exchanged, this, &OpenDiary::sayShared);
    m_sharedWatch.lookSoon();
}

std::optional<std::filesystem::path> OpenDiary::sharedFolder()
try {
    return m_isForReadingAlone ? std::nullopt : sharedFolderOf(*m_database);
} catch (const StorageError& error) {
    spdlog::warn("the shared folder could not be read: {}", error.what());
    return std::nullopt;
}

void OpenDiary::sayShared(const Exchanged& exchanged)
{
    m_shell.bridge().lookForChanges();
    if (exchanged.isSent || !exchanged.counts.isNothingNew()) {
        m_dataDesk.readAgain();
    }
    QStringList news;
    if (exchanged.counts.overlaps > 0) {
        news << tr("On your other computer there was a spasm or a session at the same time as "
                   "here. Both were kept; History marks such spasms.");
    }
    const QStringList troubles = ui::wording::sharedTroubles(exchanged.state, m_clock.now().wall);
    for (const QString& trouble : troubles) {
        if (!m_saidShared.contains(trouble)) {
            //: %1 says what is wrong, and what to do
            news << tr("Shared folder: %1").arg(trouble);
        }
    }
    m_saidShared = troubles; // what came back is said again
    if (!news.isEmpty()) {
        m_dataDesk.readAgain();
        m_window.displayNotice(news.join(QLatin1Char(' ')));
    }
}

void OpenDiary::sayFirst(const QString& notice, const cli::WindowRequest& request)
{
    if (!notice.isEmpty()) {
        m_window.displayNotice(notice);
    } else if (request.isDemo) {
        m_window.displayNotice(tr("This is a made-up year in a temporary folder. Press what you "
                                  "like; nothing of it is kept."));
    } else if (m_database->isReadOnly() && m_database->writeFault() == StorageFault::Full) {
        m_window.displayNotice(tr("The disk with %1 is full. You can look at everything, but "
                                  "nothing is saved. Free some space and start Unclench again.")
                                   .arg(QString::fromStdString(request.dataFolder.string())));
    } else if (m_database->isReadOnly()) {
        m_window.displayNotice(
            explain(StorageError{StorageFault::ReadOnly, "open", "read-only"}, request.dataFolder));
    }
}

void OpenDiary::show(const cli::WindowRequest& request)
{
    if (request.isBackground) {
        m_upkeep.check();
        if (!m_tray.isKept()) {
            m_window.showMinimized();
        }
    } else {
        raise(request.isSpasm);
    }
    advance();
    m_caller.look();
    m_careCaller.look();
    m_sitting.look();
    arm();
}

void OpenDiary::raise(bool isSpasm)
{
    if (isSpasm) {
        m_window.raiseAtScale();
    } else {
        m_window.raiseToFront();
    }
}

ui::AlarmMeans OpenDiary::alarmMeans() const
{
    return {AlarmVoice::hasSound(), AlarmVoice::hasSpeech(), m_voice.hasNotifications()};
}

void OpenDiary::speak(const QString& sentence)
try {
    const Settings settings = m_engine.settings().settings;
    if (settings.isSpeechOn) {
        m_voice.say(sentence, settings.soundVolume);
    }
} catch (const StorageError& error) {
    spdlog::warn("the settings could not be read: {}", error.what());
}

void OpenDiary::stopCare()
try {
    static_cast<void>(m_engine.care().stop({}));
} catch (const StorageError& error) {
    spdlog::warn("the session could not be ended: {}", error.what());
    raise(false);
}

void OpenDiary::saveState()
{
    m_state.save(m_window);
    m_state.setHistoryTable(m_shell.historyTable());
}

void OpenDiary::advance()
{
    try {
        m_engine.care().noteClock();
        m_engine.alerts().advance();
    } catch (const StorageError& error) {
        spdlog::warn("the rules could not be looked at: {}", error.what());
    }
}

void OpenDiary::wake()
{
    m_shell.bridge().lookForChanges();
    m_sharedWatch.lookInPassing();
    advance();
    m_careCaller.look();
    m_sitting.look();
    if (m_isTick) {
        m_shell.tick();
    } else {
        m_shell.passTime();
    }
    arm();
}

void OpenDiary::displayNow(const ui::NowView& view)
{
    m_openSince = view.open ? std::optional{view.open->onset()} : std::nullopt;
    arm();
    m_tray.displayState(view.open ? tr("Unclench: a spasm is open since %1")
                                        .arg(ui::wording::moment(view.open->onset(), view.now))
                                  : tr("Unclench: no spasm is open"));
}

void OpenDiary::arm()
{
    const Now now = m_clock.now();
    std::optional<std::chrono::milliseconds> until;
    const auto include = [&](std::chrono::milliseconds wait) {
        until = std::min(until.value_or(wait), wait);
    };
    if (m_isShown) {
        include(untilNextDay(now.wall, systemZone(m_clock)));
        if (m_openSince) {
            include(untilNextMinute(now.wall, *m_openSince));
        }
    }
    if (const auto next = m_careCaller.next()) {
        include(std::max(*next - now.boot, std::chrono::milliseconds{0}));
    }
    if (const auto next = m_sitting.next()) {
        include(std::max(*next - now.boot, std::chrono::milliseconds{0}));
    }
    try {
        if (const auto deadline = m_engine.alerts().nextDeadline()) {
            include(std::max(*deadline - now.wall.utc, std::chrono::milliseconds{0}));
        }
    } catch (const StorageError& error) {
        spdlog::warn("the next deadline could not be read: {}", error.what());
    }
    const bool isAnythingSeen = m_isShown || m_shell.seat().isPromptShown();
    const auto tick = isAnythingSeen ? m_shell.nextTick() : std::nullopt;
    m_isTick = tick && (!until || *tick < *until);
    if (tick) {
        include(*tick);
    }
    m_wakeup.arm(until ? std::optional{now.boot + *until} : std::nullopt);
}

void OpenDiary::onEvent(const Event& event)
{
    if (std::holds_alternative<RecordsSaved>(event) && !m_isForReadingAlone) {
        m_upkeep.copyIfDue();
    }
    m_sharedWatch.lookSoon();
    offerAutostart();
    m_caller.look();
    m_careCaller.look();
    m_sitting.look();
    m_tray.displaySession(m_careCaller.isNeeded());
    m_staying.look();
    arm();
}

void OpenDiary::offerAutostart()
try {
    const Settings settings = m_engine.settings().settings;
    if (settings.isFirstStartDone && !settings.isAutostartOffered && !m_isDemo &&
        !m_autostart.isOn()) {
        m_window.offer(tr("Shall Unclench start with your desktop, quietly? Only while "
                          "it runs can it tell you when to see somebody."));
    }
} catch (const StorageError& error) {
    spdlog::warn("the settings could not be read: {}", error.what());
}

void OpenDiary::setAutostart(bool isOn)
{
    if (!m_autostart.set(isOn)) {
        m_window.displayNotice(
            tr("The entry in %1 could not be written. Check that the folder belongs to "
               "you and try again.")
                .arg(QString::fromStdString(autostartFolder().string())));
    }
    m_shell.setStartsWithDesktop(m_autostart.isOn());
}

void OpenDiary::answerOffer(bool isYes)
{
    m_shell.bridge().carryOut(
        [](Journal& journal) { return journal.set("autostart_offered", "yes"); },
        isYes ? tr("Unclench starts with your desktop.")
              : tr("Unclench does not start by itself. The settings can change that."));
    if (isYes) {
        setAutostart(true);
    }
}

} // namespace unclench::app
