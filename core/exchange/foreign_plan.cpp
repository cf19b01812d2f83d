// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_plan.h"

#include "core/diary/course.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace unclench {

namespace {

constexpr std::size_t kBits = 64;

std::int64_t millisecondsOfTime(UtcTime time)
{
    return time.time_since_epoch().count();
}

std::int32_t dayNumber(const Moment& moment)
{
    return static_cast<std::int32_t>(moment.localDay().time_since_epoch().count());
}

template <class Entry>
std::uint64_t bitOf(const std::vector<Entry>& all, const Entry& entry)
{
    const auto found = std::find(all.begin(), all.end(), entry);
    return found == all.end() ? 0 : std::uint64_t{1} << static_cast<unsigned>(found - all.begin());
}

template <class Entry>
std::vector<Entry> entriesOf(const std::vector<Entry>& all, std::uint64_t bits)
{
    std::vector<Entry> entries;
    for (const Entry& entry : all) {
        if ((bits & bitOf(all, entry)) != 0) {
            entries.push_back(entry);
        }
    }
    return entries;
}

} // namespace

WordBits::WordBits(const Vocabulary& vocabulary)
{
    for (const Term& region : vocabulary.terms(Topic::Region)) {
        m_places.push_back({region.id, std::nullopt});
        for (const Side side : region.sides) {
            m_places.push_back({region.id, side});
        }
    }
    for (const Term& trigger : vocabulary.terms(Topic::Trigger)) {
        m_triggers.push_back(trigger.id);
    }
    assert(m_places.size() <= kBits && m_triggers.size() <= kBits && "one bit for each word");
}

std::uint64_t WordBits::of(const std::vector<Place>& places) const
{
    return std::accumulate(
        places.begin(), places.end(), std::uint64_t{0},
        [&](std::uint64_t bits, const Place& place) { return bits | bitOf(m_places, place); });
}

std::uint64_t WordBits::of(const std::vector<std::string>& triggers) const
{
    return std::accumulate(triggers.begin(), triggers.end(), std::uint64_t{0},
                           [&](std::uint64_t bits, const std::string& trigger) {
                               return bits | bitOf(m_triggers, trigger);
                           });
}

std::vector<Place> WordBits::places(std::uint64_t bits) const
{
    return entriesOf(m_places, bits);
}

std::vector<std::string> WordBits::triggers(std::uint64_t bits) const
{
    return entriesOf(m_triggers, bits);
}

void ForeignPlan::add(const ForeignRow& row, std::uint64_t content)
{
    RowMark mark;
    mark.key = contentKey({m_origin, std::to_string(millisecondsOfTime(row.written)), row.variety});
    mark.content = content;
    mark.begin = millisecondsOfTime(row.begin.utc);
    mark.end = row.end ? millisecondsOfTime(row.end->utc) : mark.begin;
    mark.hasEnd = row.end.has_value();
    mark.firstDay = dayNumber(row.begin);
    mark.lastDay = row.end ? dayNumber(*row.end) : mark.firstDay;
    mark.places = m_bits.of(row.places);
    mark.triggers = m_bits.of(row.triggers);
    mark.fate = row.kind == RowKind::Medicine ? RowFate::Medicine
                : row.isPainFree()            ? RowFate::PainFreeDay
                                              : RowFate::Spasm;
    m_marks.push_back(mark);
}

void ForeignPlan::finish()
{
    findRepeated();
    findStretches();
    placePainFree();
    tieEpisodes();
    placeMedicines();
}

void ForeignPlan::findRepeated()
{
    std::vector<std::uint32_t> order(m_marks.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(m_marks[a].key, a) < std::tie(m_marks[b].key, b);
    });
    std::unordered_set<std::uint64_t> contents;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        RowMark& mark = m_marks[order[i]];
        if (i == 0 || m_marks[order[i - 1]].key != mark.key) {
            contents.clear();
            number = 0;
        }
        // The same tablet twice at one time is two tablets; the same spasm twice is one.
        if (!contents.insert(mark.content).second && mark.fate != RowFate::Medicine) {
            mark.fate = RowFate::Repeated;
        } else {
            mark.number = number++;
        }
    }
}

std::vector<std::uint32_t> ForeignPlan::rowsOf(RowFate fate) const
{
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].fate == fate) {
            rows.push_back(i);
        }
    }
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(m_marks[a].begin, a) < std::tie(m_marks[b].begin, b);
    });
    return rows;
}

void ForeignPlan::findStretches()
{
    for (const std::uint32_t row : rowsOf(RowFate::Spasm)) {
        const RowMark& mark = m_marks[row];
        if (m_stretches.empty() || mark.begin > m_stretches.back().end) {
            m_stretches.push_back({row, mark.begin, mark.end, mark.lastDay, mark.hasEnd, {row}});
            continue;
        }
        Stretch& stretch = m_stretches.back();
        stretch.rows.push_back(row);
        stretch.hasEnd = stretch.hasEnd || mark.hasEnd;
        stretch.lastDay = std::max(stretch.lastDay, mark.lastDay);
        stretch.end = std::max(stretch.end, mark.end);
    }
}

ForeignPlan::Stretch* ForeignPlan::stretchBefore(std::int64_t time)
{
    const auto after = std::upper_bound(
        m_stretches.begin(), m_stretches.end(), time,
        [](std::int64_t wanted, const Stretch& stretch) { return wanted < stretch.begin; });
    return after == m_stretches.begin() ? nullptr : &*(after - 1);
}

void ForeignPlan::placePainFree()
{
    // Days with pain as ranges, to look one up.
    std::vector<std::pair<std::int32_t, std::int32_t>> days;
    for (const Stretch& stretch : m_stretches) {
        const std::int32_t first = m_marks[stretch.row].firstDay;
        if (!days.empty() && first <= days.back().second) {
            days.back().second = std::max(days.back().second, stretch.lastDay);
        } else {
            days.emplace_back(first, stretch.lastDay);
        }
    }
    const auto hasPain = [&](std::int32_t day) {
        const auto after = std::upper_bound(
            days.begin(), days.end(), day,
            [](std::int32_t wanted, const auto& range) { return wanted < range.first; });
        return after != days.begin() && (after - 1)->second >= day;
    };

    std::unordered_set<std::int32_t> freeDays;
    for (const std::uint32_t row : rowsOf(RowFate::PainFreeDay)) {
        RowMark& mark = m_marks[row];
        Stretch* stretch = stretchBefore(mark.begin);
        const bool endsIt =
            stretch != nullptr && !stretch->hasEnd && stretch->lastDay == mark.firstDay;
        if (stretch != nullptr && (endsIt || mark.begin <= stretch->end)) {
            if (endsIt) {
                stretch->end = std::max(stretch->end, mark.begin);
                stretch->hasEnd = true;
            }
            stretch->rows.push_back(row);
            mark.fate = RowFate::EndOfPain;
        } else if (hasPain(mark.firstDay)) {
            mark.fate = RowFate::NotNeeded;
        } else if (!freeDays.insert(mark.firstDay).second) {
            mark.fate = RowFate::FreeAgain;
        }
    }
}

void ForeignPlan::tieEpisodes()
{
    std::uint32_t head = RowMark::kNone;
    std::int64_t reached = 0;
    std::uint64_t places = 0;
    std::uint64_t triggers = 0;
    for (const Stretch& stretch : m_stretches) {
        const bool goesOn = head != RowMark::kNone &&
                            isSameEpisode(UtcTime{std::chrono::milliseconds{reached}},
                                          UtcTime{std::chrono::milliseconds{stretch.begin}});
        if (!goesOn) {
            head = stretch.row;
            places = triggers = 0;
        }
        reached = stretch.end;
        RowMark& first = m_marks[stretch.row];
        first.isBout = true;
        first.end = stretch.end;
        first.hasEnd = stretch.hasEnd;
        for (const std::uint32_t row : stretch.rows) {
            RowMark& mark = m_marks[row];
            mark.episode = head;
            mark.addsPlaces = (mark.places & ~places) != 0;
            mark.addsTriggers = (mark.triggers & ~triggers) != 0;
            if (mark.fate != RowFate::Spasm) { // the ends of pain come last
                continue;
            }
            mark.places = places |= mark.places;
            mark.triggers = triggers |= mark.triggers;
        }
    }
}

void ForeignPlan::placeMedicines()
{
    for (RowMark& mark : m_marks) {
        if (mark.fate != RowFate::Medicine) {
            continue;
        }
        const Stretch* stretch = stretchBefore(mark.begin);
        if (stretch != nullptr && mark.begin <= stretch->end) {
            mark.episode = m_marks[stretch->row].episode;
        }
    }
}

std::int64_t ForeignPlan::count(RowFate fate) const
{
    return std::count_if(m_marks.begin(), m_marks.end(),
                         [&](const RowMark& mark) { return mark.fate == fate; });
}

std::int64_t ForeignPlan::bouts() const
{
    return std::count_if(m_marks.begin(), m_marks.end(),
                         [](const RowMark& mark) { return mark.isBout; });
}

std::int64_t ForeignPlan::episodes() const
{
    std::int64_t episodes = 0;
    for (std::uint32_t i = 0; i < m_marks.size(); ++i) {
        episodes += m_marks[i].isBout && m_marks[i].episode == i ? 1 : 0;
    }
    return episodes;
}

} // namespace unclench
