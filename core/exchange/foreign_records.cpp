// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/foreign_records.h"

#include "core/knowledge/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace unclench {

namespace {

/// Half way through, to the minute.
Moment middleOf(const Moment& begin, const Moment& end)
{
    const auto half = std::chrono::floor<std::chrono::minutes>((end.utc - begin.utc) / 2);
    return begin + half;
}

} // namespace

bool hasNowhere(const RowMark& mark, const ForeignRow& row)
{
    switch (mark.fate) {
    case RowFate::Spasm:
    case RowFate::Repeated: return false;
    case RowFate::EndOfPain: return mark.addsPlaces || mark.addsTriggers; // its note has a reading
    case RowFate::PainFreeDay:
    case RowFate::NotNeeded:
    case RowFate::FreeAgain:
    case RowFate::Medicine:
        return !row.note.empty() || !row.places.empty() || !row.triggers.empty();
    }
    return false; // not reached
}

RecordMaker::RecordMaker(const ForeignPlan& plan,
                         const Vocabulary& vocabulary,
                         ForeignTarget& target)
    : m_plan(plan), m_vocabulary(vocabulary), m_target(target)
{
}

template <class Record>
void RecordMaker::add(Record record, const Uuid& id, std::int64_t& count)
{
    record.stamp = {id, m_target.now, m_target.now, m_target.machine, std::nullopt};
    if (const auto refused = m_target.sink.add(AnyRecord{std::move(record)})) {
        // All of it was checked when it was read.
        throw std::logic_error{
            fmt::format("an imported {} was refused: {}", toId(kKindOf<Record>), *refused)};
    }
    ++count;
}

Uuid RecordMaker::idOf(const RowMark& mark, std::string_view what, std::size_t place) const
{
    return contentId(fmt::format("{} {}", what, place), mark.key, mark.number);
}

const Uuid& RecordMaker::episodeOf(const RowMark& mark)
{
    if (m_episodeRow != mark.episode) {
        m_episodeRow = mark.episode;
        m_episode = idOf(m_plan.marks()[mark.episode], toId(RecordKind::Episode));
    }
    return m_episode;
}

void RecordMaker::take(std::size_t index, const ForeignRow& row)
{
    const RowMark& mark = m_plan.marks()[index];
    if (hasNowhere(mark, row)) {
        ++m_made.withoutPlace;
        if (m_made.linesWithoutPlace.size() < kMostLinesNamed) {
            m_made.linesWithoutPlace.push_back(row.line);
        }
    }
    switch (mark.fate) {
    case RowFate::Spasm:
        if (mark.isBout && mark.episode == index) {
            add(Episode{}, episodeOf(mark), m_made.episodes);
        }
        takeSpasm(mark, row);
        break;
    case RowFate::EndOfPain: takeReadings(mark, row); break;
    case RowFate::PainFreeDay:
        add(PainFreeDay{.stamp = {}, .at = row.begin}, idOf(mark, toId(RecordKind::PainFreeDay)),
            m_made.painFreeDays);
        break;
    case RowFate::NotNeeded:
    case RowFate::FreeAgain:
    case RowFate::Medicine: break;
    case RowFate::Repeated: return;
    }
    takeRest(mark, row);
}

void RecordMaker::takeSpasm(const RowMark& mark, const ForeignRow& row)
{
    if (mark.isBout) {
        const UtcTime end{std::chrono::milliseconds{mark.end}};
        const bool isOwnEnd = row.end && row.end->utc == end;
        add(Bout{.stamp = {},
                 .episode = episodeOf(mark),
                 .begin = row.begin,
                 .end = isOwnEnd ? *row.end : Moment{end, row.begin.offset}},
            idOf(mark, toId(RecordKind::Bout)), m_made.bouts);
    }
    takeReadings(mark, row);
    takeReports(mark, row);
}

void RecordMaker::takeReadings(const RowMark& mark, const ForeignRow& row)
{
    std::vector<std::pair<Moment, int>> pains;
    if (row.pain) {
        pains.emplace_back(row.begin, *row.pain);
    }
    if (row.worst && row.worst != row.pain) {
        // When it was worst is not told: not at the beginning, where that has its own number.
        const bool isBetween = row.pain && row.end;
        pains.emplace_back(isBetween ? middleOf(row.begin, *row.end) : row.begin, *row.worst);
    }
    for (std::size_t i = 0; i < pains.size(); ++i) {
        add(Reading{.stamp = {},
                    .episode = episodeOf(mark),
                    .at = pains[i].first,
                    .pain = pains[i].second,
                    .atRest = std::nullopt,
                    .note = i == 0 ? row.note : std::string{}},
            idOf(mark, toId(RecordKind::Reading), i), m_made.readings);
    }
}

void RecordMaker::takeReports(const RowMark& mark, const ForeignRow& row)
{
    Details details;
    if (mark.addsPlaces) {
        details.regions = m_plan.bits().places(mark.places);
    }
    if (mark.addsTriggers) {
        details.triggers = m_plan.bits().triggers(mark.triggers);
    }
    if (!row.note.empty() && !row.pain && !row.worst) {
        details.note = row.note;
    }
    for (auto& [field, value] : toReports(details)) {
        add(Report{.stamp = {},
                   .episode = episodeOf(mark),
                   .at = row.begin,
                   .field = field,
                   .value = std::move(value)},
            idOf(mark, fmt::format("{} {}", toId(RecordKind::Report), toId(field))),
            m_made.reports);
    }
}

void RecordMaker::takeRest(const RowMark& mark, const ForeignRow& row)
{
    const auto episode =
        mark.episode == RowMark::kNone ? std::nullopt : std::optional{episodeOf(mark)};
    for (std::size_t i = 0; i < row.medicines.size(); ++i) {
        const ForeignIntake& taken = row.medicines[i];
        add(Intake{.stamp = {},
                   .medicine = medicineNamed(taken.name),
                   .episode = episode,
                   .at = row.begin,
                   .dose = taken.dose,
                   .patchSite = std::nullopt},
            idOf(mark, toId(RecordKind::Intake), i), m_made.intakes);
    }
    for (const std::string& method : row.relief) {
        add(Relief{.stamp = {},
                   .episode = episode,
                   .at = row.begin,
                   .method = method,
                   .effect = std::nullopt},
            idOf(mark, fmt::format("{} {}", toId(RecordKind::Relief), method)), m_made.relief);
    }
    for (const std::string& symptom : row.symptoms) {
        Symptom record;
        record.episode = episode;
        record.at = row.begin;
        record.symptom = symptom;
        add(std::move(record), idOf(mark, fmt::format("{} {}", toId(RecordKind::Symptom), symptom)),
            m_made.symptoms);
    }
}

Uuid RecordMaker::medicineNamed(const std::string& name)
{
    const std::string key = lowerAscii(name);
    if (const auto found = m_medicines.find(key); found != m_medicines.end()) {
        return found->second;
    }
    const auto known = std::find_if(
        m_target.medicines.begin(), m_target.medicines.end(), [&](const Medicine& medicine) {
            return !medicine.stamp.isDeleted() && lowerAscii(medicine.name) == key;
        });
    if (known != m_target.medicines.end()) {
        // As it stands in the diary, so that what is taken does not hang in the air.
        if (const auto refused = m_target.sink.add(AnyRecord{*known})) {
            throw std::logic_error{"a medicine of the diary was refused: " + *refused};
        }
        m_medicines.emplace(key, known->stamp.id);
        return known->stamp.id;
    }
    Medicine medicine;
    medicine.name = name;
    if (const Term* itsClass = m_vocabulary.medicineClassOf(name)) {
        medicine.medicineClass = itsClass->id;
    }
    const Uuid id = contentId(toId(RecordKind::Medicine), contentKey({key}), 0);
    add(std::move(medicine), id, m_made.medicines);
    m_medicines.emplace(key, id);
    return id;
}

} // namespace unclench
