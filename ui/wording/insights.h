// SPDX-License-Identifier: GPL-3.0-or-later
// What months of a diary show, in words: the same on the page and on the command line. Nothing here
// says that one thing brings about another.
#pragma once

#include "core/insight/insights.h"
#include "ui/wording/words.h"

#include <QString>
#include <QStringList>

namespace unclench::ui::wording {

/// What a figure stands on.
enum class Counted { Spasms, WithPlaces, Over, Rated, WithTriggers, Uses };
/// "24 spasms with places told".
[[nodiscard]] QString counted(int n, Counted what);
/// Why a figure is not shown: "6 of 8 spasms that it takes".
[[nodiscard]] QString fewOf(int n, int least, Counted what);
/// The same as a sentence.
[[nodiscard]] QString tooFew(int n, int least, Counted what = Counted::Spasms);

/// "1", "1.5"; no sign is lost: requires 0 or more.
[[nodiscard]] QString amount(double value);
/// "2 less", "1 more", "no change".
[[nodiscard]] QString moreOrLess(double by);
/// "1 to 3 less", "1 less to 2 more".
[[nodiscard]] QString changeRange(const Interval& range);

/// "Heat", "Massage", "Opioid". `id` is empty for heat and cold.
[[nodiscard]] QString method(UseKind kind, const std::string& id, const Words& words);
/// "2 less (1 to 3 less)".
[[nodiscard]] QString painChange(const MethodEffect::Pain& pain);
[[nodiscard]] QString noticed(Noticed noticed);
/// What was told of its uses: "4 better, 2 the same, 0 worse", "nothing yet".
[[nodiscard]] QString felt(const MethodEffect& effect);
/// One method in a line.
[[nodiscard]] QString helped(const MethodEffect& effect, const Words& words);

/// How long spasms last, and how soon the pain is half of what it was.
[[nodiscard]] QStringList courseLines(const TypicalCourse& course);

/// "18 to 45 %".
[[nodiscard]] QString shareRange(const Interval& range);
/// "Twisting: 12 of 40 (18 to 45 %)".
[[nodiscard]] QString triggerShare(const TriggerShares::Row& row, int n, const Words& words);

enum class SittingWindow { TwoHours, DayBefore };
[[nodiscard]] QString sittingBefore(const SittingBefore& before, SittingWindow window);
[[nodiscard]] QString comparisons(int count);

/// What a figure does not say.
enum class Caveat { PainGoesDown, ToldWithSpasmsOnly, Ranges };
[[nodiscard]] QString caveat(Caveat caveat);

enum class InsightSource { Noticed, OtherDays };
[[nodiscard]] QString insightSource(InsightSource source);

/// "Tuesday". `day`: 0 is Monday.
[[nodiscard]] QString weekday(int day);
[[nodiscard]] QString shortWeekday(int day);
/// "14:00 to 15:00".
[[nodiscard]] QString hourOfDay(int hour);
/// "Tuesday, 14:00 to 15:00: 3 spasms".
[[nodiscard]] QString onsetsAt(int day, int hour, int count);

} // namespace unclench::ui::wording
