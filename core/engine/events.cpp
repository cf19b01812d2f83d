// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/events.h"

#include <utility>

namespace unclench {

namespace {

/// Publishing ends also when a listener throws; what waits then goes out with the next event.
class Ending {
public:
    explicit Ending(bool& isPublishing) : m_isPublishing(isPublishing) {}
    ~Ending() { m_isPublishing = false; }
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;

private:
    bool& m_isPublishing;
};

} // namespace

Subscription& Subscription::operator=(Subscription&& other) noexcept
{
    std::swap(m_events, other.m_events);
    std::swap(m_id, other.m_id);
    return *this;
}

Subscription::~Subscription()
{
    if (m_events != nullptr) {
        m_events->m_listeners.erase(m_id);
    }
}

Subscription Events::subscribe(std::function<void(const Event&)> listener)
{
    m_listeners.emplace(++m_nextId, std::move(listener));
    return {this, m_nextId};
}

void Events::publish(Event event)
{
    m_waiting.push_back(std::move(event));
    if (m_isPublishing) {
        return;
    }
    m_isPublishing = true;
    const Ending ending{m_isPublishing};
    while (!m_waiting.empty()) {
        const Event current = std::move(m_waiting.front());
        m_waiting.pop_front();
        // By id, because a listener may end its own or another's subscription.
        for (int id = 0; id <= m_nextId; ++id) {
            if (const auto listener = m_listeners.find(id); listener != m_listeners.end()) {
                const auto call = listener->second;
                call(current);
            }
        }
    }
}

} // namespace unclench
