// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/record.h"

#include "core/time/iso8601.h"

#include <nlohmann/json.hpp>

namespace unclench {

namespace {

using Json = nlohmann::ordered_json;

Json value(const std::string& text)
{
    return text;
}
Json value(const Uuid& id)
{
    return id.text();
}
Json value(const Moment& moment)
{
    return toIso(moment);
}
Json value(bool flag)
{
    return flag;
}
Json value(int number)
{
    return number;
}
Json value(std::chrono::minutes length)
{
    return length.count();
}
Json value(std::chrono::milliseconds length)
{
    return length.count();
}
Json value(double number)
{
    return number;
}
template <NamedEnum Enum>
Json value(Enum e)
{
    return toId(e);
}
template <class T>
Json value(const std::optional<T>& maybe)
{
    return maybe ? value(*maybe) : Json(nullptr);
}

} // namespace

std::string toJson(const AnyRecord& record)
{
    Json object;
    object["id"] = stampOf(record).id.text();
    std::visit(
        [&]<class Record>(const Record& r) {
            Record::fields(
                r, [&](const char* name, const auto& member) { object[name] = value(member); });
        },
        record);
    // A text that is no UTF-8 can only come from a damaged file; it is kept as far as it is one.
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace unclench
