// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/arbiter.h"

#include <algorithm>
#include <tuple>

namespace unclench {

void Arbiter::want(Alarm alarm)
{
    withdraw(alarm.kind, alarm.about);
    m_alarms.push_back(std::move(alarm));
}

void Arbiter::withdraw(AlarmKind kind, const std::string& about)
{
    std::erase_if(m_alarms,
                  [&](const Alarm& alarm) { return alarm.kind == kind && alarm.about == about; });
}

void Arbiter::withdrawAll(AlarmKind kind)
{
    std::erase_if(m_alarms, [&](const Alarm& alarm) { return alarm.kind == kind; });
}

std::optional<Alarm> Arbiter::speaking(std::chrono::milliseconds boot) const
{
    const Alarm* loudest = nullptr;
    for (const Alarm& alarm : m_alarms) {
        if (alarm.kind <= AlarmKind::Sitting && boot < m_quietUntil) {
            continue;
        }
        if (loudest == nullptr ||
            std::tie(alarm.kind, alarm.weight) > std::tie(loudest->kind, loudest->weight)) {
            loudest = &alarm;
        }
    }
    return loudest == nullptr ? std::nullopt : std::optional{*loudest};
}

} // namespace unclench
