// SPDX-License-Identifier: GPL-3.0-or-later
// Bad-day mode: six big buttons in the whole window, nothing to type, for somebody who lies down
// with a mouse or a keyboard alone.
#pragma once

#include "ui/pages/bad_day_view.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;

namespace unclench::ui {

class BadDayHelp;
class BigButton;
class BigGrid;

/// No press is without an answer: what cannot be done just now says why, in words and aloud.
class BadDayPage : public QWidget {
    Q_OBJECT
public:
    explicit BadDayPage(QWidget* parent = nullptr);

    void display(const BadDayView& view);
    /// The six buttons, with the keyboard on the one pressed last.
    void showSix();
    /// The eleven numbers.
    void showNumbers();
    void showHelp();
    /// Why heat or cold is blocked. Requires: it is, as last displayed.
    void showNotNow(unclench::Modality modality);
    /// Back to the six; where they are shown already, away from here.
    void goBack();
    void focusFirst();
    /// The time that is left is in view, so that its seconds are.
    [[nodiscard]] bool isTimeSeen() const;

Q_SIGNALS:
    /// To be said aloud.
    void spoken(const QString& words);
    /// Into the open spasm, or one begins with it.
    void painPicked(int pain);
    void startRequested(unclench::Modality modality);
    /// Ended, or its alarm confirmed.
    void stopRequested();
    void hurtsMore();
    /// Looked at during the session; absent: not normal, and not pink.
    void skinTold(std::optional<unclench::Skin> skin);
    /// The skin after a session feels normal again, or not yet.
    void skinFelt(bool isNormal);
    void clockConfirmed();
    void endRequested();
    void questionsRequested();
    void changedRequested();
    void leaveRequested();

private:
    enum View { Six, Numbers, NotNow, Help };
    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildSix();
    [[nodiscard]] QWidget* buildNumbers();
    [[nodiscard]] QWidget* buildNotNow();
    [[nodiscard]] BigButton* backButton(const QString& name);
    void addKeys();
    void show(View view);
    /// What is wanted most just now.
    [[nodiscard]] BigButton* main() const;
    void displaySix();
    void displayCare(Modality modality);
    void displayNotNow();
    void displayTitle();
    void pressCare(Modality modality);
    /// Says in the title why a press did nothing.
    void explain(const QString& sentence);
    void onDigit(int digit);
    [[nodiscard]] const CareCardView& card(Modality modality) const;
    [[nodiscard]] QString notNow() const;

    BadDayView m_view;
    Modality m_asked = Modality::Heat;
    QString m_explained;
    QWidget* m_last = nullptr;
    QLabel* m_title = nullptr;
    QStackedWidget* m_views = nullptr;
    BigButton* m_spasm = nullptr;
    BigButton* m_pain = nullptr;
    BigButton* m_heat = nullptr;
    BigButton* m_cold = nullptr;
    BigButton* m_help = nullptr;
    BigButton* m_over = nullptr;
    BigGrid* m_six = nullptr;
    BigGrid* m_skin = nullptr;
    BigGrid* m_numbers = nullptr;
    QLabel* m_reasons = nullptr;
    BigButton* m_yes = nullptr;
    BigButton* m_notYet = nullptr;
    BigButton* m_backFromNotNow = nullptr;
    BadDayHelp* m_helpView = nullptr;
};

} // namespace unclench::ui
