// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can answer to one alert that is no emergency: later, contacted someone, not needed.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace unclench::ui {

class AlertAnswers : public QWidget {
    Q_OBJECT
public:
    explicit AlertAnswers(QWidget* parent = nullptr);

    void display(const AlertEntry& entry);

Q_SIGNALS:
    void laterRequested(const std::string& rule, std::chrono::milliseconds time);
    void closeRequested(const std::string& rule, unclench::Closing how);

private:
    std::string m_rule;
    QPushButton* m_later;
    QPushButton* m_contacted;
    QPushButton* m_notNeeded;
    QMenu* m_delays;
};

} // namespace unclench::ui
