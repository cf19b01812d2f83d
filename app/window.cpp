// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/application_id.h"
#include "app/desktop/end_signals.h"
#include "app/desktop/forgetting.h"
#include "app/desktop/session_bus.h"
#include "app/made_up.h"
#include "app/open_diary.h"
#include "app/trouble.h"
#include "core/store/files.h"
#include "ui/icon.h"
#include "ui/pages/forgotten_page.h"
#include "ui/style.h"

#include <QApplication>
#include <QLockFile>
#include <QTemporaryDir>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>

namespace unclench::app {

namespace {

/// A year that ends now.
void makeDemo(const std::filesystem::path& folder, const Clock& clock, const Vocabulary& vocabulary)
{
    replay::SimulatedClock story{clock.now().wall - std::chrono::days{365}};
    UuidSource uuids;
    const auto database = Database::open(folder, {});
    Engine engine{*database, story, vocabulary, uuids};
    tellYear(engine, story);
}

/// From the lock on the folder to the last window: the diary while it can be opened, the ways out
/// while it cannot, and what is said once all of it is deleted.
class WindowLife : public QObject {
public:
    WindowLife(cli::WindowRequest request, Surroundings& around)
        : m_request(std::move(request)), m_around(around),
          m_trouble(m_request.dataFolder, around.clock),
          m_lock(QString::fromStdString((m_request.dataFolder / "unclench.lock").string()))
    {
        m_lock.setStaleLockTime(0);
        std::error_code ignored;
        m_isFolderThere = std::filesystem::is_directory(m_request.dataFolder, ignored);
        connect(&m_trouble, &Trouble::retryRequested, this, [this] { open({}); });
        connect(&m_trouble, &Trouble::mended, this, [this](const QString& notice) {
            m_request.isBackground = false; // somebody sits here
            open(notice);
        });
        connect(&m_trouble, &Trouble::looked, this,
                [this](const std::shared_ptr<OpenedFile>& opened) {
                    m_request.isBackground = false;
                    show(std::move(*opened));
                });
    }

    /// Shows the diary, or why it cannot be opened. False: another process has it open.
    bool open(const QString& notice)
    {
        try {
            // The folder comes first: the lock lies in it. Where it cannot be made, the window says
            // so.
            if (!m_isFolderThere) {
                makePrivateFolder(m_request.dataFolder);
            }
            if (!m_lock.isLocked() && !m_lock.tryLock(0) &&
                m_lock.error() == QLockFile::LockFailedError) {
                raiseOther();
                return false;
            }
            show({Database::open(m_request.dataFolder, {}), notice});
        } catch (const StorageError& error) {
            spdlog::error("the diary could not be opened: {}", error.what());
            m_trouble.show(error);
        }
        return true;
    }

private:
    void show(OpenedFile opened)
    {
        m_diary = std::make_unique<OpenDiary>(m_request, m_around, std::move(opened));
        m_trouble.hide();
        // Queued: what tells it is a part of what is let go of.
        connect(m_diary.get(), &OpenDiary::repairRequested, this, &WindowLife::repair,
                Qt::QueuedConnection);
        connect(m_diary.get(), &OpenDiary::forgetRequested, this, &WindowLife::forget,
                Qt::QueuedConnection);
    }

    void raiseOther() const
    {
        if (!hasSessionBus()) {
            std::fputs("unclench: The window is open already; without a session bus it cannot be "
                       "raised.\n",
                       stderr);
        }
        if (!m_request.isBackground) {
            askToRaise(m_request.dataFolder, m_request.isSpasm);
        }
    }

    void letGo()
    {
        m_diary.reset();
        QApplication::setQuitOnLastWindowClosed(true); // its tray is gone
    }

    void repair()
    {
        // Shown first: where no window is left, the program ends.
        m_trouble.show(StorageError{StorageFault::Damaged, "check", "found by the check"});
        letGo();
    }

    void forget()
    {
        m_forgotten = std::make_unique<ui::ForgottenPage>();
        m_forgotten->show();
        letGo();
        m_around.state.sync(); // or it would be written again
        m_lock.unlock();
        m_forgotten->display(describe(forgetEverything(m_request.dataFolder)));
    }

    cli::WindowRequest m_request;
    Surroundings& m_around;
    Trouble m_trouble;
    QLockFile m_lock;
    bool m_isFolderThere = false;
    std::unique_ptr<OpenDiary> m_diary;
    std::unique_ptr<ui::ForgottenPage> m_forgotten;
};

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

    WindowLife life{request, around};
    const EndSignals endSignals;
    return life.open({}) ? QApplication::exec() : 0;
}

} // namespace unclench::app
