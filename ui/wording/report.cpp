// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/report.h"

#include "ui/wording/insights.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace unclench::ui::wording {

using namespace std::chrono;

namespace {

QDate reportDate(local_days day)
{
    const year_month_day date{day};
    return {int{date.year()}, static_cast<int>(unsigned{date.month()}),
            static_cast<int>(unsigned{date.day()})};
}

bool isSameYear(local_days a, local_days b)
{
    return year_month_day{a}.year() == year_month_day{b}.year();
}

QString reportClosing(Closing how)
{
    switch (how) {
    case Closing::Seen: return tr("contacted someone");
    case Closing::Mistake: return tr("answered by mistake");
    case Closing::Dismissed: return tr("closed by hand");
    case Closing::Ended: return tr("no longer so");
    }
    Q_UNREACHABLE();
}

QString reportState(const Summary::AlertRow& alert)
{
    switch (alert.state) {
    case AlertState::Open: return tr("open");
    case AlertState::Snoozed: return tr("open, put off");
    case AlertState::Closed:
        return tr("%1 %2").arg(reportClosing(alert.closing.value_or(Closing::Dismissed)),
                               reportDay(alert.since.localDay()));
    }
    Q_UNREACHABLE();
}

/// "1 Sep to 29 Nov 2026".
QString reportPeriod(const ReportDays& days)
{
    if (!days.from) {
        return tr("until %1").arg(reportDay(days.to));
    }
    if (*days.from == days.to) {
        return reportDay(days.to);
    }
    const QString from = isSameYear(*days.from, days.to)
                             ? QLocale{}.toString(reportDate(*days.from), QStringLiteral("d MMM"))
                             : reportDay(*days.from);
    //: Two days: "1 Sep to 29 Nov 2026"
    return tr("%1 to %2").arg(from, reportDay(days.to));
}

/// Where room is short, what explains a word to a person is nothing new to a doctor.
QString withoutExplanation(QString label)
{
    static const QRegularExpression kInBrackets{QStringLiteral(" \\([^)]*\\)")};
    return label.remove(kInBrackets);
}

int reportPercent(int part, int of)
{
    return static_cast<int>(std::lround(100.0 * part / of));
}

} // namespace

QString reportDay(local_days day)
{
    return QLocale{}.toString(reportDate(day), QStringLiteral("d MMM yyyy"));
}

QString reportTitle(const ReportDays& days)
{
    return tr("Back spasms, %1").arg(reportPeriod(days));
}

QString reportMoment(const Moment& moment)
{
    return tr("%1 %2").arg(reportDay(moment.localDay()), timeOfDay(moment));
}

QString reportShortDay(local_days day, const Moment& now)
{
    return isSameYear(day, now.localDay())
               ? QLocale{}.toString(reportDate(day), QStringLiteral("d MMM"))
               : reportDay(day);
}

QString reportShortMoment(const Moment& moment, const Moment& now)
{
    return tr("%1 %2").arg(reportShortDay(moment.localDay(), now), timeOfDay(moment));
}

QString reportLength(duration<double, std::milli> told)
{
    const auto whole = round<seconds>(told);
    const auto minutesOnly = floor<minutes>(whole);
    if (whole < minutes{1}) {
        return tr("%1 s").arg(whole.count());
    }
    if (whole < minutes{10} && whole != minutesOnly) {
        return tr("%1 min %2 s").arg(minutesOnly.count()).arg((whole - minutesOnly).count());
    }
    return length(whole);
}

QString reportNotice()
{
    return tr("Self-recorded, not verified.");
}

QString reportFooter()
{
    return tr("Self-recorded, not verified. Made with Unclench, which does not diagnose.");
}

QString reportLanguage()
{
    //: The code of the language that this is translated to
    return tr("en");
}

QString reportPage(int page, int of)
{
    return tr("Page %1 of %2").arg(page).arg(of);
}

QString reportOf(int count, int of)
{
    return tr("%1 of %2").arg(QLocale{}.toString(count), QLocale{}.toString(of));
}

QString reportQuality(const Summary::Quality& quality)
{
    const QString days = reportOf(quality.toldDays, quality.days);
    return quality.entries == 0
               ? tr("Entries on %1 days.").arg(days)
               : tr("Entries on %1 days; written within 1 hour: %2 %, within 1 day: %3 %.")
                     .arg(days, QString::number(reportPercent(quality.withinHour, quality.entries)),
                          QString::number(reportPercent(quality.withinDay, quality.entries)));
}

QString reportNothingButWarnings()
{
    return tr("Nothing was told besides the warning signs above.");
}

QString reportNothingTold()
{
    return tr("Nothing was told.");
}

QString reportNoWarning()
{
    return tr("In these days the diary raised no warning. It is not a medical check.");
}

QString reportAsked(const Summary& summary)
{
    if (!summary.lastAsked) {
        return tr("The emergency questions were never answered.");
    }
    const QString last =
        tr("Emergency questions last answered %1.").arg(reportMoment(*summary.lastAsked));
    if (summary.answeredNo == 0) {
        return last;
    }
    return last + QLatin1Char(' ') +
           (summary.answeredNo == 1 ? tr("In this period the last answer to 1 of them is no.")
                                    : tr("In this period the last answer to %1 of them is no.")
                                          .arg(summary.answeredNo));
}

QString reportLevel(Level level)
{
    switch (level) {
    case Level::CheckIn: return tr("Question");
    case Level::Soon: return tr("Soon");
    case Level::Urgent: return tr("Urgent");
    case Level::Emergency: return tr("Emergency");
    }
    Q_UNREACHABLE();
}

QString reportReason(const std::string& rule, const Words& words)
{
    const QString reason = words.reason(rule);
    return reason.isEmpty() ? QString::fromStdString(rule) : reason;
}

QString reportAlert(const Summary::AlertRow& alert, int times, const Words& words)
{
    const QString reason = reportReason(alert.rule, words);
    if (times > 1) {
        return tr("%1 (%2 times, the last %3; %4)")
            .arg(reason, QString::number(times), reportMoment(alert.at), reportState(alert));
    }
    //: Why, since when, how it stands: "fever or chills (3 Nov 2026 08:10; open)"
    return tr("%1 (%2; %3)").arg(reason, reportMoment(alert.at), reportState(alert));
}

QString reportRaised(const std::string& rule, local_days day, const Moment& now, const Words& words)
{
    //: Why a warning is there, and when it was raised last: "fever or chills (3 Nov)"
    return tr("%1 (%2)").arg(reportReason(rule, words), reportShortDay(day, now));
}

QString reportAlso(Level level, bool isOpen)
{
    switch (level) {
    case Level::CheckIn: return isOpen ? tr("Also open, question") : tr("Also closed, question");
    case Level::Soon: return isOpen ? tr("Also open, soon") : tr("Also closed, soon");
    case Level::Urgent: return isOpen ? tr("Also open, urgent") : tr("Also closed, urgent");
    case Level::Emergency:
        return isOpen ? tr("Also open, emergency") : tr("Also closed, emergency");
    }
    Q_UNREACHABLE();
}

QString reportOfLevel(Level level, const QString& reasons)
{
    switch (level) {
    case Level::CheckIn: return tr("question: %1").arg(reasons);
    case Level::Soon: return tr("soon: %1").arg(reasons);
    case Level::Urgent: return tr("urgent: %1").arg(reasons);
    case Level::Emergency: return tr("emergency: %1").arg(reasons);
    }
    Q_UNREACHABLE();
}

QString reportNoneChosen()
{
    //: What a list says in which nothing was chosen
    return tr("none");
}

QString reportPlace(const Place& place, const Words& words)
{
    return withoutExplanation(words.place(place.region, place.side));
}

QString reportMethod(const MethodEffect& effect, const Words& words)
{
    return withoutExplanation(method(effect.kind, effect.id, words));
}

QString reportCount(const Summary::Count& count, Topic topic, const Words& words)
{
    //: A word and in how many spasms: "Tight 12". The space keeps both on one line.
    return tr("%1\u00a0%2").arg(words.label(topic, count.id), QLocale{}.toString(count.episodes));
}

QString reportCounted(ReportLabel label, int n)
{
    //: A label and of how many spasms it was told: "Feels (told of 14)"
    return tr("%1 (told of %2)").arg(reportLabel(label), QLocale{}.toString(n));
}

QString reportPainNow(const Reading& reading)
{
    return tr("%1 (%2)").arg(QString::number(reading.pain), reportMoment(reading.at));
}

QString reportNewSpasms(const Summary& summary)
{
    return tr("%1 in 30 days, %2 in 180 days")
        .arg(QLocale{}.toString(summary.onsets30Days), QLocale{}.toString(summary.onsets180Days));
}

QString reportEpisodeLength(const Summary::Numbers& numbers)
{
    if (!numbers.medianLength) {
        return tr("no spasm of this period is over");
    }
    const QString median = reportLength(*numbers.medianLength);
    return numbers.longest
               ? tr("%1 (median), longest %2").arg(median, reportLength(*numbers.longest))
               : tr("%1 (median)").arg(median);
}

QString reportOneSpasm(const Summary& summary)
{
    return summary.medianSpasm ? tr("%1 (median of %2 told)")
                                     .arg(reportLength(*summary.medianSpasm),
                                          QLocale{}.toString(summary.spasmLengths))
                               : tr("not told");
}

QString reportInjury(const Summary::InjuryRow& row)
{
    QStringList parts{reportMoment(row.at)};
    if (row.hasSwelling) {
        parts << tr("swelling");
    }
    if (row.hasBruiseOverSpine) {
        parts << tr("bruise over the spine");
    }
    return parts.join(QLatin1String(", "));
}

QString reportWeeks(int weeks)
{
    return weeks == 1 ? tr("1 week") : tr("%1 weeks").arg(weeks);
}

QString reportUse(MedicineUse use)
{
    switch (use) {
    case MedicineUse::Regular: return tr("regular");
    case MedicineUse::Rescue: return tr("as needed");
    }
    Q_UNREACHABLE();
}

QString reportFelt(const MethodEffect& effect)
{
    const int told = effect.better + effect.same + effect.worse;
    if (told == 0) {
        return QStringLiteral("–");
    }
    const QString better = tr("%1 better").arg(reportOf(effect.better, told));
    return effect.worse == 0 ? better
                             : tr("%1, %2 worse").arg(better, QLocale{}.toString(effect.worse));
}

QString reportPainChange(const MethodEffect& effect)
{
    if (!effect.pain) {
        return QStringLiteral("–");
    }
    //: Pain before and after
    return tr("%1 to %2").arg(amount(effect.pain->before), amount(effect.pain->after));
}

QString reportHigherIsWorse()
{
    return tr("higher = worse");
}

QString
reportTimeline(int spasms, std::optional<int> worst, int daysUnrecorded, const ReportDays& days)
{
    QStringList said{
        tr("Timeline of %1: %2.").arg(reportPeriod(days), counted(spasms, Counted::Spasms))};
    if (worst) {
        said << tr("The worst pain was %1 of 10.").arg(*worst);
    }
    if (daysUnrecorded > 0) {
        said << (daysUnrecorded == 1 ? tr("1 day has no entry.")
                                     : tr("%1 days have no entry.").arg(daysUnrecorded));
    }
    return said.join(QLatin1Char(' '));
}

QString reportMap(const QStringList& places)
{
    return places.isEmpty()
               ? tr("Back map: nothing is marked.")
               : tr("Back map, spasms at each place: %1.").arg(places.join(QLatin1String("; ")));
}

QString reportUnrecorded()
{
    return tr("grey: no entries");
}

QString reportStillOpen()
{
    return tr("not over");
}

QString reportCaveat()
{
    return tr("Pain also eases by itself, so this is no proof.");
}

QStringList reportMethods()
{
    return {
        tr("Everything here was written down by the person. Nobody checked it."),
        tr("A spasm that begins less than 24 hours after the last one ended is counted as the same "
           "one."),
        tr("A spasm belongs to the period in which it began. The period before is as long, and "
           "ends where this one begins."),
        tr("Pain is 0 (none) to 10 (the worst there is). Higher is worse."),
        tr("A median is the middle value: half are below it and half above it."),
        tr("A day counts as a day with entries if anything was told of it. On other days nobody "
           "knows how it was."),
        tr("\"Told of 14\" means: it was told of 14 spasms. Of the others it is not known."),
        tr("Pain before and after is shown from %1 uses on.").arg(InsightLeast::kUses),
        tr("An entry counts as written within 1 hour if it was saved no later than 1 hour after "
           "what it tells."),
    };
}

} // namespace unclench::ui::wording
