// SPDX-License-Identifier: GPL-3.0-or-later
// The journal's single records: symptoms, measures, medicines, profile, settings.
#include "core/engine/journal.h"

#include "core/diary/check.h"
#include "core/store/alert_store.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace unclench {

template <class Record>
Result<Saved> Journal::tellRecord(Record record, const std::optional<Moment>& at)
{
    UnitOfWork work = begin();
    record.at = at.value_or(work.now().wall);
    Saved saved;
    if (!at) {
        auto latest = AlertStore{m_database}.latestAfter(record.at.utc);
        if constexpr (std::is_same_v<Record, BackgroundEntry>) {
            // No rule looks at these, so what is told elsewhere does not wait for them.
            const auto told = m_diary.backgroundEntries();
            if (!told.empty() && told.back().at.utc > record.at.utc) {
                latest = std::max(latest, std::optional{told.back().at.utc});
            }
        }
        if (latest) {
            record.at.utc = *latest + std::chrono::milliseconds{1};
            saved.isClockBehind = true;
        }
    }
    Problems problems =
        check(record, m_vocabulary, saved.isClockBehind ? record.at : work.now().wall);
    if (!problems.empty()) {
        return problems;
    }
    if constexpr (requires { record.episode; }) {
        record.episode = episodeAt(record.at);
    }
    saved.at = record.at;
    saved.id = work.create(std::move(record));
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::tell(Answer record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}
Result<Saved> Journal::tell(Symptom record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}
Result<Saved> Journal::tell(FunctionLimit record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}
Result<Saved> Journal::tell(Measurement record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}
Result<Saved> Journal::tell(Condition record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}
Result<Saved> Journal::tell(Relief record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}
Result<Saved> Journal::tell(ProfileEntry record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}

Result<Saved> Journal::tell(BackgroundEntry record, std::optional<Moment> at)
{
    return tellRecord(std::move(record), at);
}

Result<Saved> Journal::tellAll(std::vector<Condition> records)
{
    UnitOfWork work = begin();
    Saved saved{.at = work.now().wall};
    if (const auto latest = AlertStore{m_database}.latestAfter(saved.at.utc)) {
        saved.at.utc = *latest + std::chrono::milliseconds{1};
        saved.isClockBehind = true;
    }
    for (Condition& record : records) {
        record.at = saved.at;
        if (Problems problems = check(record, m_vocabulary, saved.at); !problems.empty()) {
            return problems;
        }
        saved.id = work.create(std::move(record));
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::procedure(int daysAgo, std::optional<Moment> at)
{
    UnitOfWork work = begin();
    const Moment told = at.value_or(work.now().wall);
    if (daysAgo < 0 || daysAgo > told.utc.time_since_epoch() / std::chrono::days{1}) {
        return Problems{
            {ProblemKind::OutOfRange, "days_ago", std::to_string(daysAgo), std::nullopt}};
    }
    const Procedure procedure{{}, told - std::chrono::days{daysAgo}, told};
    if (Problems problems = problemsOf(procedure, work); !problems.empty()) {
        return problems;
    }
    Saved saved{.id = work.create(procedure), .at = procedure.at};
    saved.undo = work.commit();
    return saved;
}

Result<IntakeSaved> Journal::took(const IntakeDraft& draft)
{
    UnitOfWork work = begin();
    auto medicine = m_diary.medicineNamed(draft.name);
    const bool isListed = medicine.has_value();
    if (!isListed) {
        medicine = Medicine{{}, draft.name, std::nullopt, MedicineUse::Rescue, {}};
        if (const Term* known = m_vocabulary.medicineClassOf(draft.name)) {
            medicine->medicineClass = known->id;
        }
    }
    const bool isReclassed = draft.medicineClass && draft.medicineClass != medicine->medicineClass;
    if (draft.medicineClass) {
        medicine->medicineClass = draft.medicineClass;
    }

    IntakeSaved saved;
    saved.at = draft.at.value_or(work.now().wall);
    Intake intake{{}, medicine->stamp.id, std::nullopt, saved.at, draft.dose, draft.patchSite};
    Problems problems = problemsOf(*medicine, work);
    const Problems own = problemsOf(intake, work);
    problems.insert(problems.end(), own.begin(), own.end());
    if (!problems.empty()) {
        return problems;
    }
    saved.medicineClass = medicine->medicineClass;
    saved.isFirstOfClass = saved.medicineClass && !m_diary.wasTaken(*saved.medicineClass);
    if (!isListed) {
        intake.medicine = work.create(*std::move(medicine));
    } else if (isReclassed && !work.replace(*std::move(medicine))) {
        return refusal(ProblemKind::NotThere, "name");
    }
    intake.episode = episodeAt(saved.at);
    saved.id = work.create(intake);
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::keepExercise(OwnExercise exercise)
{
    UnitOfWork work = begin();
    if (Problems problems = problemsOf(exercise, work); !problems.empty()) {
        return problems;
    }
    Saved saved{.id = exercise.stamp.id, .at = work.now().wall};
    if (exercise.stamp.id.isEmpty()) {
        saved.id = work.create(std::move(exercise));
    } else if (!work.replace(std::move(exercise))) {
        return refusal(ProblemKind::NotThere, "exercise");
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::keepFilter(SavedFilter filter)
{
    UnitOfWork work = begin();
    if (Problems problems = problemsOf(filter, work); !problems.empty()) {
        return problems;
    }
    Saved saved{.at = work.now().wall};
    if (const auto kept = m_diary.filterNamed(filter.name)) {
        filter.stamp = kept->stamp;
        saved.id = kept->stamp.id;
        if (!work.replace(std::move(filter))) {
            return refusal(ProblemKind::NotThere, "name");
        }
    } else {
        saved.id = work.create(std::move(filter));
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::listMedicine(Medicine medicine)
{
    UnitOfWork work = begin();
    if (Problems problems = problemsOf(medicine, work); !problems.empty()) {
        return problems;
    }
    Saved saved{.at = work.now().wall};
    if (const auto listed = m_diary.medicineNamed(medicine.name)) {
        medicine.stamp = listed->stamp;
        if (!medicine.medicineClass) {
            medicine.medicineClass = listed->medicineClass; // not told is not taken away
        }
        if (medicine.dose.empty()) {
            medicine.dose = listed->dose;
        }
        saved.id = medicine.stamp.id;
        if (medicine == *listed) {
            saved.wasThere = true;
            return saved;
        }
        if (!work.replace(std::move(medicine))) {
            return refusal(ProblemKind::NotThere, "name");
        }
    } else {
        saved.id = work.create(std::move(medicine));
    }
    saved.undo = work.commit();
    return saved;
}

Result<Saved> Journal::set(const std::string& key, const std::string& value)
{
    UnitOfWork work = begin();
    SettingRow row{{}, key, value};
    if (Problems problems = problemsOf(row, work); !problems.empty()) {
        return problems;
    }
    Saved saved{.at = work.now().wall};
    if (const auto stored = m_diary.settingRow(key)) {
        row.stamp = stored->stamp;
        saved.id = row.stamp.id;
        if (!work.replace(row)) {
            return refusal(ProblemKind::NotThere, key);
        }
    } else {
        saved.id = work.create(row);
    }
    saved.undo = work.commit();
    return saved;
}

} // namespace unclench
