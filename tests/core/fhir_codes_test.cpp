// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of other houses: as their releases have them, and none besides. What any diary makes.
#include "core/exchange/fhir_codes.h"
#include "core/exchange/marked_target.h"
#include "core/store/diary_rows.h"
#include "tests/support/any_history.h"
#include "tests/support/fhir_bundle.h"

#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <tuple>

namespace unclench {
namespace {

using testing::IsEmpty;
using testing::Not;
using tests::FhirBundle;
using tests::Json;

Json checkedInCodes()
{
    std::ifstream stream{UNCLENCH_FHIR_CODES};
    return Json::parse(stream);
}

using FhirCoded = std::tuple<std::string, std::string, std::string>;

FhirCoded fhirCodedOf(const FhirCoding& coding)
{
    return {std::string{coding.system}, std::string{coding.code}, std::string{coding.display}};
}

TEST(FhirCodes, AreThoseOfTheCheckedInList)
{
    std::set<FhirCoded> ours;
    for (const FhirCoding& coding : fhirCodings()) {
        ours.insert(fhirCodedOf(coding));
    }
    std::set<FhirCoded> listed;
    const Json checkedIn = checkedInCodes();
    for (const Json& row : checkedIn["codes"]) {
        listed.emplace(row["system"], row["code"], row["display"]);
        EXPECT_THAT(row["source"].get<std::string>(), Not(IsEmpty()));
    }

    EXPECT_EQ(ours, listed);
    EXPECT_EQ(ours.size(), fhirCodings().size()) << "a row stands there twice";
}

TEST(FhirUnits, AreThoseOfTheCheckedInList)
{
    std::set<std::string> ours;
    for (const FhirUnitText& unit : fhirUnits()) {
        ours.emplace(unit.code);
    }
    std::set<std::string> listed;
    const Json checkedIn = checkedInCodes();
    for (const Json& row : checkedIn["units"]) {
        listed.insert(row["code"]);
        EXPECT_THAT(row["source"].get<std::string>(), Not(IsEmpty()));
    }

    EXPECT_EQ(ours, listed);
}

/// The last digit of a LOINC code checks the others (mod 10).
TEST(FhirCodes, OfLoincHaveTheRightCheckDigit)
{
    int checked = 0;
    for (const FhirCoding& coding : fhirCodings()) {
        if (coding.system != "http://loinc.org") {
            continue;
        }
        const std::string digits{coding.code.substr(0, coding.code.find('-'))};
        int sum = 0;
        for (std::size_t i = 0; i < digits.size(); ++i) {
            const int digit = digits[digits.size() - 1 - i] - '0';
            const int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        EXPECT_EQ(std::to_string((10 - sum % 10) % 10), coding.code.substr(digits.size() + 1))
            << coding.code;
        ++checked;
    }
    EXPECT_GE(checked, 4);
}

/// Faults of a bundle that no definition of FHIR is needed to see.
class BundleCheck {
public:
    explicit BundleCheck(const FhirBundle& bundle) : m_document(bundle.document)
    {
        for (const FhirCoding& coding : fhirCodings()) {
            m_known.insert(fhirCodedOf(coding));
        }
    }

    void run()
    {
        std::set<std::string> urls;
        for (const Json& entry : m_document["entry"]) {
            const std::string id = entry["resource"]["id"];
            EXPECT_EQ(entry["fullUrl"], "urn:uuid:" + id);
            EXPECT_TRUE(urls.insert(entry["fullUrl"]).second) << id << " stands there twice";
            EXPECT_NE(entry["resource"]["resourceType"], "Condition");
            EXPECT_NE(entry["resource"]["resourceType"], "Flag");
        }
        tests::eachValue(m_document, [&](const std::string& key, const Json& value) {
            checkValue(key, value);
            if (key == "reference") {
                EXPECT_TRUE(urls.contains(value.get<std::string>())) << value << " is not there";
            }
        });
    }

private:
    void checkValue(const std::string& key, const Json& value)
    {
        EXPECT_FALSE(value.is_null()) << key;
        if (value.is_object() || value.is_array()) {
            EXPECT_FALSE(value.empty()) << key;
        }
        if (value.is_string()) {
            EXPECT_THAT(value.get<std::string>(), Not(IsEmpty())) << key;
        }
        if (key == "code" || key == "type" || key.ends_with("Concept") || key == "category") {
            for (const Json& one : value.is_array() ? value : Json::array({value})) {
                if (one.is_object()) {
                    EXPECT_TRUE(one.contains("text")) << key << ": " << one;
                }
            }
        }
        if (value.is_object() && value.contains("display") && value.contains("system")) {
            EXPECT_TRUE(
                m_known.contains(FhirCoded{value["system"], value["code"], value["display"]}))
                << value;
        }
        if (key == "coding" || key == "tag") {
            for (const Json& coding : value) {
                EXPECT_TRUE(m_known.contains(
                    FhirCoded{coding["system"], coding["code"], coding["display"]}))
                    << coding;
            }
        }
    }

    const Json& m_document;
    std::set<FhirCoded> m_known;
};

TEST(AnyFhirDiary, MakesABundleThatFitsTogether)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        const auto database = Database::inMemory();
        tests::writeRows(*database, tests::HistoryMaker{seed}.make(4));
        DiaryRows rows{*database};

        const FhirBundle bundle{rows, {.hasNotes = seed % 2 == 0, .hasName = seed % 3 == 0}};

        BundleCheck{bundle}.run();
        EXPECT_EQ(FhirBundle(rows, {.hasNotes = seed % 2 == 0, .hasName = seed % 3 == 0}).bytes,
                  bundle.bytes);
    }
}

TEST(MarkedTargets, AreReplacedOnlyWhereTheyAreOurs)
{
    const tests::TempFolder temp;
    tests::writeBytes(temp / "ours", "{\"meta\":{\"source\":\"urn:x-unclench:diary\"}}");
    tests::writeBytes(temp / "other", "{\"resourceType\":\"Bundle\"}");
    tests::writeBytes(temp / "empty", "");

    EXPECT_EQ(lookAtMarkedTarget(temp / "new", kFhirMark), ExportTarget::Free);
    EXPECT_EQ(lookAtMarkedTarget(temp / "ours", kFhirMark), ExportTarget::OwnExport);
    EXPECT_EQ(lookAtMarkedTarget(temp / "empty", kFhirMark), ExportTarget::OwnExport);
    EXPECT_EQ(lookAtMarkedTarget(temp / "other", kFhirMark), ExportTarget::OtherFile);
    EXPECT_EQ(lookAtMarkedTarget(temp.path(), kFhirMark), ExportTarget::OtherFolder);
    EXPECT_EQ(lookAtMarkedTarget(temp / "no/new", kFhirMark), ExportTarget::NoFolder);
    EXPECT_EQ(lookAtMarkedTarget("/dev/null", kFhirMark), ExportTarget::OtherFile);
}

} // namespace
} // namespace unclench
