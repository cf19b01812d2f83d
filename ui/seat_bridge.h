// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine's sitting and what shows it: values out, commands in.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/widgets/seat_view.h"
#include "ui/wording/words.h"

#include <QObject>

#include <functional>
#include <optional>

namespace unclench::ui {

class Bridge;

/// Commands go through the Bridge, so failures are told there. Reading tells its own.
class SeatBridge : public QObject {
    Q_OBJECT
public:
    /// All references must outlive it. `explain` puts a failure into words.
    SeatBridge(Engine& engine,
               Bridge& bridge,
               const Words& words,
               std::function<QString(const StorageError&)> explain,
               QObject* parent = nullptr);

    /// Until what is said of sitting changes: the next full minute of the ring, each second of a
    /// break. Absent: it does not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextChange();
    /// A break is asked for or runs, and something is to show it.
    [[nodiscard]] BreakPromptView prompt();

public Q_SLOTS:
    /// After every change, and when time went by.
    void refresh();
    void gotUp();
    void comeBack();
    void snooze();
    void skip();
    void tell(unclench::Posture posture);
    /// More minutes, or 0: it is over.
    void meet(int minutes);
    /// 0: until tomorrow.
    void pause(int minutes);
    void resume();
    void answerGap(const unclench::Uuid& span, bool wasSitting);
    void answerShorter(bool isWanted);
    void measure();
    void correct(const unclench::Uuid& span, unclench::Posture posture);
    /// The day page came into view, or went.
    void setDayShown(bool isShown);
    void showDay(int offset);
    void showToday();
    void saveExercise(const unclench::ui::OwnExerciseView& exercise);
    void removeExercise(const unclench::Uuid& exercise);
    void refreshExercises();

Q_SIGNALS:
    void viewChanged(const unclench::ui::SeatView& view);
    void dayChanged(const unclench::ui::SeatDayView& view);
    void weekChanged(const unclench::ui::SeatWeekView& view);
    void exercisesChanged(const std::vector<unclench::ui::OwnExerciseView>& exercises);
    /// Nothing could be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    void guarded(const std::function<void()>& work);
    using Command = std::function<Result<Saved>(Seat&)>;
    void carryOut(const Command& command, const QString& sentence);

    Engine& m_engine;
    Bridge& m_bridge;
    const Words& m_words;
    std::function<QString(const StorageError&)> m_explain;
    std::optional<std::chrono::local_days> m_day;
    bool m_isDayShown = false;
    Subscription m_subscription;
};

} // namespace unclench::ui
