// SPDX-License-Identifier: GPL-3.0-or-later
// Heat and cold as a person took them: sessions, and the looks at the skin afterwards.
#pragma once

#include "core/diary/observations.h"
#include "core/diary/stamp.h"
#include "core/knowledge/modality.h"

#include <chrono>
#include <optional>
#include <string>

namespace unclench {

/// One session of heat or cold. Its length and the rest after it are measured in boot time, which
/// counts suspend and does not follow a clock that is set; the wall clock says when it was.
struct CareSession {
    /// FDA, Heating devices: how to avoid burns: no longer than 15 to 20 minutes.
    static constexpr std::chrono::minutes kLongestTimed{20};
    static constexpr std::chrono::minutes kLongestTold{24 * 60};

    Stamp stamp;
    /// The episode that was open when it began. No part of it: deleting or undoing an episode
    /// leaves the session, because the skin still needs its rest.
    std::optional<Uuid> within;
    Modality modality = Modality::Heat;
    std::optional<CareKind> kind;
    /// As planned; of one that was written down afterwards, as long as it was.
    std::chrono::minutes planned{0};
    Moment begin;
    /// Reading of Now::boot, with the boot it belongs to. Absent: written down afterwards.
    std::optional<std::chrono::milliseconds> beginBoot;
    std::optional<std::string> beginBootId;
    /// When the person ended it or confirmed its alarm. Absent: it runs, or rings.
    std::optional<Moment> end;
    std::optional<std::chrono::milliseconds> endBoot;
    std::optional<std::string> endBootId;
    std::optional<int> painBefore;
    std::optional<int> painAfter;
    /// How the skin looked and felt at the end.
    std::optional<Skin> skin;
    std::optional<Effect> felt;
    /// The person said that the clock is right although it stands before the end of this.
    bool isClockConfirmed = false;

    [[nodiscard]] bool isRunning() const { return !end; }

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.within);
        visit("modality", self.modality);
        visit("kind", self.kind);
        visit("planned_min", self.planned);
        visit("begin", self.begin);
        visit("begin_boot_ms", self.beginBoot);
        visit("begin_boot_id", self.beginBootId);
        visit("end", self.end);
        visit("end_boot_ms", self.endBoot);
        visit("end_boot_id", self.endBootId);
        visit("pain_before", self.painBefore);
        visit("pain_after", self.painAfter);
        visit("skin", self.skin);
        visit("felt", self.felt);
        visit("clock_confirmed", self.isClockConfirmed);
    }
    friend bool operator==(const CareSession&, const CareSession&) = default;
};

/// The skin looked at during a session, or again after it.
struct SkinCheck {
    Stamp stamp;
    Uuid session;
    Moment at;
    std::optional<std::chrono::milliseconds> boot;
    std::optional<std::string> bootId;
    Skin skin = Skin::Normal;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("session_id", self.session);
        visit("at", self.at);
        visit("at_boot_ms", self.boot);
        visit("at_boot_id", self.bootId);
        visit("skin", self.skin);
    }
    friend bool operator==(const SkinCheck&, const SkinCheck&) = default;
};

} // namespace unclench
