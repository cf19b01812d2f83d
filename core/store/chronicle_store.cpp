// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chronicle_store.h"

#include "core/store/database.h"

#include <algorithm>
#include <unordered_map>

namespace unclench {

namespace {

using Row = const BulkRow;

UtcTime utcIn(Row& row, int column)
{
    return UtcTime{std::chrono::milliseconds{row.number(column)}};
}
Moment momentIn(Row& row, int column)
{
    return {utcIn(row, column), std::chrono::minutes{row.number(column + 1)}};
}
template <class T, class Read>
std::optional<T> maybeIn(Row& row, int column, Read read)
{
    return row.isNull(column) ? std::nullopt : std::optional<T>{read()};
}

/// Words that come again and again, each once: its place in `words`.
class Places {
public:
    explicit Places(std::vector<std::string>& words) : m_words(words) {}
    int of(std::string_view word)
    {
        const auto [at, isNew] =
            m_places.try_emplace(std::string{word}, static_cast<int>(m_words.size()));
        if (isNew) {
            m_words.emplace_back(word);
        }
        return at->second;
    }

private:
    std::vector<std::string>& m_words;
    std::unordered_map<std::string, int> m_places;
};

void addOnce(std::vector<int>& list, int index)
{
    if (std::find(list.begin(), list.end(), index) == list.end()) {
        list.push_back(index);
    }
}

/// Calls `each` with the strings of a flat JSON array of ids: `["a","b:left"]`. Ids need no
/// escapes; what a foreign hand wrote otherwise gives no id that anybody knows.
template <class Each>
void eachId(std::string_view json, Each each)
{
    for (std::size_t begin = json.find('"'); begin != std::string_view::npos;) {
        const std::size_t end = json.find('"', begin + 1);
        if (end == std::string_view::npos) {
            return;
        }
        each(json.substr(begin + 1, end - begin - 1));
        begin = json.find('"', end + 1);
    }
}

} // namespace

Chronicle ChronicleStore::read(const Moment& now)
{
    Chronicle chronicle;
    chronicle.now = now;
    // At once what is needed at most: growing by and by took a third of the time.
    const auto most = [&](const char* sql) {
        return static_cast<std::size_t>(m_database.number(sql));
    };
    chronicle.episodes.reserve(most("SELECT ifnull(max(rowid), 0) FROM episode"));
    chronicle.readings.reserve(most("SELECT ifnull(max(rowid), 0) FROM reading"));
    chronicle.sitting.reserve(most("SELECT ifnull(max(rowid), 0) FROM seat_span"));
    chronicle.uses.reserve(most("SELECT (SELECT ifnull(max(rowid), 0) FROM care_session)"
                                " + (SELECT ifnull(max(rowid), 0) FROM relief)"
                                " + (SELECT ifnull(max(rowid), 0) FROM intake)"));
    readEpisodes(chronicle); // in the order of their ids, as all that belongs to them
    readReadings(chronicle);
    readTold(chronicle);

    sortByOnset(chronicle);
    readUses(chronicle);
    readSitting(chronicle);
    readAlerts(chronicle);
    readDays(chronicle);
    return chronicle;
}

/// Ids sort by the time of writing: mostly there is nothing to do.
void ChronicleStore::sortByOnset(Chronicle& chronicle)
{
    auto& episodes = chronicle.episodes;
    const auto beganSooner = [](const Chronicle::Episode& a, const Chronicle::Episode& b) {
        return a.onset.utc < b.onset.utc;
    };
    const auto isSooner = [](const Chronicle::Reading& a, const Chronicle::Reading& b) {
        return a.at.utc < b.at.utc;
    };
    if (std::is_sorted(episodes.begin(), episodes.end(), beganSooner)) {
        if (!std::is_sorted(chronicle.readings.begin(), chronicle.readings.end(), isSooner)) {
            std::stable_sort(chronicle.readings.begin(), chronicle.readings.end(), isSooner);
        }
        return;
    }
    std::vector<int> order(episodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = static_cast<int>(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return episodes[static_cast<std::size_t>(a)].onset.utc <
               episodes[static_cast<std::size_t>(b)].onset.utc;
    });
    std::vector<Chronicle::Episode> sorted;
    sorted.reserve(episodes.size());
    std::vector<int> places(episodes.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.push_back(std::move(episodes[static_cast<std::size_t>(order[i])]));
        places[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    }
    episodes = std::move(sorted);
    for (Chronicle::Reading& reading : chronicle.readings) {
        reading.episode = places[static_cast<std::size_t>(reading.episode)];
    }
    std::stable_sort(chronicle.readings.begin(), chronicle.readings.end(), isSooner);
}

void ChronicleStore::readEpisodes(Chronicle& chronicle)
{
    m_database.eachOfMany(
        "SELECT episode_id, begin_utc_ms, begin_offset_min, end_utc_ms FROM bout"
        " WHERE deleted_utc_ms IS NULL ORDER BY episode_id, begin_utc_ms",
        [&](Row& row) {
            const std::string_view id = row.text(0);
            const auto end = maybeIn<UtcTime>(row, 3, [&] { return utcIn(row, 3); });
            if (chronicle.episodes.empty() || chronicle.episodes.back().id.text() != id) {
                const auto parsed = Uuid::parse(id);
                chronicle.episodes.push_back(
                    {parsed.value_or(Uuid{}), momentIn(row, 1), end, {}, {}, {}});
            } else {
                chronicle.episodes.back().end = end; // of the bout that began last
            }
        });
}

void ChronicleStore::readReadings(Chronicle& chronicle)
{
    std::size_t episode = 0;
    m_database.eachOfMany(
        "SELECT episode_id, at_utc_ms, at_offset_min, pain FROM reading"
        " WHERE deleted_utc_ms IS NULL ORDER BY episode_id, at_utc_ms",
        [&](Row& row) {
            const std::string_view id = row.text(0);
            while (episode < chronicle.episodes.size() &&
                   chronicle.episodes[episode].id.text() < id) {
                ++episode;
            }
            if (episode == chronicle.episodes.size() ||
                chronicle.episodes[episode].id.text() != id) {
                return;
            }
            const int pain = static_cast<int>(row.number(3));
            auto& worst = chronicle.episodes[episode].worst;
            worst = std::max(worst.value_or(pain), pain);
            chronicle.readings.push_back({momentIn(row, 1), static_cast<int>(episode), pain});
        });
}

void ChronicleStore::readTold(Chronicle& chronicle)
{
    const auto readField = [&](const char* sql, const auto& put) {
        std::size_t episode = 0;
        m_database.eachOfMany(sql, [&](Row& row) {
            const std::string_view id = row.text(0);
            while (episode < chronicle.episodes.size() &&
                   chronicle.episodes[episode].id.text() < id) {
                ++episode;
            }
            if (episode < chronicle.episodes.size() &&
                chronicle.episodes[episode].id.text() == id) {
                put(chronicle.episodes[episode], row.text(1)); // the last stands
            }
        });
    };
    Places triggers{chronicle.triggers};
    std::vector<std::string> places;
    Places placeTexts{places};
    readField("SELECT episode_id, value FROM report WHERE field = 'triggers'"
              " AND deleted_utc_ms IS NULL ORDER BY episode_id, at_utc_ms, id",
              [&](Chronicle::Episode& episode, std::string_view json) {
                  episode.triggers.emplace();
                  eachId(json,
                         [&](std::string_view id) { addOnce(*episode.triggers, triggers.of(id)); });
              });
    readField("SELECT episode_id, value FROM report WHERE field = 'regions'"
              " AND deleted_utc_ms IS NULL ORDER BY episode_id, at_utc_ms, id",
              [&](Chronicle::Episode& episode, std::string_view json) {
                  episode.places.emplace();
                  eachId(json, [&](std::string_view text) {
                      if (text.ends_with(":both")) {
                          const std::string region{text.substr(0, text.size() - 5)};
                          addOnce(*episode.places, placeTexts.of(region + ":left"));
                          addOnce(*episode.places, placeTexts.of(region + ":right"));
                      } else {
                          addOnce(*episode.places, placeTexts.of(text));
                      }
                  });
              });
    for (const std::string& text : places) {
        chronicle.places.push_back(parsePlace(text).value_or(Place{text, std::nullopt}));
    }
}

void ChronicleStore::readUses(Chronicle& chronicle)
{
    Places methods{chronicle.methods};
    Places names{chronicle.names};
    const auto pain = [](Row& row, int column) {
        return maybeIn<int>(row, column, [&] { return static_cast<int>(row.number(column)); });
    };
    const auto felt = [](Row& row, int column) -> std::optional<Effect> {
        return row.isNull(column) ? std::nullopt : fromId<Effect>(row.text(column));
    };
    m_database.eachOfMany(
        "SELECT modality, begin_utc_ms, begin_offset_min, end_utc_ms, pain_before,"
        " pain_after, felt FROM care_session WHERE deleted_utc_ms IS NULL",
        [&](Row& row) {
            const bool isHeat = row.text(0) == "heat";
            chronicle.uses.push_back(
                {.kind = isHeat ? UseKind::Heat : UseKind::Cold,
                 .at = momentIn(row, 1),
                 .end = maybeIn<UtcTime>(row, 3, [&] { return utcIn(row, 3); }),
                 .before = pain(row, 4),
                 .after = pain(row, 5),
                 .felt = felt(row, 6)});
        });
    m_database.eachOfMany("SELECT method, at_utc_ms, at_offset_min, effect FROM relief"
                          " WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms",
                          [&](Row& row) {
                              chronicle.uses.push_back({.kind = UseKind::Tried,
                                                        .method = methods.of(row.text(0)),
                                                        .at = momentIn(row, 1),
                                                        .end = {},
                                                        .before = {},
                                                        .after = {},
                                                        .felt = felt(row, 3)});
                          });
    m_database.eachOfMany("SELECT ifnull(m.class, 'unknown'), m.name, i.at_utc_ms, i.at_offset_min"
                          " FROM intake AS i JOIN medicine AS m ON m.id = i.medicine_id"
                          " WHERE i.deleted_utc_ms IS NULL",
                          [&](Row& row) {
                              chronicle.uses.push_back({.kind = UseKind::Taken,
                                                        .method = methods.of(row.text(0)),
                                                        .name = names.of(row.text(1)),
                                                        .at = momentIn(row, 2),
                                                        .end = {},
                                                        .before = {},
                                                        .after = {},
                                                        .felt = {}});
                          });
    std::stable_sort(chronicle.uses.begin(), chronicle.uses.end(),
                     [](const auto& a, const auto& b) { return a.at.utc < b.at.utc; });
}

void ChronicleStore::readSitting(Chronicle& chronicle)
{
    auto& sitting = chronicle.sitting;
    bool isOpen = false;
    m_database.eachOfMany(
        "SELECT begin_utc_ms, begin_offset_min, end_utc_ms, posture FROM seat_span"
        " WHERE deleted_utc_ms IS NULL ORDER BY begin_utc_ms, id",
        [&](Row& row) {
            const Moment begin = momentIn(row, 0);
            if (isOpen) { // what crashed closed nothing
                sitting.back().end = std::min(sitting.back().end, begin.utc);
            }
            isOpen = row.isNull(2);
            sitting.push_back({begin, isOpen ? chronicle.now.utc : utcIn(row, 2),
                               fromId<Posture>(row.text(3)).value_or(Posture::Suspended)});
        });
}

void ChronicleStore::readAlerts(Chronicle& chronicle)
{
    m_database.eachOfMany("SELECT id, at_utc_ms, at_offset_min, level, rule FROM alert"
                          " WHERE deleted_utc_ms IS NULL AND level <> 'check_in'"
                          " ORDER BY at_utc_ms, id",
                          [&](Row& row) {
                              const auto level = fromId<Level>(row.text(3));
                              const auto id = Uuid::parse(row.text(0));
                              if (level && id) {
                                  chronicle.alerts.push_back(
                                      {*id, momentIn(row, 1), *level, std::string{row.text(4)}});
                              }
                          });
}

void ChronicleStore::readDays(Chronicle& chronicle)
{
    auto& told = chronicle.toldDays;
    const auto addDay = [&](std::chrono::local_days day) {
        if (told.empty() || told.back() != day) { // most of one day follow each other
            told.push_back(day);
        }
    };
    m_database.eachOfMany(
        "SELECT at_utc_ms, at_offset_min FROM pain_free_day"
        " WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms",
        [&](Row& row) { chronicle.painFreeDays.push_back(momentIn(row, 0).localDay()); });
    m_database.eachOfMany("SELECT at_utc_ms, at_offset_min FROM symptom"
                          " WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms",
                          [&](Row& row) { addDay(momentIn(row, 0).localDay()); });
    for (const Chronicle::Reading& reading : chronicle.readings) {
        addDay(reading.at.localDay());
    }
    for (const Chronicle::Episode& episode : chronicle.episodes) {
        addDay(episode.onset.localDay());
    }
    for (const Chronicle::Use& use : chronicle.uses) {
        addDay(use.at.localDay());
    }
    for (auto* days : {&chronicle.painFreeDays, &told}) {
        if (days == &told) {
            told.insert(told.end(), chronicle.painFreeDays.begin(), chronicle.painFreeDays.end());
        }
        std::sort(days->begin(), days->end());
        days->erase(std::unique(days->begin(), days->end()), days->end());
    }
}

} // namespace unclench
