// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_told.h"

#include <algorithm>
#include <tuple>

namespace unclench {

namespace {

template <class Record>
bool isFhirToldBefore(const Record& one, const Record& other)
{
    return std::tie(one.at.utc, one.stamp.id) < std::tie(other.at.utc, other.stamp.id);
}

/// As the rules have it (core/redflags): what is told later of an earlier time was said later.
UtcTime fhirSaidAt(const Answer& answer)
{
    return std::max(answer.at.utc, answer.stamp.created);
}

/// Whether it becomes an observation that an episode holds.
template <class Record>
constexpr bool kIsFhirMember = std::is_same_v<Record, Reading> || std::is_same_v<Record, Symptom> ||
                               std::is_same_v<Record, FunctionLimit>;

} // namespace

FhirTold::FhirTold(RowSource& source)
{
    forEachKind([&]<class Record>(const Record&) {
        source.eachRecord(kKindOf<Record>, [&](const AnyRecord& record) { take(record); });
    });
    finish();
}

void FhirTold::take(const AnyRecord& record)
{
    if (const auto* medicine = std::get_if<Medicine>(&record)) {
        m_medicines.emplace(medicine->stamp.id, *medicine); // its name, also where it is deleted
    }
    if (stampOf(record).isDeleted()) {
        return;
    }
    m_lastWritten = std::max(m_lastWritten.value_or(UtcTime::min()), stampOf(record).updated);
    std::visit(
        [&]<class Record>(const Record& each) {
            if constexpr (std::is_same_v<Record, Episode>) {
                m_liveEpisodes.insert(each.stamp.id);
            } else if constexpr (std::is_same_v<Record, Bout>) {
                m_episodes[each.episode].bouts.push_back(each);
            } else if constexpr (std::is_same_v<Record, Report>) {
                m_reports[each.episode].push_back(each);
            } else if constexpr (std::is_same_v<Record, CareSession>) {
                m_sessions.insert(each.stamp.id);
            } else if constexpr (std::is_same_v<Record, ProfileEntry>) {
                m_facts.push_back(each);
            } else if constexpr (std::is_same_v<Record, BackgroundEntry>) {
                m_background.push_back(each);
            } else if constexpr (std::is_same_v<Record, Alert>) {
                if (each.level != Level::CheckIn) { // that is no alert
                    m_alerts.push_back(each);
                }
            } else if constexpr (std::is_same_v<Record, Answer>) {
                if (each.value == AnswerValue::TakenBack) {
                    UtcTime& last =
                        m_takenBack.try_emplace(each.question, fhirSaidAt(each)).first->second;
                    last = std::max(last, fhirSaidAt(each));
                }
            } else if constexpr (kIsFhirMember<Record>) {
                const std::optional<Uuid> owner{each.episode};
                if (owner) {
                    m_episodes[*owner].members.push_back(each.stamp.id);
                }
            }
        },
        record);
}

void FhirTold::finish()
{
    std::erase_if(m_episodes, [this](const auto& entry) {
        return entry.second.bouts.empty() || !m_liveEpisodes.contains(entry.first);
    });
    for (auto& [id, episode] : m_episodes) {
        std::sort(episode.bouts.begin(), episode.bouts.end(), [](const Bout& one, const Bout& two) {
            return std::tie(one.begin.utc, one.stamp.id) < std::tie(two.begin.utc, two.stamp.id);
        });
        std::vector<Report>& reports = m_reports[id];
        std::sort(reports.begin(), reports.end(), isFhirToldBefore<Report>);
        for (const Report& report : reports) {
            // One that is not in its form says nothing here; `verify` names it.
            static_cast<void>(apply(episode.details, report.field, report.value));
        }
    }
    m_reports.clear();
    std::sort(m_facts.begin(), m_facts.end(), isFhirToldBefore<ProfileEntry>);
    std::sort(m_background.begin(), m_background.end(), isFhirToldBefore<BackgroundEntry>);
    std::sort(m_alerts.begin(), m_alerts.end(), isFhirToldBefore<Alert>);
}

const FhirEpisode* FhirTold::episode(const Uuid& id) const
{
    const auto found = m_episodes.find(id);
    return found == m_episodes.end() ? nullptr : &found->second;
}

std::optional<Uuid> FhirTold::episodeOf(const std::optional<Uuid>& id) const
{
    return id && episode(*id) != nullptr ? id : std::nullopt;
}

const Medicine* FhirTold::medicine(const Uuid& id) const
{
    const auto found = m_medicines.find(id);
    return found == m_medicines.end() ? nullptr : &found->second;
}

bool FhirTold::hasSession(const Uuid& id) const
{
    return m_sessions.contains(id);
}

bool FhirTold::isTakenBack(const Answer& answer) const
{
    const auto found = m_takenBack.find(answer.question);
    return found != m_takenBack.end() && fhirSaidAt(answer) <= found->second;
}

std::string FhirTold::background(BackgroundTopic topic) const
{
    const auto last =
        std::find_if(m_background.rbegin(), m_background.rend(),
                     [&](const BackgroundEntry& entry) { return entry.topic == topic; });
    return last == m_background.rend() ? std::string{} : last->text;
}

std::optional<std::string> FhirTold::fact(ProfileKey key) const
{
    const auto last = std::find_if(m_facts.rbegin(), m_facts.rend(),
                                   [&](const ProfileEntry& entry) { return entry.key == key; });
    return last == m_facts.rend() || last->value.empty() ? std::nullopt
                                                         : std::optional{last->value};
}

} // namespace unclench
