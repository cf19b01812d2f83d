// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine tells its listeners after a commit: values, in one order for all.
#pragma once

#include "core/diary/record.h"

#include <deque>
#include <functional>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace unclench {

/// Records of this program that were just saved, in the order written.
struct RecordsSaved {
    std::vector<std::pair<RecordKind, Uuid>> records;
};

/// Another program changed the file, or this one took another diary in: whatever was read from it
/// may be old.
struct ChangedElsewhere {};

using Event = std::variant<RecordsSaved, ChangedElsewhere>;

class Events;

/// Ends its listening when it ends. Must not outlive the Events it came from.
class Subscription {
public:
    Subscription() = default;
    Subscription(Events* events, int id) : m_events(events), m_id(id) {}
    Subscription(Subscription&& other) noexcept
        : m_events(std::exchange(other.m_events, nullptr)), m_id(other.m_id)
    {
    }
    Subscription& operator=(Subscription&& other) noexcept;
    ~Subscription();

private:
    Events* m_events = nullptr;
    int m_id = 0;
};

/// Listeners do not throw: what they hear of is saved already. An event that a listener causes
/// follows after the current one, so that all listeners see one order.
class Events {
public:
    [[nodiscard]] Subscription subscribe(std::function<void(const Event&)> listener);
    void publish(Event event);

private:
    friend class Subscription;
    std::map<int, std::function<void(const Event&)>> m_listeners;
    std::deque<Event> m_waiting;
    int m_nextId = 0;
    bool m_isPublishing = false;
};

} // namespace unclench
