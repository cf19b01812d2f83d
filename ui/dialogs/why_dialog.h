// SPDX-License-Identifier: GPL-3.0-or-later
// "Why am I seeing this?": for each open alert what to do, what was told, and who says so. It names
// no illness.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QDialog>

class QVBoxLayout;

namespace unclench::ui {

class WhyDialog : public QDialog {
    Q_OBJECT
public:
    explicit WhyDialog(QWidget* parent);

    void display(const std::vector<AlertEntry>& alerts, const Moment& now);

private:
    QVBoxLayout* m_cards;
};

} // namespace unclench::ui
