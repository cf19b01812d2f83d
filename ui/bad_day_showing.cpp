// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bad_day_showing.h"

#include "core/diary/bad_day.h"
#include "ui/alerts_bridge.h"
#include "ui/asking_bridge.h"
#include "ui/bridge.h"
#include "ui/care_bridge.h"
#include "ui/main_window.h"
#include "ui/pages/bad_day_page.h"
#include "ui/pages/care_questions.h"
#include "ui/pages/changed_page.h"
#include "ui/pages/now_page.h"
#include "ui/pages/questions_page.h"
#include "ui/widgets/offer_bar.h"
#include "ui/widgets/tab_order.h"
#include "ui/wording/spoken.h"

#include <QShortcut>

#include <utility>

namespace unclench::ui {

using wording::Spoken;

BadDayShowing::BadDayShowing(Bridge& bridge,
                             AlertsBridge& alerts,
                             AskingBridge& asking,
                             CareBridge& care,
                             MainWindow& window)
    : m_bridge(bridge), m_alerts(alerts), m_asking(asking), m_care(care), m_window(window),
      m_page(new BadDayPage),
      m_offer(new OfferBar{QStringLiteral("badDayOffer"), tr("Bi&g buttons"), tr("No, than&ks")}),
      m_careQuestions(window.findChild<CareQuestions*>()),
      m_questions(window.findChild<QuestionsPage*>()), m_changed(window.findChild<ChangedPage*>())
{
    m_window.addHiddenPage(m_page);
    m_window.addOffer(m_offer);
    connectKeys();
    connectPage();
    connectCare();
    connectAsking();
    connect(m_offer, &OfferBar::answered, this, [this](bool isYes) {
        if (isYes) {
            enter();
        }
    });
    connect(m_window.nowPage(), &NowPage::bigButtonsRequested, this, &BadDayShowing::enter);
    connect(&m_bridge, &Bridge::nowChanged, this, &BadDayShowing::lookForBadDay);
    connect(&m_bridge, &Bridge::saved, this, [this] { m_wasSaved = true; });
    connect(&m_bridge, &Bridge::takenBack, this, [this] {
        if (m_isOn) {
            Q_EMIT spoken(wording::spoken(Spoken::TakenBack));
        }
    });
    connect(&m_alerts, &AlertsBridge::viewChanged, this, &BadDayShowing::refresh);
    connect(&m_window, &MainWindow::scaleRequested, m_page, [this] {
        showPage();
        m_page->showNumbers();
    });
}

void BadDayShowing::connectKeys()
{
    auto* enterOrLeave = new QShortcut{QKeySequence{Qt::Key_F9}, &m_window};
    enterOrLeave->setAutoRepeat(false);
    connect(enterOrLeave, &QShortcut::activated, this, [this] {
        if (m_isOn) {
            leave();
        } else {
            enter();
        }
    });
    auto* back = new QShortcut{QKeySequence{Qt::Key_Escape}, &m_window};
    back->setEnabled(false); // elsewhere Esc belongs to the pages
    connect(this, &BadDayShowing::turned, back, &QShortcut::setEnabled);
    connect(back, &QShortcut::activated, this, [this] {
        if (m_window.isTakenOver()) {
            return;
        }
        if (m_page->isVisible()) {
            m_page->goBack();
        } else {
            showPage();
        }
    });
}

void BadDayShowing::connectPage()
{
    connect(m_page, &BadDayPage::spoken, this, &BadDayShowing::spoken);
    connect(m_page, &BadDayPage::leaveRequested, this, &BadDayShowing::leave);
    connect(m_page, &BadDayPage::painPicked, this, [this](int pain) {
        attempt(wording::spokenPain(pain), [&] {
            if (m_isEpisodeOpen) {
                m_bridge.addReading(pain, false);
            } else {
                m_bridge.logSpasm(pain);
            }
        });
    });
    connect(m_page, &BadDayPage::endRequested, this, [this] {
        attempt(wording::spoken(Spoken::ItIsOver), [this] { m_bridge.endEpisode(); });
    });
    connect(m_page, &BadDayPage::changedRequested, this, [this] {
        Q_EMIT changedRequested();
        m_window.fill(m_changed);
        m_changed->focusFirst();
    });
    connect(m_page, &BadDayPage::questionsRequested, this, &BadDayShowing::ask);
}

void BadDayShowing::connectCare()
{
    connect(&m_care, &CareBridge::viewChanged, this, [this](const CareView& view) {
        refresh();
        const CareStatus status = m_wanted == Modality::Cold ? view.cold.status : view.heat.status;
        if (m_wanted && m_page->isVisible() && status == CareStatus::Blocked && !view.running) {
            m_page->showNotNow(*std::exchange(m_wanted, std::nullopt));
        }
    });
    connect(m_page, &BadDayPage::startRequested, &m_care, [this](Modality modality) {
        m_wanted = modality;
        m_care.start({modality, {}, {}, {}});
    });
    connect(m_page, &BadDayPage::stopRequested, &m_care,
            [this] { attempt(wording::spoken(Spoken::Stopped), [this] { m_care.stop(); }); });
    connect(m_page, &BadDayPage::hurtsMore, &m_care, [this] {
        const auto& running = m_care.view().running;
        const bool isCold = running && running->modality == Modality::Cold;
        attempt(wording::spoken(isCold ? Spoken::ColdOff : Spoken::HeatOff),
                [this] { m_care.stopAsWorse(); });
    });
    connect(m_page, &BadDayPage::skinTold, &m_care, [this](std::optional<Skin> skin) {
        attempt(wording::spoken(skin ? Spoken::SkinSaved : Spoken::Stopped),
                [&] { m_care.tellSkin(skin); });
    });
    connect(m_page, &BadDayPage::skinFelt, &m_care, [this](bool isNormal) {
        attempt(wording::spoken(Spoken::SkinSaved), [&] { m_care.tellFeeling(isNormal); });
    });
    connect(m_page, &BadDayPage::clockConfirmed, &m_care, &CareBridge::confirmClock);
    connect(&m_care, &CareBridge::begun, this, [this] {
        m_wanted.reset();
        const auto& running = m_care.view().running;
        if (m_isOn && running) {
            Q_EMIT spoken(wording::spoken(running->modality == Modality::Heat ? Spoken::HeatIsOn
                                                                              : Spoken::ColdIsOn));
        }
    });
    connect(&m_care, &CareBridge::asked, this, [this] {
        if (m_isOn) {
            m_window.fill(m_careQuestions);
            m_careQuestions->focusFirst();
            Q_EMIT spoken(wording::spoken(Spoken::FirstQuestions));
        }
    });
    connect(m_careQuestions, &CareQuestions::closeRequested, this, [this] {
        m_wanted.reset();
        showPage();
    });
    connect(&m_care, &CareBridge::conditionsAnswered, this, &BadDayShowing::showPage);
}

void BadDayShowing::connectAsking()
{
    connect(&m_asking, &AskingBridge::roundBegan, this, [this] {
        if (m_isOn && (m_isAsking || m_changed->isVisible())) {
            m_isAsking = false;
            m_window.fill(m_questions);
            m_questions->focusFirst();
        }
    });
    connect(m_questions, &QuestionsPage::closeRequested, this, &BadDayShowing::showPage);
    connect(m_changed, &ChangedPage::closeRequested, this, &BadDayShowing::showPage);
}

void BadDayShowing::ask()
{
    m_isAsking = true;
    m_asking.askOpen();
    if (std::exchange(m_isAsking, false)) { // nothing is open: any sign can be told there
        Q_EMIT m_page->changedRequested();
    }
}

void BadDayShowing::attempt(const QString& words, const std::function<void()>& work)
{
    m_wasSaved = false;
    work();
    Q_EMIT spoken(m_wasSaved ? words : wording::spoken(Spoken::NotSaved));
}

bool BadDayShowing::isTimeSeen() const
{
    return m_isOn && !m_window.isMinimized() && m_page->isTimeSeen();
}

void BadDayShowing::enter()
{
    if (m_isOn || m_window.isTakenOver()) {
        return;
    }
    m_isOn = true;
    m_offer->withdraw();
    Q_EMIT turned(true);
    refresh();
    m_window.fill(m_page);
    m_page->focusFirst();
    Q_EMIT spoken(wording::spoken(Spoken::BigButtons));
}

void BadDayShowing::leave()
{
    if (!m_isOn || m_window.isTakenOver()) {
        return;
    }
    m_isOn = false;
    Q_EMIT turned(false);
    m_window.unfill();
    Q_EMIT spoken(wording::spoken(Spoken::LeftBadDay));
}

void BadDayShowing::showPage()
{
    if (m_isOn) {
        m_window.fill(m_page);
        m_page->showSix();
    }
}

void BadDayShowing::refresh()
{
    if (m_isOn) { // what is not looked at need not be drawn
        m_page->display({m_isEpisodeOpen, m_care.view(), m_alerts.view().line});
    }
}

void BadDayShowing::lookForBadDay(const NowView& view)
{
    m_isEpisodeOpen = view.open.has_value();
    Look look;
    if (view.open) {
        look = {view.open->id, hasBecomeBad(*view.open)};
    }
    if (!look.episode) {
        m_offer->withdraw();
    } else if (m_look && look.isBad && *m_look != look && m_offeredFor != look.episode) {
        m_offeredFor = look.episode;
        if (!m_isOn) {
            m_offer->offer(tr("Is it a bad day? Six big buttons can fill this window."));
            orderTabs(m_window);
        }
    }
    m_look = look;
    refresh();
}

} // namespace unclench::ui
