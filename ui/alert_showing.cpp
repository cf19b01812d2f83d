// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert_showing.h"

#include "ui/alerts_bridge.h"
#include "ui/dialogs/why_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/alert_history_page.h"
#include "ui/pages/emergency_page.h"
#include "ui/widgets/alert_banner.h"

namespace unclench::ui {

AlertShowing::AlertShowing(AlertsBridge& bridge, MainWindow& window)
    : m_bridge(bridge), m_window(window), m_banner(new AlertBanner), m_emergency(new EmergencyPage),
      m_history(new AlertHistoryPage)
{
    window.setBanner(m_banner);
    window.addHiddenPage(m_emergency);
    window.addHiddenPage(m_history);
    connect(&bridge, &AlertsBridge::viewChanged, this, &AlertShowing::display);
    connect(&bridge, &AlertsBridge::raised, this, [this] { m_hasLeft = false; });
    connect(&bridge, &AlertsBridge::shownNoted, this, &AlertShowing::refreshHistory);
    connect(&bridge, &AlertsBridge::historyChanged, m_history, &AlertHistoryPage::display);
    connect(&bridge, &AlertsBridge::failed, &window, &MainWindow::displayNotice);
    connect(&window, &MainWindow::activated, this, &AlertShowing::comeBack);
    connect(&window, &MainWindow::shownChanged, this, &AlertShowing::noteShown);
    connect(m_banner, &AlertBanner::whyRequested, this, &AlertShowing::showWhy);
    connect(m_banner, &AlertBanner::emergencyRequested, this, &AlertShowing::comeBack);
    connect(m_banner, &AlertBanner::laterRequested, &bridge, &AlertsBridge::putOff);
    connect(m_banner, &AlertBanner::closeRequested, &bridge, &AlertsBridge::close);
    connect(m_emergency, &EmergencyPage::contacted, &bridge, &AlertsBridge::contacted);
    connect(m_emergency, &EmergencyPage::mistakeRequested, &bridge,
            [this](const std::string& rule) { m_bridge.close(rule, Closing::Mistake); });
    connect(m_emergency, &EmergencyPage::whyRequested, this, &AlertShowing::showWhy);
    connect(m_emergency, &EmergencyPage::spasmRequested, this, &AlertShowing::leave);
    connect(m_emergency, &EmergencyPage::numberTold, &bridge, &AlertsBridge::tellNumber);
    connect(m_history, &AlertHistoryPage::closeRequested, &window, &MainWindow::goBack);
}

void AlertShowing::display(const AlertsView& view)
{
    m_hasLeft = m_hasLeft && view.hasEmergency();
    const bool isTaking = view.hasEmergency() && !m_hasLeft;
    const bool isSame =
        isTaking == m_isTaking && view.open == m_shown.open && view.line == m_shown.line;
    if (!isSame) { // else a menu under the person's hand would close
        const bool isNew = isTaking && !m_isTaking;
        m_isTaking = isTaking;
        m_shown = view;
        if (isTaking) {
            m_banner->display({});
            m_emergency->display(view);
            m_window.takeOver(m_emergency);
        } else {
            m_window.giveBack(); // its usual colours first: the banner goes by them
            m_banner->display(view);
        }
        if (isNew) {
            m_emergency->focusFirst();
        }
        if (m_why && m_why->isVisible()) {
            m_why->display(view.open, view.now);
        }
    }
    refreshHistory();
    noteShown();
}

void AlertShowing::refreshHistory()
{
    if (m_history->isVisible()) {
        m_bridge.refreshHistory();
    }
}

void AlertShowing::comeBack()
{
    m_hasLeft = false;
    display(m_bridge.view());
}

void AlertShowing::leave()
{
    m_hasLeft = true;
    display(m_bridge.view());
    m_window.showScale();
}

void AlertShowing::noteShown()
{
    if (m_window.isVisible() && !m_window.isMinimized()) {
        m_bridge.markShown();
    }
}

void AlertShowing::showHistory()
{
    m_bridge.refreshHistory();
    m_window.showPage(m_history);
}

QDialog* AlertShowing::showWhy()
{
    if (!m_why) {
        m_why = new WhyDialog{&m_window};
        m_why->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_why->display(m_bridge.view().open, m_bridge.view().now);
    m_why->show();
    m_why->raise();
    m_why->activateWindow();
    return m_why;
}

} // namespace unclench::ui
