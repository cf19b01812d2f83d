// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/application_id.h"
#include "app/desktop/folders.h"
#include "app/desktop/session_bus.h"
#include "app/desktop/upkeep.h"
#include "app/desktop/wakeup.h"
#include "core/store/copies.h"
#include "core/store/files.h"
#include "ui/bridge.h"
#include "ui/main_window.h"
#include "ui/pages/trouble_page.h"
#include "ui/theme.h"
#include "ui/wording/problems.h"

#include <QApplication>
#include <QLockFile>
#include <spdlog/spdlog.h>

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

/// Everything that exists while a diary is open in a window.
class OpenDiary {
public:
    OpenDiary(const cli::WindowRequest& request,
              const Clock& clock,
              const Vocabulary& vocabulary,
              const ui::Words& words)
        : m_clock(clock), m_database(Database::open(request.dataFolder, {})),
          m_engine(*m_database, clock, vocabulary, m_uuids),
          m_bridge(
              m_engine,
              [folder = request.dataFolder](const auto& error) { return explain(error, folder); }),
          m_window(m_bridge, words), m_upkeep(request.dataFolder, clock),
          m_bus(request.dataFolder, request.dataFolder == defaultDataFolder()),
          m_saved(m_engine.events().subscribe([this](const Event& event) { onEvent(event); }))
    {
        QObject::connect(&m_bus, &BusListener::changedElsewhere, &m_bridge,
                         &ui::Bridge::lookForChanges);
        QObject::connect(&m_bus, &BusListener::raiseRequested, &m_window,
                         [this](bool isSpasm) { raise(isSpasm); });
        QObject::connect(&m_window, &ui::MainWindow::activated, &m_bridge,
                         &ui::Bridge::lookForChanges);
        QObject::connect(&m_window, &ui::MainWindow::shownChanged, &m_wakeup, [this](bool isShown) {
            m_isShown = isShown;
            m_bridge.refresh();
        });
        QObject::connect(&m_window, &ui::MainWindow::firstPainted, &m_upkeep, [this] {
            spdlog::info("first paint at {} ms", m_clock.now().monotonic.count());
            spdlog::default_logger()->flush();
            m_upkeep.check();
        });
        QObject::connect(&m_wakeup, &Wakeup::due, &m_bridge, [this] {
            m_bridge.lookForChanges();
            m_bridge.refresh();
        });
        QObject::connect(&m_bridge, &ui::Bridge::nowChanged, &m_wakeup,
                         [this](const ui::NowView& view) { arm(view); });
        QObject::connect(
            &m_upkeep, &Upkeep::foundDamage, &m_window, [this, folder = request.dataFolder] {
                m_window.displayNotice(
                    explain(StorageError{StorageFault::Damaged, "check", "quick check"}, folder));
            });
        m_bridge.refresh();
        if (m_database->isReadOnly()) {
            m_window.displayNotice(explain(
                StorageError{StorageFault::ReadOnly, "open", "read-only"}, request.dataFolder));
        }
        raise(request.isSpasm);
    }

private:
    void raise(bool isSpasm)
    {
        if (isSpasm) {
            m_window.raiseAtScale();
        } else {
            m_window.raiseToFront();
        }
    }

    /// The length of an open spasm changes each minute; nobody needs that while the window is
    /// hidden.
    void arm(const ui::NowView& view)
    {
        using namespace std::chrono_literals;
        if (!m_isShown || !view.open) {
            m_wakeup.arm(std::nullopt);
            return;
        }
        const Now now = m_clock.now();
        const auto sinceMinute = (now.wall.utc - view.open->onset().utc) % 1min;
        m_wakeup.arm(now.boot + 1min - (sinceMinute < 0ms ? sinceMinute + 1min : sinceMinute));
    }

    void onEvent(const Event& event)
    {
        if (std::holds_alternative<RecordsSaved>(event)) {
            m_upkeep.copyIfDue();
        }
    }

    const Clock& m_clock;
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    Engine m_engine;
    ui::Bridge m_bridge;
    ui::MainWindow m_window;
    Upkeep m_upkeep;
    BusListener m_bus;
    Wakeup m_wakeup;
    Subscription m_saved;
    bool m_isShown = false;
};

} // namespace

int runWindow(int& argc,
              char* argv[],
              const cli::WindowRequest& request,
              const Clock& clock,
              const Vocabulary& vocabulary)
{
    QApplication application{argc, argv};
    QGuiApplication::setDesktopFileName(QLatin1String{kApplicationId});
    QApplication::setPalette(ui::theme::palette(ui::theme::schemeOf(QApplication::palette())));
    const ui::Words words = ui::Words::builtIn();

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
                askToRaise(request.dataFolder, request.isSpasm);
                return false;
            }
            diary = std::make_unique<OpenDiary>(request, clock, vocabulary, words);
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
