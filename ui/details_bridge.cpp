// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details_bridge.h"

#include "ui/bridge.h"
#include "ui/widgets/places.h"

#include <algorithm>
#include <ranges>

namespace unclench::ui {

namespace {

constexpr Topic kOffered[] = {Topic::Quality,  Topic::Pattern, Topic::Sign,
                              Topic::Symptom,  Topic::Trigger, Topic::Activity,
                              Topic::Function, Topic::Relief,  Topic::MedicineClass};

/// The last told of each, in the order in which they were first told.
template <class Record>
std::vector<Record> lastOfEach(const std::vector<Record>& records, std::string Record::*id)
{
    std::vector<Record> last;
    for (const Record& record : records) {
        const auto same = std::ranges::find(last, record.*id, id);
        if (same == last.end()) {
            last.push_back(record);
        } else {
            *same = record;
        }
    }
    return last;
}

/// Several commands as one: where one is refused, those before it are taken back.
class Together {
public:
    explicit Together(Journal& journal) : m_journal(journal) {}

    bool add(Result<Saved> result)
    {
        if (auto* saved = std::get_if<Saved>(&result)) {
            m_saved.id = saved->id;
            m_saved.at = saved->at;
            for (Edit& edit : saved->undo.edits) {
                m_saved.undo.edits.push_back(std::move(edit));
            }
            return true;
        }
        if (!m_saved.undo.edits.empty()) {
            static_cast<void>(m_journal.revert(m_saved.undo));
        }
        m_problems = std::get<Problems>(std::move(result));
        return false;
    }
    [[nodiscard]] Result<Saved> result()
    {
        if (!m_problems.empty()) {
            return std::move(m_problems);
        }
        return std::move(m_saved);
    }

private:
    Journal& m_journal;
    Saved m_saved;
    Problems m_problems;
};

/// `report` without what `wanted` no longer has of `before`, or with the one value that is wanted.
/// False: it says nothing of what was wrong.
bool rewrite(Report& report, const Details& before, const Details& wanted)
{
    Details told;
    if (!apply(told, report.field, report.value)) {
        return false;
    }
    if (report.field == DetailField::Regions) {
        std::vector<Place> kept;
        const auto old = places::separated(before.regions.value_or(std::vector<Place>{}));
        const auto meant = places::separated(wanted.regions.value_or(std::vector<Place>{}));
        const auto all = places::separated(told.regions.value_or(std::vector<Place>{}));
        for (const Place& place : all) {
            if (!places::contains(old, place) || places::contains(meant, place)) {
                kept.push_back(place);
            }
        }
        if (kept.size() == all.size()) {
            return false;
        }
        told.regions = kept;
    } else {
        Details same = told;
        for (const auto& [field, value] : toReports(wanted)) {
            static_cast<void>(apply(told, field, value));
        }
        if (told == same) {
            return false;
        }
    }
    report.value = toReports(told).front().second;
    return true;
}

} // namespace

DetailsBridge::DetailsBridge(Engine& engine, Bridge& bridge, QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

bool DetailsBridge::carryOut(const Command& command)
{
    const bool isSaved = m_episode && m_bridge.carryOut(command, tr("Saved."));
    m_hasFailed = !isSaved;
    return isSaved;
}

void DetailsBridge::open(const Uuid& episode)
{
    if (m_episode && m_episode != episode) {
        m_hasFailed = false;
        Q_EMIT leaving();
        if (m_hasFailed) {
            return;
        }
    }
    m_episode = episode;
    m_counts.reset();
    load();
}

void DetailsBridge::refresh()
{
    if (m_episode) {
        load();
    }
}

void DetailsBridge::load()
{
    std::optional<DetailsView> view;
    try {
        view = read();
    } catch (const StorageError&) {
        return; // the bridge reads at the same events and tells of it; what is shown stays
    }
    if (view) {
        Q_EMIT viewChanged(*view);
    } else {
        m_episode.reset();
        Q_EMIT gone();
    }
}

std::optional<DetailsView> DetailsBridge::read()
{
    DiaryStore& diary = m_engine.diary();
    auto course = diary.course(*m_episode);
    if (!course) {
        return std::nullopt;
    }
    DetailsView view;
    view.now = m_engine.now().wall;
    view.course = *std::move(course);
    const Moment& onset = view.course.bouts.back().begin;
    view.firstTold = onset;
    for (const Reading& reading : view.course.readings) {
        if (reading.at.utc >= onset.utc) {
            view.firstTold = reading.at;
            break;
        }
    }
    view.symptoms = lastOfEach(diary.partsOf<Symptom>(*m_episode), &Symptom::symptom);
    view.functions = lastOfEach(diary.partsOf<FunctionLimit>(*m_episode), &FunctionLimit::function);
    view.reliefs = diary.partsOf<Relief>(*m_episode);
    std::map<std::string, int> takenHere;
    const auto taken = diary.medicinesTakenIn(*m_episode);
    for (const Intake& intake : diary.partsOf<Intake>(*m_episode)) {
        const auto medicine = std::ranges::find_if(
            taken, [&](const Medicine& one) { return one.stamp.id == intake.medicine; });
        if (medicine != taken.end()) {
            view.intakes.push_back({intake, *medicine});
            ++takenHere[medicine->medicineClass.value_or(std::string{})];
        }
    }
    if (!m_counts) {
        m_counts = diary.useCounts();
        for (const auto& [id, times] : takenHere) {
            m_counts->terms[Topic::MedicineClass][id] -= times; // left: those of other times
        }
    }
    view.medicines = diary.medicines();
    std::ranges::stable_sort(view.medicines, std::greater{}, [&](const Medicine& medicine) {
        const auto count = m_counts->medicines.find(medicine.stamp.id.text());
        return count == m_counts->medicines.end() ? 0 : count->second;
    });
    for (const Term& term : m_engine.vocabulary().terms(Topic::MedicineClass)) {
        if (m_counts->of(Topic::MedicineClass, term.id) > 0 || takenHere[term.id] > 1) {
            view.knownClasses.insert(term.id);
        }
    }
    for (const Topic topic : kOffered) {
        auto& ids = view.order[topic];
        for (const Term& term : m_engine.vocabulary().terms(topic)) {
            ids.push_back(term.id);
        }
        std::ranges::stable_sort(ids, std::greater{},
                                 [&](const std::string& id) { return m_counts->of(topic, id); });
    }
    return view;
}

std::optional<Moment> DetailsBridge::tellingAt()
{
    // What is filled in after the end belongs to the end, unless something later was told already.
    const auto course = m_engine.diary().course(*m_episode);
    if (!course || course->isOpen()) {
        return std::nullopt;
    }
    Moment at = *course->end();
    if (!course->reports.empty() && course->reports.back().at.utc > at.utc) {
        at = course->reports.back().at;
    }
    return at;
}

Result<Saved> DetailsBridge::correctReports(Journal& journal, const Details& details)
{
    const auto course = m_engine.diary().course(*m_episode);
    const auto wanted = toReports(details);
    if (!course || wanted.empty()) {
        return refusal(ProblemKind::NotThere, "episode");
    }
    // From the last report back to the one that brought it in: it stands in each of them.
    Together together{journal};
    for (const Report& stored : course->reports | std::views::reverse) {
        if (stored.field != wanted.front().first) {
            continue;
        }
        Report report = stored;
        if (!rewrite(report, course->details, details) || !together.add(journal.correct(report))) {
            break;
        }
        if (report.field != DetailField::Regions) {
            break;
        }
    }
    return together.result();
}

void DetailsBridge::tell(const Details& details, Revision revision)
{
    carryOut([&](Journal& journal) {
        if (revision == Revision::TypedWrong) {
            return correctReports(journal, details);
        }
        return journal.updateEpisode(*m_episode, details, std::nullopt, tellingAt());
    });
}

void DetailsBridge::forget(DetailField field)
{
    carryOut([&](Journal& journal) {
        Together together{journal};
        const auto course = m_engine.diary().course(*m_episode);
        for (const Report& report : course ? course->reports : std::vector<Report>{}) {
            if (report.field == field &&
                !together.add(journal.remove(RecordKind::Report, report.stamp.id))) {
                break;
            }
        }
        return together.result();
    });
}

void DetailsBridge::setOnset(const Moment& onset)
{
    carryOut([&](Journal& journal) {
        return journal.updateEpisode(*m_episode, {}, onset, tellingAt());
    });
}

void DetailsBridge::tellSymptom(const Symptom& symptom, Revision revision)
{
    carryOut([&](Journal& journal) -> Result<Saved> {
        if (revision == Revision::ItChanged) {
            Symptom record = symptom;
            record.stamp = {};
            return journal.tell(std::move(record), tellingAt());
        }
        if (symptom.isPresent) {
            return journal.correct(symptom);
        }
        // It never was there: nothing that was told of it since it last was gone counts.
        Together together{journal};
        for (const Symptom& told :
             m_engine.diary().partsOf<Symptom>(*m_episode) | std::views::reverse) {
            if (told.symptom != symptom.symptom) {
                continue;
            }
            if (!told.isPresent ||
                !together.add(journal.remove(RecordKind::Symptom, told.stamp.id))) {
                break;
            }
        }
        return together.result();
    });
}

void DetailsBridge::tellFunction(const FunctionLimit& limit)
{
    carryOut([&](Journal& journal) { return journal.tell(limit, tellingAt()); });
}

void DetailsBridge::tellRelief(const Relief& relief)
{
    carryOut([&](Journal& journal) { return journal.tell(relief, tellingAt()); });
}

void DetailsBridge::take(const MedicineDraft& draft)
{
    carryOut([&](Journal& journal) -> Result<Saved> {
        auto result =
            journal.took({draft.name, draft.medicineClass, tellingAt(), draft.dose, std::nullopt});
        if (auto* problems = std::get_if<Problems>(&result)) {
            return std::move(*problems);
        }
        return Saved{std::get<IntakeSaved>(std::move(result))};
    });
}

void DetailsBridge::correct(const AnyRecord& record)
{
    carryOut([&](Journal& journal) { return journal.correct(record); });
}

void DetailsBridge::remove(RecordKind kind, const Uuid& id)
{
    carryOut([&](Journal& journal) { return journal.remove(kind, id); });
}

} // namespace unclench::ui
