// SPDX-License-Identifier: GPL-3.0-or-later
// What was just told, in a few words: "Lower back, left".
#pragma once

#include "core/diary/details.h"
#include "core/diary/record.h"
#include "ui/wording/words.h"

namespace unclench::ui::wording {

/// A field of the details by its name: "Where it hurts".
[[nodiscard]] QString detailName(DetailField field);
/// The told members of `details`. Texts that a person wrote are named, not repeated.
[[nodiscard]] QString told(const Details& details, const Words& words, const Moment& now);

/// With its side, where it has one.
[[nodiscard]] QString symptom(const Symptom& symptom, const Words& words);
/// A medicine and its dose, as in "Ibuprofen, 400 mg".
[[nodiscard]] QString medicine(const std::string& name, const std::string& dose);
/// A record as what it says, as in "pain 4, 09:40"; its kind where it says nothing on its own.
[[nodiscard]] QString told(const AnyRecord& record, const Words& words, const Moment& now);

} // namespace unclench::ui::wording
