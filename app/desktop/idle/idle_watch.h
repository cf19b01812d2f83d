// SPDX-License-Identifier: GPL-3.0-or-later
// When a person's input stops and returns, by the best that this desktop has to tell it.
#pragma once

#include "app/desktop/idle/compositor.h"
#include "app/desktop/idle/idle_source.h"

#include <memory>
#include <optional>
#include <vector>

namespace unclench {
class Clock;
}

namespace unclench::app {

/// Chooses again whenever one comes or is lost. In the order: ext-idle-notify, kde-idle, mutter,
/// x11. Most desktops have exactly one.
class IdleWatch : public QObject {
    Q_OBJECT
public:
    /// `clock` must outlive it.
    explicit IdleWatch(const Clock& clock);
    ~IdleWatch() override;

    /// Which one tells; see IdleSource. Empty: none, and nothing is told. What there is may be
    /// known only a moment after the making.
    [[nodiscard]] QString name() const;
    /// Between `wentIdle` and `input`.
    [[nodiscard]] bool isIdle() const { return m_isIdle; }
    /// As IdleSource::watch, and kept for whatever comes to tell.
    void watch(std::optional<std::chrono::milliseconds> after);

Q_SIGNALS:
    void wentIdle(std::chrono::milliseconds idleFor);
    /// Also where the one that told has gone while the person was idle: nobody knows any more that
    /// they are, and what tells next says it again.
    void input();
    /// Another one tells, or none does.
    void changed();

private:
    void add(std::unique_ptr<IdleSource> source);
    void choose();
    void endIdle();

    std::optional<Compositor> m_compositor;
    /// The best one first.
    std::vector<std::unique_ptr<IdleSource>> m_sources;
    IdleSource* m_chosen = nullptr;
    std::optional<std::chrono::milliseconds> m_after;
    bool m_isIdle = false;
};

} // namespace unclench::app
