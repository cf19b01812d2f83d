// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/symptoms.h"

#include <algorithm>

namespace unclench {

namespace {

bool isOneSided(const std::optional<Side>& side)
{
    return side == Side::Left || side == Side::Right;
}

Side otherSide(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

} // namespace

std::vector<Symptom> standing(const std::vector<Symptom>& told)
{
    std::vector<Symptom> all;
    for (const Symptom& one : told) {
        const bool isSided = isOneSided(one.side);
        const auto isReplaced = [&](const Symptom& old) {
            return old.symptom == one.symptom &&
                   (!isSided || old.side == one.side || (!old.side && one.isPresent));
        };
        for (Symptom& old : all) {
            if (isSided && old.symptom == one.symptom && old.side == Side::Both) {
                old.side = otherSide(*one.side);
            }
        }
        const auto place = std::find_if(all.begin(), all.end(), isReplaced);
        if (place == all.end()) {
            all.push_back(one);
            continue;
        }
        *place = one;
        all.erase(std::remove_if(place + 1, all.end(), isReplaced), all.end());
    }
    return all;
}

std::vector<Symptom>
neverThere(const std::vector<Symptom>& told, std::string_view symptom, std::optional<Side> side)
{
    std::vector<Symptom> wrong;
    for (auto one = told.rbegin(); one != told.rend(); ++one) {
        const bool isOnOtherSide = isOneSided(side) && isOneSided(one->side) && one->side != side;
        if (one->symptom != symptom || isOnOtherSide) {
            continue;
        }
        if (!one->isPresent) {
            break;
        }
        wrong.push_back(*one);
        if (isOneSided(side) && one->side == Side::Both) {
            wrong.back().side = otherSide(*side);
        } else {
            wrong.back().stamp.deleted = one->stamp.updated;
        }
    }
    return wrong;
}

} // namespace unclench
