// SPDX-License-Identifier: GPL-3.0-or-later
// docs/export.schema.json says of an export what it is.
#include "core/exchange/export_header.h"
#include "core/exchange/flat_row.h"
#include "core/store/schema.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace unclench {
namespace {

using nlohmann::json;

json typeOf(const char* name, bool isOptional)
{
    return isOptional ? json{{"type", {name, "null"}}} : json{{"type", name}};
}

json referenceTo(const char* name, bool isOptional)
{
    const json reference{{"$ref", std::string{"#/$defs/"} + name}};
    return isOptional ? json{{"anyOf", json::array({reference, json{{"type", "null"}}})}}
                      : reference;
}

json schemaOf(const Column& column)
{
    switch (column.type) {
    case ColumnType::Text: return typeOf("string", column.isOptional);
    case ColumnType::Id: return referenceTo("id", column.isOptional);
    case ColumnType::Time: return referenceTo("time", column.isOptional);
    case ColumnType::Moment: return referenceTo("moment", column.isOptional);
    case ColumnType::Flag: return typeOf("boolean", column.isOptional);
    case ColumnType::Whole: return typeOf("integer", column.isOptional);
    case ColumnType::Number: return typeOf("number", column.isOptional);
    case ColumnType::Word: {
        json words = json::array();
        for (const std::string_view word : column.words) {
            words.push_back(word);
        }
        if (column.isOptional) {
            words.push_back(nullptr);
        }
        return {{"enum", words}};
    }
    }
    return nullptr; // not reached
}

/// What the document must say of the rows of a sheet.
json schemaOf(std::span<const Column> columns)
{
    json properties = json::object();
    json required = json::array();
    for (const Column& column : columns) {
        properties[column.name] = schemaOf(column);
        required.push_back(column.name);
    }
    return {{"type", "array"},
            {"items",
             {{"type", "object"},
              {"properties", properties},
              {"required", required},
              {"additionalProperties", false}}}};
}

struct ExportSchema : testing::Test {
    json document = json::parse(tests::bytesOf(UNCLENCH_EXPORT_SCHEMA));
    json properties = document["properties"];
};

TEST_F(ExportSchema, HasEachArrayWithItsColumns)
{
    for (const Sheet& sheet : sheets()) {
        EXPECT_EQ(properties[std::string{sheet.name}], schemaOf(sheet.columns)) << sheet.name;
    }
    EXPECT_EQ(properties[std::string{kPictureSheet}], schemaOf(pictureColumns()));
}

TEST_F(ExportSchema, HasTheHeader)
{
    EXPECT_EQ(properties["format"], (json{{"const", kExportFormat}}));
    EXPECT_EQ(properties["version"], (json{{"const", kExportVersion}}));
    EXPECT_EQ(properties["schema"], (json{{"const", schemaVersion()}}));
    for (const Column& column : headerColumns()) {
        if (!properties[column.name].contains("const")) {
            EXPECT_EQ(properties[column.name], schemaOf(column)) << column.name;
        }
    }
}

TEST_F(ExportSchema, HasNothingElseAndAllOfItIsRequired)
{
    json keys = json::array();
    for (const Column& column : headerColumns()) {
        keys.push_back(column.name);
    }
    for (const Sheet& sheet : sheets()) {
        keys.push_back(sheet.name);
    }
    keys.push_back(kPictureSheet);

    EXPECT_EQ(document["required"], keys);
    EXPECT_EQ(properties.size(), keys.size());
    EXPECT_EQ(document["additionalProperties"], false);
}

} // namespace
} // namespace unclench
