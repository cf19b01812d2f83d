// SPDX-License-Identifier: GPL-3.0-or-later
// The full screen that asks somebody to get up: a window on each screen, the words on one of them.
#pragma once

#include "ui/widgets/seat_view.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QScreen;

namespace unclench::ui {

class BreakBody;

/// One of those windows. It never traps anybody: it has a *Close*, and Escape. What was typed when
/// it came is no answer: keys do nothing before `acceptKeys`.
class BreakWindow : public QWidget {
    Q_OBJECT
public:
    /// Plain: only the ground and the way out.
    enum class Kind { Words, Plain };
    explicit BreakWindow(Kind kind, QWidget* parent = nullptr);

    void display(const BreakPromptView& view);
    void acceptKeys();
    [[nodiscard]] Kind kind() const { return m_body != nullptr ? Kind::Words : Kind::Plain; }

Q_SIGNALS:
    // As those of BreakBody.
    void gotUpRequested();
    void snoozeRequested();
    void skipRequested();
    void backRequested();
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool isNext) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildPlain();
    void buildWords();

    BreakBody* m_body = nullptr;
    bool m_acceptsKeys = false;
};

/// All of them. Screens may come and go meanwhile: one that goes takes no more than its window with
/// it, and the words move where they stood there.
class BreakScreen : public QObject {
    Q_OBJECT
public:
    explicit BreakScreen(QObject* parent = nullptr);
    ~BreakScreen() override;

    /// Shows the words on `preferred`; nullptr: where the mouse is, else on the primary one.
    void open(const BreakPromptView& view, QScreen* preferred = nullptr);
    void display(const BreakPromptView& view);
    /// From now on keys count: 2 seconds after `open`, says who has a clock.
    void acceptKeys();
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// For tests: those that stand now.
    [[nodiscard]] QList<BreakWindow*> windows() const;

Q_SIGNALS:
    // As those of BreakBody.
    void gotUpRequested();
    void snoozeRequested();
    void skipRequested();
    void backRequested();
    void closed();

private:
    struct Placed {
        QScreen* screen;
        QPointer<BreakWindow> window;
    };
    void place(BreakWindow::Kind kind, QScreen* screen);
    void addScreen(QScreen* screen);
    void removeScreen(QScreen* screen);
    static void dismiss(const Placed& placed);
    [[nodiscard]] bool hasWords() const;

    QList<Placed> m_windows;
    BreakPromptView m_view;
    /// Also while there is no screen at all.
    bool m_isOpen = false;
    bool m_acceptsKeys = false;
};

} // namespace unclench::ui
