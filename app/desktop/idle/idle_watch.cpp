// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/idle_watch.h"

#include "app/desktop/display.h"
#include "app/desktop/idle/ext_idle.h"
#include "app/desktop/idle/kde_idle.h"
#include "app/desktop/idle/mutter_idle.h"
#include "app/desktop/idle/xsync_idle.h"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <utility>

namespace unclench::app {

IdleWatch::IdleWatch(const Clock& clock)
{
    const QString socket = waylandSocket();
    if (!socket.isEmpty()) {
        m_compositor.emplace(socket);
        add(std::make_unique<ExtIdle>(*m_compositor, clock));
        add(std::make_unique<KdeIdle>(*m_compositor, clock));
    }
    add(std::make_unique<MutterIdle>());
    add(std::make_unique<XsyncIdle>());
    choose();
}

IdleWatch::~IdleWatch() = default;

QString IdleWatch::name() const
{
    return m_chosen != nullptr ? m_chosen->name() : QString{};
}

void IdleWatch::add(std::unique_ptr<IdleSource> source)
{
    IdleSource* added = source.get();
    m_sources.push_back(std::move(source));
    connect(added, &IdleSource::came, this, &IdleWatch::choose);
    connect(added, &IdleSource::lost, this, &IdleWatch::choose);
    connect(added, &IdleSource::wentIdle, this, [this, added](std::chrono::milliseconds idleFor) {
        if (added == m_chosen) {
            m_isIdle = true;
            Q_EMIT wentIdle(idleFor);
        }
    });
    connect(added, &IdleSource::input, this, [this, added] {
        if (added == m_chosen) {
            endIdle();
        }
    });
}

void IdleWatch::choose()
{
    const auto best = std::find_if(m_sources.begin(), m_sources.end(),
                                   [](const auto& source) { return source->isThere(); });
    IdleSource* chosen = best != m_sources.end() ? best->get() : nullptr;
    if (chosen == m_chosen) {
        return;
    }
    if (m_chosen != nullptr && m_chosen->isThere()) {
        m_chosen->watch(std::nullopt);
    }
    m_chosen = chosen;
    spdlog::info("who tells of input: {}", chosen != nullptr ? name().toStdString() : "nobody");
    if (chosen != nullptr && m_after) {
        chosen->watch(m_after);
    }
    Q_EMIT changed();
    endIdle();
}

void IdleWatch::watch(std::optional<std::chrono::milliseconds> after)
{
    m_after = after;
    if (!after) {
        m_isIdle = false;
    }
    if (m_chosen != nullptr) {
        m_chosen->watch(after);
    }
}

void IdleWatch::endIdle()
{
    if (std::exchange(m_isIdle, false)) {
        Q_EMIT input();
    }
}

} // namespace unclench::app
