// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/care.h"

#include "core/knowledge/json_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kCare;
} // namespace embedded

namespace {

using nlohmann::json;

constexpr std::string_view kCareFile = "care.json";
constexpr std::array kDemanded = std::to_array<std::string_view>(
    {"cold_day1", "cold_days2", "cold_only", "heat_recurrent", "heat_after_cold"});

int whole(const Row& row, const char* key)
{
    const auto number = row.wholeIfThere(key);
    if (!number) {
        row.fail(fmt::format("{} is missing", key));
    }
    return *number;
}

Protocol readProtocol(const Row& row, const Vocabulary& vocabulary, std::set<std::string>& seen)
{
    row.allowOnly({"id", "modality", "pace", "least", "usual", "most", "interval", "sources"});
    Protocol protocol;
    protocol.id = readId(row, seen);
    if (row.textIfThere("modality")) {
        protocol.modality = readName<Modality>(row, "modality");
    }
    protocol.pace = row.textIfThere("pace");
    if (protocol.modality.has_value() == protocol.pace.has_value()) {
        row.fail("one of modality and pace must stand here");
    }
    protocol.least = std::chrono::minutes{whole(row, "least")};
    protocol.usual = std::chrono::minutes{whole(row, "usual")};
    protocol.most = std::chrono::minutes{whole(row, "most")};
    protocol.interval = std::chrono::minutes{whole(row, "interval")};
    if (protocol.least.count() < 1 || protocol.usual < protocol.least ||
        protocol.most < protocol.usual) {
        row.fail("least, usual and most do not rise");
    }
    protocol.sources = readSources(row, vocabulary);
    return protocol;
}

Limit readLimit(const Row& row, const Vocabulary& vocabulary, std::set<std::string>& seen)
{
    row.allowOnly({"id", "when", "worked_out", "counts_as", "with_injury", "heat", "cold", "kinds",
                   "asked", "sources"});
    Limit limit;
    limit.id = readId(row, seen);
    limit.conditions = row.texts("when");
    for (const std::string& condition : limit.conditions) {
        if (!vocabulary.knows(Topic::Condition, condition)) {
            row.fail(fmt::format("when names {}, which is no condition", condition));
        }
    }
    if (row.textIfThere("worked_out")) {
        limit.fact = readName<CareFact>(row, "worked_out");
    }
    if (limit.conditions.empty() && !limit.fact) {
        row.fail("when or worked_out is missing");
    }
    limit.countsAs = row.textIfThere("counts_as").value_or(limit.id);
    limit.needsInjury = row.flag("with_injury");
    limit.heat = readName<LimitLevel>(row, "heat");
    limit.cold = readName<LimitLevel>(row, "cold");
    if (limit.heat == LimitLevel::Free && limit.cold == LimitLevel::Free) {
        row.fail("heat and cold are both free");
    }
    if (row.has("kinds")) {
        const json& kinds = row.value("kinds");
        if (!kinds.is_object()) {
            row.fail("kinds is not an object");
        }
        const Row levels{row, "kinds", kinds};
        for (const auto& [name, level] : kinds.items()) {
            const auto kind = fromId<CareKind>(name);
            if (!kind) {
                row.fail(fmt::format("kinds names {}, which is none", name));
            }
            limit.kinds[*kind] = readName<LimitLevel>(levels, name.c_str());
        }
    }
    limit.isAsked = row.flag("asked");
    if (limit.isAsked && limit.conditions.empty()) {
        row.fail("asked, but when names nothing to ask about");
    }
    limit.sources = readSources(row, vocabulary);
    return limit;
}

} // namespace

LimitLevel Limit::level(Modality modality, std::optional<CareKind> kind) const
{
    if (modality == Modality::Cold) {
        return cold;
    }
    const auto special = kind ? kinds.find(*kind) : kinds.end();
    return special == kinds.end() ? heat : std::max(heat, special->second);
}

const CareRules& CareRules::builtIn()
{
    static const CareRules kBuiltIn = parse(embedded::kCare, Vocabulary::builtIn());
    return kBuiltIn;
}

CareRules CareRules::parse(std::string_view bytes, const Vocabulary& vocabulary)
{
    const json document = parseObject(kCareFile, bytes);
    CareRules rules;
    const auto each = [&](const char* list, auto&& read) {
        std::size_t index = 0;
        for (const json& entry : listOf(kCareFile, document, list)) {
            read(Row{kCareFile, list, index++, entry});
        }
    };
    std::set<std::string> seen;
    each("thresholds", [&](const Row& row) {
        row.allowOnly({"id", "value", "unit", "sources", "sign_off"});
        static_cast<void>(readId(row, seen));
        const auto threshold = readName<CareThreshold>(row, "id");
        static_cast<void>(row.text("unit"));
        static_cast<void>(readSources(row, vocabulary));
        rules.m_numbers[threshold] = whole(row, "value");
        if (rules.m_numbers[threshold] < 1) {
            row.fail("value is not above 0");
        }
    });
    if (rules.m_numbers.size() != kNames<CareThreshold>.size()) {
        throw KnowledgeError{fmt::format("{}: a threshold is missing", kCareFile)};
    }
    seen.clear();
    each("protocols", [&](const Row& row) {
        rules.m_protocols.push_back(readProtocol(row, vocabulary, seen));
        if (rules.m_protocols.back().most > rules.minutes(CareThreshold::LongestMinutes)) {
            row.fail("most is longer than longest_minutes");
        }
    });
    for (const std::string_view id : kDemanded) {
        if (!seen.contains(std::string{id})) {
            throw KnowledgeError{fmt::format("{}: the protocol {} is missing", kCareFile, id)};
        }
    }
    seen.clear();
    std::set<CareFact> facts;
    each("limits", [&](const Row& row) {
        rules.m_limits.push_back(readLimit(row, vocabulary, seen));
        if (const auto fact = rules.m_limits.back().fact; fact && !facts.insert(*fact).second) {
            row.fail("worked_out stands here twice");
        }
    });
    if (facts.size() != kNames<CareFact>.size()) {
        throw KnowledgeError{
            fmt::format("{}: something that is worked out limits nothing", kCareFile)};
    }
    return rules;
}

const Protocol& CareRules::protocol(std::string_view id) const
{
    return *std::find_if(m_protocols.begin(), m_protocols.end(),
                         [&](const Protocol& protocol) { return protocol.id == id; });
}

const Protocol* CareRules::protocolOf(std::string_view pace) const
{
    const auto found =
        std::find_if(m_protocols.begin(), m_protocols.end(),
                     [&](const Protocol& protocol) { return protocol.pace == pace; });
    return found == m_protocols.end() ? nullptr : &*found;
}

} // namespace unclench
