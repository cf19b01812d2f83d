// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the page for the doctor: the same on paper, in HTML, as text and where its parts are
// chosen. Nothing here says that one thing brings about another, or that all is well.
#pragma once

#include "core/review/summary.h"
#include "ui/wording/report_labels.h"
#include "ui/wording/words.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <filesystem>
#include <optional>

namespace unclench {
class StorageError;
}

namespace unclench::ui::wording {

/// The first and the last day of it. No first day: from the beginning.
struct ReportDays {
    std::optional<std::chrono::local_days> from;
    std::chrono::local_days to{};
};

/// "Back spasms, 1 Sep to 29 Nov 2026".
[[nodiscard]] QString reportTitle(const ReportDays& days);
/// "3 Nov 2026". On paper nothing is "yesterday".
[[nodiscard]] QString reportDay(std::chrono::local_days day);
/// "3 Nov 2026 08:10".
[[nodiscard]] QString reportMoment(const Moment& moment);
/// The same in fewer letters, without the year where it is that of `now`.
[[nodiscard]] QString reportShortMoment(const Moment& moment, const Moment& now);
/// "40 s", "2 min 30 s", "2 h 10 min".
[[nodiscard]] QString reportLength(std::chrono::duration<double, std::milli> length);

/// "3 Nov", with the year where it is not that of `now`.
[[nodiscard]] QString reportShortDay(std::chrono::local_days day, const Moment& now);

/// "Self-recorded, not verified."
[[nodiscard]] QString reportNotice();
/// The same with what the program is not.
[[nodiscard]] QString reportFooter();
/// The language of all these words, as HTML names it.
[[nodiscard]] QString reportLanguage();
/// "Page 1 of 3".
[[nodiscard]] QString reportPage(int page, int of);
/// How the diary was kept, in a sentence.
[[nodiscard]] QString reportQuality(const Summary::Quality& quality);
/// "41 of 90".
[[nodiscard]] QString reportOf(int count, int of);

[[nodiscard]] QString reportNothingTold();
[[nodiscard]] QString reportNothingButWarnings();
[[nodiscard]] QString reportNoWarning();
/// When the emergency questions were answered last, and how many of them with no.
[[nodiscard]] QString reportAsked(const Summary& summary);
/// "Emergency".
[[nodiscard]] QString reportLevel(Level level);
/// Why an alert is there; the id where there are no words for it.
[[nodiscard]] QString reportReason(const std::string& rule, const Words& words);
/// Why, since when, how it stands: "fever or chills (3 Nov 2026 08:10; open)". `times`: how often
/// it was raised in the period, this time counted.
[[nodiscard]] QString reportAlert(const Summary::AlertRow& alert, int times, const Words& words);

/// What stands in front of those that have no line each: "Also open, urgent".
[[nodiscard]] QString reportAlso(Level level, bool isOpen);
/// Those of one more level in the same sentence: "soon: numb hands; poor balance".
[[nodiscard]] QString reportOfLevel(Level level, const QString& reasons);
/// Why, and the day when it was raised last: "fever or chills (3 Nov)".
[[nodiscard]] QString reportRaised(const std::string& rule,
                                   std::chrono::local_days day,
                                   const Moment& now,
                                   const Words& words);

/// What a list says in which nothing was chosen.
[[nodiscard]] QString reportNoneChosen();
/// As in the window, without what explains it in brackets: "Upper back, left".
[[nodiscard]] QString reportPlace(const Place& place, const Words& words);
/// The same: "Anti-inflammatory".
[[nodiscard]] QString reportMethod(const MethodEffect& effect, const Words& words);
/// "Tight 12".
[[nodiscard]] QString reportCount(const Summary::Count& count, Topic topic, const Words& words);
/// "Feels (of 14)".
[[nodiscard]] QString reportCounted(ReportLabel label, int n);
[[nodiscard]] QString reportPainNow(const Reading& reading);
[[nodiscard]] QString reportNewSpasms(const Summary& summary);
[[nodiscard]] QString reportEpisodeLength(const Summary::Numbers& numbers);
/// "40 s (median of 6)".
[[nodiscard]] QString reportOneSpasm(const Summary& summary);
/// "Walk: a lot, last told a little".
[[nodiscard]] QString reportLimit(const Summary::FunctionRow& row, const Words& words);
[[nodiscard]] QString
reportSymptom(const Summary::SymptomRow& row, const Moment& now, const Words& words);
/// For so many days when it was told.
[[nodiscard]] QString reportSince(int days);
/// "worse", "gone": of one entry.
[[nodiscard]] QString reportSymptomState(const Symptom& told);
/// "a lot".
[[nodiscard]] QString reportLimited(const FunctionLimit& told);
[[nodiscard]] QString reportQuantity(Quantity quantity);
/// In the unit in which it was told.
[[nodiscard]] QString reportValue(const Measurement& measurement);
/// The same with when.
[[nodiscard]] QString reportMeasured(const Measurement& measurement, const Moment& now);
[[nodiscard]] QString reportInjury(const Summary::InjuryRow& row);
[[nodiscard]] QString reportWeeks(int weeks);
/// "regular", "as needed".
[[nodiscard]] QString reportUse(MedicineUse use);
/// "6 of 8 better", and how often it was worse.
[[nodiscard]] QString reportFelt(const MethodEffect& effect);
/// "6 to 4"; a dash where there are too few uses.
[[nodiscard]] QString reportPainChange(const MethodEffect& effect);
[[nodiscard]] QString reportHigherIsWorse();
/// What the timeline shows, in a sentence.
[[nodiscard]] QString
reportTimeline(int spasms, std::optional<int> worst, int daysUnrecorded, const ReportDays& days);
/// What the back map shows.
[[nodiscard]] QString reportMap(const QStringList& places);
[[nodiscard]] QString reportUnrecorded();
[[nodiscard]] QString reportStillOpen();
[[nodiscard]] QString reportCaveat();
/// How it was counted (docs/report.md in short), a sentence each.
[[nodiscard]] QStringList reportMethods();

/// "and 12 more".
[[nodiscard]] QString reportMore(int count);
/// What a list says of which none is on the page.
[[nodiscard]] QString reportNoRoom(int count);
/// "Medicines: 988 of 1,000 are not on the page."
[[nodiscard]] QString reportLeftOut(const QString& name, int left, int of);
/// "Goal: cut, because the text is longer than its place."
[[nodiscard]] QString reportCut(const QString& name);
/// "Back map: not on the page."
[[nodiscard]] QString reportNotOnPage(const QString& name);
/// "Also open, urgent: the days are not on the page."
[[nodiscard]] QString reportWithoutDays(const QString& name);
[[nodiscard]] QString reportNoGlyph(const QStringList& characters);

/// Why no report stands at `path`, and what to do.
[[nodiscard]] QString reportFailure(const StorageError& error, const std::filesystem::path& path);

} // namespace unclench::ui::wording
