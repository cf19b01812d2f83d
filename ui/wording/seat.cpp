// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/seat.h"

#include "ui/wording/settings.h"
#include "ui/wording/tr.h"

#include <algorithm>

namespace unclench::ui::wording {

using std::chrono::ceil;
using std::chrono::milliseconds;
using std::chrono::seconds;

QString posture(Posture posture)
{
    switch (posture) {
    case Posture::Seated: return tr("Sitting");
    case Posture::Standing: return tr("Standing");
    case Posture::Walking: return tr("Walking");
    case Posture::Lying: return tr("Lying down");
    case Posture::Away: return tr("Away");
    case Posture::Suspended: return tr("Computer asleep");
    }
    Q_UNREACHABLE();
}

QString postureTold(Posture posture)
{
    switch (posture) {
    case Posture::Seated: return tr("I sit");
    case Posture::Standing: return tr("I stand");
    case Posture::Walking: return tr("I walk");
    case Posture::Lying: return tr("I lie down");
    case Posture::Away: return tr("I am away");
    case Posture::Suspended: return tr("The computer sleeps");
    }
    Q_UNREACHABLE();
}

QString postureWas(Posture posture)
{
    switch (posture) {
    case Posture::Seated: return tr("I was sitting");
    case Posture::Standing: return tr("I was standing");
    case Posture::Walking: return tr("I was walking");
    case Posture::Lying: return tr("I was lying down");
    case Posture::Away: return tr("I was away");
    case Posture::Suspended: return tr("The computer was asleep");
    }
    Q_UNREACHABLE();
}

QString countdown(milliseconds left)
{
    const seconds whole = std::max(ceil<seconds>(left), seconds{0});
    return QStringLiteral("%1:%2")
        .arg(whole / std::chrono::minutes{1})
        .arg((whole % std::chrono::minutes{1}).count(), 2, 10, QLatin1Char('0'));
}

QString breakLeft(milliseconds left)
{
    if (left.count() <= 0) {
        return tr("The break is over");
    }
    if (left < std::chrono::minutes{1}) {
        return tr("Less than a minute of the break left");
    }
    //: %1 "2 minutes"
    return tr("About %1 of the break left")
        .arg(minuteCount(static_cast<int>(std::chrono::round<std::chrono::minutes>(left).count())));
}

} // namespace unclench::ui::wording
