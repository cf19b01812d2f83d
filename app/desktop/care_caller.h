// SPDX-License-Identifier: GPL-3.0-or-later
// Calls a person to take heat or cold off, again and again until they answer; and offers the next.
#pragma once

#include "app/desktop/alarm_voice.h"
#include "core/alarms/arbiter.h"
#include "core/care/offers.h"
#include "core/engine/engine.h"

#include <QObject>

#include <chrono>
#include <optional>
#include <string>

namespace unclench::app {

/// Has no timer of its own: `look` is called at each wake-up and after each change of the diary,
/// and compares with the clock. Works without a window.
class CareCaller : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    CareCaller(Engine& engine, Arbiter& arbiter, AlarmVoice& voice);

    void look();
    /// When it has something to say next, as of the last `look`: a reading of Now::boot. It may
    /// have come already. Absent: never, if nothing is told until then.
    [[nodiscard]] std::optional<std::chrono::milliseconds> next() const { return m_next; }
    /// Whether a session runs or rings: as long as it does, this program must stay.
    [[nodiscard]] bool isNeeded();

Q_SIGNALS:
    /// The window must be seen: the person pressed a notification, what they pressed cannot be done
    /// without it, or it rings and there is nothing to notify with.
    void opened();
    /// A button of a notification changed the diary.
    void answered();

private:
    void lookAt(const RunningCare& care);
    void ring(const RunningCare& care);
    void offer();
    void onPressed(const QString& about, const QString& action);

    Engine& m_engine;
    Arbiter& m_arbiter;
    AlarmVoice& m_voice;
    Notifier m_notifier;
    Offers m_offers;
    std::optional<Modality> m_offered;
    /// The session that it rang for, and the last of the times at which it did.
    std::string m_rungFor;
    std::chrono::milliseconds m_lastRing{0};
    std::string m_askedSkinOf;
    std::optional<std::chrono::milliseconds> m_next;
};

} // namespace unclench::app
