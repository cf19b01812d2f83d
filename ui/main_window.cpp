// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/bridge.h"
#include "ui/pages/now_page.h"
#include "ui/theme.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/undo_bar.h"

#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace unclench::ui {

MainWindow::MainWindow(Bridge& bridge, const Words& words)
    : m_notice(new NoticeBar{this}), m_nowPage(new NowPage{words, this}),
      m_undoBar(new UndoBar{this})
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Unclench"));
    setMinimumSize(640, 420);
    resize(1280, 800);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* notice = new QVBoxLayout;
    const int margin = theme::grid(font(), 3);
    notice->setContentsMargins(margin, 0, margin, 0);
    notice->addWidget(m_notice);
    column->addLayout(notice);
    column->addWidget(m_nowPage, 1);
    column->addWidget(m_undoBar);

    connect(&bridge, &Bridge::nowChanged, m_nowPage, &NowPage::display);
    connect(&bridge, &Bridge::failed, this, &MainWindow::displayNotice);
    connect(&bridge, &Bridge::saved, m_undoBar, &UndoBar::display);
    connect(&bridge, &Bridge::saved, m_notice, &QWidget::hide);
    connect(m_nowPage, &NowPage::spasmRequested, &bridge, &Bridge::logSpasm);
    connect(m_nowPage, &NowPage::readingRequested, &bridge, &Bridge::addReading);
    connect(m_nowPage, &NowPage::endRequested, &bridge, &Bridge::endEpisode);
    connect(m_undoBar, &UndoBar::undoRequested, &bridge, &Bridge::undo);
    connect(new QShortcut{QKeySequence::Undo, this}, &QShortcut::activated, &bridge, &Bridge::undo);
    connect(new QShortcut{QKeySequence::Redo, this}, &QShortcut::activated, &bridge, &Bridge::redo);
    connect(new QShortcut{QKeySequence::Quit, this}, &QShortcut::activated, this, &QWidget::close);
}

void MainWindow::displayNotice(const QString& sentence)
{
    m_notice->display(sentence);
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
    m_nowPage->focusScale();
}

bool MainWindow::event(QEvent* event)
{
    switch (event->type()) {
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
