// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/guide.h"

#include "ui/wording/tr.h"

namespace unclench::ui::wording {

namespace {

QString reason(ExerciseBar bar, const ExerciseGate& gate, const Guide& guide)
{
    switch (bar) {
    case ExerciseBar::Cramp: return tr("You said that it cramps.");
    case ExerciseBar::CrampUnknown: return tr("You have not said yet if it cramps now.");
    case ExerciseBar::PainAbove3:
        //: %1 and %2 numbers from 0 to 10
        return tr("Your last pain is %1. It has to be %2 or less.")
            .arg(gate.pain.value_or(0))
            .arg(guide.number(GuideNumber::MostPain));
    case ExerciseBar::HigherThanYesterday:
        //: %1 and %2 numbers from 0 to 10
        return tr("Your last pain is %1. Yesterday it was %2.")
            .arg(gate.pain.value_or(0))
            .arg(gate.painYesterday.value_or(0));
    case ExerciseBar::AlertOpen: return tr("An alert asks you to get help first.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString exerciseState(const ExerciseGate& gate)
{
    return gate.isAllowed() ? tr("Stretches and exercise are open now.")
                            : tr("Stretches and exercise are closed for now.");
}

QStringList exerciseReasons(const ExerciseGate& gate, const Guide& guide)
{
    QStringList reasons;
    for (const ExerciseBar bar : gate.because) {
        reasons << reason(bar, gate, guide);
    }
    return reasons;
}

} // namespace unclench::ui::wording
