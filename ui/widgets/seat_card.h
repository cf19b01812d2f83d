// SPDX-License-Identifier: GPL-3.0-or-later
// Sitting on *Now*: how long, what is due, and what a person tells about it with one press.
#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/seat_view.h"

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace unclench::ui {

class MainButton;
class SeatRing;

class SeatCard : public Card {
    Q_OBJECT
public:
    explicit SeatCard(QWidget* parent = nullptr);

    void display(const SeatView& view);

Q_SIGNALS:
    void gotUpRequested();
    /// Back from a break.
    void backRequested();
    void snoozeRequested();
    void skipRequested();
    void postureTold(unclench::Posture posture);
    /// So many minutes, or so many more while one lasts. 0: it is over.
    void meetingRequested(int minutes);
    /// 0: until tomorrow.
    void pauseRequested(int minutes);
    /// The pause is over.
    void resumeRequested();
    void gapAnswered(const unclench::Uuid& span, bool wasSitting);
    void shorterAnswered(bool isWanted);
    void dayRequested();
    /// Sitting is to be measured from now on.
    void measuringRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Ask { Nothing, Gap, Shorter };

    QWidget* buildHead();
    QWidget* buildButtons();
    QWidget* buildAsk();
    QMenu* buildPosture();
    QMenu* buildPause();
    void displayButtons();
    void displayAsk();
    void answer(bool isFirst);
    void arrange();

    SeatView m_view;
    Ask m_asked = Ask::Nothing;
    QBoxLayout* m_halves = nullptr;
    SeatRing* m_ring = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_today = nullptr;
    QLabel* m_note = nullptr;
    MainButton* m_main = nullptr;
    QPushButton* m_snooze = nullptr;
    QPushButton* m_skip = nullptr;
    QPushButton* m_posture = nullptr;
    QPushButton* m_meeting = nullptr;
    QPushButton* m_longer = nullptr;
    QPushButton* m_pause = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_day = nullptr;
    QWidget* m_ask = nullptr;
    QLabel* m_question = nullptr;
    QPushButton* m_first = nullptr;
    QPushButton* m_second = nullptr;
};

} // namespace unclench::ui
