// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/seat_showing.h"

#include "ui/bridge.h"
#include "ui/dialogs/exercises_dialog.h"
#include "ui/main_window.h"
#include "ui/pages/now_page.h"
#include "ui/pages/seat_page.h"
#include "ui/widgets/break_prompt.h"
#include "ui/widgets/break_screen.h"
#include "ui/widgets/seat_card.h"

namespace unclench::ui {

SeatShowing::SeatShowing(Engine& engine,
                         Bridge& bridge,
                         MainWindow& window,
                         const Words& words,
                         const std::function<QString(const StorageError&)>& explain)
    : m_bridge(bridge), m_window(window), m_page(new SeatPage),
      m_seat(engine, bridge, words, explain)
{
    m_window.addHiddenPage(m_page);
    connectCard();
    connectPage();
}

SeatShowing::~SeatShowing() = default;

void SeatShowing::connectCard()
{
    connect(&m_bridge, &Bridge::nowChanged, &m_seat, &SeatBridge::refresh);
    connect(&m_seat, &SeatBridge::failed, &m_window, &MainWindow::displayNotice);
    NowPage* now = m_window.nowPage();
    connect(&m_seat, &SeatBridge::viewChanged, now, &NowPage::displaySeat);
    SeatCard* card = now->seatCard();
    connect(card, &SeatCard::gotUpRequested, &m_seat, &SeatBridge::gotUp);
    connect(card, &SeatCard::backRequested, &m_seat, &SeatBridge::comeBack);
    connect(card, &SeatCard::snoozeRequested, &m_seat, &SeatBridge::snooze);
    connect(card, &SeatCard::skipRequested, &m_seat, &SeatBridge::skip);
    connect(card, &SeatCard::postureTold, &m_seat, &SeatBridge::tell);
    connect(card, &SeatCard::meetingRequested, &m_seat, &SeatBridge::meet);
    connect(card, &SeatCard::pauseRequested, &m_seat, &SeatBridge::pause);
    connect(card, &SeatCard::resumeRequested, &m_seat, &SeatBridge::resume);
    connect(card, &SeatCard::gapAnswered, &m_seat, &SeatBridge::answerGap);
    connect(card, &SeatCard::shorterAnswered, &m_seat, &SeatBridge::answerShorter);
    connect(card, &SeatCard::measuringRequested, &m_seat, &SeatBridge::measure);
    connect(card, &SeatCard::dayRequested, this, &SeatShowing::showDay);
}

void SeatShowing::connectPage()
{
    connect(&m_seat, &SeatBridge::dayChanged, m_page, &SeatPage::display);
    connect(&m_seat, &SeatBridge::weekChanged, m_page, &SeatPage::displayWeek);
    connect(m_page, &SeatPage::dayChanged, &m_seat, &SeatBridge::showDay);
    connect(m_page, &SeatPage::corrected, &m_seat, &SeatBridge::correct);
    connect(m_page, &SeatPage::exercisesRequested, this, &SeatShowing::showExercises);
    connect(m_page, &SeatPage::closeRequested, &m_window, &MainWindow::goBack);
    connect(m_page, &SeatPage::shownChanged, &m_seat, &SeatBridge::setDayShown);
}

void SeatShowing::showDay()
{
    m_seat.showToday();
    m_window.showPage(m_page);
}

void SeatShowing::showExercises()
{
    if (!m_exercises) {
        m_exercises = new ExercisesDialog{&m_window};
        m_exercises->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_seat, &SeatBridge::exercisesChanged, m_exercises, &ExercisesDialog::display);
        connect(m_exercises, &ExercisesDialog::saveRequested, &m_seat, &SeatBridge::saveExercise);
        connect(m_exercises, &ExercisesDialog::removeRequested, &m_seat,
                &SeatBridge::removeExercise);
        m_seat.refreshExercises();
    }
    m_exercises->show();
    m_exercises->raise();
    m_exercises->activateWindow();
}

std::optional<std::chrono::milliseconds> SeatShowing::nextTick()
{
    const bool isCardSeen = m_window.isVisible() && !m_window.isMinimized() &&
                            (m_window.nowPage()->seatCard()->isVisible() || m_page->isVisible());
    return isCardSeen || isPromptShown() ? m_seat.untilNextChange() : std::nullopt;
}

void SeatShowing::tick()
{
    m_seat.refresh();
    if (m_card && m_card->isVisible()) {
        m_card->display(m_seat.prompt());
    }
    if (m_screen && m_screen->isOpen()) {
        m_screen->display(m_seat.prompt());
    }
}

template <class Prompt>
void SeatShowing::connectPrompt(Prompt& prompt)
{
    connect(&prompt, &Prompt::gotUpRequested, &m_seat, &SeatBridge::gotUp);
    connect(&prompt, &Prompt::snoozeRequested, &m_seat, &SeatBridge::snooze);
    connect(&prompt, &Prompt::skipRequested, &m_seat, &SeatBridge::skip);
    connect(&prompt, &Prompt::backRequested, &m_seat, &SeatBridge::comeBack);
    connect(&prompt, &Prompt::closed, this, &SeatShowing::close);
}

void SeatShowing::close()
{
    const bool isAsking = !m_seat.prompt().left;
    hidePrompt();
    if (isAsking) {
        m_seat.skip();
    } else {
        Q_EMIT promptClosed();
    }
}

void SeatShowing::showPrompt(BreakPrompt style)
{
    const BreakPromptView view = m_seat.prompt();
    if (style == BreakPrompt::FullScreen) {
        if (!m_screen) {
            m_screen = std::make_unique<BreakScreen>();
            connectPrompt(*m_screen);
        }
        if (m_screen->isOpen()) {
            m_screen->display(view);
        } else {
            m_screen->open(view);
        }
        return;
    }
    if (!m_card) {
        m_card = std::make_unique<BreakCard>();
        connectPrompt(*m_card);
    }
    m_card->display(view);
    if (!m_card->isVisible()) {
        m_card->showOn(nullptr);
    }
}

void SeatShowing::acceptKeys()
{
    if (m_screen) {
        m_screen->acceptKeys();
    }
}

void SeatShowing::hidePrompt()
{
    if (m_card) {
        m_card->hide();
    }
    if (m_screen) {
        m_screen->close();
    }
}

bool SeatShowing::isPromptShown() const
{
    return (m_card && m_card->isVisible()) || (m_screen && m_screen->isOpen());
}

} // namespace unclench::ui
