// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine's heat and cold and what shows them: values out, commands in.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/widgets/care_view.h"
#include "ui/wording/words.h"

#include <QObject>

#include <functional>
#include <optional>

namespace unclench::ui {

class Bridge;

/// Commands go through the Bridge, so failures are told there. Reading tells its own.
class CareBridge : public QObject {
    Q_OBJECT
public:
    /// All references must outlive it. `explain` puts a failure into words.
    CareBridge(Engine& engine,
               Bridge& bridge,
               const Words& words,
               std::function<QString(const StorageError&)> explain,
               QObject* parent = nullptr);

    [[nodiscard]] const CareView& view() const { return m_view; }
    /// Until the figures of what runs change. Absent: nothing runs.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextSecond();
    /// Until what is said of heat and cold changes by itself. Absent: it does not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilNextChange();

public Q_SLOTS:
    /// After every change, and when time went by.
    void refresh();
    /// A second went by: only what runs is read again.
    void tick();
    void chooseKind(std::optional<unclench::CareKind> kind);
    /// Asks first what was never told and would limit it.
    void start(const unclench::CareStart& what);
    /// The answers to what `start` asked; then it starts, if it still may.
    void answerConditions(const std::vector<std::string>& present);
    void stop();
    void stopAsWorse();
    /// A look at the skin during the session; absent: neither normal nor pink, which ends it.
    void tellSkin(std::optional<unclench::Skin> skin);
    /// The questions after the session that ended last.
    void askOutcome();
    void leaveOutcome();
    void tellOutcome(const unclench::CareOutcome& outcome);
    /// No more questions about it, for now.
    void closeOutcome();
    void removeAsked();
    /// The skin after a session feels normal again, or not yet.
    void tellFeeling(bool isNormal);
    void confirmClock();
    void tellClinicianOk(unclench::Modality modality, const std::string& reason);
    void tellNoLonger(const std::string& reason);
    void tellPast(const unclench::CareTold& told);

Q_SIGNALS:
    void viewChanged(const unclench::ui::CareView& view);
    void asked(const unclench::ui::CareQuestionsView& view);
    /// What was asked before a start is answered.
    void conditionsAnswered();
    void begun();
    /// A session has just ended here: what it did is to be asked.
    void outcomeAsked(const unclench::ui::CareAfterView& view);
    void outcomeChanged(const unclench::ui::CareAfterView& view);
    /// There is nothing more to ask about it.
    void outcomeGone();
    /// What a person wrote down afterwards is saved.
    void pastSaved();
    /// Nothing could be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    bool guarded(const std::function<void()>& work);
    [[nodiscard]] QString refusal(const Problems& problems);
    void begin(const CareStart& what);
    void end(const CareOutcome& outcome, bool isTakeOffDue);
    void chooseAsk(CareView& view);
    [[nodiscard]] std::optional<CareAfterView> readAsked();

    Engine& m_engine;
    Bridge& m_bridge;
    const Words& m_words;
    std::function<QString(const StorageError&)> m_explain;
    CareView m_view;
    std::optional<CareKind> m_kind;
    /// Asked to start, while the questions before it are open, with what is asked.
    std::optional<CareStart> m_wanted;
    std::vector<std::string> m_conditionsAsked;
    /// Whose outcome is being asked.
    std::optional<Uuid> m_outcomeOf;
    bool m_isTakeOffDue = false;
    /// Sessions about which the person wants no more questions now.
    std::optional<Uuid> m_leftAlone;
    /// The session after which the skin was told as not yet normal.
    std::optional<Uuid> m_notYet;
};

} // namespace unclench::ui
