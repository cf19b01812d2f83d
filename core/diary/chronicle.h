// SPDX-License-Identifier: GPL-3.0-or-later
// The whole diary as timeline, calendar and insights read it: what was when, and hardly a word.
#pragma once

#include "core/diary/details.h"
#include "core/diary/observations.h"
#include "core/diary/uuid.h"
#include "core/knowledge/posture.h"
#include "core/knowledge/red_flags.h"
#include "core/time/moment.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// What a person did against the pain.
enum class UseKind {
    Heat,
    Cold,
    Tried, ///< a method of relief
    Taken  ///< a medicine
};
template <>
inline constexpr std::array kNames<UseKind> = std::to_array<std::string_view>({"heat", "cold",
                                                                               "tried", "taken"});

/// Values alone; each list in the order of its times. Ten years are some 200,000 of them, so words
/// that come again and again stand once and are referred to by their place.
struct Chronicle {
    /// From the first onset to the last end.
    struct Episode {
        Uuid id;
        Moment onset;
        /// Absent: open.
        std::optional<UtcTime> end;
        /// Absent: no reading.
        std::optional<int> worst;
        /// Into `places`; absent: not told. None twice; no place with the side "both".
        std::optional<std::vector<int>> places;
        /// Into `triggers`; absent: not told. None twice.
        std::optional<std::vector<int>> triggers;
    };
    struct Reading {
        Moment at;
        /// Into `episodes`.
        int episode = 0;
        int pain = 0;
    };
    struct Use {
        UseKind kind = UseKind::Heat;
        /// Into `methods` (Tried: a method, Taken: a class of medicine, "unknown" where it has
        /// none). -1 for heat and cold.
        int method = -1;
        /// Into `names`: how the person calls the medicine; -1 for all others.
        int name = -1;
        Moment at;
        /// Of heat and cold.
        std::optional<UtcTime> end;
        std::optional<int> before;
        std::optional<int> after;
        std::optional<Effect> felt;
    };
    struct Sitting {
        Moment begin;
        /// Of one that goes on: when this was read, or the begin of one that follows all the same.
        UtcTime end;
        Posture posture = Posture::Seated;
    };
    struct Alert {
        Uuid id;
        Moment at;
        Level level = Level::Soon;
        std::string rule;
    };

    /// When it was read: what is open goes on until then.
    Moment now;
    std::vector<Episode> episodes;
    std::vector<Reading> readings;
    std::vector<Use> uses;
    std::vector<Sitting> sitting;
    /// All but those that only asked.
    std::vector<Alert> alerts;
    std::vector<std::chrono::local_days> painFreeDays;
    /// Local days on which a spasm began, or pain, a symptom, or something done against it was
    /// told; each once. On all others nobody knows how it was.
    std::vector<std::chrono::local_days> toldDays;

    std::vector<Place> places;
    std::vector<std::string> triggers;
    std::vector<std::string> methods;
    std::vector<std::string> names;
};

} // namespace unclench
