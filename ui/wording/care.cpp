// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/care.h"

#include "ui/wording/choices.h"
#include "ui/wording/times.h"
#include "ui/wording/tr.h"

#include <QLocale>

namespace unclench::ui::wording {

using namespace std::chrono;

namespace {

/// `now` and `wait` later, up to the next full minute: a time that is said is never too early.
QString timeIn(milliseconds wait, const Moment& now)
{
    const Moment then = now + wait;
    return moment(then + (ceil<minutes>(then.utc) - then.utc), now);
}

/// "6", and "6.5" between two.
QString number(double value)
{
    return QLocale{}.toString(value, 'g', 3);
}

bool isWater(std::optional<CareKind> kind)
{
    return kind == CareKind::Shower || kind == CareKind::Bath;
}

} // namespace

QString modality(Modality modality)
{
    return modality == Modality::Heat ? tr("Heat") : tr("Cold");
}

QString careKind(CareKind kind)
{
    switch (kind) {
    case CareKind::Pad: return tr("Heating pad");
    case CareKind::Towel: return tr("Warm towel");
    case CareKind::Bottle: return tr("Hot-water bottle");
    case CareKind::Shower: return tr("Shower");
    case CareKind::Bath: return tr("Bath");
    case CareKind::Pack: return tr("Cold pack");
    case CareKind::Wrap: return tr("Heat wrap, worn for hours");
    }
    Q_UNREACHABLE();
}

QString careStatus(const CareDecision& decision, const Moment& now)
{
    switch (decision.status) {
    case CareStatus::Recommended: return tr("Recommended");
    case CareStatus::Allowed: return tr("Allowed");
    case CareStatus::Blocked:
        return decision.wait ? tr("Not now, from %1").arg(timeIn(*decision.wait, now))
                             : tr("Not now");
    }
    Q_UNREACHABLE();
}

QString careDue(const CareDecision& decision, const Moment& now)
{
    return decision.status == CareStatus::Allowed && decision.due.count() > 0
               ? tr("Usual again at %1.").arg(timeIn(decision.due, now))
               : QString{};
}

QString careHow(Modality modality, std::optional<CareKind> kind, minutes length)
{
    if (modality == Modality::Heat && isWater(kind)) {
        return tr("%1 min, warm, not hot").arg(length.count());
    }
    return modality == Modality::Heat ? tr("%1 min, low, with a cloth between").arg(length.count())
                                      : tr("%1 min, with a cloth between").arg(length.count());
}

QString carePlan(const std::vector<PlannedCare>& plan, const Moment& now)
{
    QStringList times;
    std::optional<Modality> before;
    for (const PlannedCare& each : plan) {
        if (each.in.count() <= 0) {
            continue; // its card says so
        }
        const QString time = timeIn(each.in, now);
        if (before == each.modality) {
            times << time;
        } else {
            times << (each.modality == Modality::Heat ? tr("heat at %1") : tr("cold at %1"))
                         .arg(time);
        }
        before = each.modality;
    }
    //: %1 "heat at 12:00, 16:00, cold at 18:00"
    return times.isEmpty() ? QString{} : tr("Next: %1.").arg(times.join(QLatin1String(", ")));
}

QString careWatch()
{
    return tr("Stop if it hurts more. Check your skin. Never fall asleep with it.");
}

QStringList careToDo(const CareManner& manner)
{
    QStringList lines;
    if (manner.modality == Modality::Heat && isWater(manner.kind)) {
        lines << tr("Keep the water warm, never hot.") << tr("Get out if you feel dizzy.");
    } else {
        lines << tr("Put a cloth between it and your skin.");
        if (manner.modality == Modality::Heat) {
            lines << tr("Set it to low or medium, never high.");
        }
        lines << tr("Lay it on top. Do not lie on it.");
    }
    if (manner.isOnNeck) {
        lines << tr("On the back of the neck only, never the front or side.");
    }
    lines << tr("Stay awake.");
    if (manner.skinCheck) {
        lines << tr("Look at your skin every %1 minutes.").arg(manner.skinCheck->count());
    }
    return lines;
}

QString careTakeOff(Modality modality)
{
    return modality == Modality::Heat ? tr("Take the heat off now.") : tr("Take the cold off now.");
}

QString skin(Skin skin)
{
    switch (skin) {
    case Skin::Normal: return tr("normal");
    case Skin::Pink: return tr("pink");
    case Skin::Blotchy: return tr("blotchy");
    case Skin::Blister: return tr("blister or burn");
    case Skin::WhiteWaxy: return tr("white or waxy");
    case Skin::Numb: return tr("numb");
    case Skin::Hives: return tr("hives");
    }
    Q_UNREACHABLE();
}

QString skinExplained(Skin skin)
{
    switch (skin) {
    case Skin::Normal: return tr("Normal: looks and feels as before");
    case Skin::Pink: return tr("Pink: evenly a little red");
    case Skin::Blotchy: return tr("Blotchy: patches, or marks like a net");
    case Skin::Blister: return tr("A blister or a burn");
    case Skin::WhiteWaxy: return tr("White, waxy or hard");
    case Skin::Numb: return tr("Numb: you feel less there");
    case Skin::Hives: return tr("Itchy bumps (hives)");
    }
    Q_UNREACHABLE();
}

QString skinAdvice(Skin skin)
{
    switch (skin) {
    case Skin::Normal: return {};
    case Skin::Pink: return tr("It should fade within 30 minutes. Look at it again then.");
    case Skin::Blotchy:
    case Skin::Numb: return tr("Leave heat and cold off. Look at your skin again in 30 minutes.");
    case Skin::Blister:
    case Skin::WhiteWaxy:
    case Skin::Hives:
        return tr("Leave heat and cold off. Do not rub the skin. Read the warning above.");
    }
    Q_UNREACHABLE();
}

QString afterCare(Modality modality, const Moment& begin, const Moment& now)
{
    return (modality == Modality::Heat ? tr("After the heat of %1") : tr("After the cold of %1"))
        .arg(moment(begin, now));
}

QString careSession(const CareSession& session, const Moment& now)
{
    const bool isHeat = session.modality == Modality::Heat;
    QStringList parts{
        (isHeat ? tr("Heat at %1") : tr("Cold at %1")).arg(moment(session.begin, now))};
    if (session.kind) {
        parts << careKind(*session.kind);
    }
    if (session.end) {
        // By the clocks of the boot where they are known: the wall clock may have been set.
        const bool isTimed = session.beginBoot && session.endBoot &&
                             session.beginBootId == session.endBootId && session.endBootId;
        parts << length(isTimed ? *session.endBoot - *session.beginBoot
                                : session.end->utc - session.begin.utc);
    } else {
        parts << tr("running");
    }
    if (session.painBefore && session.painAfter) {
        parts << tr("pain %1 to %2").arg(*session.painBefore).arg(*session.painAfter);
    } else if (session.painBefore) {
        parts << tr("pain %1 before").arg(*session.painBefore);
    } else if (session.painAfter) {
        parts << tr("pain %1 after").arg(*session.painAfter);
    }
    if (session.felt) {
        parts << effect(*session.felt).toLower();
    }
    if (session.skin) {
        parts << tr("skin %1").arg(skin(*session.skin));
    }
    return parts.join(QLatin1String(", "));
}

QString careHelped(const Helped& helped)
{
    return (helped.modality == Modality::Heat
                ? tr("Heat, %1 sessions: pain %2 before, %3 after (the middle values).")
                : tr("Cold, %1 sessions: pain %2 before, %3 after (the middle values)."))
        .arg(helped.sessions)
        .arg(number(helped.before), number(helped.after));
}

QString careRefusal(const Problem& problem, const Words& words, const Moment& now)
{
    const bool isHeat = problem.field != toId(Modality::Cold);
    // How far off it is, is all that `timeIn` needs; what is past already is no longer said.
    const milliseconds wait = problem.moment ? problem.moment->utc - now.utc : milliseconds{0};
    QStringList sentences;
    if (wait.count() > 0) {
        sentences << (isHeat ? tr("Heat: not now, from %1.") : tr("Cold: not now, from %1."))
                         .arg(timeIn(wait, now));
    } else {
        sentences << (isHeat ? tr("Heat: not now.") : tr("Cold: not now."));
    }
    for (const QString& id :
         QString::fromStdString(problem.given).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        sentences << words.careReason(id.toStdString());
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace unclench::ui::wording
