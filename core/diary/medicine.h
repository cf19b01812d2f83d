// SPDX-License-Identifier: GPL-3.0-or-later
// The person's own list of medicines, and each time that one was taken.
#pragma once

#include "core/diary/stamp.h"
#include "core/knowledge/names.h"

#include <optional>
#include <string>
#include <string_view>

namespace unclench {

enum class MedicineUse { Regular, Rescue };
template <>
inline constexpr std::array kNames<MedicineUse> = std::to_array<std::string_view>({"regular",
                                                                                   "rescue"});

struct Medicine {
    Stamp stamp;
    std::string name;
    /// A medicine class of the vocabulary. Absent: not told and not known by its name.
    std::optional<std::string> medicineClass;
    MedicineUse use = MedicineUse::Rescue;
    /// As the person writes it; no amount is ever computed from it.
    std::string dose;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("name", self.name);
        visit("class", self.medicineClass);
        visit("use", self.use);
        visit("dose", self.dose);
    }
    friend bool operator==(const Medicine&, const Medicine&) = default;
};

/// Whether medicines of that class also come as a patch; the classes are those whose cautions name
/// one.
[[nodiscard]] inline bool comesAsPatch(std::string_view medicineClass)
{
    return medicineClass == "opioid" || medicineClass == "topical";
}

/// Where a patch sits, seen from the place that hurts.
enum class PatchSite { AtSite, Elsewhere };
template <>
inline constexpr std::array kNames<PatchSite> = std::to_array<std::string_view>({"at_site",
                                                                                 "elsewhere"});

struct Intake {
    Stamp stamp;
    Uuid medicine;
    std::optional<Uuid> episode;
    Moment at;
    std::string dose;
    /// Set where the medicine is a patch.
    std::optional<PatchSite> patchSite;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("medicine_id", self.medicine);
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("dose", self.dose);
        visit("patch_site", self.patchSite);
    }
    friend bool operator==(const Intake&, const Intake&) = default;
};

} // namespace unclench
