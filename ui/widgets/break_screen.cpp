// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/break_screen.h"

#include "ui/theme.h"
#include "ui/widgets/break_prompt.h"
#include "ui/widgets/section.h"

#include <QCloseEvent>
#include <QCursor>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

BreakWindow::BreakWindow(Kind kind, QWidget* parent)
    : QWidget(parent, Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
{
    setObjectName(kind == Kind::Words ? QStringLiteral("breakWindow")
                                      : QStringLiteral("breakPlainWindow"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowTitle(tr("Unclench: break"));
    if (kind == Kind::Words) {
        buildWords();
    } else {
        buildPlain();
    }
    for (QWidget* part : findChildren<QWidget*>()) {
        part->installEventFilter(this);
    }
    setFocus(); // no button has the keyboard by itself
}

void BreakWindow::buildWords()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    m_body = new BreakBody{BreakBody::Style::Screen, this};
    column->addWidget(m_body);
    connect(m_body, &BreakBody::gotUpRequested, this, &BreakWindow::gotUpRequested);
    connect(m_body, &BreakBody::snoozeRequested, this, &BreakWindow::snoozeRequested);
    connect(m_body, &BreakBody::skipRequested, this, &BreakWindow::skipRequested);
    connect(m_body, &BreakBody::backRequested, this, &BreakWindow::backRequested);
    connect(m_body, &BreakBody::closed, this, &BreakWindow::closed);
}

void BreakWindow::buildPlain()
{
    auto* column = new QVBoxLayout{this};
    const int margin = theme::grid(font(), 4);
    column->setContentsMargins(margin, margin, margin, margin);
    QPushButton* close =
        rowButton(QStringLiteral("breakCloseButton"), tr("Close"), tr("Close (Escape)"), this);
    connect(close, &QPushButton::clicked, this, &BreakWindow::closed);
    column->addWidget(close, 0, Qt::AlignRight);
    column->addStretch(1);
}

void BreakWindow::display(const BreakPromptView& view)
{
    setAccessibleName(view.title);
    setAccessibleDescription(view.sentence);
    if (m_body != nullptr) {
        m_body->display(view);
    }
}

void BreakWindow::acceptKeys()
{
    m_acceptsKeys = true;
}

bool BreakWindow::eventFilter(QObject* watched, QEvent* event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease ||
                       event->type() == QEvent::ShortcutOverride ||
                       event->type() == QEvent::Shortcut;
    return (isKey && !m_acceptsKeys) || QWidget::eventFilter(watched, event);
}

bool BreakWindow::focusNextPrevChild(bool isNext)
{
    return m_acceptsKeys && QWidget::focusNextPrevChild(isNext);
}

void BreakWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_acceptsKeys) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void BreakWindow::closeEvent(QCloseEvent* event)
{
    if (event->spontaneous()) { // the window manager's keys; the owner closes all of them
        event->ignore();
        Q_EMIT closed();
    }
}

BreakScreen::BreakScreen(QObject* parent) : QObject(parent)
{
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &BreakScreen::addScreen);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &BreakScreen::removeScreen);
}

BreakScreen::~BreakScreen()
{
    for (const Placed& placed : std::as_const(m_windows)) {
        delete placed.window.data();
    }
}

void BreakScreen::open(const BreakPromptView& view, QScreen* preferred)
{
    close();
    m_isOpen = true;
    m_view = view;
    m_acceptsKeys = false;
    QScreen* chosen = preferred != nullptr ? preferred : QGuiApplication::screenAt(QCursor::pos());
    if (chosen == nullptr) {
        chosen = QGuiApplication::primaryScreen();
    }
    for (QScreen* screen : QGuiApplication::screens()) {
        place(screen == chosen ? BreakWindow::Kind::Words : BreakWindow::Kind::Plain, screen);
    }
}

void BreakScreen::place(BreakWindow::Kind kind, QScreen* screen)
{
    auto* window = new BreakWindow{kind};
    connect(window, &BreakWindow::gotUpRequested, this, &BreakScreen::gotUpRequested);
    connect(window, &BreakWindow::snoozeRequested, this, &BreakScreen::snoozeRequested);
    connect(window, &BreakWindow::skipRequested, this, &BreakScreen::skipRequested);
    connect(window, &BreakWindow::backRequested, this, &BreakScreen::backRequested);
    connect(window, &BreakWindow::closed, this, &BreakScreen::closed);
    window->display(m_view);
    if (m_acceptsKeys) {
        window->acceptKeys();
    }
    window->setScreen(screen);
    window->setGeometry(screen->geometry());
    window->showFullScreen();
    m_windows.append({screen, window});
}

void BreakScreen::display(const BreakPromptView& view)
{
    m_view = view;
    for (const Placed& placed : std::as_const(m_windows)) {
        placed.window->display(view);
    }
}

void BreakScreen::acceptKeys()
{
    m_acceptsKeys = true;
    for (const Placed& placed : std::as_const(m_windows)) {
        placed.window->acceptKeys();
        if (placed.window->kind() == BreakWindow::Kind::Words) {
            placed.window->activateWindow(); // so that Escape closes it without a click
        }
    }
}

void BreakScreen::dismiss(const Placed& placed)
{
    if (placed.window != nullptr) {
        placed.window->disconnect();
        placed.window->hide();
        placed.window->deleteLater(); // it may be one of its buttons that asks for it
    }
}

void BreakScreen::close()
{
    m_isOpen = false;
    for (const Placed& placed : std::as_const(m_windows)) {
        dismiss(placed);
    }
    m_windows.clear();
}

QList<BreakWindow*> BreakScreen::windows() const
{
    QList<BreakWindow*> all;
    for (const Placed& placed : m_windows) {
        all << placed.window.data();
    }
    return all;
}

void BreakScreen::addScreen(QScreen* screen)
{
    if (m_isOpen) {
        place(hasWords() ? BreakWindow::Kind::Plain : BreakWindow::Kind::Words, screen);
    }
}

bool BreakScreen::hasWords() const
{
    return std::any_of(m_windows.begin(), m_windows.end(), [](const Placed& placed) {
        return placed.window->kind() == BreakWindow::Kind::Words;
    });
}

void BreakScreen::removeScreen(QScreen* screen)
{
    const auto at = std::find_if(m_windows.begin(), m_windows.end(),
                                 [&](const Placed& placed) { return placed.screen == screen; });
    if (at == m_windows.end()) {
        return;
    }
    const Placed gone = *at;
    const bool hadWords = gone.window->kind() == BreakWindow::Kind::Words;
    m_windows.erase(at);
    dismiss(gone);
    if (!hadWords || m_windows.isEmpty()) {
        return;
    }
    // Qt says it while the screen still counts; the one that is primary then may be this one.
    const auto isPrimary = [](const Placed& placed) {
        return placed.screen == QGuiApplication::primaryScreen();
    };
    auto heir = std::find_if(m_windows.begin(), m_windows.end(), isPrimary);
    if (heir == m_windows.end()) {
        heir = m_windows.begin();
    }
    const Placed plain = *heir;
    m_windows.erase(heir);
    place(BreakWindow::Kind::Words, plain.screen);
    dismiss(plain);
}

} // namespace unclench::ui
