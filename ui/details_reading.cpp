// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details_reading.h"

#include "core/diary/symptoms.h"

#include <algorithm>

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

} // namespace

std::optional<DetailsView>
readDetails(Engine& engine, const Uuid& episode, std::optional<UseCounts>& counts)
{
    DiaryStore& diary = engine.diary();
    auto course = diary.course(episode);
    if (!course) {
        return std::nullopt;
    }
    DetailsView view;
    view.now = engine.now().wall;
    view.course = *std::move(course);
    const Moment& onset = view.course.bouts.back().begin;
    view.firstTold = onset;
    for (const Reading& reading : view.course.readings) {
        if (reading.at.utc >= onset.utc) {
            view.firstTold = reading.at;
            break;
        }
    }
    view.symptoms = standing(diary.partsOf<Symptom>(episode));
    view.functions = lastOfEach(diary.partsOf<FunctionLimit>(episode), &FunctionLimit::function);
    view.reliefs = diary.partsOf<Relief>(episode);
    view.sessions = engine.care().store().ofEpisode(episode);
    view.helped = helped(engine.care().store().withPain());
    std::map<std::string, int> takenHere;
    const auto taken = diary.medicinesTakenIn(episode);
    for (const Intake& intake : diary.partsOf<Intake>(episode)) {
        const auto medicine = std::ranges::find_if(
            taken, [&](const Medicine& one) { return one.stamp.id == intake.medicine; });
        if (medicine != taken.end()) {
            view.intakes.push_back({intake, *medicine});
            ++takenHere[medicine->medicineClass.value_or(std::string{})];
        }
    }
    if (!counts) {
        counts = diary.useCounts();
        for (const auto& [id, times] : takenHere) {
            counts->terms[Topic::MedicineClass][id] -= times; // left: those of other times
        }
    }
    view.medicines = diary.medicines();
    std::ranges::stable_sort(view.medicines, std::greater{}, [&](const Medicine& medicine) {
        const auto count = counts->medicines.find(medicine.stamp.id.text());
        return count == counts->medicines.end() ? 0 : count->second;
    });
    for (const Term& term : engine.vocabulary().terms(Topic::MedicineClass)) {
        if (counts->of(Topic::MedicineClass, term.id) > 0 || takenHere[term.id] > 1) {
            view.knownClasses.insert(term.id);
        }
    }
    for (const Topic topic : kOffered) {
        auto& ids = view.order[topic];
        for (const Term& term : engine.vocabulary().terms(topic)) {
            ids.push_back(term.id);
        }
        std::ranges::stable_sort(ids, std::greater{},
                                 [&](const std::string& id) { return counts->of(topic, id); });
    }
    return view;
}

} // namespace unclench::ui
