// SPDX-License-Identifier: GPL-3.0-or-later
// What decides about heat and cold at one moment: values alone, each as "how long ago", so that the
// same can be asked for a later moment.
#pragma once

#include "core/knowledge/care.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

/// Time that has gone by, on the clock that nobody sets (core/time/elapsed.h).
using Ago = std::chrono::milliseconds;

struct PastSession {
    Modality modality = Modality::Heat;
    Ago begin{0};
    /// Absent: it runs, or its alarm is not confirmed.
    std::optional<Ago> end;
    /// Began in the episode that is open.
    bool isOfEpisode = false;
    /// Any rise of pain, or "worse".
    bool hasRaisedPain = false;
    /// The person said after its end that the skin feels normal again.
    bool isFeelingNormal = false;
    /// Its end lies in the future of the wall clock, and the person did not say that the clock is
    /// right.
    bool isClockBehind = false;
};

/// An opioid patch counts wherever it sits, another one only at the place that hurts.
struct WornPatch {
    Ago since{0};
    bool isOpioid = false;
    bool isAtSite = false;
};

struct OpenEpisode {
    /// Since its onset.
    Ago age{0};
    /// Told; not told, and an earlier distinct episode stands in the diary: false.
    std::optional<bool> isFirstEver;
    /// An injury was told, with or without its time.
    bool hasInjury = false;
};

struct Situation {
    /// Those that can still matter, in no order.
    std::vector<PastSession> sessions;
    /// The skin as it was last told, over all sessions. Absent: never.
    std::optional<Skin> skin;
    /// Blister, white or waxy skin, hives: when last told.
    std::optional<Ago> skinInjury;

    std::optional<OpenEpisode> episode;
    /// Swelling, a fresh bruise or hot skin: how old, from the injury, else from the onset of the
    /// episode, else from when it was told. Absent: not there as far as is known.
    std::optional<Ago> swelling;

    /// Conditions that are there as last told.
    std::set<std::string, std::less<>> conditions;
    /// "heat:diabetes".
    std::set<std::string, std::less<>> clinicianOk;
    /// In years. Absent: not told.
    std::optional<int> age;
    bool isPregnant = false;
    /// A blood thinner that is taken regularly, or was taken lately.
    bool hasBloodThinner = false;
    /// A medicine that makes drowsy: taken so long ago.
    std::vector<Ago> sedating;
    /// One of these is taken regularly, no matter when.
    bool takesSedating = false;
    std::vector<WornPatch> patches;
    /// An ointment or gel, not told as washed off.
    std::vector<Ago> ointments;

    bool isEmergencyOpen = false;
    bool isUrgentOpen = false;
    bool isFeverOpen = false;
    bool isBandRashOpen = false;
    /// A yes to rf_cold_allergy that was not taken back.
    bool hasColdAllergy = false;

    /// As in the settings: "default", "alt_003", ...
    std::string pace = "default";
};

/// The same, so much later, if nothing is told until then.
[[nodiscard]] Situation later(Situation situation, std::chrono::milliseconds by);

/// The session that ended last. nullptr: none has ended.
[[nodiscard]] const PastSession* lastEnded(const Situation& situation);
[[nodiscard]] bool isRunning(const Situation& situation);
/// Whether a session of `modality` raised the pain in the open episode.
[[nodiscard]] bool hasRaisedPain(const Situation& situation, Modality modality);

/// The ids of the reasons for which `limit` holds now; none: it does not.
[[nodiscard]] std::vector<std::string>
reasonsOf(const Limit& limit, const CareRules& rules, const Situation& situation);

} // namespace unclench
