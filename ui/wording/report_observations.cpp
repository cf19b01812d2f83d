// SPDX-License-Identifier: GPL-3.0-or-later
// Symptoms, limits and measurements on the page for the doctor and behind it.
#include "ui/wording/report.h"
#include "ui/wording/told.h"
#include "ui/wording/tr.h"

#include <QLocale>

namespace unclench::ui::wording {

namespace {

QString reportLevelOfLimit(int level)
{
    switch (level) {
    case 0: return tr("not");
    case 1: return tr("a little");
    case 2: return tr("a lot");
    default: return tr("cannot");
    }
}

QString reportChange(Change change)
{
    switch (change) {
    case Change::New: return tr("new");
    case Change::Worse: return tr("worse");
    case Change::Unchanged: return tr("as before");
    }
    Q_UNREACHABLE();
}

} // namespace

QString reportLimit(const Summary::FunctionRow& row, const Words& words)
{
    const QString name = words.label(Topic::Function, row.function);
    if (row.most == row.last) {
        return tr("%1: %2").arg(name, reportLevelOfLimit(row.most));
    }
    return tr("%1: %2 (last told: %3)")
        .arg(name, reportLevelOfLimit(row.most), reportLevelOfLimit(row.last));
}

QString reportSymptom(const Summary::SymptomRow& row, const Moment& now, const Words& words)
{
    Symptom told;
    told.symptom = row.symptom;
    told.side = row.side;
    QStringList parts;
    if (!row.isPresent) {
        parts << tr("gone");
    } else if (row.change) {
        parts << reportChange(*row.change);
    }
    if (row.isPresent && row.sinceDays) {
        parts << reportSince(*row.sinceDays);
    }
    const QString first = reportShortDay(row.firstAt.localDay(), now);
    const QString last = reportShortDay(row.lastAt.localDay(), now);
    parts << (first == last ? tr("told %1").arg(last) : tr("told %1 to %2").arg(first, last));
    return tr("%1: %2").arg(symptom(told, words), parts.join(QLatin1String(", ")));
}

QString reportSince(int days)
{
    switch (days) {
    case 0: return tr("since that day");
    case 1: return tr("for 1 day");
    default: return tr("for %1 days").arg(QLocale{}.toString(days));
    }
}

QString reportSymptomState(const Symptom& told)
{
    if (!told.isPresent) {
        return tr("gone");
    }
    return told.change ? reportChange(*told.change) : tr("there");
}

QString reportLimited(const FunctionLimit& told)
{
    return reportLevelOfLimit(told.level);
}

QString reportQuantity(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Temperature: return tr("Temperature");
    case Quantity::Weight: return tr("Weight");
    }
    Q_UNREACHABLE();
}

QString reportValue(const Measurement& measurement)
{
    constexpr double kPounds = 2.20462262;
    const auto number = [](double value) { return QLocale{}.toString(value, 'f', 1); };
    switch (measurement.told) {
    case Unit::Celsius: return tr("%1\u00a0°C").arg(number(measurement.value));
    case Unit::Fahrenheit: return tr("%1\u00a0°F").arg(number(measurement.value * 9 / 5 + 32));
    case Unit::Kilogram: return tr("%1\u00a0kg").arg(number(measurement.value));
    case Unit::Pound: return tr("%1\u00a0lb").arg(number(measurement.value * kPounds));
    }
    Q_UNREACHABLE();
}

QString reportMeasured(const Measurement& measurement, const Moment& now)
{
    return tr("%1 (%2)").arg(reportValue(measurement), reportShortMoment(measurement.at, now));
}

} // namespace unclench::ui::wording
