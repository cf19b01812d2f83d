// SPDX-License-Identifier: GPL-3.0-or-later
// Above every page while an alert is open: what to do, every reason, and how to answer.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class AlertAnswers;
class AlertIcon;
class ScrollSheet;

/// Hidden while nothing is open. A screen reader is told where something new comes.
class AlertBanner : public QWidget {
    Q_OBJECT
public:
    explicit AlertBanner(QWidget* parent = nullptr);

    void display(const AlertsView& view);

Q_SIGNALS:
    void whyRequested();
    /// The emergency page, which was left to write something down.
    void emergencyRequested();
    void laterRequested(const std::string& rule, std::chrono::milliseconds time);
    void closeRequested(const std::string& rule, unclench::Closing how);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildWords();
    QWidget* buildActions();
    void buildRows(const AlertsView& view);
    void connectAnswers(AlertAnswers& answers);
    /// Colours follow the palette around it and the level.
    void tone();
    void arrange();
    void announce(const AlertsView& view);

    Level m_level = Level::Soon;
    QColor m_ground;
    QColor m_mark;
    bool m_isToning = false;
    std::vector<std::pair<Uuid, Level>> m_shown;
    ScrollSheet* m_scroll = nullptr;
    QBoxLayout* m_top = nullptr;
    QWidget* m_actions = nullptr;
    AlertIcon* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_lines = nullptr;
    QPushButton* m_why = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_each = nullptr;
    AlertAnswers* m_single = nullptr;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace unclench::ui
