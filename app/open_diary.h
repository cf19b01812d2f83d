// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that exists while a diary is open in a window, and who hears whom.
#pragma once

#include "app/cli/command_line.h"
#include "app/desktop/alarm_voice.h"
#include "app/desktop/alert_caller.h"
#include "app/desktop/autostart.h"
#include "app/desktop/care_caller.h"
#include "app/desktop/data_desk.h"
#include "app/desktop/folders.h"
#include "app/desktop/import_desk.h"
#include "app/desktop/long_step.h"
#include "app/desktop/report_desk.h"
#include "app/desktop/session_bus.h"
#include "app/desktop/shared_watch.h"
#include "app/desktop/staying.h"
#include "app/desktop/tray.h"
#include "app/desktop/upkeep.h"
#include "app/desktop/wakeup.h"
#include "app/opened_file.h"
#include "app/sitting.h"
#include "ui/appearance.h"
#include "ui/shell.h"
#include "ui/window_state.h"

#include <QApplication>
#include <QObject>
#include <QPalette>

#include <memory>

namespace unclench::app {

/// What every diary that is opened in this process shares.
struct Surroundings {
    const Clock& clock;
    const Vocabulary& vocabulary;
    const ui::Words& words = ui::Words::builtIn();
    const EmergencyNumbers& numbers = EmergencyNumbers::builtIn();
    const QPalette systemPalette = QApplication::palette();
    ui::WindowState state{configFile()};
};

class OpenDiary : public QObject {
    Q_OBJECT
public:
    /// `around` must outlive it.
    OpenDiary(const cli::WindowRequest& request, Surroundings& around, OpenedFile opened);
    ~OpenDiary() override;

Q_SIGNALS:
    // All of the diary must be let go of first; not before the event that tells it is over.
    void forgetRequested();
    void repairRequested();

private:
    void connectWindow(Surroundings& around);
    void connectCare();
    void connectUpkeep(const std::filesystem::path& folder);
    void sayElsewhere(const KeptElsewhere& kept);
    /// In words of the window, not of the command line.
    [[nodiscard]] static QString sayDamaged(const std::filesystem::path& folder);
    [[nodiscard]] static std::function<QString(const StorageError&)>
    explainer(const std::filesystem::path& folder);
    void connectShared();
    /// The folder that is shared. Absent: none, or it cannot be read.
    [[nodiscard]] std::optional<std::filesystem::path> sharedFolder();
    /// Each trouble once.
    void sayShared(const Exchanged& exchanged);
    void sayFirst(const QString& notice, const cli::WindowRequest& request);
    void show(const cli::WindowRequest& request);
    void raise(bool isSpasm);
    [[nodiscard]] ui::AlarmMeans alarmMeans() const;
    /// What the person asked to hear, as far as the settings want speech.
    void speak(const QString& sentence);
    void stopCare();
    void saveState();
    /// Rules that come true by time alone.
    void advance();
    void wake();
    void displayNow(const ui::NowView& view);
    /// The length of an open spasm changes each minute, and what is called today at midnight;
    /// nobody needs that while the window is hidden. What the rules wait for is needed always.
    void arm();
    void onEvent(const Event& event);
    /// Once, after the first questions: without it nobody is told of what comes true by itself.
    void offerAutostart();
    void setAutostart(bool isOn);
    void answerOffer(bool isYes);

    const Clock& m_clock;
    ui::WindowState& m_state;
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    const bool m_isForReadingAlone;
    Engine m_engine;
    ui::Shell m_shell;
    ui::MainWindow& m_window;
    Upkeep m_upkeep;
    ReportDesk m_reportDesk;
    const DeskAround m_deskAround;
    DataDesk m_dataDesk;
    ImportDesk m_importDesk;
    LongStep m_longStep;
    SharedWatch m_sharedWatch;
    QStringList m_saidShared;
    BusListener m_bus;
    Tray m_tray;
    Arbiter m_arbiter;
    AlertCaller m_caller;
    AlarmVoice m_voice;
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

/// A failure in words that say what to do.
[[nodiscard]] QString explain(const StorageError& error, const std::filesystem::path& folder);

} // namespace unclench::app
