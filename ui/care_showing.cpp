// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/care_showing.h"

#include "ui/bridge.h"
#include "ui/main_window.h"
#include "ui/pages/care_after.h"
#include "ui/pages/care_block.h"
#include "ui/pages/care_questions.h"
#include "ui/pages/care_running.h"
#include "ui/pages/now_page.h"
#include "ui/widgets/care_dial.h"

namespace unclench::ui {

CareShowing::CareShowing(Engine& engine,
                         Bridge& bridge,
                         MainWindow& window,
                         const Words& words,
                         const std::function<QString(const StorageError&)>& explain)
    : m_bridge(bridge), m_window(window), m_questions(new CareQuestions), m_after(new CareAfter),
      m_care(engine, bridge, words, explain)
{
    m_window.addHiddenPage(m_questions);
    m_window.addHiddenPage(m_after);
    connectNow();
    connectPages();
}

void CareShowing::connectNow()
{
    connect(&m_bridge, &Bridge::nowChanged, &m_care, &CareBridge::refresh);
    connect(&m_care, &CareBridge::failed, &m_window, &MainWindow::displayNotice);
    NowPage* now = m_window.nowPage();
    connect(&m_care, &CareBridge::viewChanged, now, &NowPage::displayCare);
    CareBlock* block = now->careBlock();
    connect(block, &CareBlock::startRequested, &m_care, &CareBridge::start);
    connect(block, &CareBlock::kindChosen, &m_care, &CareBridge::chooseKind);
    connect(block, &CareBlock::clinicianOkTold, &m_care, &CareBridge::tellClinicianOk);
    connect(block, &CareBlock::noLongerTold, &m_care, &CareBridge::tellNoLonger);
    connect(block, &CareBlock::clockConfirmed, &m_care, &CareBridge::confirmClock);
    connect(block, &CareBlock::skinFelt, &m_care, &CareBridge::tellFeeling);
    connect(block, &CareBlock::outcomeRequested, &m_care, &CareBridge::askOutcome);
    connect(block, &CareBlock::outcomeLeft, &m_care, &CareBridge::leaveOutcome);
    connect(&m_care, &CareBridge::begun, block, &CareBlock::reset);
    CareRunning* running = now->careRunning();
    connect(running, &CareRunning::stopRequested, &m_care, &CareBridge::stop);
    connect(running, &CareRunning::hurtsMore, &m_care, &CareBridge::stopAsWorse);
    connect(running, &CareRunning::skinTold, &m_care, &CareBridge::tellSkin);
    connect(&m_care, &CareBridge::begun, now, [this, running] {
        m_window.showNow();
        m_window.nowPage()->showRunning();
        running->focusFirst();
    });
}

void CareShowing::connectPages()
{
    connect(&m_care, &CareBridge::asked, m_questions, [this](const CareQuestionsView& view) {
        m_questions->display(view);
        m_window.showPage(m_questions);
        m_questions->focusFirst();
    });
    connect(m_questions, &CareQuestions::answered, &m_care, &CareBridge::answerConditions);
    connect(m_questions, &CareQuestions::closeRequested, &m_window, &MainWindow::goBack);
    connect(&m_care, &CareBridge::conditionsAnswered, &m_window, &MainWindow::showNow);
    connect(&m_care, &CareBridge::outcomeAsked, m_after, [this](const CareAfterView& view) {
        m_after->display(view);
        m_window.showPage(m_after);
        m_after->focusFirst();
    });
    connect(&m_care, &CareBridge::outcomeChanged, m_after, &CareAfter::display);
    connect(&m_care, &CareBridge::outcomeGone, m_after, [this] {
        if (m_after->isVisibleTo(&m_window)) {
            m_window.goBack();
        }
    });
    connect(m_after, &CareAfter::told, &m_care, &CareBridge::tellOutcome);
    connect(m_after, &CareAfter::neverHappened, &m_care, &CareBridge::removeAsked);
    connect(m_after, &CareAfter::closeRequested, &m_window, [this] {
        m_care.closeOutcome();
        m_window.goBack();
    });
}

bool CareShowing::isDialSeen() const
{
    return m_window.isVisible() && !m_window.isMinimized() &&
           m_window.nowPage()->careRunning()->dial()->isVisible();
}

std::optional<std::chrono::milliseconds> CareShowing::nextTick()
{
    if (!m_window.isVisible() || m_window.isMinimized()) {
        return std::nullopt;
    }
    return isDialSeen() ? m_care.untilNextSecond() : m_care.untilNextChange();
}

} // namespace unclench::ui
