// SPDX-License-Identifier: GPL-3.0-or-later
// The QObject around the engine: wishes of the pages in, values to display out.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/pages/now_view.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <vector>

namespace unclench::ui {

/// Catches what the world does (StorageError) and turns it into `failed`; nothing is thrown out of
/// here.
class Bridge : public QObject {
    Q_OBJECT
public:
    /// `engine` must outlive it. `explain` puts a failure into words.
    Bridge(Engine& engine,
           std::function<QString(const StorageError&)> explain,
           QObject* parent = nullptr);

    using Command = std::function<Result<Saved>(Journal&)>;
    /// What to say of what was saved at a moment; both as values, asked after the saving.
    using Sentence = std::function<QString(const Moment& at, const Moment& now)>;

    /// Runs one command of the journal for a page: what it saved can be taken back, `sentence`
    /// tells of it, and a refusal or a failure goes to `failed`. True: it was saved.
    bool carryOut(const Command& command, const Sentence& sentence);
    bool carryOut(const Command& command, const QString& sentence);
    /// The same for a command of the alerts: answering, closing, putting off.
    using AlertCommand = std::function<Result<Saved>(Alerts&)>;
    bool carryOut(const AlertCommand& command, const QString& sentence);
    /// The same for a command of heat and cold, which cannot be taken back; `refusal` puts into
    /// words why it was not carried out.
    using CareCommand = std::function<Result<Saved>(Care&)>;
    using Refusal = std::function<QString(const Problems& problems)>;
    bool carryOut(const CareCommand& command, const Sentence& sentence, const Refusal& refusal);

    /// The same for a command of sitting. What somebody did is not taken back; `correctSeat` is.
    using SeatCommand = std::function<Result<Saved>(Seat&)>;
    bool carryOut(const SeatCommand& command, const QString& sentence);
    bool correctSeat(const SeatCommand& command, const QString& sentence);

    /// What was done and saved elsewhere, on another connection: the window shows it, `sentence`
    /// tells of it, and it can be taken back where `undo` says how.
    void accept(Undo undo, const QString& sentence);
    enum class Pile { Undo, Redo };
    /// The same for what `longStepRequested` wished; `undo` goes to the pile that it named.
    void acceptStep(Undo undo, Pile to);
    /// Nothing became of that: the step goes back to where it was.
    void giveBack(Undo step, Pile to);
    /// What was to be done elsewhere could not be.
    void refuse(const QString& sentence);

    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }

public Q_SLOTS:
    void logSpasm(int pain);
    void addReading(int pain, bool isAtRest);
    void endEpisode();
    void undo();
    void redo();
    /// Shows the state as it is now; for a new minute, or after `lookForChanges` found some.
    void refresh();
    /// Whether another program wrote; reloads where it did.
    void lookForChanges();

Q_SIGNALS:
    void nowChanged(const unclench::ui::NowView& view);
    /// A new episode began, by what `saved` has just told.
    void episodeBegan();
    /// Something was saved, in words; the latest step can be taken back where `canUndo`.
    void saved(const QString& sentence, bool canUndo);
    /// By what `saved` has just told, the latest step was taken back.
    void takenBack();
    /// Nothing was saved, in words that say what to do.
    void failed(const QString& sentence);
    /// `step` was wished for and takes long, as a restore does: it is to be done elsewhere, and
    /// told with `acceptStep` or `giveBack`.
    void longStepRequested(const unclench::Undo& step, unclench::ui::Bridge::Pile to);

private:
    void guarded(const std::function<void()>& work);
    bool carryOutWith(const std::function<Result<Saved>()>& command, const Sentence& sentence);
    template <class Saved>
    bool accept(const Result<Saved>& result, std::vector<Undo>& pile);
    static void put(Undo undo, std::vector<Undo>& pile);
    /// True: it was saved.
    bool step(std::vector<Undo>& from, std::vector<Undo>& to, const QString& sentence);

    Engine& m_engine;
    std::function<QString(const StorageError&)> m_explain;
    std::vector<Undo> m_undo;
    std::vector<Undo> m_redo;
    Subscription m_subscription;
};

} // namespace unclench::ui
