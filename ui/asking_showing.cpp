// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/asking_showing.h"

#include "ui/bridge.h"
#include "ui/main_window.h"
#include "ui/pages/changed_body.h"
#include "ui/pages/changed_page.h"
#include "ui/pages/daily_card.h"
#include "ui/pages/now_page.h"
#include "ui/pages/questions_page.h"

namespace unclench::ui {

AskingShowing::AskingShowing(Engine& engine,
                             Bridge& bridge,
                             MainWindow& window,
                             const Words& words,
                             const std::function<QString(const StorageError&)>& explain)
    : m_bridge(bridge), m_window(window),
      m_questionsPage(new QuestionsPage{engine.redFlags(), words}),
      m_changedPage(new ChangedPage{engine.redFlags(), engine.vocabulary(), words}),
      m_asking(engine, bridge, explain), m_changed(engine, bridge, words, explain)
{
    m_window.addHiddenPage(m_questionsPage);
    m_window.addHiddenPage(m_changedPage);
    connectQuestions();
    connectChanged();
}

void AskingShowing::connectQuestions()
{
    connect(&m_bridge, &Bridge::nowChanged, &m_asking, &AskingBridge::refresh);
    connect(&m_bridge, &Bridge::episodeBegan, &m_asking, &AskingBridge::askOpen);
    connect(&m_asking, &AskingBridge::failed, &m_window, &MainWindow::displayNotice);
    connect(&m_asking, &AskingBridge::questionsChanged, m_questionsPage, &QuestionsPage::display);
    connect(&m_asking, &AskingBridge::roundBegan, this, &AskingShowing::showQuestions);
    connect(m_questionsPage, &QuestionsPage::answered, &m_asking, &AskingBridge::answer);
    connect(m_questionsPage, &QuestionsPage::changeTold, &m_asking, &AskingBridge::tellChange);
    connect(m_questionsPage, &QuestionsPage::knownTold, &m_asking, &AskingBridge::tellKnown);
    connect(m_questionsPage, &QuestionsPage::rowAnswered, &m_asking, &AskingBridge::answerRow);
    connect(m_questionsPage, &QuestionsPage::restAnswered, &m_asking, &AskingBridge::answerRest);
    connect(m_questionsPage, &QuestionsPage::nextRequested, &m_asking, &AskingBridge::next);
    connect(m_questionsPage, &QuestionsPage::backRequested, &m_asking, &AskingBridge::goBack);
    connect(m_questionsPage, &QuestionsPage::left, &m_asking, &AskingBridge::keepHalf);
    connect(m_questionsPage, &QuestionsPage::closeRequested, &m_window, &MainWindow::goBack);

    DailyCard* card = m_window.nowPage()->dailyCard();
    connect(&m_asking, &AskingBridge::dailyChanged, card, &DailyCard::display);
    connect(card, &DailyCard::noneRequested, &m_asking, &AskingBridge::answerNone);
    connect(card, &DailyCard::oneRequested, &m_asking, &AskingBridge::askEmergency);
    connect(card, &DailyCard::askRequested, &m_asking, &AskingBridge::askOpen);
}

void AskingShowing::connectChanged()
{
    // What is not looked at need not be read.
    connect(&m_bridge, &Bridge::nowChanged, this, [this] {
        if (m_changedPage->isVisible()) {
            m_changed.refresh();
        }
    });
    connect(&m_window, &MainWindow::changedRequested, this, &AskingShowing::showChanged);
    connect(&m_changed, &ChangedBridge::failed, &m_window, &MainWindow::displayNotice);
    connect(&m_changed, &ChangedBridge::viewChanged, m_changedPage, &ChangedPage::display);
    connect(m_changedPage, &ChangedPage::questionRequested, &m_asking, &AskingBridge::ask);
    connect(m_changedPage, &ChangedPage::settingsRequested, &m_window,
            &MainWindow::settingsRequested);
    connect(m_changedPage, &ChangedPage::closeRequested, &m_window, &MainWindow::goBack);
    ChangedBody* body = m_changedPage->body();
    connect(body, &ChangedBody::measured, &m_changed, &ChangedBridge::measure);
    connect(body, &ChangedBody::procedureTold, &m_changed, &ChangedBridge::tellProcedure);
    connect(body, &ChangedBody::symptomTold, &m_changed, &ChangedBridge::tellSymptom);
    connect(body, &ChangedBody::functionTold, &m_changed, &ChangedBridge::tellFunction);
    connect(&m_changed, &ChangedBridge::measureSaved, body, &ChangedBody::noteSaved);
    connect(&m_changed, &ChangedBridge::procedureSaved, body, &ChangedBody::noteProcedureSaved);
}

bool AskingShowing::saveDrafts()
{
    const bool isHalfKept = m_asking.keepHalf();
    ChangedBody* body = m_changedPage->body();
    body->saveDrafts();
    return isHalfKept && !body->hasDrafts();
}

void AskingShowing::showQuestions()
{
    m_window.showPage(m_questionsPage);
    m_questionsPage->focusFirst();
}

void AskingShowing::showChanged()
{
    m_changed.refresh();
    m_window.showPage(m_changedPage);
    m_changedPage->focusFirst();
}

} // namespace unclench::ui
