// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/places.h"

#include <algorithm>

namespace unclench::ui::places {

std::vector<Place> separated(const std::vector<Place>& places)
{
    std::vector<Place> all;
    const auto add = [&](const Place& place) {
        if (!contains(all, place)) {
            all.push_back(place);
        }
    };
    for (const Place& place : places) {
        if (place.side == Side::Both) {
            add({place.region, Side::Left});
            add({place.region, Side::Right});
        } else {
            add(place);
        }
    }
    return all;
}

bool contains(const std::vector<Place>& places, const Place& place)
{
    return std::find(places.begin(), places.end(), place) != places.end();
}

std::vector<Place> toggled(std::vector<Place> places, const Place& place)
{
    if (contains(places, place)) {
        std::erase(places, place);
        return places;
    }
    std::erase_if(places, [&](const Place& other) {
        return other.region == place.region && other.side.has_value() != place.side.has_value();
    });
    places.push_back(place);
    return places;
}

bool takesBack(const std::vector<Place>& before, const std::vector<Place>& after)
{
    return std::any_of(before.begin(), before.end(), [&](const Place& old) {
        if (contains(after, old)) {
            return false;
        }
        const bool isToldMoreExactly =
            !old.side && std::any_of(after.begin(), after.end(), [&](const Place& place) {
                return place.region == old.region;
            });
        return !isToldMoreExactly;
    });
}

} // namespace unclench::ui::places
