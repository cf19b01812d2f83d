// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/insights.h"

#include "ui/wording/care.h"
#include "ui/wording/settings.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QLocale>

#include <cmath>

namespace unclench::ui::wording {

namespace {

QString courseLength(const TypicalCourse::Length& length)
{
    return wording::length(std::chrono::round<std::chrono::milliseconds>(length));
}

QString halfSentence(const TypicalCourse& course)
{
    if (course.halving < InsightLeast::kCourse) {
        //: %1 "3 of 5 spasms that it takes (pain of 2 or more)"
        return tr("Time to half the pain: not enough yet, %1.")
            .arg(fewOf(course.halving, InsightLeast::kCourse, Counted::Rated));
    }
    const QString reached = tr("In %1 of %2 spasms the pain came down to half.")
                                .arg(course.reached)
                                .arg(course.halving);
    return reached + QLatin1Char(' ') +
           (course.toHalf ? tr("Half of the spasms came to that within %1 of the worst pain.")
                                .arg(courseLength(*course.toHalf))
                          : tr("Half of them or more did not come to that, so no time is shown."));
}

QString minutesAgainstOtherDays(int difference, const Interval& range)
{
    if (difference == 0) {
        return tr("as long as on your other days (%1).").arg(changeRange(range));
    }
    const QString minutes = minuteCount(std::abs(difference));
    return difference < 0
               ? tr("%1 less than on your other days (%2).").arg(minutes, changeRange(range))
               : tr("%1 more than on your other days (%2).").arg(minutes, changeRange(range));
}

QString inWindow(SittingWindow window, const QString& found)
{
    switch (window) {
    case SittingWindow::TwoHours: return tr("Sitting in the 2 hours before: %1").arg(found);
    case SittingWindow::DayBefore: return tr("Sitting on the day before: %1").arg(found);
    }
    Q_UNREACHABLE();
}

} // namespace

QString counted(int n, Counted what)
{
    switch (what) {
    case Counted::Spasms: return n == 1 ? tr("1 spasm") : tr("%1 spasms").arg(n);
    case Counted::WithPlaces:
        return n == 1 ? tr("1 spasm with places told") : tr("%1 spasms with places told").arg(n);
    case Counted::Over:
        return n == 1 ? tr("1 spasm that is over") : tr("%1 spasms that are over").arg(n);
    case Counted::Rated:
        return n == 1 ? tr("1 spasm with pain of 2 or more")
                      : tr("%1 spasms with pain of 2 or more").arg(n);
    case Counted::WithTriggers:
        return n == 1 ? tr("1 spasm with triggers told")
                      : tr("%1 spasms with triggers told").arg(n);
    case Counted::Uses: return n == 1 ? tr("1 use") : tr("%1 uses").arg(n);
    }
    Q_UNREACHABLE();
}

QString fewOf(int n, int least, Counted what)
{
    const auto filled = [&](const QString& text) { return text.arg(n).arg(least); };
    switch (what) {
    case Counted::Spasms: return filled(tr("%1 of %2 spasms that it takes"));
    case Counted::WithPlaces: return filled(tr("%1 of %2 spasms that it takes (places told)"));
    case Counted::Over: return filled(tr("%1 of %2 spasms that it takes (over)"));
    case Counted::Rated: return filled(tr("%1 of %2 spasms that it takes (pain of 2 or more)"));
    case Counted::WithTriggers: return filled(tr("%1 of %2 spasms that it takes (triggers told)"));
    case Counted::Uses: return filled(tr("%1 of %2 uses that it takes"));
    }
    Q_UNREACHABLE();
}

QString tooFew(int n, int least, Counted what)
{
    //: %1 "6 of 8 spasms that it takes"
    return tr("Not enough yet: %1.").arg(fewOf(n, least, what));
}

QString amount(double value)
{
    const double tenths = std::round(value * 10) / 10;
    const double whole = std::round(tenths);
    return tenths == whole ? QLocale{}.toString(static_cast<qlonglong>(whole))
                           : QLocale{}.toString(tenths, 'f', 1);
}

QString moreOrLess(double by)
{
    if (by == 0) {
        return tr("no change");
    }
    return by < 0 ? tr("%1 less").arg(amount(-by)) : tr("%1 more").arg(amount(by));
}

QString changeRange(const Interval& range)
{
    if (range.low == range.high) {
        return moreOrLess(range.low);
    }
    if (range.high <= 0) {
        return tr("%1 to %2 less").arg(amount(-range.high), amount(-range.low));
    }
    if (range.low >= 0) {
        return tr("%1 to %2 more").arg(amount(range.low), amount(range.high));
    }
    return tr("%1 less to %2 more").arg(amount(-range.low), amount(range.high));
}

QString method(UseKind kind, const std::string& id, const Words& words)
{
    switch (kind) {
    case UseKind::Heat: return modality(Modality::Heat);
    case UseKind::Cold: return modality(Modality::Cold);
    case UseKind::Tried: return words.label(Topic::Relief, id);
    case UseKind::Taken:
        return id == "unknown" ? tr("A medicine, kind not told")
                               : words.label(Topic::MedicineClass, id);
    }
    Q_UNREACHABLE();
}

QString painChange(const MethodEffect::Pain& pain)
{
    //: A change of pain and its range: "2 less (1 to 3 less)"
    return tr("%1 (%2)").arg(moreOrLess(pain.change), changeRange(pain.interval));
}

QString noticed(Noticed noticed)
{
    switch (noticed) {
    case Noticed::No: return tr("A smaller change than people notice");
    case Noticed::Better: return tr("A change that people notice");
    case Noticed::Worse: return tr("More pain, and people notice it");
    }
    Q_UNREACHABLE();
}

QString felt(const MethodEffect& effect)
{
    if (effect.better + effect.same + effect.worse == 0) {
        return tr("nothing yet");
    }
    return tr("%1 better, %2 the same, %3 worse")
        .arg(effect.better)
        .arg(effect.same)
        .arg(effect.worse);
}

QString helped(const MethodEffect& effect, const Words& words)
{
    const QString name = method(effect.kind, effect.id, words);
    if (!effect.pain) {
        //: %1 a method, %2 "3 of 6 uses that it takes"
        return tr("%1: not enough yet, %2. You said: %3.")
            .arg(name, fewOf(effect.n, InsightLeast::kUses, Counted::Uses), felt(effect));
    }
    const MethodEffect::Pain& pain = *effect.pain;
    //: %1 a method, %2 and %3 a pain of 0 to 10, %4 "2 less (1 to 3 less)"
    return tr("%1: pain %2 before, %3 after: %4. %5. %6. You said: %7.")
        .arg(name, amount(pain.before), amount(pain.after), painChange(pain), noticed(pain.noticed),
             counted(effect.n, Counted::Uses), felt(effect));
}

QStringList courseLines(const TypicalCourse& course)
{
    QString lengths = tr("Length: not enough yet, %1.")
                          .arg(fewOf(course.ended, InsightLeast::kCourse, Counted::Over));
    if (course.lengths) {
        lengths =
            tr("Half of your spasms were over within %1. The middle half took %2 to %3. "
               "Counted: %4.")
                .arg(courseLength(course.lengths->median), courseLength(course.lengths->lower),
                     courseLength(course.lengths->upper), counted(course.ended, Counted::Over));
    }
    return {lengths, halfSentence(course)};
}

QString shareRange(const Interval& range)
{
    return tr("%1 to %2 %").arg(std::lround(100 * range.low)).arg(std::lround(100 * range.high));
}

QString triggerShare(const TriggerShares::Row& row, int n, const Words& words)
{
    //: A trigger, in how many spasms, and the range of that share: "Twisting: 12 of 40 (18 to 45
    //: %)"
    return tr("%1: %2 of %3 (%4)")
        .arg(words.label(Topic::Trigger, row.id), QString::number(row.episodes), QString::number(n),
             shareRange(row.interval));
}

QString sittingBefore(const SittingBefore& before, SittingWindow window)
{
    if (!before.minutes) {
        return inWindow(window, tr("not enough yet, %1 of %2 spasms and %3 of %4 other days that "
                                   "it takes.")
                                    .arg(before.episodes)
                                    .arg(InsightLeast::kSittingEpisodes)
                                    .arg(before.otherDays)
                                    .arg(InsightLeast::kOtherDays));
    }
    const Interval range{std::round(before.minutes->interval.low),
                         std::round(before.minutes->interval.high)};
    const auto difference = static_cast<int>(std::lround(before.minutes->difference));
    const QString on = tr("%1 spasms, %2 other days.").arg(before.episodes).arg(before.otherDays);
    const QString chance = range.low <= 0 && range.high >= 0
                               ? tr("No clear difference shows. It may be chance.")
                               : tr("It may be chance.");
    return QStringList{inWindow(window, minutesAgainstOtherDays(difference, range)), on, chance}
        .join(QLatin1Char(' '));
}

QString comparisons(int count)
{
    return tr("We looked at %1 things. Of 20, one looks like something by chance alone.")
        .arg(count);
}

QString caveat(Caveat caveat)
{
    switch (caveat) {
    case Caveat::PainGoesDown:
        return tr("Pain also goes down by itself, and people act when it is worst. So less pain "
                  "after it does not show that it helped.");
    case Caveat::ToldWithSpasmsOnly:
        return tr("These are told with a spasm only. How often they come on other days is not "
                  "known.");
    case Caveat::Ranges:
        return tr("A range shows how sure a number is (95 %). The wider it is, the less sure.");
    }
    Q_UNREACHABLE();
}

QString insightSource(InsightSource source)
{
    switch (source) {
    case InsightSource::Noticed:
        return tr("People notice a change of 2 points, or of 30 % of the pain before. Source: "
                  "Ostelo 2008, Spine 33:90.");
    case InsightSource::OtherDays:
        return tr("Your other days: same weekday, same time, no spasm. Source: Maclure 1991, "
                  "Am J Epidemiol 133:144.");
    }
    Q_UNREACHABLE();
}

QString weekday(int day)
{
    return QLocale{}.standaloneDayName(day + 1, QLocale::LongFormat);
}

QString shortWeekday(int day)
{
    return QLocale{}.standaloneDayName(day + 1, QLocale::ShortFormat);
}

QString hourOfDay(int hour)
{
    constexpr int kMinutesAnHour = 60;
    //: Two times of day: "14:00 to 15:00"
    return tr("%1 to %2")
        .arg(minuteOfDay(hour * kMinutesAnHour), minuteOfDay((hour + 1) * kMinutesAnHour));
}

QString onsetsAt(int day, int hour, int count)
{
    //: A weekday, an hour, and how many spasms began then: "Tuesday, 14:00 to 15:00: 3 spasms"
    return tr("%1, %2: %3")
        .arg(weekday(day), hourOfDay(hour),
             count == 0 ? tr("no spasm") : counted(count, Counted::Spasms));
}

} // namespace unclench::ui::wording
