// SPDX-License-Identifier: GPL-3.0-or-later
// Which alarm may speak: one for the whole program, never two at once.
#pragma once

#include "core/knowledge/names.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// In rising order of what matters.
enum class AlarmKind { Offer, Sitting, SessionEnd, RedFlag };
template <>
inline constexpr std::array kNames<AlarmKind> =
    std::to_array<std::string_view>({"offer", "sitting", "session_end", "red_flag"});

struct Alarm {
    AlarmKind kind = AlarmKind::Offer;
    /// What it is about, so that it is replaced and not repeated: the id of an alert or a session.
    std::string about;
    /// Among its own kind the higher speaks.
    int weight = 0;

    friend bool operator==(const Alarm&, const Alarm&) = default;
};

class Arbiter {
public:
    /// Adds it, or replaces the one about the same thing.
    void want(Alarm alarm);
    void withdraw(AlarmKind kind, const std::string& about);
    void withdrawAll(AlarmKind kind);
    /// Sitting and offers stay silent until `boot`, a reading of Now::boot; red flags and the end
    /// of a session never are.
    void quietUntil(std::chrono::milliseconds boot) { m_quietUntil = boot; }

    /// The one that may speak now. Absent: none wants to, or what wants to is to be quiet.
    [[nodiscard]] std::optional<Alarm> speaking(std::chrono::milliseconds boot) const;

private:
    std::vector<Alarm> m_alarms;
    std::chrono::milliseconds m_quietUntil{0};
};

} // namespace unclench
