// SPDX-License-Identifier: GPL-3.0-or-later
// What columns mean: presets, mappings as JSON, words of others, files under a name.
#include "core/exchange/foreign_words.h"
#include "core/exchange/import_presets.h"
#include "core/exchange/mapping_files.h"
#include "core/time/zone.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

ColumnMapping fullMapping()
{
    ColumnMapping mapping;
    mapping.id = "mine";
    mapping.program = "My table";
    mapping.columns = {{"When", Meaning::Begin}, {"How \"bad\"", Meaning::Pain}};
    mapping.rules = {{"What", {"back", "=spine"}, RowKind::Spasm, {"exercise"}},
                     {"What", {"pill"}, RowKind::Medicine}};
    mapping.otherRows = RowKind::LeftOut;
    mapping.listSeparators = "/";
    mapping.painWords = {{"bad", 8}};
    mapping.painMost = 5;
    mapping.lengthUnit = LengthUnit::Hours;
    mapping.timesOfDay = {{"early", 6h + 30min}};
    mapping.emptyWords = {"n/a"};
    mapping.encoding = TextEncoding::Utf16Le;
    mapping.separator = '\t';
    mapping.dateOrder = DateOrder::MonthFirst;
    mapping.zone = "+02:00";
    return mapping;
}

TEST(ColumnMapping, ComesBackFromJsonAsItWas)
{
    for (const ColumnMapping& mapping : {fullMapping(), [] {
                                             ColumnMapping bare;
                                             bare.columns = {{"x", Meaning::Date}};
                                             return bare;
                                         }()}) {
        const auto read = parseMapping(toJson(mapping));

        ASSERT_TRUE(std::holds_alternative<ColumnMapping>(read));
        EXPECT_EQ(std::get<ColumnMapping>(read), mapping);
    }
}

TEST(ColumnMapping, SaysAtWhichKeyATextIsNone)
{
    const auto faultOf = [](std::string_view json) {
        const auto read = parseMapping(json);
        const auto* fault = std::get_if<MappingFault>(&read);
        return fault == nullptr ? std::string{"none"} : fault->key;
    };

    EXPECT_EQ(faultOf("no JSON"), "");
    EXPECT_EQ(faultOf("[]"), "");
    EXPECT_EQ(faultOf("{}"), "columns");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"begin"},"colour":"red"})"), "colour");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"agony"}})"), "a");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"begin"},"pain_words":{"bad":11}})"), "bad");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"begin"},"separator":"::"})"), "separator");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"begin"},"zone":"Middle/Earth"})"), "zone");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"begin"},"rows":[{"column":"b"}]})"), "rows");
    EXPECT_EQ(faultOf(R"({"columns":{"a":"begin"},"times_of_day":{"late":"25:00"}})"), "late");
}

TEST(ColumnMapping, KnowsZonesByNameAndByOffset)
{
    EXPECT_EQ(zoneNamed("+05:30")->offsetAt({}), 330min);
    EXPECT_EQ(zoneNamed("UTC")->offsetAt({}), 0min);
    EXPECT_EQ(zoneNamed("Europe/Berlin")->offsetAt({}), 60min);
    EXPECT_FALSE(zoneNamed("Europe/Atlantis"));
    EXPECT_FALSE(zoneNamed(""));
}

TEST(ImportPresets, AreReadAndHaveTheirOwnIds)
{
    const auto presets = importPresets();

    EXPECT_GE(presets.size(), 7U);
    for (const ImportPreset& preset : presets) {
        EXPECT_EQ(presetNamed(presets, preset.mapping.id), &preset);
        EXPECT_THAT(preset.known, testing::AnyOf("source", "documentation", "second_hand"));
        EXPECT_EQ(presetFor(presets, preset.header), &preset) << preset.mapping.id;
        EXPECT_THAT(missingIn({}, preset), testing::SizeIs(preset.header.size()));
    }
    EXPECT_EQ(presetNamed(presets, "nobody"), nullptr);
    EXPECT_EQ(presetFor(presets, {"a", "b"}), nullptr);
}

TEST(ImportPresets, ColumnsThatAreNotThereAreLeftAway)
{
    const auto presets = importPresets();
    const ForeignHeader old{"FeatureName", "Timestamp", "Value", "Note"};
    const ImportPreset* preset = presetFor(presets, old);

    ASSERT_NE(preset, nullptr);
    const ColumnMapping fitted = fittedTo(preset->mapping, old);
    EXPECT_TRUE(mappingProblems(fitted, old).empty());
    EXPECT_FALSE(mappingProblems(preset->mapping, old).empty());
}

TEST(GuessedMapping, GoesByTheNamesOfTheColumns)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ForeignWords words{vocabulary};

    const auto mapping =
        guessMapping({"Date", "Time", "Pain Level", "Location", "Weather", "Notes"}, words);

    ASSERT_TRUE(mapping);
    EXPECT_THAT(mapping->columns, ElementsAre(MappedColumn{"Date", Meaning::Date},
                                              MappedColumn{"Time", Meaning::Time},
                                              MappedColumn{"Pain Level", Meaning::Pain},
                                              MappedColumn{"Location", Meaning::Place},
                                              MappedColumn{"Weather", Meaning::Ignore},
                                              MappedColumn{"Notes", Meaning::Note}));
    EXPECT_FALSE(guessMapping({"Weather", "Pain Level"}, words));
    EXPECT_EQ(tableId({"a", "b"}), tableId({"A", " b "}));
    EXPECT_NE(tableId({"a", "b"}), tableId({"b", "a"}));
}

TEST(ForeignWords, FindsPlacesWithTheirSides)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ForeignWords words{vocabulary};

    EXPECT_EQ(words.place("Left lower back"), (Place{"lower_back", Side::Left}));
    EXPECT_EQ(words.place("Lower back (right)"), (Place{"lower_back", Side::Right}));
    EXPECT_EQ(words.place("lower_back:middle"), (Place{"lower_back", Side::Middle}));
    EXPECT_EQ(words.place("Lumbar"), (Place{"lower_back", std::nullopt}));
    EXPECT_EQ(words.place("Neck"), (Place{"neck", std::nullopt}));
    EXPECT_EQ(words.place("middle back"), (Place{"mid_back", std::nullopt}));
    EXPECT_EQ(words.place("elbow"), std::nullopt);
    EXPECT_EQ(words.place("left"), std::nullopt);
    EXPECT_EQ(words.place(""), std::nullopt);
}

TEST(ForeignWords, FindsTriggersAndRelief)
{
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ForeignWords words{vocabulary};

    EXPECT_EQ(words.id(Topic::Trigger, "Stress"), "stress_anxiety");
    EXPECT_EQ(words.id(Topic::Trigger, "HEAVY LIFTING"), "heavy_lifting");
    EXPECT_EQ(words.id(Topic::Trigger, "caffeine"), std::nullopt);
    EXPECT_EQ(words.id(Topic::Relief, "Rest/Sleep"), "rest");
    EXPECT_EQ(words.id(Topic::Relief, "Ice pack"), "cold_pack");
    EXPECT_EQ(words.id(Topic::Symptom, "fever"), "fever");
}

TEST(MappingFiles, AreKeptForThisUserAloneAndFoundAgain)
{
    const tests::TempFolder folder;
    const std::filesystem::path data = folder / "data";

    EXPECT_THAT(savedMappings(data), testing::IsEmpty());
    saveMapping(data, "My app", fullMapping());
    saveMapping(data, "another", fullMapping());

    EXPECT_THAT(savedMappings(data), ElementsAre("My app", "another"));
    const auto read = savedMapping(data, "My app");
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<ColumnMapping>(*read), fullMapping());
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(data / "mappings" / "My app.json").permissions(),
              perms::owner_read | perms::owner_write);
    EXPECT_EQ(std::filesystem::status(data / "mappings").permissions(), perms::owner_all);
    EXPECT_TRUE(forgetMapping(data, "My app"));
    EXPECT_FALSE(forgetMapping(data, "My app"));
    EXPECT_FALSE(savedMapping(data, "My app"));
}

TEST(MappingFiles, TakeNoNameThatLeadsElsewhere)
{
    for (const char* name : {"", ".", "..", "../x", "a/b", "a.json", " a", "a ", "-a", "a\nb"}) {
        EXPECT_FALSE(isMappingName(name)) << name;
    }
    EXPECT_FALSE(isMappingName(std::string(61, 'a')));
    EXPECT_TRUE(isMappingName("Bearable 2026_b"));
    const tests::TempFolder folder;
    EXPECT_FALSE(savedMapping(folder.path(), "../outside"));
}

} // namespace
} // namespace unclench
