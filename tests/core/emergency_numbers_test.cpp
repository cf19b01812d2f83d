// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in emergency numbers, and a broken file refused by row and field.
#include "core/knowledge/emergency_numbers.h"
#include "tests/support/case_name.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <ostream>

namespace unclench {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(EmergencyNumbers, AreThoseOfTheCountry)
{
    const EmergencyNumbers numbers = EmergencyNumbers::builtIn();

    EXPECT_EQ(numbers.find("DE")->number, "112");
    EXPECT_EQ(numbers.find("GB")->number, "999");
    EXPECT_EQ(numbers.find("GB")->advice, "111");
    EXPECT_EQ(numbers.find("US")->number, "911");
    EXPECT_EQ(numbers.find("AU")->number, "000");
    EXPECT_EQ(numbers.find("US")->advice, std::nullopt);
}

TEST(EmergencyNumbers, AreNotGuessedForAnUnknownCountry)
{
    const EmergencyNumbers numbers = EmergencyNumbers::builtIn();

    for (const char* country : {"", "ZZ", "de", "DEU", "A"}) {
        EXPECT_EQ(numbers.find(country), nullptr) << country;
    }
}

TEST(EmergencyNumbers, SayForEachCountryWhereTheyComeFrom)
{
    const EmergencyNumbers numbers = EmergencyNumbers::builtIn();

    EXPECT_GE(numbers.all().size(), 27U);
    for (const EmergencyNumber& each : numbers.all()) {
        EXPECT_THAT(each.sources, Not(IsEmpty())) << each.country;
    }
}

json wholeFile()
{
    return {{"sources", json::array({{{"id", "book"}, {"title", "A book"}},
                                     {{"id", "leaflet"}, {"title", "A leaflet"}}})},
            {"countries", json::array({{{"country", "XA"},
                                        {"number", "12 34"},
                                        {"advice", "56"},
                                        {"source", "book"},
                                        {"advice_source", "leaflet"}}})}};
}

TEST(EmergencyNumbers, AreReadWithTheTitlesOfTheirSources)
{
    const EmergencyNumbers numbers = EmergencyNumbers::parse(wholeFile().dump());

    ASSERT_NE(numbers.find("XA"), nullptr);
    EXPECT_EQ(numbers.find("XA")->number, "12 34");
    EXPECT_THAT(numbers.find("XA")->sources, ElementsAre("A book", "A leaflet"));
}

struct BrokenCase {
    const char* name;
    void (*damage)(json& file);
    const char* place;

    friend void PrintTo(const BrokenCase& c, std::ostream* out) { *out << c.name; }
};

class BrokenNumbers : public testing::TestWithParam<BrokenCase> {};

TEST_P(BrokenNumbers, AreRefusedByRowAndField)
{
    json file = wholeFile();
    GetParam().damage(file);

    try {
        static_cast<void>(EmergencyNumbers::parse(file.dump()));
        FAIL() << "was accepted";
    } catch (const KnowledgeError& error) {
        EXPECT_THAT(error.what(),
                    AllOf(HasSubstr("emergency_numbers.json"), HasSubstr(GetParam().place)));
    }
}

json& row(json& file)
{
    return file["countries"][0];
}

const BrokenCase kBroken[] = {
    {"a list instead of an object", [](json& f) { f = json::array(); }, "not an object"},
    {"no countries", [](json& f) { f["countries"] = json::array(); }, "countries"},
    {"no sources", [](json& f) { f.erase("sources"); }, "sources"},
    {"something else beside them", [](json& f) { f["notes"] = 1; }, "notes"},
    {"a row that is a text", [](json& f) { row(f) = "112"; }, "countries[0]"},
    {"a country in small letters", [](json& f) { row(f)["country"] = "xa"; }, "country"},
    {"a country of three letters", [](json& f) { row(f)["country"] = "XAA"; }, "country"},
    {"a country twice", [](json& f) { f["countries"].push_back(row(f)); }, "countries[1]"},
    {"no number", [](json& f) { row(f).erase("number"); }, "number"},
    {"a number in words", [](json& f) { row(f)["number"] = "call"; }, "number"},
    {"a number that ends in a space", [](json& f) { row(f)["number"] = "112 "; }, "number"},
    {"a number that is no text", [](json& f) { row(f)["number"] = 112; }, "number"},
    {"an advice line in words", [](json& f) { row(f)["advice"] = "ask"; }, "advice"},
    {"no source", [](json& f) { row(f).erase("source"); }, "source"},
    {"a source that is none", [](json& f) { row(f)["source"] = "rumour"; }, "rumour"},
    {"a source for advice without advice", [](json& f) { row(f).erase("advice"); },
     "advice_source"},
    {"an unknown field", [](json& f) { row(f)["police"] = "110"; }, "police"},
    {"a source twice", [](json& f) { f["sources"].push_back(f["sources"][0]); }, "sources[2]"},
};
INSTANTIATE_TEST_SUITE_P(All,
                         BrokenNumbers,
                         testing::ValuesIn(kBroken),
                         tests::caseName<BrokenCase>);

} // namespace
} // namespace unclench
