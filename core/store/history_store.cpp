// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history_store.h"

#include "core/store/database.h"
#include "core/store/history_found.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <limits>

namespace unclench {

namespace {

using namespace std::chrono;

std::string list(const std::vector<std::string>& texts)
{
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The JSON text of a report names one of these: ids have no sign that JSON would write otherwise.
std::vector<std::string> placeForms(const std::vector<Place>& places)
{
    std::vector<std::string> forms;
    for (const Place& place : places) {
        if (place.side) {
            forms.push_back('"' + toText(place) + '"');
            forms.push_back('"' + toText({place.region, Side::Both}) + '"');
        } else {
            forms.push_back('"' + place.region + '"');
            forms.push_back('"' + place.region + ':');
        }
    }
    return forms;
}

std::vector<std::string> idForms(const std::vector<std::string>& ids)
{
    std::vector<std::string> forms;
    for (const std::string& id : ids) {
        forms.push_back('"' + id + '"');
    }
    return forms;
}

std::vector<Place> anySide(const std::vector<std::string>& regions)
{
    std::vector<Place> places;
    for (const std::string& region : regions) {
        places.push_back({region, std::nullopt});
    }
    return places;
}

bool namesOneOf(const std::string& json, const std::vector<std::string>& forms)
{
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        return json.find(form) != std::string::npos;
    });
}

/// No letter or digit that a note could be searched for.
bool isPunctuation(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || std::isalnum(byte) != 0;
    });
}

/// May hold signs that the index does not know as parts of words: emoji, arrows and the like.
bool mayHoldSigns(std::string_view word)
{
    return isPunctuation(word) || std::any_of(word.begin(), word.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte >= 0xF0 || byte == 0xE2;
           });
}

/// As FTS5 wants a text that stands for itself, and its last word as the beginning of one.
std::string quotedForm(std::string_view word)
{
    std::string text = "\"";
    for (const char c : word) {
        // A NUL would end the expression in the middle of its quotes.
        text += c == '"' ? std::string{"\"\""} : std::string{c == '\0' ? ' ' : c};
    }
    return text + "\" *";
}

struct LocalBounds {
    std::int64_t begin = std::numeric_limits<std::int64_t>::min();
    std::int64_t end = std::numeric_limits<std::int64_t>::max();
};

LocalBounds boundsOf(const HistoryFilter& filter, local_days today)
{
    const auto at = [](local_days day) {
        return std::int64_t{milliseconds{day.time_since_epoch()}.count()};
    };
    LocalBounds bounds;
    switch (filter.span) {
    case HistorySpan::Ever: break;
    case HistorySpan::Days30: bounds.begin = at(today - days{29}); break;
    case HistorySpan::Year: {
        const year_month_day date{today};
        const auto before = date - years{1};
        // From 29 February a year back there is none: the day after the last.
        bounds.begin = at(before.ok() ? local_days{before} : local_days{before.year() / 3 / 1});
        break;
    }
    case HistorySpan::FromTo:
        if (filter.from) {
            bounds.begin = at(*filter.from);
        }
        if (filter.to) {
            bounds.end = at(*filter.to + days{1});
        }
        break;
    }
    return bounds;
}

} // namespace

std::vector<HistoryStore::Found> HistoryStore::all(bool isDeleted)
{
    std::vector<Found> found;
    m_database.each(
        fmt::format("SELECT p.episode_id, p.begin_utc_ms, p.begin_offset_min, p.end_utc_ms"
                    " FROM bout AS p WHERE {} ORDER BY p.episode_id, p.begin_utc_ms",
                    counting(isDeleted)),
        [&](SQLite::Statement& row) {
            const char* id = row.getColumn(0).getText();
            const std::int64_t begin = row.getColumn(1).getInt64();
            const std::int64_t end = row.isColumnNull(3) ? std::numeric_limits<std::int64_t>::max()
                                                         : row.getColumn(3).getInt64();
            if (!found.empty() && found.back().id == id) {
                found.back().end = std::max(found.back().end, end);
                return;
            }
            found.push_back({.id = id,
                             .onset = begin,
                             .localOnset = begin + row.getColumn(2).getInt64() * 60'000,
                             .end = end});
        });
    return found;
}

void HistoryStore::told(std::string_view field,
                        bool isDeleted,
                        const std::function<void(const std::string&, const std::string&)>& each)
{
    std::string id;
    std::string value;
    m_database.each(fmt::format("SELECT p.episode_id, p.value FROM report AS p"
                                " WHERE p.field = '{}' AND {}"
                                " ORDER BY p.episode_id, p.at_utc_ms, p.id",
                                field, counting(isDeleted)),
                    [&](SQLite::Statement& row) {
                        const char* next = row.getColumn(0).getText();
                        if (id != next) {
                            if (!id.empty()) {
                                each(id, value);
                            }
                            id = next;
                        }
                        value = row.getColumn(1).getText(); // the last told stands
                    });
    if (!id.empty()) {
        each(id, value);
    }
}

HistoryStore::Ids
HistoryStore::telling(std::string_view field, const std::vector<std::string>& forms, bool isDeleted)
{
    Ids ids;
    told(field, isDeleted, [&](const std::string& id, const std::string& json) {
        if (namesOneOf(json, forms)) {
            ids.push_back(id);
        }
    });
    return ids;
}

HistoryStore::Ids HistoryStore::withSymptom(const std::vector<std::string>& symptoms,
                                            bool isDeleted)
{
    Ids ids;
    m_database.each(
        fmt::format("SELECT DISTINCT p.episode_id FROM symptom AS p WHERE p.episode_id IS NOT NULL"
                    " AND p.present = 1 AND p.symptom IN (SELECT value FROM json_each(?)) AND {}"
                    " ORDER BY p.episode_id",
                    counting(isDeleted)),
        [&](SQLite::Statement& row) { ids.emplace_back(row.getColumn(0).getText()); },
        list(symptoms));
    return ids;
}

HistoryStore::Ids HistoryStore::withPain(int least, int most, bool isDeleted)
{
    Ids ids;
    m_database.each(
        fmt::format("SELECT p.episode_id FROM reading AS p WHERE {} GROUP BY p.episode_id"
                    " HAVING max(p.pain) BETWEEN ? AND ? ORDER BY p.episode_id",
                    counting(isDeleted)),
        [&](SQLite::Statement& row) { ids.emplace_back(row.getColumn(0).getText()); }, least, most);
    return ids;
}

HistoryStore::Ids HistoryStore::having(const SearchWord& word, bool isDeleted)
{
    Ids ids;
    const auto collect = [&](SQLite::Statement& row) {
        ids.emplace_back(row.getColumn(0).getText());
    };
    const std::string notes =
        fmt::format("SELECT p.episode_id FROM note_text AS p WHERE {} AND ", counting(isDeleted));
    if (!isPunctuation(word.text)) {
        m_database.each(notes + "p.number IN"
                                " (SELECT rowid FROM note_search WHERE note_search MATCH ?)",
                        collect, quotedForm(word.text));
    }
    if (mayHoldSigns(word.text)) {
        m_database.each(notes + "instr(p.text, ?) > 0", collect, word.text);
    }
    const auto add = [&](Ids more) {
        ids.insert(ids.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    };
    if (!word.regions.empty()) {
        add(telling("regions", placeForms(anySide(word.regions)), isDeleted));
    }
    if (!word.triggers.empty()) {
        add(telling("triggers", idForms(word.triggers), isDeleted));
    }
    if (!word.symptoms.empty()) {
        add(withSymptom(word.symptoms, isDeleted));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::vector<Uuid>
HistoryStore::find(const HistoryFilter& filter, const HistorySort& sort, local_days today)
{
    const bool isDeleted = filter.isDeleted;
    std::vector<Found> found = all(isDeleted);
    const auto keep = [&](const Ids& ids) {
        auto id = ids.begin();
        std::erase_if(found, [&](const Found& one) {
            id = std::find_if(id, ids.end(),
                              [&](const std::string& other) { return other >= one.id; });
            return id == ids.end() || *id != one.id;
        });
    };
    const bool hasWords =
        std::any_of(filter.words.begin(), filter.words.end(),
                    [](const SearchWord& word) { return !isPunctuation(word.text); });
    for (const SearchWord& word : filter.words) {
        // Not the dash between two words.
        if (!found.empty() && (!hasWords || !isPunctuation(word.text))) {
            keep(having(word, isDeleted));
        }
    }
    const LocalBounds bounds = boundsOf(filter, today);
    std::erase_if(found, [&](const Found& one) {
        return one.localOnset < bounds.begin || one.localOnset >= bounds.end;
    });
    if (!filter.regions.empty()) {
        keep(telling("regions", placeForms(filter.regions), isDeleted));
    }
    if (!filter.triggers.empty()) {
        keep(telling("triggers", idForms(filter.triggers), isDeleted));
    }
    if (!filter.symptoms.empty()) {
        keep(withSymptom(filter.symptoms, isDeleted));
    }
    if (filter.painAtLeast || filter.painAtMost) {
        keep(withPain(filter.painAtLeast.value_or(Reading::kLeast),
                      filter.painAtMost.value_or(Reading::kMost), isDeleted));
    }

    addKeys(found, sort, isDeleted);
    return ordered(found, sort.isDescending);
}

} // namespace unclench
