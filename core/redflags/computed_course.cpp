// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that are worked out from how an episode goes and how often one comes: clinical
// document, 1.4.
#include "core/redflags/facts.h"

#include "core/knowledge/ids.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace unclench {

namespace {

constexpr int kALot = 2;
constexpr std::array kWalking = std::to_array<std::string_view>({"walk", "stand", "stand_upright"});
constexpr std::array kOverTheCounter = std::to_array<std::string_view>({"acetaminophen", "nsaid"});
constexpr double kRounding = 1e-9;

/// Requires: not empty.
double median(std::vector<int> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

} // namespace

/// baseline: the highest pain of the first 48 h, or the first reading where that is later. recent:
/// the median of the last 48 h. Improved: two points or 30 % less than baseline. Not known without
/// a reading in the last 48 h.
std::optional<bool> Facts::hasImproved()
{
    if (!isOpen()) {
        return std::nullopt;
    }
    std::optional<int> baseline;
    std::vector<int> recent;
    for (const Reading* reading : readings()) {
        const auto age = reading->at.utc - onset().utc;
        if (age <= hours(Threshold::BaselineHours) || !baseline) {
            baseline = std::max(baseline.value_or(0), reading->pain);
        }
        if (isWithin(reading->at.utc, hours(Threshold::RecentHours))) {
            recent.push_back(reading->pain);
        }
    }
    if (recent.empty()) {
        return std::nullopt;
    }
    const double now = median(std::move(recent));
    const double share = 1 - m_rules.value(Threshold::ImprovedPercent) / 100;
    return now <= *baseline - m_rules.value(Threshold::ImprovedPoints) ||
           now <= *baseline * share + kRounding;
}

/// Any pain above 0 in the last 7 days.
bool Facts::hadPainThisWeek()
{
    const auto& all = readings();
    return std::any_of(all.begin(), all.end(), [&](const Reading* reading) {
        return reading->pain > 0 && isWithin(reading->at.utc, days(Threshold::StillThereDays));
    });
}

bool Facts::hasNoRecentReading()
{
    const auto& all = readings();
    return std::none_of(all.begin(), all.end(), [&](const Reading* reading) {
        return isWithin(reading->at.utc, hours(Threshold::RecentHours));
    });
}

/// The last three local days with readings lie within 5 d, their highest values never fall, rise by
/// 2 and end at 4 or more; fast: rise by 3 and end at 8 or more.
bool Facts::isWorsening(bool isFast)
{
    if (!isOpen()) {
        return false;
    }
    std::map<std::chrono::local_days, int> highest;
    for (const Reading* reading : readings()) {
        int& day = highest[reading->at.localDay()];
        day = std::max(day, reading->pain);
    }
    if (highest.size() < 3) {
        return false;
    }
    const auto last = std::prev(highest.end());
    const auto middle = std::prev(last);
    const auto first = std::prev(middle);
    const int rise = last->second - first->second;
    return last->first - first->first <= days(Threshold::WorseningDays) &&
           first->second <= middle->second && middle->second <= last->second &&
           rise >=
               m_rules.value(isFast ? Threshold::WorseningFastRise : Threshold::WorseningRise) &&
           last->second >=
               m_rules.value(isFast ? Threshold::WorseningFastPain : Threshold::WorseningPain);
}

/// Two readings of at least `pain`, 4 to 24 h apart, in the open episode.
bool Facts::hasTwoReadings(int pain, bool isAtRest)
{
    if (!isOpen()) {
        return false;
    }
    auto all = readings();
    std::erase_if(all, [&](const Reading* reading) {
        return reading->pain < pain || (isAtRest && reading->atRest != true);
    });
    return std::any_of(all.begin(), all.end(), [&](const Reading* one) {
        const UtcTime least = one->at.utc + hours(Threshold::SevereLeastHours);
        const auto later =
            std::lower_bound(all.begin(), all.end(), least, [](const Reading* other, UtcTime time) {
                return other->at.utc < time;
            });
        return later != all.end() &&
               (*later)->at.utc - one->at.utc <= hours(Threshold::SevereMostHours);
    });
}

/// At least three distinct onsets in the window.
bool Facts::hasOnsets(Threshold window)
{
    const auto isReached = [&](UtcTime onset) { return m_now.hasReached(onset); };
    const auto isBefore = [&](UtcTime onset) { return !isWithin(onset, days(window)); };
    const auto& all = m_told.onsets;
    const auto end = std::partition_point(all.begin(), all.end(), isReached);
    const auto begin = std::partition_point(all.begin(), end, isBefore);
    return static_cast<double>(end - begin) >= m_rules.value(Threshold::FrequentOnsets);
}

/// Something was limited "a lot" (or more) on at least 4 local days of the last 14, a week or more
/// from the first to the last.
bool Facts::interferes()
{
    std::vector<std::chrono::local_days> limited;
    const auto window = days(Threshold::InterferenceWindowDays);
    const auto isMeant = [](const FunctionLimit& limit) { return limit.level >= kALot; };
    each(m_told.functions, isMeant, [&](const FunctionLimit& limit) {
        if (isWithin(limit.at.utc, window)) {
            limited.push_back(limit.at.localDay());
        }
    });
    std::sort(limited.begin(), limited.end());
    limited.erase(std::unique(limited.begin(), limited.end()), limited.end());
    return static_cast<double>(limited.size()) >= m_rules.value(Threshold::InterferenceDays) &&
           limited.back() - limited.front() >= days(Threshold::InterferenceSpanDays);
}

/// Walking or standing was difficult ("a lot", not "cannot") on at least two local days of the open
/// episode; without one, of the last 14 d, as with what limits daily life.
bool Facts::isHardToWalk()
{
    std::set<std::chrono::local_days> hard;
    const auto window = days(Threshold::InterferenceWindowDays);
    const auto isMeant = [&](const FunctionLimit& limit) {
        return limit.level == kALot && isAmong(kWalking, limit.function);
    };
    each(m_told.functions, isMeant, [&](const FunctionLimit& limit) {
        if (isOpen() ? limit.at.utc >= onset().utc : isWithin(limit.at.utc, window)) {
            hard.insert(limit.at.localDay());
        }
    });
    return static_cast<double>(hard.size()) >= m_rules.value(Threshold::HardToWalkDays);
}

/// At least six sessions of heat or cold over 72 h or more in the open episode, whose median change
/// in pain is less than one point down.
bool Facts::selfcareHelpsNot()
{
    if (!isOpen()) {
        return false;
    }
    std::vector<int> changes;
    std::optional<UtcTime> first;
    UtcTime last{};
    for (const CareResult& care : m_told.sessions) {
        if (care.painChange && care.begin.utc >= onset().utc && m_now.hasReached(care.end.utc)) {
            changes.push_back(*care.painChange);
            first = first.value_or(care.begin.utc);
            last = care.end.utc;
        }
    }
    return static_cast<double>(changes.size()) >= m_rules.value(Threshold::SelfcareSessions) &&
           last - *first >= hours(Threshold::SelfcareHours) &&
           median(std::move(changes)) > m_rules.value(Threshold::SelfcareChange);
}

/// A painkiller that is sold over the counter, on at least 10 local days of the last 14.
bool Facts::hasOtcDays()
{
    std::set<std::chrono::local_days> taken;
    const auto isMeant = [](const TakenMedicine& medicine) {
        return medicine.medicineClass && isAmong(kOverTheCounter, *medicine.medicineClass);
    };
    each(m_told.taken, isMeant, [&](const TakenMedicine& medicine) {
        if (isWithin(medicine.at.utc, days(Threshold::OtcWindowDays))) {
            taken.insert(medicine.at.localDay());
        }
    });
    return static_cast<double>(taken.size()) >= m_rules.value(Threshold::OtcDays);
}

} // namespace unclench
