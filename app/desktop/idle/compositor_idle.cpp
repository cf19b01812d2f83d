// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/idle/compositor_idle.h"

#include "app/desktop/idle/compositor.h"
#include "core/time/clock.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace unclench::app {

using std::chrono::milliseconds;

// Copies: what is told may destroy the notice with what it tells.
void IdleNotice::idled(void* notice)
{
    const auto tell = static_cast<IdleNotice*>(notice)->m_listener.idled;
    tell();
}

void IdleNotice::resumed(void* notice)
{
    const auto tell = static_cast<IdleNotice*>(notice)->m_listener.resumed;
    tell();
}

CompositorIdle::CompositorIdle(Compositor& compositor, const Clock& clock)
    : m_compositor(compositor), m_clock(clock)
{
    connect(&compositor, &Compositor::changed, this, &CompositorIdle::follow);
}

void CompositorIdle::follow()
{
    const bool isThere = isOffered();
    if (isThere == m_isThere) {
        return;
    }
    m_isThere = isThere;
    if (isThere) {
        Q_EMIT came();
    } else {
        forget();
        Q_EMIT lost();
    }
}

void CompositorIdle::forget()
{
    m_after.reset();
    m_lastInput.reset();
    m_next.reset();
    m_return.reset();
}

void CompositorIdle::watch(std::optional<milliseconds> after)
{
    if (!m_isThere) {
        return;
    }
    if (!after) {
        forget();
        m_compositor.flush();
        return;
    }
    m_after = after;
    m_next.reset();
    if (!m_lastInput || idleFor() < *after) {
        arm(m_lastInput ? *after - idleFor() : *after);
        return;
    }
    m_compositor.flush();
    QMetaObject::invokeMethod(
        this,
        [this, after] {
            if (m_lastInput && m_after == after && !m_next) {
                Q_EMIT wentIdle(idleFor());
            }
        },
        Qt::QueuedConnection);
}

void CompositorIdle::arm(milliseconds after)
{
    using Count = milliseconds::rep;
    const Count longest = std::numeric_limits<std::uint32_t>::max();
    m_next = notice(static_cast<std::uint32_t>(std::clamp(after.count(), Count{0}, longest)),
                    {.idled = [this] { onIdled(); }, .resumed = [this] { onResumed(); }});
    m_compositor.flush();
}

void CompositorIdle::onIdled()
{
    if (!m_lastInput) {
        m_lastInput = m_clock.now().boot - *m_after;
        m_return = std::move(m_next);
    }
    m_next.reset();
    Q_EMIT wentIdle(std::max(idleFor(), *m_after));
}

void CompositorIdle::onResumed()
{
    if (!std::exchange(m_lastInput, std::nullopt)) {
        return;
    }
    m_return.reset();
    arm(*m_after);
    Q_EMIT input();
}

milliseconds CompositorIdle::idleFor() const
{
    return m_clock.now().boot - *m_lastInput;
}

} // namespace unclench::app
