// SPDX-License-Identifier: GPL-3.0-or-later
// The window with all its pages and dialogs around one engine: who shows what, who hears whom.
#pragma once

#include "ui/alert_showing.h"
#include "ui/alerts_bridge.h"
#include "ui/asking_showing.h"
#include "ui/bad_day_showing.h"
#include "ui/bridge.h"
#include "ui/care_showing.h"
#include "ui/data_showing.h"
#include "ui/details_bridge.h"
#include "ui/dialogs/alarm_settings.h"
#include "ui/dialogs/settings_view.h"
#include "ui/glance_showing.h"
#include "ui/guide_bridge.h"
#include "ui/history_bridge.h"
#include "ui/insights_bridge.h"
#include "ui/main_window.h"
#include "ui/seat_showing.h"
#include "ui/settings_bridge.h"
#include "ui/visit_showing.h"
#include "ui/widgets/keyboard.h"

#include <QPointer>

namespace unclench::ui {

class DetailsPage;
class FirstStartPage;
class GuidePage;
class HistoryPage;
class InsightsPage;
class SettingsDialog;

class Shell : public QObject {
    Q_OBJECT
public:
    /// What is around the engine; the references must outlive the shell.
    struct Surroundings {
        const Words& words;
        const EmergencyNumbers& numbers;
        /// ISO 3166-1 alpha-2; empty where the system does not say.
        QString country;
        QString version;
        /// Puts a failure into words.
        std::function<QString(const StorageError&)> explain;
        Appearance appearance = Appearance::System;
        bool startsWithDesktop = false;
        /// Asked each time that the settings open.
        std::function<AlarmMeans()> alarmMeans = [] { return AlarmMeans{}; };
    };
    Shell(Engine& engine, Surroundings surroundings);

    [[nodiscard]] Bridge& bridge() { return m_bridge; }
    [[nodiscard]] AlertsBridge& alerts() { return m_alerts; }
    [[nodiscard]] AlertShowing& alertShowing() { return m_alertShowing; }
    [[nodiscard]] AskingShowing& asking() { return m_asking; }
    [[nodiscard]] CareShowing& care() { return m_care; }
    [[nodiscard]] SeatShowing& seat() { return m_seat; }
    [[nodiscard]] VisitShowing& visit() { return m_visit; }
    [[nodiscard]] DataShowing& data() { return m_data; }
    [[nodiscard]] BadDayShowing& badDay() { return m_badDay; }
    [[nodiscard]] MainWindow& window() { return m_window; }
    /// Until what is in view of heat, cold and sitting changes by time alone: each second while the
    /// time left is. Absent: nothing does. Then `tick`.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTick();
    /// What a person sees first: *Now*, or before that, once, the first start.
    void showFirstPage();

    /// Columns of History, to be kept with the window.
    [[nodiscard]] QByteArray historyTable() const;
    void restoreHistoryTable(const QByteArray& state);
    void setStartsWithDesktop(bool isOn);

public Q_SLOTS:
    /// A minute, a day or more went by: what is said of times is said anew.
    void passTime();
    /// What `nextTick` waited for has come; much less than `passTime`.
    void tick();
    void showHistory();
    void showVisit();
    void showGuide();
    void showDetails(const unclench::Uuid& episode);
    /// At most one of each is open; asked again, it comes to the front.
    QDialog* showSettings();
    QDialog* showKeys();
    QDialog* showAbout();

Q_SIGNALS:
    void appearanceRequested(unclench::ui::Appearance appearance);
    void autostartRequested(bool isOn);
    /// To be said aloud, where the program speaks.
    void speakRequested(const QString& words);
    /// `volume`: 1 to 100.
    void tryOutSoundRequested(int volume);
    void tryOutSpeechRequested(const QString& sentence, int volume);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool saveDrafts();
    void connectDetails();
    void connectHistory();
    void connectInsights();
    void connectGuide();
    void connectSettings(SettingsDialog& dialog);
    template <class Dialog, class Make>
    QDialog* show(QPointer<Dialog>& open, Make&& make);

    Engine& m_engine;
    Surroundings m_around;
    ReturnPresses m_returnPresses;
    Bridge m_bridge;
    MainWindow m_window;
    DetailsBridge m_details;
    HistoryBridge m_history;
    InsightsBridge m_insights;
    GuideBridge m_guide;
    SettingsBridge m_settings;
    AlertsBridge m_alerts;
    AlertShowing m_alertShowing;
    AskingShowing m_asking;
    CareShowing m_care;
    SeatShowing m_seat;
    BadDayShowing m_badDay;
    DetailsPage* m_detailsPage;
    HistoryPage* m_historyPage;
    GlanceShowing m_glance;
    InsightsPage* m_insightsPage;
    VisitShowing m_visit;
    GuidePage* m_guidePage;
    FirstStartPage* m_firstStart;
    DataShowing m_data;
    /// The window was asked to close, but not everything that is typed could be saved.
    bool m_isCloseRefused = false;
    QString m_lastFailure;
    QPointer<SettingsDialog> m_settingsDialog;
    QPointer<QDialog> m_keysDialog;
    QPointer<QDialog> m_aboutDialog;
};

} // namespace unclench::ui
