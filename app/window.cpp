// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/application_id.h"
#include "app/desktop/alarm_voice.h"
#include "app/desktop/alert_caller.h"
#include "app/desktop/autostart.h"
#include "app/desktop/care_caller.h"
#include "app/desktop/folders.h"
#include "app/desktop/report_desk.h"
#include "app/desktop/session_bus.h"
#include "app/desktop/staying.h"
#include "app/desktop/system_clock.h"
#include "app/desktop/tray.h"
#include "app/desktop/upkeep.h"
#include "app/desktop/wakeup.h"
#include "app/made_up.h"
#include "app/sitting.h"
#include "app/version.h"
#include "core/store/copies.h"
#include "core/store/files.h"
#include "core/time/passing.h"
#include "ui/appearance.h"
#include "ui/icon.h"
#include "ui/pages/trouble_page.h"
#include "ui/shell.h"
#include "ui/style.h"
#include "ui/window_state.h"
#include "ui/wording/problems.h"
#include "ui/wording/times.h"

#include <QApplication>
#include <QLocale>
#include <QLockFile>
#include <QPalette>
#include <QScreen>
#include <QTemporaryDir>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace unclench::app {

namespace {

QString explain(const StorageError& error, const std::filesystem::path& folder)
{
    const bool needsCopy =
        error.fault() == StorageFault::Damaged || error.fault() == StorageFault::Gone;
    return ui::wording::failure(error, folder, needsCopy ? newestGoodCopy(folder) : std::nullopt);
}

/// What every diary that is opened in this process shares.
struct Surroundings {
    const Clock& clock;
    const Vocabulary& vocabulary;
    const ui::Words words = ui::Words::builtIn();
    const EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    const QPalette systemPalette = QApplication::palette();
    ui::WindowState state{configFile()};
};

/// Everything that exists while a diary is open in a window.
class OpenDiary {
public:
    OpenDiary(const cli::WindowRequest& request, Surroundings& around)
        : m_clock(around.clock), m_state(around.state),
          m_database(Database::open(request.dataFolder, {})),
          m_engine(*m_database, around.clock, around.vocabulary, m_uuids),
          m_shell(m_engine,
                  {.words = around.words,
                   .numbers = around.numbers,
                   .country = QLocale::territoryToCode(QLocale::system().territory()),
                   .version = QLatin1String{kVersion},
                   .explain = [folder = request.dataFolder](
                                  const auto& error) { return explain(error, folder); },
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
          m_bus(request.dataFolder, request.dataFolder == defaultDataFolder()), m_tray(m_window),
          m_caller(m_engine, around.words, m_arbiter),
          m_autostart(autostartFolder(), QCoreApplication::applicationFilePath()),
          m_sitting(m_engine,
                    around.words,
                    m_arbiter,
                    m_shell,
                    m_tray,
                    request.dataFolder == defaultDataFolder()),
          m_saved(m_engine.events().subscribe([this](const Event& event) { onEvent(event); }))
    {
        ui::Bridge& bridge = m_shell.bridge();
        QObject::connect(&m_bus, &BusListener::changedElsewhere, &bridge,
                         &ui::Bridge::lookForChanges);
        QObject::connect(&m_bus, &BusListener::raiseRequested, &m_window,
                         [this](bool isSpasm) { raise(isSpasm); });
        QObject::connect(&m_tray, &Tray::spasmRequested, &m_window, [this] { raise(true); });
        QObject::connect(&m_tray, &Tray::openRequested, &m_window, [this] { raise(false); });
        QObject::connect(&m_window, &ui::MainWindow::activated, &bridge,
                         &ui::Bridge::lookForChanges);
        QObject::connect(&m_window, &ui::MainWindow::shownChanged, &m_wakeup, [this](bool isShown) {
            m_isShown = isShown;
            saveState();
            m_shell.passTime();
        });
        QObject::connect(
            qApp, &QGuiApplication::screenRemoved, &m_window,
            [this] { ui::bringIntoView(m_window); },
            Qt::QueuedConnection); // Qt has let go of that screen by then
        QObject::connect(&m_window, &ui::MainWindow::firstPainted, &m_upkeep, [this] {
            spdlog::info("first paint at {} ms", m_clock.now().monotonic.count());
            spdlog::default_logger()->flush();
            m_upkeep.check();
        });
        QObject::connect(&m_wakeup, &Wakeup::due, &bridge, [this] {
            m_shell.bridge().lookForChanges();
            advance();
            m_careCaller.look();
            m_sitting.look();
            if (m_isTick) {
                m_shell.tick();
            } else {
                m_shell.passTime();
            }
            arm();
        });
        QObject::connect(&m_caller, &AlertCaller::emergencyRaised, &m_window,
                         [this] { raise(false); });
        QObject::connect(&m_caller, &AlertCaller::attentionWanted, &m_window,
                         [this] { QApplication::alert(&m_window); });
        QObject::connect(&m_caller, &AlertCaller::opened, &m_window, [this] { raise(false); });
        QObject::connect(&m_shell, &ui::Shell::autostartRequested, &m_window,
                         [this](bool isOn) { setAutostart(isOn); });
        QObject::connect(&m_window, &ui::MainWindow::offerAnswered, &m_window,
                         [this](bool isYes) { answerOffer(isYes); });
        QObject::connect(&m_shell, &ui::Shell::tryOutSoundRequested, &m_voice,
                         &AlarmVoice::tryOutSound);
        QObject::connect(&m_shell, &ui::Shell::tryOutSpeechRequested, &m_voice, &AlarmVoice::say);
        connectCare();
        QObject::connect(&m_sitting, &Sitting::opened, &m_window, [this] { raise(false); });
        QObject::connect(&m_sitting, &Sitting::looked, &m_wakeup, [this] { arm(); });
        m_shell.setStartsWithDesktop(m_autostart.isOn());
        QObject::connect(
            &bridge, &ui::Bridge::nowChanged, &m_wakeup, [this](const ui::NowView& view) {
                arm(view);
                m_tray.displayState(
                    view.open ? QObject::tr("Unclench: a spasm is open since %1")
                                    .arg(ui::wording::moment(view.open->onset(), view.now))
                              : QObject::tr("Unclench: no spasm is open"));
            });
        QObject::connect(&m_shell, &ui::Shell::appearanceRequested, &m_window,
                         [&around](ui::Appearance appearance) {
                             around.state.setAppearance(appearance);
                             QApplication::setPalette(
                                 ui::paletteFor(appearance, around.systemPalette));
                         });
        QObject::connect(
            &m_upkeep, &Upkeep::foundDamage, &m_window, [this, folder = request.dataFolder] {
                m_window.displayNotice(
                    explain(StorageError{StorageFault::Damaged, "check", "quick check"}, folder));
            });

        m_state.restore(m_window);
        m_shell.restoreHistoryTable(m_state.historyTable());
        m_shell.showFirstPage();
        if (request.isDemo) {
            m_window.displayNotice(
                QObject::tr("This is a made-up year in a temporary folder. Press what you "
                            "like; nothing of it is kept."));
        }
        if (m_database->isReadOnly()) {
            m_window.displayNotice(explain(
                StorageError{StorageFault::ReadOnly, "open", "read-only"}, request.dataFolder));
        }
        m_isDemo = request.isDemo;
        offerAutostart();
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

    ~OpenDiary() { saveState(); }
    OpenDiary(const OpenDiary&) = delete;
    OpenDiary& operator=(const OpenDiary&) = delete;

private:
    void raise(bool isSpasm)
    {
        if (isSpasm) {
            m_window.raiseAtScale();
        } else {
            m_window.raiseToFront();
        }
    }

    [[nodiscard]] ui::AlarmMeans alarmMeans() const
    {
        return {AlarmVoice::hasSound(), AlarmVoice::hasSpeech(), m_voice.hasNotifications()};
    }

    void connectCare()
    {
        QObject::connect(&m_careCaller, &CareCaller::opened, &m_window, [this] { raise(false); });
        QObject::connect(&m_careCaller, &CareCaller::answered, &m_window,
                         [this] { m_shell.passTime(); });
        QObject::connect(&m_shell, &ui::Shell::speakRequested, &m_voice,
                         [this](const QString& sentence) { speak(sentence); });
        QObject::connect(&m_tray, &Tray::stopRequested, &m_window, [this] { stopCare(); });
        QObject::connect(&m_tray, &Tray::quietRequested, &m_window, [this] {
            m_arbiter.quietUntil(m_clock.now().boot + std::chrono::hours{1});
        });
        QObject::connect(&m_staying, &Staying::stayed, &m_window, [this] {
            m_window.displayNotice(QObject::tr("Heat or cold still runs, so Unclench stays in the "
                                               "background until you answer the alarm."));
            m_notifier.show({QStringLiteral("stays"), QObject::tr("Unclench stays until the alarm"),
                             QObject::tr("Heat or cold still runs. Unclench ends once you have "
                                         "answered its alarm.")});
        });
    }

    /// What the person asked to hear, as far as the settings want speech.
    void speak(const QString& sentence)
    try {
        const Settings settings = m_engine.settings().settings;
        if (settings.isSpeechOn) {
            m_voice.say(sentence, settings.soundVolume);
        }
    } catch (const StorageError& error) {
        spdlog::warn("the settings could not be read: {}", error.what());
    }

    void stopCare()
    try {
        static_cast<void>(m_engine.care().stop({}));
    } catch (const StorageError& error) {
        spdlog::warn("the session could not be ended: {}", error.what());
        raise(false);
    }

    void saveState()
    {
        m_state.save(m_window);
        m_state.setHistoryTable(m_shell.historyTable());
    }

    /// Rules that come true by time alone.
    void advance()
    {
        try {
            m_engine.care().noteClock();
            m_engine.alerts().advance();
        } catch (const StorageError& error) {
            spdlog::warn("the rules could not be looked at: {}", error.what());
        }
    }

    void arm(const ui::NowView& view)
    {
        m_openSince = view.open ? std::optional{view.open->onset()} : std::nullopt;
        arm();
    }

    /// The length of an open spasm changes each minute, and what is called today at midnight;
    /// nobody needs that while the window is hidden. What the rules wait for is needed always.
    void arm()
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

    void onEvent(const Event& event)
    {
        if (std::holds_alternative<RecordsSaved>(event)) {
            m_upkeep.copyIfDue();
        }
        offerAutostart();
        m_caller.look();
        m_careCaller.look();
        m_sitting.look();
        m_tray.displaySession(m_careCaller.isNeeded());
        m_staying.look();
        arm();
    }

    /// Once, after the first questions: without it nobody is told of what comes true by itself.
    void offerAutostart()
    try {
        const Settings settings = m_engine.settings().settings;
        if (settings.isFirstStartDone && !settings.isAutostartOffered && !m_isDemo &&
            !m_autostart.isOn()) {
            m_window.offer(
                QObject::tr("Shall Unclench start with your desktop, quietly? Only while "
                            "it runs can it tell you when to see somebody."));
        }
    } catch (const StorageError& error) {
        spdlog::warn("the settings could not be read: {}", error.what());
    }

    void setAutostart(bool isOn)
    {
        if (!m_autostart.set(isOn)) {
            m_window.displayNotice(
                QObject::tr(
                    "The entry in %1 could not be written. Check that the folder belongs to "
                    "you and try again.")
                    .arg(QString::fromStdString(autostartFolder().string())));
        }
        m_shell.setStartsWithDesktop(m_autostart.isOn());
    }

    void answerOffer(bool isYes)
    {
        m_shell.bridge().carryOut(
            [](Journal& journal) { return journal.set("autostart_offered", "yes"); },
            isYes
                ? QObject::tr("Unclench starts with your desktop.")
                : QObject::tr("Unclench does not start by itself. The settings can change that."));
        if (isYes) {
            setAutostart(true);
        }
    }

    const Clock& m_clock;
    ui::WindowState& m_state;
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    Engine m_engine;
    ui::Shell m_shell;
    ui::MainWindow& m_window;
    Upkeep m_upkeep;
    ReportDesk m_reportDesk;
    BusListener m_bus;
    Tray m_tray;
    Arbiter m_arbiter;
    AlertCaller m_caller;
    AlarmVoice m_voice{cacheFolder(),
                       spokenLanguage(QStringLiteral("en"), QLocale::system().name())};
    CareCaller m_careCaller{m_engine, m_arbiter, m_voice};
    Notifier m_notifier;
    Staying m_staying{m_window, [this] { return m_careCaller.isNeeded(); },
                      [this] { return m_tray.isKept(); }};
    Autostart m_autostart;
    Wakeup m_wakeup;
    Sitting m_sitting;
    Subscription m_saved;
    std::optional<Moment> m_openSince;
    bool m_isShown = false;
    /// The next wake-up is for a second of the dial and nothing else.
    bool m_isTick = false;
    bool m_isDemo = false;
};

/// A year that ends now.
void makeDemo(const std::filesystem::path& folder, const Clock& clock, const Vocabulary& vocabulary)
{
    replay::SimulatedClock story{clock.now().wall - std::chrono::days{365}};
    UuidSource uuids;
    const auto database = Database::open(folder, {});
    Engine engine{*database, story, vocabulary, uuids};
    tellYear(engine, story);
}

} // namespace

int runWindow(int& argc,
              char* argv[],
              const cli::WindowRequest& wanted,
              const Clock& clock,
              const Vocabulary& vocabulary)
{
    QApplication application{argc, argv};
    QApplication::setWindowIcon(ui::applicationIcon());
    QGuiApplication::setDesktopFileName(QLatin1String{kApplicationId});
    if (ui::Style::isWanted()) {
        QApplication::setStyle(new ui::Style);
    }
    Surroundings around{clock, vocabulary};
    QApplication::setPalette(ui::paletteFor(around.state.appearance(), around.systemPalette));
    cli::WindowRequest request = wanted;
    QTemporaryDir demoFolder;
    if (request.isDemo) {
        request.dataFolder = demoFolder.path().toStdString();
        makeDemo(request.dataFolder, clock, vocabulary);
    }

    // The folder comes first: the lock lies in it. Where it cannot be made, the window says so.
    std::error_code ignored;
    const bool isFolderThere = std::filesystem::is_directory(request.dataFolder, ignored);
    std::unique_ptr<OpenDiary> diary;
    ui::TroublePage trouble;
    QLockFile lock{QString::fromStdString((request.dataFolder / "unclench.lock").string())};
    lock.setStaleLockTime(0);

    const auto open = [&] {
        try {
            if (!isFolderThere) {
                makePrivateFolder(request.dataFolder);
            }
            if (!lock.isLocked() && !lock.tryLock(0) &&
                lock.error() == QLockFile::LockFailedError) {
                if (!hasSessionBus()) {
                    std::fputs("unclench: The window is open already; without a session bus it "
                               "cannot be raised.\n",
                               stderr);
                }
                if (!request.isBackground) {
                    askToRaise(request.dataFolder, request.isSpasm);
                }
                return false;
            }
            diary = std::make_unique<OpenDiary>(request, around);
            trouble.hide();
        } catch (const StorageError& error) {
            spdlog::error("the diary could not be opened: {}", error.what());
            trouble.display(explain(error, request.dataFolder));
            trouble.show();
        }
        return true;
    };
    QObject::connect(&trouble, &ui::TroublePage::retryRequested, &trouble, open);
    return open() ? QApplication::exec() : 0;
}

} // namespace unclench::app
