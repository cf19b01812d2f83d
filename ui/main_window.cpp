// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/bridge.h"
#include "ui/pages/now_page.h"
#include "ui/theme.h"
#include "ui/widgets/navigation.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/offer_bar.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/undo_bar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace unclench::ui {

MainWindow::MainWindow(Bridge& bridge, const Words& words)
    : m_navigation(new Navigation{this}), m_pages(new QStackedWidget{this}),
      m_above(new QVBoxLayout), m_notice(new NoticeBar{this}), m_nowPage(new NowPage{words}),
      m_offersPlace(new QVBoxLayout),
      m_offer(new OfferBar{QStringLiteral("offer"), tr("Y&es, start it"), tr("No, than&ks"), this}),
      m_undoBar(new UndoBar{this})
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Unclench"));
    setMinimumSize(640, 400); // half of a small laptop, where everything is drawn twice as large
    resize(1280, 800);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    const int margin = theme::grid(font(), 3);
    m_above->setContentsMargins(margin, 0, margin, 0);
    m_above->setSpacing(0);
    m_above->addWidget(m_notice);
    column->addLayout(m_above);
    column->addWidget(m_pages, 1);
    placeOffers();
    column->addLayout(m_offersPlace);
    addOffer(m_offer);
    column->addWidget(m_undoBar);
    connect(m_offer, &OfferBar::answered, this, &MainWindow::offerAnswered);
    addPage(QStringLiteral("nowButton"), tr("Now"), m_nowPage);

    connect(m_navigation, &Navigation::pageRequested, this,
            [this](int index) { showPage(m_listed[index]); });
    connect(m_navigation, &Navigation::changedRequested, this, &MainWindow::changedRequested);
    connect(m_navigation, &Navigation::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_navigation, &Navigation::aboutRequested, this, &MainWindow::aboutRequested);
    connect(&bridge, &Bridge::nowChanged, m_nowPage, &NowPage::display);
    connect(&bridge, &Bridge::failed, this, &MainWindow::displayNotice);
    connect(&bridge, &Bridge::saved, m_undoBar, &UndoBar::display);
    connect(&bridge, &Bridge::saved, m_notice, &QWidget::hide);
    connect(m_nowPage, &NowPage::spasmRequested, &bridge, &Bridge::logSpasm);
    connect(m_nowPage, &NowPage::readingRequested, &bridge, &Bridge::addReading);
    connect(m_nowPage, &NowPage::endRequested, &bridge, &Bridge::endEpisode);
    connect(m_nowPage, &NowPage::detailsRequested, this, &MainWindow::detailsRequested);
    connect(m_undoBar, &UndoBar::undoRequested, &bridge, &Bridge::undo);
    const auto onKeys = [this](const QKeySequence& keys, auto* receiver, auto slot) {
        connect(new QShortcut{keys, this}, &QShortcut::activated, receiver, slot);
    };
    onKeys(QKeySequence::Undo, &bridge, &Bridge::undo);
    onKeys(QKeySequence::Redo, &bridge, &Bridge::redo);
    onKeys(QKeySequence::Quit, qApp, &QCoreApplication::quit); // also where a tray would keep it
    onKeys(QKeySequence{Qt::CTRL | Qt::Key_Comma}, this, &MainWindow::settingsRequested);
    onKeys(QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_D}, this, &MainWindow::dataRequested);
    onKeys(QKeySequence::HelpContents, this, &MainWindow::keysRequested);
}

MainWindow::~MainWindow()
{
    // A field that loses the keyboard says what was typed: now, while all who hear it are there.
    if (QWidget* field = focusWidget()) {
        field->clearFocus();
    }
}

void MainWindow::addPage(const QString& name, const QString& label, QWidget* page)
{
    m_navigation->addPage(name, label);
    m_listed.append(page);
    addHiddenPage(page);
}

void MainWindow::addHiddenPage(QWidget* page)
{
    m_pages->addWidget(page);
    orderTabs(*this);
}

void MainWindow::showPage(QWidget* page)
{
    if (m_below != nullptr) {
        m_below = page;
        return;
    }
    if (m_listed.contains(m_pages->currentWidget())) {
        m_before = m_pages->currentWidget();
    }
    m_pages->setCurrentWidget(page);
    m_navigation->setCurrent(static_cast<int>(m_listed.indexOf(page)));
}

void MainWindow::setBanner(QWidget* banner)
{
    m_above->addWidget(banner);
    orderTabs(*this);
}

void MainWindow::addOffer(OfferBar* offer)
{
    m_offersPlace->addWidget(offer);
    m_offers.append(offer);
    connect(offer, &OfferBar::askingChanged, this, &MainWindow::placeOffers);
}

void MainWindow::takeOver(QWidget* page)
{
    if (m_over == nullptr) {
        m_over = page;
        showCover();
    }
}

void MainWindow::giveBack()
{
    if (m_over != nullptr) {
        m_over = nullptr;
        showCover();
    }
}

void MainWindow::fill(QWidget* page)
{
    m_filling = page;
    showCover();
}

void MainWindow::unfill()
{
    if (m_filling != nullptr) {
        m_filling = nullptr;
        showCover();
    }
}

void MainWindow::placeOffers()
{
    const int margin = theme::grid(font(), 3);
    m_offersPlace->setContentsMargins(margin, 0, margin, isCovered() ? 0 : theme::grid(font(), 1));
    // One at a time, and the one in view before one that came later.
    const auto first = [this](auto&& isMeant) {
        const auto found = std::find_if(m_offers.cbegin(), m_offers.cend(), isMeant);
        return found == m_offers.cend() ? nullptr : *found;
    };
    const OfferBar* shown = first([](const OfferBar* offer) { return !offer->isHidden(); });
    if (shown == nullptr) {
        shown = first([](const OfferBar* offer) { return offer->isAsking(); });
    }
    for (OfferBar* offer : std::as_const(m_offers)) {
        offer->setAside(isCovered() || (shown != nullptr && offer != shown));
    }
}

void MainWindow::showCover()
{
    if (isCovered() && m_below == nullptr) {
        m_below = m_pages->currentWidget();
    }
    setPalette(isTakenOver() ? theme::emergency(QApplication::palette()) : QPalette{});
    placeOffers();
    m_undoBar->setLarge(m_filling != nullptr && !isTakenOver());
    m_navigation->setEnabled(!isCovered()); // its keys must not lead away either
    m_navigation->setVisible(!isCovered());
    if (isCovered()) {
        m_pages->setCurrentWidget(isTakenOver() ? m_over : m_filling);
        return;
    }
    QWidget* page = std::exchange(m_below, nullptr);
    m_pages->setCurrentWidget(page);
    m_navigation->setCurrent(static_cast<int>(m_listed.indexOf(page)));
}

void MainWindow::showNow()
{
    showPage(m_nowPage);
}

void MainWindow::goBack()
{
    showPage(m_before != nullptr ? m_before : m_nowPage);
}

void MainWindow::displayNotice(const QString& sentence)
{
    m_notice->display(sentence);
}

void MainWindow::offer(const QString& sentence)
{
    m_offer->offer(sentence);
    orderTabs(*this);
}

void MainWindow::raiseToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::raiseAtScale()
{
    raiseToFront();
    showScale();
}

void MainWindow::showScale()
{
    showPage(m_nowPage);
    if (!isCovered()) {
        m_nowPage->focusScale();
    } else if (!isTakenOver()) {
        Q_EMIT scaleRequested();
    }
}

bool MainWindow::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ApplicationPaletteChange:
        if (isTakenOver()) {
            setPalette(theme::emergency(QApplication::palette()));
        }
        break;
    case QEvent::WindowActivate: Q_EMIT activated(); break;
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange: Q_EMIT shownChanged(isVisible() && !isMinimized()); break;
    case QEvent::Paint:
        if (!m_hasPainted) {
            m_hasPainted = true;
            QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
        }
        break;
    default: break;
    }
    return QWidget::event(event);
}

} // namespace unclench::ui
