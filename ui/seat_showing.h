// SPDX-License-Identifier: GPL-3.0-or-later
// Where sitting is shown in the window and above it, and who hears whom.
#pragma once

#include "core/diary/settings.h"
#include "ui/seat_bridge.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace unclench::ui {

class BreakCard;
class BreakScreen;
class ExercisesDialog;
class MainWindow;
class SeatPage;

class SeatShowing : public QObject {
    Q_OBJECT
public:
    /// All references must outlive it.
    SeatShowing(Engine& engine,
                Bridge& bridge,
                MainWindow& window,
                const Words& words,
                const std::function<QString(const StorageError&)>& explain);
    ~SeatShowing() override;

    [[nodiscard]] SeatBridge& seat() { return m_seat; }
    /// Until what is in view changes by time alone: minutes of the window, seconds of a break that
    /// a prompt shows. Absent: nothing does.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTick();
    void tick();

    /// Asks for a break, or shows the one that runs, above all windows; `style` is not
    /// Notification. Where it stands already it only shows what is new.
    void showPrompt(BreakPrompt style);
    /// What was typed when the full screen came is no answer; from now on keys are.
    void acceptKeys();
    void hidePrompt();
    [[nodiscard]] bool isPromptShown() const;

public Q_SLOTS:
    void showDay();
    void showExercises();

Q_SIGNALS:
    /// The person sent the prompt away while a break runs; it is not to come again in this one.
    void promptClosed();

private:
    void connectCard();
    void connectPage();
    template <class Prompt>
    void connectPrompt(Prompt& prompt);
    void close();

    Bridge& m_bridge;
    MainWindow& m_window;
    SeatPage* m_page;
    SeatBridge m_seat;
    std::unique_ptr<BreakCard> m_card;
    std::unique_ptr<BreakScreen> m_screen;
    QPointer<ExercisesDialog> m_exercises;
};

} // namespace unclench::ui
