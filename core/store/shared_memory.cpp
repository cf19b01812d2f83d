// SPDX-License-Identifier: GPL-3.0-or-later
// What the last looks into the shared folder found, as one row of `meta`.
#include "core/store/database.h"
#include "core/store/machine_settings.h"
#include "core/store/shared_folder.h"

#include <nlohmann/json.hpp>

namespace unclench {

namespace {

using Json = nlohmann::ordered_json;

Json timeJson(const std::optional<UtcTime>& time)
{
    return time ? Json(time->time_since_epoch().count()) : Json(nullptr);
}

std::optional<UtcTime> sharedTimeIn(const Json& json)
{
    return json.is_null()
               ? std::nullopt
               : std::optional{UtcTime{std::chrono::milliseconds{json.get<std::int64_t>()}}};
}

Json traceJson(const std::optional<FileTrace>& trace)
{
    return trace ? Json::array({trace->bytes, trace->written, trace->inode}) : Json(nullptr);
}

std::optional<FileTrace> traceIn(const Json& json)
{
    return json.is_null() ? std::nullopt
                          : std::optional{FileTrace{json.at(0).get<std::uint64_t>(),
                                                    json.at(1).get<std::int64_t>(),
                                                    json.at(2).get<std::uint64_t>()}};
}

template <class Fault>
Json faultJson(const std::optional<Fault>& fault)
{
    return fault ? Json(toId(*fault)) : Json(nullptr);
}

template <class Fault>
std::optional<Fault> sharedFaultIn(const Json& json)
{
    return json.is_null() ? std::nullopt : fromId<Fault>(json.get<std::string>());
}

Json seenJson(const SharedMemory::Seen& seen)
{
    const Snapshot& snapshot = seen.snapshot;
    return {{"file", snapshot.file.string()},    {"machine", snapshot.machine},
            {"conflict", snapshot.isConflict},   {"fault", faultJson(snapshot.fault)},
            {"taken", timeJson(snapshot.taken)}, {"latest", timeJson(snapshot.latest)},
            {"read", traceJson(seen.read)}};
}

SharedMemory::Seen seenIn(const Json& json)
{
    SharedMemory::Seen seen;
    seen.snapshot.file = json.at("file").get<std::string>();
    seen.snapshot.machine = json.at("machine").get<std::string>();
    seen.snapshot.isConflict = json.at("conflict").get<bool>();
    seen.snapshot.fault = sharedFaultIn<SnapshotFault>(json.at("fault"));
    seen.snapshot.taken = sharedTimeIn(json.at("taken"));
    seen.snapshot.latest = sharedTimeIn(json.at("latest"));
    seen.read = traceIn(json.at("read"));
    return seen;
}

std::string memoryText(const SharedMemory& memory)
{
    Json json{
        {"last", timeJson(memory.last)},
        {"fault", faultJson(memory.fault)},
        {"twin", memory.hasTwin},
        {"digest", Json::array({memory.sentDigest.told, memory.sentDigest.all})},
        {"echoes", Json::array({memory.echoes, memory.echoesSince.time_since_epoch().count()})},
        {"sent", traceJson(memory.sent)},
        {"seen", Json::array()},
        {"others", Json::array()}};
    for (const SharedMemory::Seen& seen : memory.seen) {
        json["seen"].push_back(seenJson(seen));
    }
    for (const std::filesystem::path& other : memory.others) {
        json["others"].push_back(other.string());
    }
    // The name of a file may be no text at all.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

SharedMemory sharedMemory(Database& database)
{
    const auto text = machineSetting(database, MachineSetting::SharedState);
    if (!text) {
        return {};
    }
    try {
        const Json json = Json::parse(*text);
        SharedMemory memory;
        memory.last = sharedTimeIn(json.at("last"));
        memory.fault = sharedFaultIn<TargetFault>(json.at("fault"));
        memory.hasTwin = json.at("twin").get<bool>();
        memory.sentDigest = {json.at("digest").at(0).get<std::string>(),
                             json.at("digest").at(1).get<std::string>()};
        memory.echoes = json.at("echoes").at(0).get<int>();
        memory.echoesSince =
            UtcTime{std::chrono::milliseconds{json.at("echoes").at(1).get<std::int64_t>()}};
        memory.sent = traceIn(json.at("sent"));
        for (const Json& seen : json.at("seen")) {
            memory.seen.push_back(seenIn(seen));
        }
        for (const Json& other : json.at("others")) {
            memory.others.emplace_back(other.get<std::string>());
        }
        return memory;
    } catch (const Json::exception&) {
        return {}; // then everything is read once more
    }
}

void rememberShared(Database& database,
                    const std::filesystem::path& folder,
                    const SharedMemory& memory)
{
    const std::string text = memoryText(memory);
    if (machineSetting(database, MachineSetting::SharedState) == text) {
        return;
    }
    Transaction transaction{database};
    if (sharedFolderOf(database) == folder) {
        setMachineSetting(database, MachineSetting::SharedState, text);
    }
    transaction.commit();
}

} // namespace unclench
