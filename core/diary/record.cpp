// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/record.h"

#include "core/time/iso8601.h"

#include <nlohmann/json.hpp>

namespace unclench {

namespace {

using json = nlohmann::ordered_json;

json value(const std::string& text)
{
    return text;
}
json value(const Uuid& id)
{
    return id.text();
}
json value(const Moment& moment)
{
    return toIso(moment);
}
json value(bool flag)
{
    return flag;
}
json value(int number)
{
    return number;
}
json value(std::chrono::minutes length)
{
    return length.count();
}
json value(std::chrono::milliseconds length)
{
    return length.count();
}
json value(double number)
{
    return number;
}
template <NamedEnum Enum>
json value(Enum e)
{
    return toId(e);
}
template <class T>
json value(const std::optional<T>& maybe)
{
    return maybe ? value(*maybe) : json(nullptr);
}

} // namespace

std::string toJson(const AnyRecord& record)
{
    json object;
    object["id"] = stampOf(record).id.text();
    std::visit(
        [&]<class Record>(const Record& r) {
            Record::fields(
                r, [&](const char* name, const auto& member) { object[name] = value(member); });
        },
        record);
    return object.dump();
}

} // namespace unclench
