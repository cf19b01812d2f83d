// SPDX-License-Identifier: GPL-3.0-or-later
// The words around a visit to a doctor: its parts and its gaps.
#pragma once

#include "core/diary/visit.h"

#include <QString>

namespace unclench::ui::wording {

/// "Thu 3 Dec 09:00, Dr Lee"; without the name where none was told.
[[nodiscard]] QString visit(const Visit& visit, const Moment& now);

/// What is switched on or off of the page.
[[nodiscard]] QString visitSection(ReportSection section);
[[nodiscard]] QString visitName(ReportName name);

/// What a doctor wants to know of `topic`, as a question.
[[nodiscard]] QString backgroundQuestion(BackgroundTopic topic);
/// The same as it is told of afterwards: "Allergies".
[[nodiscard]] QString backgroundTopic(BackgroundTopic topic);

} // namespace unclench::ui::wording
