// SPDX-License-Identifier: GPL-3.0-or-later
// What must be known of a diary before the first FHIR resource is written: what belongs together.
#pragma once

#include "core/diary/course.h"
#include "core/exchange/rows.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace unclench {

/// An episode as one observation: when it was, how it stands, and the observations in it.
struct FhirEpisode {
    /// In the order of time; never empty.
    std::vector<Bout> bouts;
    Details details;
    std::vector<Uuid> members;
};

/// Holds of each episode the ids of what is in it, and all that was told of the episode itself.
class FhirTold {
public:
    /// Goes over `source` once. Throws StorageError.
    explicit FhirTold(RowSource& source);

    /// nullptr: no such episode, or nothing says when it was.
    [[nodiscard]] const FhirEpisode* episode(const Uuid& id) const;
    /// The episode that a record belongs to, where it is one of them.
    [[nodiscard]] std::optional<Uuid> episodeOf(const std::optional<Uuid>& id) const;
    /// nullptr: no such medicine. One that has left the list is here too.
    [[nodiscard]] const Medicine* medicine(const Uuid& id) const;
    /// Whether such a session is told of at all.
    [[nodiscard]] bool hasSession(const Uuid& id) const;
    /// Whether the person said later that they had answered this question by mistake.
    [[nodiscard]] bool isTakenBack(const Answer& answer) const;
    /// In the order in which they were raised.
    [[nodiscard]] const std::vector<Alert>& alerts() const { return m_alerts; }
    /// What was told last of it; may be empty.
    [[nodiscard]] std::string background(BackgroundTopic topic) const;
    /// How a fact of the profile stands.
    [[nodiscard]] std::optional<std::string> fact(ProfileKey key) const;
    /// When something that is told of was last written. Absent: nothing is.
    [[nodiscard]] const std::optional<UtcTime>& lastWritten() const { return m_lastWritten; }

private:
    void take(const AnyRecord& record);
    void finish();

    std::map<Uuid, FhirEpisode> m_episodes;
    std::map<Uuid, std::vector<Report>> m_reports;
    std::map<Uuid, Medicine> m_medicines;
    std::set<Uuid> m_liveEpisodes;
    std::set<Uuid> m_sessions;
    std::map<std::string, UtcTime, std::less<>> m_takenBack;
    std::vector<ProfileEntry> m_facts;
    std::vector<BackgroundEntry> m_background;
    std::vector<Alert> m_alerts;
    std::optional<UtcTime> m_lastWritten;
};

} // namespace unclench
