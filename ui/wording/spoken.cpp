// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/spoken.h"

#include "ui/wording/tr.h"

namespace unclench::ui::wording {

QString spoken(Spoken sentence)
{
    switch (sentence) {
    case Spoken::ColdOff: return tr("Take the cold pack off now.");
    case Spoken::HeatOff: return tr("Take the heat off now.");
    case Spoken::CheckSkin: return tr("Check your skin now.");
    case Spoken::BreatheIn: return tr("Breathe in.");
    case Spoken::BreatheOut: return tr("Breathe out.");
    case Spoken::BigButtons: return tr("Six big buttons. Press what you need.");
    case Spoken::HowStrong: return tr("How strong is it? Pick a number.");
    case Spoken::HeatIsOn: return tr("Heat is on. Stay awake.");
    case Spoken::ColdIsOn: return tr("Cold is on. Stay awake.");
    case Spoken::HeatNotNow: return tr("Heat is not for now.");
    case Spoken::ColdNotNow: return tr("Cold is not for now.");
    case Spoken::Stopped: return tr("Stopped. Look at your skin.");
    case Spoken::SkinSaved: return tr("Saved, how your skin is.");
    case Spoken::FirstQuestions: return tr("First, tick what applies to you.");
    case Spoken::CallIfNeeded: return tr("If you need help now, call.");
    case Spoken::NoneOpen: return tr("No spasm is open.");
    case Spoken::ItIsOver: return tr("Saved. The spasm is over.");
    case Spoken::TakenBack: return tr("It is taken back.");
    case Spoken::NotSaved: return tr("It was not saved.");
    case Spoken::LeftBadDay: return tr("Back to the usual window.");
    case Spoken::Pain0:
    case Spoken::Pain1:
    case Spoken::Pain2:
    case Spoken::Pain3:
    case Spoken::Pain4:
    case Spoken::Pain5:
    case Spoken::Pain6:
    case Spoken::Pain7:
    case Spoken::Pain8:
    case Spoken::Pain9:
    case Spoken::Pain10:
        return tr("Saved. Pain %1.")
            .arg(static_cast<int>(sentence) - static_cast<int>(Spoken::Pain0));
    }
    Q_UNREACHABLE();
}

QString spokenPain(int pain)
{
    return spoken(static_cast<Spoken>(static_cast<int>(Spoken::Pain0) + pain));
}

} // namespace unclench::ui::wording
