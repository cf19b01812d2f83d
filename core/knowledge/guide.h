// SPDX-License-Identifier: GPL-3.0-or-later
// The cards of the guide, from resources/knowledge/guide.json: what they are about, when they suit
// and where they come from. Their words stand with the other words.
#pragma once

#include "core/knowledge/names.h"
#include "core/knowledge/vocabulary.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// The numbers that the guide reckons with.
enum class GuideNumber {
    /// The strongest pain, 0 to 10, at which exercise is open.
    MostPain,
    /// For how many local days after the one on which it was told "nothing cramps" holds.
    CrampToldDays,
    BreatheInSeconds,
    BreatheOutSeconds,
    /// How long the paced breathing goes on by itself.
    BreathingMinutes
};
template <>
inline constexpr std::array kNames<GuideNumber> =
    std::to_array<std::string_view>({"most_pain", "cramp_told_days", "breathe_in_seconds",
                                     "breathe_out_seconds", "breathing_minutes"});

/// What a card does besides telling.
enum class GuideTool {
    /// Says whether exercise is open, and asks for what is missing.
    ExerciseGate,
    /// Sets the pace of slow breathing.
    BreathingPace
};
template <>
inline constexpr std::array kNames<GuideTool> = std::to_array<std::string_view>({"exercise_gate",
                                                                                 "breathing_pace"});

struct GuideCard {
    std::string id;
    /// One of `Guide::topics`.
    std::string topic;
    /// A drawing by its id; what it shows is told by the words, too.
    std::optional<std::string> drawing;
    std::optional<GuideTool> tool;
    /// Exercise: open only while the exercise gate is.
    bool isGated = false;
    /// A medicine class whose cautions the card tells.
    std::optional<std::string> medicineClass;
    /// Ids of when it suits and when it does not; empty: nothing is said of it.
    std::vector<std::string> when;
    std::vector<std::string> notWhen;
    /// Ids of the statements of the clinical document that it stands for: those of its section 4
    /// under their own names, those of 0.2 as "ledger_...".
    std::vector<std::string> covers;
    /// Ids of sources, at least one.
    std::vector<std::string> sources;
};

/// Read once at start, passed by reference, never changed.
class Guide {
public:
    /// The knowledge that was built into the program, read at the first call. Throws
    /// KnowledgeError.
    [[nodiscard]] static const Guide& builtIn();
    /// Throws KnowledgeError on anything but the documented form (docs/architecture.md, Knowledge).
    [[nodiscard]] static Guide parse(std::string_view bytes, const Vocabulary& vocabulary);

    /// In the order in which they are shown; each has at least one card.
    [[nodiscard]] std::span<const std::string> topics() const { return m_topics; }
    /// In the order in which they are shown within their topics.
    [[nodiscard]] std::span<const GuideCard> cards() const { return m_cards; }
    [[nodiscard]] int number(GuideNumber number) const
    {
        return m_numbers[static_cast<std::size_t>(number)];
    }

private:
    std::vector<std::string> m_topics;
    std::vector<GuideCard> m_cards;
    std::array<int, kNames<GuideNumber>.size()> m_numbers{};
};

} // namespace unclench
