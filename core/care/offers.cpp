// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/care/offers.h"

namespace unclench {

namespace {

bool isNight(const Moment& now)
{
    const auto sinceMidnight = now.local() - now.localDay();
    return sinceMidnight >= std::chrono::hours{Offers::kNightBegins} ||
           sinceMidnight < std::chrono::hours{Offers::kNightEnds};
}

} // namespace

std::optional<Modality> Offers::offer(const CareDecisions& decisions, const Moment& now)
{
    std::optional<Modality> recommended;
    for (const Modality modality : {Modality::Heat, Modality::Cold}) {
        if (decisions.of(modality).status == CareStatus::Recommended) {
            recommended = modality;
        }
    }
    if (recommended && isNight(now)) {
        return std::nullopt; // not noted: it is offered in the morning
    }
    const bool isNew = recommended && recommended != m_recommended;
    m_recommended = recommended;
    if (!isNew || m_silentDay == now.localDay() || m_unanswered >= kMostUnanswered) {
        return std::nullopt;
    }
    ++m_unanswered;
    return recommended;
}

} // namespace unclench
