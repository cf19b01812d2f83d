// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell.h"

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/keys_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/pages/details_page.h"
#include "ui/pages/first_start_page.h"
#include "ui/pages/guide_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/insights_page.h"

#include <QEvent>

namespace unclench::ui {

Shell::Shell(Engine& engine, Surroundings surroundings)
    : m_engine(engine), m_around(std::move(surroundings)), m_bridge(engine, m_around.explain),
      m_window(m_bridge, m_around.words), m_details(engine, m_bridge, m_around.words),
      m_history(engine, m_bridge, m_around.explain), m_insights(engine, m_around.explain),
      m_guide(engine, m_bridge, m_around.explain),
      m_settings(engine, m_bridge, m_around.numbers, m_around.country, m_around.explain),
      m_alerts(
          engine, m_bridge, m_around.words, m_around.numbers, m_around.country, m_around.explain),
      m_alertShowing(m_alerts, m_window),
      m_asking(engine, m_bridge, m_window, m_around.words, m_around.explain),
      m_care(engine, m_bridge, m_window, m_around.words, m_around.explain),
      m_seat(engine, m_bridge, m_window, m_around.words, m_around.explain),
      m_badDay(m_bridge, m_alerts, m_asking.asking(), m_care.care(), m_window),
      m_detailsPage(new DetailsPage{engine.vocabulary(), m_around.words}),
      m_historyPage(new HistoryPage{m_around.words, engine.vocabulary()}),
      m_glance(engine, m_around.explain, *m_historyPage),
      m_insightsPage(new InsightsPage{engine.vocabulary(), m_around.words}),
      m_visit(engine, m_bridge, m_window, m_around.words, m_around.explain),
      m_guidePage(new GuidePage{guideTopics(engine.guide(), engine.vocabulary(), m_around.words),
                                breathingTimes(engine.guide())}),
      m_firstStart(new FirstStartPage{m_around.words}), m_data(m_window)
{
    m_window.addPage(QStringLiteral("historyButton"), tr("History"), m_historyPage);
    m_window.addPage(QStringLiteral("insightsButton"), tr("Insights"), m_insightsPage);
    m_window.addPage(QStringLiteral("visitButton"), tr("Visit"), m_visit.page());
    m_window.addPage(QStringLiteral("guideButton"), tr("Guide"), m_guidePage);
    m_window.addHiddenPage(m_detailsPage);
    m_window.addHiddenPage(m_firstStart);
    m_window.installEventFilter(this);
    connectDetails();
    connectHistory();
    connectInsights();
    connectGuide();
    connect(&m_visit, &VisitShowing::detailsRequested, this, &Shell::showDetails);
    connect(&m_badDay, &BadDayShowing::spoken, this, &Shell::speakRequested);
    connect(&m_badDay, &BadDayShowing::changedRequested, &m_asking, &AskingShowing::showChanged);
    connect(&m_bridge, &Bridge::failed, this,
            [this](const QString& sentence) { m_lastFailure = sentence; });
    connect(&m_settings, &SettingsBridge::failed, &m_window, &MainWindow::displayNotice);
    connect(m_firstStart, &FirstStartPage::beginRequested, &m_settings,
            &SettingsBridge::finishFirstStart);
    connect(m_firstStart, &FirstStartPage::spasmRequested, &m_window, &MainWindow::raiseAtScale);
    connect(&m_settings, &SettingsBridge::firstStartFinished, &m_window, &MainWindow::showNow);
    connect(&m_window, &MainWindow::settingsRequested, this, &Shell::showSettings);
    connect(&m_window, &MainWindow::dataRequested, &m_data, &DataShowing::show);
    connect(&m_window, &MainWindow::keysRequested, this, &Shell::showKeys);
    connect(&m_window, &MainWindow::aboutRequested, this, &Shell::showAbout);
}

void Shell::connectDetails()
{
    connect(&m_window, &MainWindow::detailsRequested, this, &Shell::showDetails);
    connect(&m_details, &DetailsBridge::viewChanged, m_detailsPage, &DetailsPage::display);
    connect(&m_details, &DetailsBridge::leaving, m_detailsPage, &DetailsPage::saveDrafts);
    connect(&m_details, &DetailsBridge::gone, &m_window, &MainWindow::goBack);
    connect(m_detailsPage, &DetailsPage::told, &m_details, &DetailsBridge::tell);
    connect(m_detailsPage, &DetailsPage::forgotten, &m_details, &DetailsBridge::forget);
    connect(m_detailsPage, &DetailsPage::onsetRequested, &m_details, &DetailsBridge::setOnset);
    connect(m_detailsPage, &DetailsPage::symptomTold, &m_details, &DetailsBridge::tellSymptom);
    connect(m_detailsPage, &DetailsPage::functionTold, &m_details, &DetailsBridge::tellFunction);
    connect(m_detailsPage, &DetailsPage::reliefTold, &m_details, &DetailsBridge::tellRelief);
    connect(m_detailsPage, &DetailsPage::pastCareTold, &m_care.care(), &CareBridge::tellPast);
    connect(&m_care.care(), &CareBridge::pastSaved, m_detailsPage, &DetailsPage::notePastCareSaved);
    connect(m_detailsPage, &DetailsPage::medicineTaken, &m_details, &DetailsBridge::take);
    connect(m_detailsPage, &DetailsPage::corrected, &m_details, &DetailsBridge::correct);
    connect(m_detailsPage, &DetailsPage::removed, &m_details, &DetailsBridge::remove);
    connect(m_detailsPage, &DetailsPage::closeRequested, &m_window, &MainWindow::goBack);
}

void Shell::connectHistory()
{
    connect(&m_history, &HistoryBridge::historyChanged, m_historyPage, &HistoryPage::display);
    connect(&m_history, &HistoryBridge::entryChanged, m_historyPage, &HistoryPage::displayEntry);
    connect(&m_history, &HistoryBridge::failed, &m_window, &MainWindow::displayNotice);
    connect(&m_glance, &GlanceShowing::failed, &m_window, &MainWindow::displayNotice);
    connect(m_historyPage, &HistoryPage::shownChanged, &m_history, &HistoryBridge::setShown);
    connect(m_historyPage, &HistoryPage::filterChanged, &m_history, &HistoryBridge::setFilter);
    connect(m_historyPage, &HistoryPage::entryChosen, &m_history, &HistoryBridge::choose);
    connect(m_historyPage, &HistoryPage::openRequested, this, &Shell::showDetails);
    connect(m_historyPage, &HistoryPage::alertsRequested, &m_alertShowing,
            &AlertShowing::showHistory);
    connect(m_historyPage, &HistoryPage::deleteRequested, &m_history, &HistoryBridge::remove);
    connect(m_historyPage, &HistoryPage::restoreRequested, &m_history, &HistoryBridge::restore);
    connect(&m_history, &HistoryBridge::filtersChanged, m_historyPage,
            &HistoryPage::displayFilters);
    connect(m_historyPage, &HistoryPage::keepFilterRequested, &m_history,
            &HistoryBridge::keepFilter);
    connect(&m_history, &HistoryBridge::filterKept, m_historyPage, &HistoryPage::filterKept);
    connect(m_historyPage, &HistoryPage::forgetFilterRequested, &m_history,
            &HistoryBridge::forgetFilter);
}

void Shell::connectInsights()
{
    connect(&m_insights, &InsightsBridge::viewChanged, m_insightsPage, &InsightsPage::display);
    connect(&m_insights, &InsightsBridge::failed, &m_window, &MainWindow::displayNotice);
    connect(m_insightsPage, &InsightsPage::shownChanged, &m_insights, &InsightsBridge::setShown);
    connect(m_insightsPage, &InsightsPage::periodChanged, &m_insights, &InsightsBridge::setPeriod);
}

void Shell::connectGuide()
{
    connect(&m_guide, &GuideBridge::exerciseChanged, m_guidePage, &GuidePage::display);
    connect(&m_guide, &GuideBridge::failed, &m_window, &MainWindow::displayNotice);
    connect(m_guidePage, &GuidePage::shownChanged, &m_guide, &GuideBridge::setShown);
    connect(m_guidePage, &GuidePage::crampTold, &m_guide, &GuideBridge::tellCramp);
    connect(m_guidePage, &GuidePage::spoken, this, &Shell::speakRequested);
}

void Shell::connectSettings(SettingsDialog& dialog)
{
    connect(&m_settings, &SettingsBridge::settingsChanged, &dialog, &SettingsDialog::display);
    connect(&m_settings, &SettingsBridge::failed, &dialog, &SettingsDialog::displayNotice);
    connect(&m_bridge, &Bridge::failed, &dialog, &SettingsDialog::displayNotice);
    connect(&dialog, &SettingsDialog::settingRequested, &m_settings, &SettingsBridge::set);
    connect(&dialog, &SettingsDialog::resetRequested, &m_settings, &SettingsBridge::reset);
    connect(&dialog, &SettingsDialog::birthYearRequested, &m_settings,
            &SettingsBridge::tellBirthYear);
    connect(&dialog, &SettingsDialog::pregnantWeeksRequested, &m_settings,
            &SettingsBridge::tellPregnantWeeks);
    connect(&dialog, &SettingsDialog::emergencyNumberRequested, &m_settings,
            &SettingsBridge::tellEmergencyNumber);
    connect(&dialog, &SettingsDialog::conditionRequested, &m_settings,
            &SettingsBridge::tellCondition);
    connect(&dialog, &SettingsDialog::exercisesRequested, &m_seat, &SeatShowing::showExercises);
    connect(&dialog, &SettingsDialog::dataRequested, &m_data, &DataShowing::show);
    connect(&dialog, &SettingsDialog::appearanceRequested, this, [this](Appearance appearance) {
        m_around.appearance = appearance;
        Q_EMIT appearanceRequested(appearance);
    });
}

template <class Dialog, class Make>
QDialog* Shell::show(QPointer<Dialog>& open, Make&& make)
{
    if (!open) {
        open = make();
        open->setAttribute(Qt::WA_DeleteOnClose);
    }
    open->show();
    open->raise();
    open->activateWindow();
    return open;
}

void Shell::showFirstPage()
{
    m_bridge.refresh();
    m_alerts.refresh();
    if (m_settings.isFirstStartDue()) {
        m_firstStart->display(m_settings.firstStartView());
        m_window.showPage(m_firstStart);
    }
}

QByteArray Shell::historyTable() const
{
    return m_historyPage->tableState();
}

void Shell::restoreHistoryTable(const QByteArray& state)
{
    m_historyPage->restoreTable(state);
}

void Shell::passTime()
{
    m_bridge.refresh();
    if (m_detailsPage->isVisible()) {
        m_details.refresh();
    }
    m_history.passTime();
    m_glance.passTime();
    m_insights.passTime();
    m_visit.passTime();
    m_guide.refresh();
}

void Shell::tick()
{
    m_care.care().tick();
    m_seat.tick();
}

std::optional<std::chrono::milliseconds> Shell::nextTick()
{
    const auto care = m_badDay.isTimeSeen() ? m_care.care().untilNextSecond() : m_care.nextTick();
    const auto seat = m_seat.nextTick();
    return care && seat ? std::min(care, seat) : (care ? care : seat);
}

bool Shell::saveDrafts()
{
    m_lastFailure.clear();
    const bool areDetailsSaved = m_details.saveDrafts();
    const bool isVisitSaved = m_visit.saveDrafts();
    return m_asking.saveDrafts() && areDetailsSaved && isVisitSaved;
}

bool Shell::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Close) {
        // What is typed is saved first. Where that fails, the window stays and says why; who closes
        // it once more does without.
        m_isCloseRefused = !saveDrafts() && !m_isCloseRefused;
        if (m_isCloseRefused) {
            m_window.displayNotice(
                //: %1 says why it could not be saved
                tr("%1 What you typed is still here. Close the window once more to leave it.")
                    .arg(m_lastFailure)
                    .trimmed());
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void Shell::showHistory()
{
    m_window.showPage(m_historyPage);
}

void Shell::showVisit()
{
    m_visit.showPage();
}

void Shell::showGuide()
{
    m_window.showPage(m_guidePage);
}

void Shell::showDetails(const Uuid& episode)
{
    m_details.open(episode);
    m_window.showPage(m_detailsPage);
    m_detailsPage->focusFirst();
}

QDialog* Shell::showSettings()
{
    return show(m_settingsDialog, [this] {
        auto* dialog = new SettingsDialog{m_engine.vocabulary(), m_around.words, &m_window};
        connectSettings(*dialog);
        dialog->displayAppearance(m_around.appearance);
        dialog->displayAutostart(m_around.startsWithDesktop);
        connect(dialog, &SettingsDialog::autostartRequested, this, &Shell::autostartRequested);
        dialog->displayAlarmMeans(m_around.alarmMeans());
        connect(dialog, &SettingsDialog::tryOutSoundRequested, this, &Shell::tryOutSoundRequested);
        connect(dialog, &SettingsDialog::tryOutSpeechRequested, this,
                &Shell::tryOutSpeechRequested);
        m_settings.refresh();
        return dialog;
    });
}

QDialog* Shell::showKeys()
{
    return show(m_keysDialog, [this] { return new KeysDialog{&m_window}; });
}

QDialog* Shell::showAbout()
{
    return show(m_aboutDialog, [this] {
        return new AboutDialog{m_around.version, m_engine.vocabulary().sources(),
                               m_around.numbers.sources(), &m_window};
    });
}

void Shell::setStartsWithDesktop(bool isOn)
{
    m_around.startsWithDesktop = isOn;
    if (m_settingsDialog) {
        m_settingsDialog->displayAutostart(isOn);
    }
}

} // namespace unclench::ui
