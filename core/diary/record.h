// SPDX-License-Identifier: GPL-3.0-or-later
// All kinds of record as one type, for what treats them alike: storing, undoing, the change log,
// export.
//
// A record is a plain struct with a `Stamp stamp` and a static `fields(self, visit)` that calls
// `visit(name, member)` for every other member in a fixed order. The name is that of its column and
// of its key in an export; a Moment named "at" takes the two columns at_utc_ms and at_offset_min.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/care_session.h"
#include "core/diary/episode.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/diary/own_exercise.h"
#include "core/diary/profile.h"
#include "core/diary/saved_filter.h"
#include "core/diary/seat.h"
#include "core/diary/settings.h"
#include "core/diary/visit.h"

#include <string>
#include <variant>

namespace unclench {

using AnyRecord = std::variant<Episode,
                               Bout,
                               Reading,
                               Report,
                               Symptom,
                               FunctionLimit,
                               Measurement,
                               Procedure,
                               Condition,
                               Relief,
                               PainFreeDay,
                               Medicine,
                               Intake,
                               ProfileEntry,
                               SettingRow,
                               Answer,
                               Alert,
                               AlertStep,
                               CareSession,
                               SkinCheck,
                               SeatSpan,
                               SeatEvent,
                               OwnExercise,
                               SavedFilter,
                               Visit,
                               BackgroundEntry>;

/// In the order of AnyRecord; the names are those of the tables.
enum class RecordKind {
    Episode,
    Bout,
    Reading,
    Report,
    Symptom,
    FunctionLimit,
    Measurement,
    Procedure,
    Condition,
    Relief,
    PainFreeDay,
    Medicine,
    Intake,
    ProfileEntry,
    Setting,
    Answer,
    Alert,
    AlertStep,
    CareSession,
    SkinCheck,
    SeatSpan,
    SeatEvent,
    OwnExercise,
    SavedFilter,
    Visit,
    Background
};
template <>
inline constexpr std::array kNames<RecordKind> = std::to_array<std::string_view>(
    {"episode",      "bout",          "reading",   "report",     "symptom",       "function_limit",
     "measurement",  "procedure",     "condition", "relief",     "pain_free_day", "medicine",
     "intake",       "profile_entry", "setting",   "answer",     "alert",         "alert_step",
     "care_session", "skin_check",    "seat_span", "seat_event", "own_exercise",  "saved_filter",
     "visit",        "background"});
static_assert(kNames<RecordKind>.size() == std::variant_size_v<AnyRecord>);

namespace detail {
template <class Record, std::size_t... I>
constexpr RecordKind kindOf(std::index_sequence<I...>)
{
    std::size_t index = 0;
    ((std::is_same_v<Record, std::variant_alternative_t<I, AnyRecord>> ? index = I : 0), ...);
    return static_cast<RecordKind>(index);
}
} // namespace detail

template <class Record>
inline constexpr RecordKind
    kKindOf = detail::kindOf<Record>(std::make_index_sequence<std::variant_size_v<AnyRecord>>{});

/// Calls `visit` with a default-made record of each kind, in order.
template <class Visit>
void forEachKind(Visit&& visit)
{
    const auto all = [&]<std::size_t... I>(std::index_sequence<I...>)
    {
        (visit(std::variant_alternative_t<I, AnyRecord>{}), ...);
    };
    all(std::make_index_sequence<std::variant_size_v<AnyRecord>>{});
}

[[nodiscard]] inline RecordKind kindOf(const AnyRecord& record)
{
    return static_cast<RecordKind>(record.index());
}
[[nodiscard]] inline Stamp& stampOf(AnyRecord& record)
{
    return std::visit([](auto& r) -> Stamp& { return r.stamp; }, record);
}
[[nodiscard]] inline const Stamp& stampOf(const AnyRecord& record)
{
    return std::visit([](const auto& r) -> const Stamp& { return r.stamp; }, record);
}

/// One JSON object, keys in the order of the fields: what the change log keeps of an old version.
[[nodiscard]] std::string toJson(const AnyRecord& record);

} // namespace unclench
