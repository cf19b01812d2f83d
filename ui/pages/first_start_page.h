// SPDX-License-Identifier: GPL-3.0-or-later
// The first start, one screen: what this is and is not, and the few questions that change advice.
#pragma once

#include "ui/pages/first_start_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace unclench::ui {

class CheckGrid;
class MainButton;
class NumberField;

/// Keeps what is typed: it leaves when the owner hears that all of it was saved.
class FirstStartPage : public QWidget {
    Q_OBJECT
public:
    explicit FirstStartPage(const Words& words, QWidget* parent = nullptr);

    void display(const FirstStartView& view);

Q_SIGNALS:
    /// Whoever is in pain answers later.
    void spasmRequested();
    void beginRequested(const unclench::ui::FirstStartDraft& draft);

private:
    QWidget* buildIntroduction();
    QWidget* buildNumberCard();
    QWidget* buildProfileCard(const Words& words);
    void begin();

    QLineEdit* m_number = nullptr;
    QLabel* m_numberSource = nullptr;
    NumberField* m_birthYear = nullptr;
    NumberField* m_weeks = nullptr;
    CheckGrid* m_conditions = nullptr;
    MainButton* m_begin = nullptr;
};

} // namespace unclench::ui
