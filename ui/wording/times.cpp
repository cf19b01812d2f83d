// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/times.h"

#include "ui/wording/tr.h"

#include <QDateTime>
#include <QLocale>

namespace unclench::ui::wording {

using namespace std::chrono;

namespace {

QDateTime toQt(const Moment& moment)
{
    return QDateTime::fromMSecsSinceEpoch(
        moment.utc.time_since_epoch().count(), Qt::OffsetFromUTC,
        static_cast<int>(duration_cast<seconds>(moment.offset).count()));
}

} // namespace

QString timeOfDay(const Moment& moment)
{
    return QLocale{}.toString(toQt(moment).time(), QStringLiteral("HH:mm"));
}

QString minuteOfDay(int minute)
{
    return QLocale{}.toString(QTime{minute / 60 % 24, minute % 60}, QStringLiteral("HH:mm"));
}

QString moment(const Moment& moment, const Moment& now)
{
    const QDateTime then = toQt(moment);
    const auto day = moment.localDay();
    if (day == now.localDay()) {
        return timeOfDay(moment);
    }
    if (day + days{1} == now.localDay()) {
        return tr("yesterday %1").arg(timeOfDay(moment));
    }
    const bool isThisYear = year_month_day{day}.year() == year_month_day{now.localDay()}.year();
    return QLocale{}.toString(then, isThisYear ? QStringLiteral("ddd d MMM HH:mm")
                                               : QStringLiteral("ddd d MMM yyyy HH:mm"));
}

QString length(milliseconds length)
{
    const auto whole = floor<minutes>(length);
    if (whole < minutes{1}) {
        return tr("less than a minute");
    }
    if (whole < hours{1}) {
        return tr("%1 min").arg(whole.count());
    }
    if (whole < days{1}) {
        const auto rest = whole % hours{1};
        return rest == minutes{0} ? tr("%1 h").arg(whole / hours{1})
                                  : tr("%1 h %2 min").arg(whole / hours{1}).arg(rest.count());
    }
    const auto rest = floor<hours>(whole % days{1});
    return rest == hours{0} ? tr("%1 d").arg(whole / days{1})
                            : tr("%1 d %2 h").arg(whole / days{1}).arg(rest.count());
}

} // namespace unclench::ui::wording
