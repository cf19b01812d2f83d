// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/choices.h"

#include "ui/wording/tr.h"

namespace unclench::ui::wording {

QString side(Side side)
{
    switch (side) {
    case Side::Left: return tr("Left");
    case Side::Right: return tr("Right");
    case Side::Both: return tr("Both sides");
    case Side::Middle: return tr("Middle");
    }
    Q_UNREACHABLE();
}

QString change(Change change)
{
    switch (change) {
    case Change::New: return tr("New");
    case Change::Worse: return tr("Worse");
    case Change::Unchanged: return tr("As before");
    }
    Q_UNREACHABLE();
}

QString effect(Effect effect)
{
    switch (effect) {
    case Effect::Better: return tr("Better");
    case Effect::Same: return tr("The same");
    case Effect::Worse: return tr("Worse");
    }
    Q_UNREACHABLE();
}

QString medicineUse(MedicineUse use)
{
    switch (use) {
    case MedicineUse::Regular: return tr("Regularly");
    case MedicineUse::Rescue: return tr("When needed");
    }
    Q_UNREACHABLE();
}

QString patchSite(PatchSite site)
{
    switch (site) {
    case PatchSite::AtSite: return tr("Where it hurts");
    case PatchSite::Elsewhere: return tr("Somewhere else");
    }
    Q_UNREACHABLE();
}

QString limit(int level)
{
    switch (level) {
    case 0: return tr("0 · Not");
    case 1: return tr("1 · A little");
    case 2: return tr("2 · A lot");
    default: return tr("3 · Cannot");
    }
}

QString yesNo(bool answer)
{
    return answer ? tr("Yes") : tr("No");
}

} // namespace unclench::ui::wording
