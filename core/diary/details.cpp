// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/details.h"

#include "core/time/iso8601.h"

#include <nlohmann/json.hpp>

namespace unclench {

namespace {

using nlohmann::json;

json toJson(const std::string& text)
{
    return text;
}
json toJson(bool value)
{
    return value;
}
json toJson(std::chrono::seconds length)
{
    return length.count();
}
json toJson(const Moment& moment)
{
    return toIso(moment);
}
json toJson(const Place& place)
{
    return toText(place);
}
template <class T>
json toJson(const std::vector<T>& list)
{
    json array = json::array();
    for (const T& entry : list) {
        array.push_back(toJson(entry));
    }
    return array;
}

bool fromJson(const json& value, std::string& out)
{
    if (!value.is_string()) {
        return false;
    }
    out = value.get<std::string>();
    return true;
}
bool fromJson(const json& value, bool& out)
{
    if (!value.is_boolean()) {
        return false;
    }
    out = value.get<bool>();
    return true;
}
bool fromJson(const json& value, std::chrono::seconds& out)
{
    if (!value.is_number_integer()) {
        return false;
    }
    out = std::chrono::seconds{value.get<std::int64_t>()};
    return true;
}
bool fromJson(const json& value, Moment& out)
{
    const auto written = value.is_string() ? parseIso(value.get<std::string>()) : std::nullopt;
    if (!written || !written->offset) {
        return false;
    }
    out = {UtcTime{written->local.time_since_epoch() - *written->offset}, *written->offset};
    return true;
}
bool fromJson(const json& value, Place& out)
{
    const auto place = value.is_string() ? parsePlace(value.get<std::string>()) : std::nullopt;
    if (!place) {
        return false;
    }
    out = *place;
    return true;
}
template <class T>
bool fromJson(const json& value, std::vector<T>& out)
{
    if (!value.is_array()) {
        return false;
    }
    out.resize(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!fromJson(value[i], out[i])) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<std::pair<DetailField, std::string>> toReports(const Details& details)
{
    std::vector<std::pair<DetailField, std::string>> reports;
    Details::fields(details, [&](DetailField field, const auto& member) {
        if (member) {
            reports.emplace_back(field, toJson(*member).dump());
        }
    });
    return reports;
}

bool apply(Details& details, DetailField wanted, std::string_view text)
{
    const json value = json::parse(text, nullptr, false);
    bool applied = false;
    Details::fields(details, [&](DetailField field, auto& member) {
        if (field != wanted) {
            return;
        }
        typename std::decay_t<decltype(member)>::value_type read{};
        if (fromJson(value, read)) {
            member = std::move(read);
            applied = true;
        }
    });
    return applied;
}

std::optional<Place> parsePlace(std::string_view text)
{
    const std::size_t colon = text.find(':');
    Place place{std::string{text.substr(0, colon)}, std::nullopt};
    if (colon != std::string_view::npos) {
        place.side = fromId<Side>(text.substr(colon + 1));
        if (!place.side) {
            return std::nullopt;
        }
    }
    return place;
}

std::string toText(const Place& place)
{
    return place.side ? place.region + ":" + std::string{toId(*place.side)} : place.region;
}

} // namespace unclench
