// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle read back, and words that are ids.
#pragma once

#include "core/exchange/fhir.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unclench::tests {

using Json = nlohmann::json;

/// Says ids, so that a test of core needs no words.
class IdsAsWords : public FhirWords {
public:
    [[nodiscard]] std::string label(FhirLabel label) const override
    {
        return fmt::format("label {}", static_cast<int>(label));
    }
    [[nodiscard]] std::string term(Topic, const std::string& id) const override { return id; }
    [[nodiscard]] std::string place(const Place& place) const override { return toText(place); }
    [[nodiscard]] std::string detail(DetailField field) const override
    {
        return std::string{toId(field)};
    }
    [[nodiscard]] std::string limited(const std::string& function) const override
    {
        return "limits " + function;
    }
    [[nodiscard]] std::string limit(int level) const override { return std::to_string(level); }
    [[nodiscard]] std::string side(Side side) const override { return std::string{toId(side)}; }
    [[nodiscard]] std::string change(Change change) const override
    {
        return std::string{toId(change)};
    }
    [[nodiscard]] std::string effect(Effect effect) const override
    {
        return std::string{toId(effect)};
    }
    [[nodiscard]] std::string skin(Skin skin) const override { return std::string{toId(skin)}; }
    [[nodiscard]] std::string care(Modality modality, std::optional<CareKind> kind) const override
    {
        return fmt::format("{} {}", toId(modality), kind ? toId(*kind) : "alone");
    }
    [[nodiscard]] std::string patchSite(PatchSite site) const override
    {
        return std::string{toId(site)};
    }
    [[nodiscard]] std::string question(const std::string& rule) const override
    {
        return rule + "?";
    }
    [[nodiscard]] std::string flag(const std::string&, const std::string& flag) const override
    {
        return flag;
    }
    [[nodiscard]] std::string section(FhirSection section) const override
    {
        return fmt::format("section {}", static_cast<int>(section));
    }
    [[nodiscard]] std::string entries(std::size_t count) const override
    {
        return std::to_string(count);
    }
    [[nodiscard]] std::string background(BackgroundTopic topic) const override
    {
        return std::string{toId(topic)};
    }
    [[nodiscard]] std::string alert(const Alert& alert) const override
    {
        return fmt::format("{} {} {}", alert.rule, toId(alert.level), toId(alert.state));
    }
};

inline constexpr std::string_view kExportedAt = "2026-06-01T12:00:00+02:00";

struct FhirBundle {
    std::string bytes;
    Json document;
    FhirCounts counts;
    std::int64_t texts = 0;

    explicit FhirBundle(RowSource& rows, const FhirWishes& wishes = {})
    {
        const TempFolder temp;
        const FhirWritten written = exportFhir(rows, {"0123456789ab", at(kExportedAt)}, wishes,
                                               IdsAsWords{}, temp / "diary.json", {});
        counts = written.resources;
        texts = written.texts;
        bytes = bytesOf(temp / "diary.json");
        document = Json::parse(bytes);
    }

    [[nodiscard]] std::vector<Json> all(std::string_view type) const
    {
        std::vector<Json> found;
        for (const Json& entry : document["entry"]) {
            if (entry["resource"]["resourceType"] == type) {
                found.push_back(entry["resource"]);
            }
        }
        return found;
    }
    /// What stands first.
    [[nodiscard]] Json cover() const { return document["entry"][0]["resource"]; }
    /// Null: the document has no section with that title.
    [[nodiscard]] Json section(const std::string& title) const
    {
        for (const Json& section : cover().value("section", Json::array())) {
            if (section["title"] == title) {
                return section;
            }
        }
        return nullptr;
    }
    /// Null: it is not in there.
    [[nodiscard]] Json of(const Uuid& id) const
    {
        for (const Json& entry : document["entry"]) {
            if (entry["resource"]["id"] == id.text()) {
                return entry["resource"];
            }
        }
        return nullptr;
    }
};

/// Calls `visit(key, value)` for every value below `json`, whatever it lies in.
inline void eachValue(const Json& json,
                      const std::function<void(const std::string& key, const Json& value)>& visit)
{
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            visit(key, value);
            eachValue(value, visit);
        }
    } else if (json.is_array()) {
        for (const Json& value : json) {
            eachValue(value, visit);
        }
    }
}

} // namespace unclench::tests
