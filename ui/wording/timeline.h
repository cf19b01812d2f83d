// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on the timeline, one thing in one line: for the pointer, the keyboard and the screen
// reader; and the same in three cells, for the table.
#pragma once

#include "core/diary/chronicle.h"
#include "ui/wording/words.h"

#include <QString>

namespace unclench::ui::wording {

struct GlanceCells {
    QString when;
    QString what;
    /// Empty: nothing more was told.
    QString value;
};

/// "2 March 08:10", "Spasm", "2 h 10 min, worst pain 7, Lower back, left".
[[nodiscard]] GlanceCells
spasmCells(const Chronicle& chronicle, const Chronicle::Episode& episode, const Words& words);
[[nodiscard]] GlanceCells readingCells(const Chronicle& chronicle,
                                       const Chronicle::Reading& reading);
[[nodiscard]] GlanceCells
useCells(const Chronicle& chronicle, const Chronicle::Use& use, const Words& words);
[[nodiscard]] GlanceCells alertCells(const Chronicle& chronicle, const Chronicle::Alert& alert);
/// How long on a whole day.
[[nodiscard]] GlanceCells sittingCells(std::chrono::local_days day,
                                       std::chrono::milliseconds seated);
/// One stretch of a posture.
[[nodiscard]] GlanceCells postureCells(const Chronicle& chronicle,
                                       const Chronicle::Sitting& stretch);
/// Both days count.
[[nodiscard]] GlanceCells unrecordedCells(std::chrono::local_days first,
                                          std::chrono::local_days last);

/// "Spasm: 2 March 08:10, 2 h 10 min, worst pain 7, Lower back, left".
[[nodiscard]] QString
glanceSpasm(const Chronicle& chronicle, const Chronicle::Episode& episode, const Words& words);
/// "Pain 4: 2 March 09:40".
[[nodiscard]] QString glanceReading(const Chronicle& chronicle, const Chronicle::Reading& reading);
/// "Heat: 2 March 09:40, 15 min, pain 6 before and 4 after, better".
[[nodiscard]] QString
glanceUse(const Chronicle& chronicle, const Chronicle::Use& use, const Words& words);
/// "Alert: See a doctor soon, 2 March 09:40". The level alone: the reason stands in the alerts.
[[nodiscard]] QString glanceAlert(const Chronicle& chronicle, const Chronicle::Alert& alert);
/// "Sitting: 2 March, 6 h 10 min".
[[nodiscard]] QString glanceSitting(std::chrono::local_days day, std::chrono::milliseconds seated);

} // namespace unclench::ui::wording
