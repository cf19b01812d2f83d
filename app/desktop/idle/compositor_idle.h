// SPDX-License-Identifier: GPL-3.0-or-later
// What both Wayland protocols for idleness have in common: the compositor makes objects that tell,
// and counts from the making of each.
#pragma once

#include "app/desktop/idle/idle_source.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace unclench {
class Clock;
}

namespace unclench::app {

class Compositor;

/// An object in the compositor that tells when there was no input for its time, and then when
/// there is some. It is gone when this is destroyed, which it may be by what it tells.
class IdleNotice {
public:
    /// What hears it.
    struct Listener {
        std::function<void()> idled;
        std::function<void()> resumed;
    };
    explicit IdleNotice(Listener listener) : m_listener(std::move(listener)) {}
    virtual ~IdleNotice() = default;
    IdleNotice(const IdleNotice&) = delete;
    IdleNotice& operator=(const IdleNotice&) = delete;

protected:
    /// The protocol's listener functions.
    static void idled(void* notice);
    static void resumed(void* notice);

private:
    Listener m_listener;
};

class CompositorIdle : public IdleSource {
    Q_OBJECT
public:
    /// Both must outlive it.
    CompositorIdle(Compositor& compositor, const Clock& clock);

    [[nodiscard]] bool isThere() const override { return m_isThere; }
    void watch(std::optional<std::chrono::milliseconds> after) override;

protected:
    [[nodiscard]] Compositor& compositor() const { return m_compositor; }
    /// To be called when it is made.
    void follow();
    /// Whether the compositor has what it takes.
    [[nodiscard]] virtual bool isOffered() const = 0;
    [[nodiscard]] virtual std::unique_ptr<IdleNotice> notice(std::uint32_t milliseconds,
                                                             IdleNotice::Listener listener) = 0;

private:
    void arm(std::chrono::milliseconds after);
    void onIdled();
    void onResumed();
    void forget();
    [[nodiscard]] std::chrono::milliseconds idleFor() const;

    Compositor& m_compositor;
    const Clock& m_clock;
    bool m_isThere = false;
    std::optional<std::chrono::milliseconds> m_after;
    /// When input was last known, on boot time. Absent: not idle.
    std::optional<std::chrono::milliseconds> m_lastInput;
    /// Will say that `m_after` is over. While idle it is one that counts the rest of it.
    std::unique_ptr<IdleNotice> m_next;
    /// Has said so, and will say that there is input: kept while idle, whatever is watched then.
    std::unique_ptr<IdleNotice> m_return;
};

} // namespace unclench::app
