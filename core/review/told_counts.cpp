// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/told_counts.h"

#include "core/insight/statistics.h"
#include "core/review/episodes_in.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace unclench {

namespace {

/// Of one field: in how many episodes each word was told.
class WordCounts {
public:
    /// Of one more episode. A word that stands twice counts once.
    void add(std::vector<std::string> words)
    {
        ++m_episodes;
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        for (std::string& word : words) {
            ++m_counts[std::move(word)];
        }
    }
    [[nodiscard]] Summary::Counts counts() const
    {
        Summary::Counts all{m_episodes, {}};
        for (const auto& [word, episodes] : m_counts) {
            all.rows.push_back({word, episodes});
        }
        std::stable_sort(all.rows.begin(), all.rows.end(),
                         [](const auto& a, const auto& b) { return a.episodes > b.episodes; });
        return all;
    }

private:
    int m_episodes = 0;
    std::map<std::string, int> m_counts;
};

/// Values of fields; what many episodes tell alike is taken apart once.
class ToldValues {
public:
    explicit ToldValues(const std::vector<std::string>& words) : m_words(words) {}
    /// One member is set; none where the value is not in the form of its field.
    const Details& of(const SummaryRecords::Told& told)
    {
        const auto [at, isNew] = m_values.try_emplace({told.field, told.value});
        if (isNew) {
            static_cast<void>(
                apply(at->second, told.field, m_words[static_cast<std::size_t>(told.value)]));
        }
        return at->second;
    }

private:
    const std::vector<std::string>& m_words;
    std::map<std::pair<DetailField, int>, Details> m_values;
};

Summary::Counts triggerCounts(const Chronicle& chronicle, const Period& period)
{
    Summary::Counts all;
    std::vector<int> counts(chronicle.triggers.size());
    for (const Chronicle::Episode* episode : episodesIn(chronicle, period)) {
        if (episode->triggers) {
            ++all.n;
            for (const int trigger : *episode->triggers) {
                ++counts[static_cast<std::size_t>(trigger)];
            }
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            all.rows.push_back({chronicle.triggers[i], counts[i]});
        }
    }
    std::sort(all.rows.begin(), all.rows.end(), [](const auto& a, const auto& b) {
        return std::pair{-a.episodes, a.id} < std::pair{-b.episodes, b.id};
    });
    return all;
}

/// What was told of each of so many episodes, field by field.
class ToldOfEpisodes {
public:
    explicit ToldOfEpisodes(std::size_t episodes) : m_injuries(episodes), m_isInjured(episodes) {}

    /// One field of the episode at `place`.
    void add(std::size_t place, const Uuid& episode, const Details& value)
    {
        addWords(value);
        addInjury(place, episode, value);
        if (value.spasmLength) {
            m_spasms.push_back(
                static_cast<double>(std::chrono::milliseconds{*value.spasmLength}.count()));
        }
        m_isFirstEver = m_isFirstEver || value.firstEver.value_or(false);
    }
    /// All but the triggers.
    void into(Summary& summary) &&
    {
        summary.painQuality = m_quality.counts();
        summary.pattern = m_pattern.counts();
        summary.signs = m_signs.counts();
        summary.activities = m_activities.counts();
        summary.isFirstEver = m_isFirstEver;
        summary.spasmLengths = static_cast<int>(m_spasms.size());
        if (!m_spasms.empty()) {
            summary.medianSpasm = Summary::Length{median(std::move(m_spasms))};
        }
        for (std::size_t i = 0; i < m_injuries.size(); ++i) {
            if (m_isInjured[i]) {
                summary.injuries.push_back(m_injuries[i]);
            }
        }
        std::sort(summary.injuries.begin(), summary.injuries.end(),
                  [](const auto& a, const auto& b) {
                      return std::tie(a.at.utc, a.episode) > std::tie(b.at.utc, b.episode);
                  });
    }

private:
    void addWords(const Details& value)
    {
        if (value.quality) {
            m_quality.add(*value.quality);
        }
        if (value.pattern) {
            m_pattern.add({*value.pattern});
        }
        if (value.signs) {
            m_signs.add(*value.signs);
        }
        if (value.activity) {
            m_activities.add({*value.activity});
        }
    }
    void addInjury(std::size_t place, const Uuid& episode, const Details& value)
    {
        Summary::InjuryRow& injury = m_injuries[place];
        if (value.injuryAt) {
            m_isInjured[place] = true;
            injury.at = *value.injuryAt;
            injury.episode = episode;
        }
        injury.hasSwelling = value.swelling.value_or(injury.hasSwelling);
        injury.hasBruiseOverSpine = value.bruiseOverSpine.value_or(injury.hasBruiseOverSpine);
    }

    WordCounts m_quality;
    WordCounts m_pattern;
    WordCounts m_signs;
    WordCounts m_activities;
    std::vector<double> m_spasms;
    std::vector<Summary::InjuryRow> m_injuries;
    std::vector<bool> m_isInjured;
    bool m_isFirstEver = false;
};

} // namespace

EpisodesById::EpisodesById(std::span<const Chronicle::Episode* const> episodes)
    : m_episodes(episodes), m_order(episodes.size())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    const auto isSmaller = [&](std::size_t a, std::size_t b) {
        return m_episodes[a]->id < m_episodes[b]->id;
    };
    if (!std::is_sorted(m_order.begin(), m_order.end(), isSmaller)) { // ids follow the onsets
        std::sort(m_order.begin(), m_order.end(), isSmaller);
    }
}

std::optional<std::size_t> EpisodesById::find(const Uuid& id)
{
    while (m_next < m_order.size() && m_episodes[m_order[m_next]]->id < id) {
        ++m_next;
    }
    return m_next < m_order.size() && m_episodes[m_order[m_next]]->id == id
               ? std::optional{m_order[m_next]}
               : std::nullopt;
}

void putToldCounts(Summary& summary, const Chronicle& chronicle, const SummaryRecords& records)
{
    const auto episodes = episodesIn(chronicle, summary.period);
    EpisodesById byId{episodes};
    ToldValues values{records.words};
    ToldOfEpisodes told{episodes.size()};
    for (const SummaryRecords::Told& one : records.told) {
        if (const auto place = byId.find(one.episode)) {
            told.add(*place, one.episode, values.of(one));
        }
    }
    std::move(told).into(summary);
    summary.triggers = triggerCounts(chronicle, summary.period);
}

} // namespace unclench
