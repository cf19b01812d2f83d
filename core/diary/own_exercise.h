// SPDX-License-Identifier: GPL-3.0-or-later
// A movement that a person or their physiotherapist added, to be done in a break.
#pragma once

#include "core/diary/stamp.h"

#include <string>

namespace unclench {

struct OwnExercise {
    Stamp stamp;
    /// Not blank.
    std::string name;
    /// How it is done; may be empty.
    std::string text;
    /// The name of a file in the folder `pictures` beside the diary. Empty: none. The file may be
    /// gone.
    std::string picture;
    /// Switched off, it is kept and not shown.
    bool isOn = true;

    template <class Self, class Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit("name", self.name);
        visit("text", self.text);
        visit("picture", self.picture);
        visit("is_on", self.isOn);
    }
    friend bool operator==(const OwnExercise&, const OwnExercise&) = default;
};

} // namespace unclench
