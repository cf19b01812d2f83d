// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts of what a person tells, with only what a test cares about.
#pragma once

#include "core/engine/journal.h"

#include <optional>
#include <string>
#include <utility>

namespace unclench::tests {

[[nodiscard]] inline SpasmDraft spasm(int pain, std::optional<Moment> at = {}, Details details = {})
{
    SpasmDraft draft;
    draft.pain = pain;
    draft.at = at;
    draft.details = std::move(details);
    return draft;
}

[[nodiscard]] inline SpasmDraft spasmSince(const Moment& onset, int pain)
{
    SpasmDraft draft;
    draft.pain = pain;
    draft.onset = onset;
    return draft;
}

[[nodiscard]] inline ReadingDraft reading(int pain, std::optional<Moment> at = {})
{
    ReadingDraft draft;
    draft.pain = pain;
    draft.at = at;
    return draft;
}

[[nodiscard]] inline ReadingDraft noted(std::string note)
{
    ReadingDraft draft;
    draft.pain = 3;
    draft.note = std::move(note);
    return draft;
}

[[nodiscard]] inline IntakeDraft intake(std::string name,
                                        std::optional<std::string> medicineClass = {})
{
    IntakeDraft draft;
    draft.name = std::move(name);
    draft.medicineClass = std::move(medicineClass);
    return draft;
}

[[nodiscard]] inline Details regions(std::vector<Place> places)
{
    Details details;
    details.regions = std::move(places);
    return details;
}

[[nodiscard]] inline Symptom symptom(std::string id, std::optional<Side> side = {})
{
    Symptom record;
    record.symptom = std::move(id);
    record.side = side;
    return record;
}

[[nodiscard]] inline Measurement measurement(Quantity quantity, double value, Unit told)
{
    Measurement record;
    record.quantity = quantity;
    record.value = value;
    record.told = told;
    return record;
}

[[nodiscard]] inline ProfileEntry fact(ProfileKey key, std::string value)
{
    ProfileEntry entry;
    entry.key = key;
    entry.value = std::move(value);
    return entry;
}

[[nodiscard]] inline Medicine medicine(std::string name,
                                       std::optional<std::string> medicineClass = {})
{
    Medicine record;
    record.name = std::move(name);
    record.medicineClass = std::move(medicineClass);
    return record;
}

} // namespace unclench::tests
