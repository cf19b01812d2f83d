// SPDX-License-Identifier: GPL-3.0-or-later
// "Please get help now": takes the whole window while an emergency is open. What to do, the number
// to call, and three answers.
#pragma once

#include "ui/widgets/alert_view.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace unclench::ui {

class MistakeChoice;

/// Nothing is dialled: the number is only shown. Stands on theme::emergency.
class EmergencyPage : public QWidget {
    Q_OBJECT
public:
    explicit EmergencyPage(QWidget* parent = nullptr);

    /// Requires: view.hasEmergency().
    void display(const AlertsView& view);
    /// The keyboard on *Call help*, and all of it told to a screen reader.
    void focusFirst();

Q_SIGNALS:
    void contacted();
    void mistakeRequested(const std::string& rule);
    void whyRequested();
    void spasmRequested();
    void numberTold(const QString& number);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { Main, Call, Which };
    QWidget* buildMain();
    QWidget* buildWords();
    QWidget* buildAnswers();
    QWidget* buildNumberField();
    QWidget* buildCall();
    void showView(View view);
    void displayNumber(const EmergencyLine& line);
    void displayOthers(const AlertsView& view);
    void mistake();
    void arrange();

    std::vector<std::string> m_rules;
    QStackedWidget* m_views;
    QBoxLayout* m_halves = nullptr;
    QWidget* m_words = nullptr;
    QWidget* m_answers = nullptr;
    QLabel* m_said = nullptr;
    QLabel* m_advice = nullptr;
    QLabel* m_call = nullptr;
    QLabel* m_number = nullptr;
    QLabel* m_source = nullptr;
    QWidget* m_numberField = nullptr;
    QLineEdit* m_numberEdit = nullptr;
    QLabel* m_others = nullptr;
    QPushButton* m_callHelp = nullptr;
    QPushButton* m_mistake = nullptr;
    QLabel* m_numberAlone = nullptr;
    QLabel* m_sourceAlone = nullptr;
    QPushButton* m_backFromCall = nullptr;
    MistakeChoice* m_which = nullptr;
};

} // namespace unclench::ui
