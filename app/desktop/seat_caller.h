// SPDX-License-Identifier: GPL-3.0-or-later
// Gets somebody up from the chair: looks at the seat clock, and asks for a break without being a
// nuisance.
#pragma once

#include "app/desktop/notifier.h"
#include "app/desktop/presence_watch.h"
#include "core/alarms/arbiter.h"
#include "core/engine/engine.h"
#include "ui/wording/words.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace unclench::app {

/// Has no timer of its own: `look` is called at each wake-up, when presence changes and after each
/// change of the diary, and compares with the clock.
class SeatCaller : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `canShowCards`: windows of ours can stay above others (not on Wayland).
    SeatCaller(Engine& engine,
               const ui::Words& words,
               Arbiter& arbiter,
               PresenceWatch& presence,
               bool canShowCards);

    void look();
    /// When it has to look next, as of the last `look`: a reading of Now::boot. Absent: never, if
    /// nothing happens until then.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next() const { return m_next; }
    /// The last minute of this program: what goes on ends here, unless another one begins soon.
    void noteAlive();

public Q_SLOTS:
    /// The person sent away what shows the break that runs.
    void leaveBreakAlone() { m_isBreakLeftAlone = true; }

Q_SIGNALS:
    /// A window of ours is to ask for the break, or to show it; `style` is never Notification.
    void promptWanted(unclench::BreakPrompt style);
    /// What was typed when the full screen came is over.
    void keysAreWanted();
    void promptOver();
    /// The window must be seen: the person pressed a notification, or there is nothing to notify
    /// with.
    void opened();
    /// The clock moved on by itself, or a button of a notification changed it.
    void moved();

private:
    void prompt(const SeatStatus& status, std::chrono::milliseconds boot);
    void lookAtBreak(const SeatStatus& status, std::chrono::milliseconds boot);
    void lookAtDue(const SeatStatus& status, std::chrono::milliseconds boot);
    void announce(const SeatStatus& status, bool isAllowed);
    void follow();
    /// Something else comes first, or nobody can see it.
    [[nodiscard]] bool isSilent(std::chrono::milliseconds boot);
    /// Sitting may speak now: no other alarm does, and it is not to be quiet.
    [[nodiscard]] bool maySpeak(std::chrono::milliseconds boot);
    void lookAtKeys(bool isTyping, std::chrono::milliseconds boot);
    void endPrompt();
    void lookAgainIn(std::chrono::milliseconds wait, std::chrono::milliseconds boot);
    [[nodiscard]] BreakPrompt style(const SeatStatus& status) const;
    void onPressed(const QString& about, const QString& action);

    Engine& m_engine;
    const ui::Words& m_words;
    Arbiter& m_arbiter;
    PresenceWatch& m_presence;
    bool m_canShowCards;
    Notifier m_notifier;
    /// Since when a break is due. Absent: none is.
    std::optional<std::chrono::milliseconds> m_dueSince;
    /// When it was asked for last, and how often.
    std::optional<std::chrono::milliseconds> m_promptedAt;
    int m_prompts = 0;
    std::optional<std::chrono::milliseconds> m_keysAt;
    bool m_isPrompting = false;
    bool m_isBreakLeftAlone = false;
    bool m_isSoonSaid = false;
    bool m_isStandingSaid = false;
    std::optional<std::chrono::milliseconds> m_next;
};

} // namespace unclench::app
