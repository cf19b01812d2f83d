// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_presets.h"

#include "core/exchange/content_id.h"
#include "core/exchange/foreign_text.h"
#include "core/knowledge/json_row.h"
#include "core/knowledge/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kImportPresets;
}

namespace {

using nlohmann::json;

constexpr std::string_view kPresetsFile = "import/presets.json";

} // namespace

std::vector<ImportPreset> importPresets()
{
    std::vector<ImportPreset> presets;
    const json document = parseObject(kPresetsFile, embedded::kImportPresets);
    for (const json& entry : listOf(kPresetsFile, document, "presets")) {
        const Row row{kPresetsFile, "presets", presets.size(), entry};
        row.allowOnly({"mapping", "header", "exact", "known"});
        const auto mapping = parseMapping(row.value("mapping").dump());
        if (const auto* fault = std::get_if<MappingFault>(&mapping)) {
            row.fail("mapping is none, at " + fault->key);
        }
        presets.push_back({std::get<ColumnMapping>(mapping), row.texts("header"), row.flag("exact"),
                           row.text("known")});
    }
    return presets;
}

const ImportPreset* presetNamed(const std::vector<ImportPreset>& presets, std::string_view id)
{
    const auto found =
        std::find_if(presets.begin(), presets.end(),
                     [&](const ImportPreset& preset) { return preset.mapping.id == id; });
    return found == presets.end() ? nullptr : &*found;
}

const ImportPreset* presetFor(const std::vector<ImportPreset>& presets, const ForeignHeader& header)
{
    const ImportPreset* best = nullptr;
    for (const ImportPreset& preset : presets) {
        const bool fits = missingIn(header, preset).empty() &&
                          (!preset.isExact || header.size() == preset.header.size());
        if (fits && (best == nullptr || preset.header.size() > best->header.size())) {
            best = &preset;
        }
    }
    return best;
}

std::vector<std::string> missingIn(const ForeignHeader& header, const ImportPreset& preset)
{
    std::vector<std::string> missing = preset.header;
    std::erase_if(missing, [&](const std::string& column) {
        return columnNamed(header, column).has_value();
    });
    return missing;
}

ColumnMapping fittedTo(ColumnMapping mapping, const ForeignHeader& header)
{
    std::erase_if(mapping.columns,
                  [&](const MappedColumn& mapped) { return !columnNamed(header, mapped.column); });
    return mapping;
}

std::string tableId(const ForeignHeader& header)
{
    std::string all;
    for (const std::string& column : header) {
        all += wordKey(column) + ",";
    }
    return "table " + contentId("table", contentKey({all}), 0).text().substr(0, 8);
}

std::optional<ColumnMapping> guessMapping(const ForeignHeader& header, const ForeignWords& words)
{
    ColumnMapping mapping;
    mapping.id = tableId(header);
    std::set<Meaning> taken;
    for (const std::string& column : header) {
        auto meaning = words.meaningOf(column).value_or(Meaning::Ignore);
        const bool mayRepeat = meaning == Meaning::Note || meaning == Meaning::Place ||
                               meaning == Meaning::Triggers || meaning == Meaning::Medicines;
        if (meaning != Meaning::Ignore && !taken.insert(meaning).second && !mayRepeat) {
            meaning = Meaning::Ignore;
        }
        mapping.columns.push_back({column, meaning});
    }
    for (const auto& [word, pain] :
         {std::pair{"none", 0}, {"no pain", 0}, {"mild", 2}, {"moderate", 5}, {"severe", 8}}) {
        mapping.painWords.emplace(word, pain);
    }
    return taken.contains(Meaning::Begin) || taken.contains(Meaning::Date)
               ? std::optional{std::move(mapping)}
               : std::nullopt;
}

} // namespace unclench
