// SPDX-License-Identifier: GPL-3.0-or-later
// Which symptoms answer the provider's question "any weakness, tingling or numbness with it?".
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace unclench {

/// Clinical document, section 6: question 5 asks for leg, arm and saddle symptoms, and of what was
/// added bladder and bowel. Of section 5 these are what nerves of the back and the neck do: feeling
/// and strength of legs and feet, walking, the saddle, bladder, bowel and sexual function, and the
/// hands. All other symptoms stand by themselves.
inline constexpr std::array kNerveSymptoms = std::to_array<std::string_view>(
    {"leg_tingling", "leg_numbness", "leg_weakness", "foot_drop", "balance_loss", "saddle_numbness",
     "urine_hard_to_start", "urine_leak", "bowel_loss", "sexual_change", "hand_clumsy"});

[[nodiscard]] inline bool isNerveSymptom(std::string_view symptom)
{
    return std::find(kNerveSymptoms.begin(), kNerveSymptoms.end(), symptom) != kNerveSymptoms.end();
}

} // namespace unclench
