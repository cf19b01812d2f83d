// SPDX-License-Identifier: GPL-3.0-or-later
// The third of HistoryStore that puts what was found into order. Each question reads only what it
// sorts by, once, in the order in which an index or the table has it.
#include "core/store/database.h"
#include "core/store/history_found.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace unclench {

namespace {

/// So much of a note is compared, in bytes; A to Z count as a to z.
constexpr std::size_t kCompared = 200;

/// Finds entries by ids that come in their own order.
template <class Found>
class Walk {
public:
    explicit Walk(std::vector<Found>& found) : m_place(found.begin()), m_end(found.end()) {}

    /// nullptr: not among them. Requires: no id is less than the one before.
    Found* at(std::string_view id)
    {
        while (m_place != m_end && m_place->id < id) {
            ++m_place;
        }
        return m_place != m_end && m_place->id == id ? &*m_place : nullptr;
    }

private:
    typename std::vector<Found>::iterator m_place;
    typename std::vector<Found>::iterator m_end;
};

std::string beginningOf(std::string_view text)
{
    std::string lower{text.substr(0, kCompared)};
    for (char& c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

} // namespace

void HistoryStore::addPains(std::vector<Found>& found, bool isWorst, bool isDeleted)
{
    // The last is one step into the index for each episode, the worst a walk over all of it.
    const std::string counted{counting(isDeleted)};
    const std::string pains =
        isWorst ? fmt::format("SELECT p.episode_id, max(p.pain) FROM reading AS p WHERE {}"
                              " GROUP BY p.episode_id ORDER BY p.episode_id",
                              counted)
                : fmt::format("SELECT e.id, (SELECT p.pain FROM reading AS p"
                              " WHERE p.episode_id = e.id AND {} ORDER BY p.at_utc_ms DESC LIMIT 1)"
                              " FROM episode AS e ORDER BY e.id",
                              counted);
    Walk walk{found};
    m_database.each(pains, [&](SQLite::Statement& row) {
        Found* one = walk.at(row.getColumn(0).getText());
        if (one != nullptr && !row.isColumnNull(1)) {
            one->key = row.getColumn(1).getInt64();
        }
    });
}

void HistoryStore::addRanks(std::vector<Found>& found,
                            std::string_view field,
                            const std::vector<std::string>& order,
                            bool isDeleted)
{
    Walk walk{found};
    told(field, isDeleted, [&](const std::string& id, const std::string& json) {
        const auto begin = json.find('"');
        Found* one = begin == std::string::npos ? nullptr : walk.at(id);
        if (one != nullptr) {
            const auto end = json.find_first_of(":\"", begin + 1);
            const auto rank =
                std::find(order.begin(), order.end(), json.substr(begin + 1, end - begin - 1));
            one->key = rank - order.begin();
        }
    });
}

void HistoryStore::addNotes(std::vector<Found>& found, bool isDeleted)
{
    struct Latest {
        Found* found;
        std::string record;
    };
    std::unordered_map<std::string_view, Latest> byId;
    byId.reserve(found.size());
    for (Found& one : found) {
        byId.emplace(one.id, Latest{&one, {}});
    }
    m_database.each(
        fmt::format("SELECT p.episode_id, p.record_id, p.text FROM note_text AS p WHERE {}",
                    counting(isDeleted)),
        [&](SQLite::Statement& row) {
            const auto latest = byId.find(row.getColumn(0).getText());
            const std::string_view record = row.getColumn(1).getText();
            if (latest != byId.end() && latest->second.record < record) {
                latest->second.record = record;
                latest->second.found->key = 0;
                latest->second.found->text = beginningOf(row.getColumn(2).getText());
            }
        });
}

void HistoryStore::addKeys(std::vector<Found>& found, const HistorySort& sort, bool isDeleted)
{
    switch (sort.by) {
    case HistoryColumn::Began:
        for (Found& one : found) {
            one.key = one.onset;
        }
        break;
    case HistoryColumn::Lasted:
        for (Found& one : found) {
            one.key = one.end - one.onset;
        }
        break;
    case HistoryColumn::Worst: addPains(found, true, isDeleted); break;
    case HistoryColumn::LastPain: addPains(found, false, isDeleted); break;
    case HistoryColumn::Where: addRanks(found, "regions", sort.order, isDeleted); break;
    case HistoryColumn::Triggers: addRanks(found, "triggers", sort.order, isDeleted); break;
    case HistoryColumn::Notes: addNotes(found, isDeleted); break;
    }
}

std::vector<Uuid> HistoryStore::ordered(const std::vector<Found>& found, bool isDescending)
{
    std::vector<const Found*> order;
    order.reserve(found.size());
    for (const Found& one : found) {
        order.push_back(&one);
    }
    std::sort(order.begin(), order.end(), [isDescending](const Found* a, const Found* b) {
        if (a->key.has_value() != b->key.has_value()) {
            return a->key.has_value();
        }
        if (a->key != b->key) {
            return isDescending ? a->key > b->key : a->key < b->key;
        }
        if (const int compared = a->text.compare(b->text); compared != 0) {
            return isDescending ? compared > 0 : compared < 0;
        }
        return std::tie(a->onset, a->id) > std::tie(b->onset, b->id);
    });
    std::vector<Uuid> ids;
    ids.reserve(order.size());
    for (const Found* one : order) {
        ids.push_back(Uuid::parse(one->id).value_or(Uuid{}));
    }
    return ids;
}

} // namespace unclench
