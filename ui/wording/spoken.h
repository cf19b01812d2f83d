// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence that the program speaks.
#pragma once

#include <QString>

#include <array>

namespace unclench::ui::wording {

enum class Spoken {
    ColdOff,
    HeatOff,
    CheckSkin,
    BreatheIn,
    BreatheOut,
    // Bad-day mode.
    BigButtons,
    HowStrong,
    HeatIsOn,
    ColdIsOn,
    HeatNotNow,
    ColdNotNow,
    Stopped,
    SkinSaved,
    FirstQuestions,
    CallIfNeeded,
    NoneOpen,
    ItIsOver,
    TakenBack,
    NotSaved,
    LeftBadDay,
    // The eleven numbers, in their order.
    Pain0,
    Pain1,
    Pain2,
    Pain3,
    Pain4,
    Pain5,
    Pain6,
    Pain7,
    Pain8,
    Pain9,
    Pain10
};
inline constexpr std::array kAllSpoken{
    Spoken::ColdOff,    Spoken::HeatOff,        Spoken::CheckSkin,    Spoken::BreatheIn,
    Spoken::BreatheOut, Spoken::BigButtons,     Spoken::HowStrong,    Spoken::HeatIsOn,
    Spoken::ColdIsOn,   Spoken::HeatNotNow,     Spoken::ColdNotNow,   Spoken::Stopped,
    Spoken::SkinSaved,  Spoken::FirstQuestions, Spoken::CallIfNeeded, Spoken::NoneOpen,
    Spoken::ItIsOver,   Spoken::TakenBack,      Spoken::NotSaved,     Spoken::LeftBadDay,
    Spoken::Pain0,      Spoken::Pain1,          Spoken::Pain2,        Spoken::Pain3,
    Spoken::Pain4,      Spoken::Pain5,          Spoken::Pain6,        Spoken::Pain7,
    Spoken::Pain8,      Spoken::Pain9,          Spoken::Pain10};

/// Short, and what to do: it is heard once, perhaps half asleep.
[[nodiscard]] QString spoken(Spoken sentence);
/// That a number was saved; `pain` 0 to 10.
[[nodiscard]] QString spokenPain(int pain);

} // namespace unclench::ui::wording
