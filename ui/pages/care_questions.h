// SPDX-License-Identifier: GPL-3.0-or-later
// Before the first heat or cold: what could make it harmful, asked once, on one page.
#pragma once

#include "ui/widgets/care_view.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace unclench::ui {

class CheckGrid;
class MainButton;

class CareQuestions : public QWidget {
    Q_OBJECT
public:
    explicit CareQuestions(QWidget* parent = nullptr);

    /// With nothing ticked.
    void display(const CareQuestionsView& view);
    void focusFirst();

Q_SIGNALS:
    /// Of all that was asked, these apply and the others do not.
    void answered(const std::vector<std::string>& present);
    void closeRequested();

private:
    QWidget* buildHead();
    void renameContinue();

    QLabel* m_title = nullptr;
    QVBoxLayout* m_column = nullptr;
    CheckGrid* m_grid = nullptr;
    MainButton* m_continue = nullptr;
};

} // namespace unclench::ui
