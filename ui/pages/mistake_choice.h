// SPDX-License-Identifier: GPL-3.0-or-later
// "Which answer was a mistake?": one button for each open emergency, named by its reason.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace unclench::ui {

class MistakeChoice : public QWidget {
    Q_OBJECT
public:
    explicit MistakeChoice(QWidget* parent = nullptr);

    void display(const AlertsView& view);
    void focusFirst();

Q_SIGNALS:
    void chosen(const std::string& rule);
    void backRequested();

private:
    QVBoxLayout* m_choices;
};

} // namespace unclench::ui
