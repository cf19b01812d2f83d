// SPDX-License-Identifier: GPL-3.0-or-later
// What became of every alert: when it was raised and why, what happened to it, and the answers
// behind it, those that were taken back too.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace unclench::ui {

class ScrollSheet;

class AlertHistoryPage : public QWidget {
    Q_OBJECT
public:
    explicit AlertHistoryPage(QWidget* parent = nullptr);

    void display(const AlertHistoryView& view);

Q_SIGNALS:
    void closeRequested();

private:
    ScrollSheet* m_scroll;
    QLabel* m_empty;
    QLabel* m_more;
    QVBoxLayout* m_cards;
};

} // namespace unclench::ui
