// SPDX-License-Identifier: GPL-3.0-or-later
// What of the open alerts a person sees, and where: an emergency over the whole window, else a
// banner above every page.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QObject>
#include <QPointer>

class QDialog;

namespace unclench::ui {

class AlertBanner;
class AlertHistoryPage;
class AlertsBridge;
class EmergencyPage;
class MainWindow;
class WhyDialog;

class AlertShowing : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it; the window owns what is shown.
    AlertShowing(AlertsBridge& bridge, MainWindow& window);

public Q_SLOTS:
    /// The emergency again, where it was left to write something down.
    void comeBack();
    /// Leaves the emergency to write down a spasm.
    void leave();
    void showHistory();
    /// At most one is open; asked again, it comes to the front.
    QDialog* showWhy();

private:
    void display(const AlertsView& view);
    void noteShown();
    void refreshHistory();

    AlertsBridge& m_bridge;
    MainWindow& m_window;
    AlertBanner* m_banner;
    EmergencyPage* m_emergency;
    AlertHistoryPage* m_history;
    QPointer<WhyDialog> m_why;
    AlertsView m_shown;
    /// The person left the emergency to write down a spasm; the banner stands for it meanwhile.
    bool m_hasLeft = false;
    bool m_isTaking = false;
};

} // namespace unclench::ui
