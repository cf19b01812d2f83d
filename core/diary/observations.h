// SPDX-License-Identifier: GPL-3.0-or-later
// What a person notices or measures, inside an episode or outside: symptoms, function, temperature,
// weight, procedures, conditions, days without pain.
#pragma once

#include "core/diary/stamp.h"
#include "core/knowledge/names.h"
#include "core/knowledge/vocabulary.h"

#include <optional>
#include <string>

namespace unclench {

enum class Change { New, Worse, Unchanged };
template <>
inline constexpr std::array kNames<Change> = std::to_array<std::string_view>({"new", "worse",
                                                                              "unchanged"});

/// A symptom there or gone, on a side, at a moment.
struct Symptom {
    static constexpr int kMostSinceDays = 36'500;

    Stamp stamp;
    std::optional<Uuid> episode;
    Moment at;
    std::string symptom;
    std::optional<Side> side;
    std::optional<Change> change;
    /// For how many days it has been so, 0 to kMostSinceDays, where the person said.
    std::optional<int> sinceDays;
    /// False: told that it is not there, or no longer.
    bool isPresent = true;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("symptom", self.symptom);
        visit("side", self.side);
        visit("change", self.change);
        visit("since_days", self.sinceDays);
        visit("present", self.isPresent);
    }
    friend bool operator==(const Symptom&, const Symptom&) = default;
};

/// How much the back limits something: 0 not, 1 a little, 2 a lot, 3 cannot.
struct FunctionLimit {
    static constexpr int kCannot = 3;

    Stamp stamp;
    std::optional<Uuid> episode;
    Moment at;
    std::string function;
    int level = 0;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("function", self.function);
        visit("level", self.level);
    }
    friend bool operator==(const FunctionLimit&, const FunctionLimit&) = default;
};

enum class Quantity { Temperature, Weight };
template <>
inline constexpr std::array kNames<Quantity> = std::to_array<std::string_view>({"temperature",
                                                                                "weight"});

enum class Unit { Celsius, Fahrenheit, Kilogram, Pound };
template <>
inline constexpr std::array kNames<Unit> = std::to_array<std::string_view>({"C", "F", "kg", "lb"});

/// A measured value, always in degrees Celsius or kilograms, rounded to a hundredth so that 100.4 F
/// is 38.0 C exactly; `told` is the unit in which the person thinks.
struct Measurement {
    static constexpr double kLeastCelsius = 30.0;
    static constexpr double kMostCelsius = 45.0;
    static constexpr double kMostKilogram = 500.0;

    Stamp stamp;
    Moment at;
    Quantity quantity = Quantity::Temperature;
    double value = 0;
    Unit told = Unit::Celsius;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("at", self.at);
        visit("quantity", self.quantity);
        visit("value", self.value);
        visit("unit_told", self.told);
    }
    friend bool operator==(const Measurement&, const Measurement&) = default;
};

/// Surgery, an injection or an epidural at the spine.
struct Procedure {
    Stamp stamp;
    /// When it was done.
    Moment at;
    Moment told;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("at", self.at);
        visit("told", self.told);
    }
    friend bool operator==(const Procedure&, const Procedure&) = default;
};

/// A condition, risk or state of the skin that came or went. The last told of a condition is how it
/// stands; one never told is not known, which is not the same as absent.
struct Condition {
    Stamp stamp;
    Moment at;
    std::string condition;
    bool isPresent = true;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("at", self.at);
        visit("condition", self.condition);
        visit("present", self.isPresent);
    }
    friend bool operator==(const Condition&, const Condition&) = default;
};

enum class Effect { Better, Same, Worse };
template <>
inline constexpr std::array kNames<Effect> = std::to_array<std::string_view>({"better", "same",
                                                                              "worse"});

/// Something tried against the pain, and what it did.
struct Relief {
    Stamp stamp;
    std::optional<Uuid> episode;
    Moment at;
    std::string method;
    std::optional<Effect> effect;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("episode_id", self.episode);
        visit("at", self.at);
        visit("method", self.method);
        visit("effect", self.effect);
    }
    friend bool operator==(const Relief&, const Relief&) = default;
};

/// "No pain today": zero is not the same as nothing written.
struct PainFreeDay {
    Stamp stamp;
    /// When it was told; its local day is the day without pain.
    Moment at;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("at", self.at);
    }
    friend bool operator==(const PainFreeDay&, const PainFreeDay&) = default;
};

} // namespace unclench
