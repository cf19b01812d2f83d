// SPDX-License-Identifier: GPL-3.0-or-later
// The cover of a FHIR document: its sections, what they name, and what they say.
#include "tests/support/fhir_bundle.h"
#include "tests/support/told_diary.h"

#include <gmock/gmock.h>

#include <set>

namespace unclench {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using tests::at;
using tests::FhirBundle;
using tests::Json;
using tests::ToldDiary;

Alert fhirAlert(std::string rule, Level level, std::string_view when)
{
    Alert alert;
    alert.rule = std::move(rule);
    alert.level = level;
    alert.at = alert.since = at(when);
    alert.because = alert.rule;
    return alert;
}

BackgroundEntry fhirBackground(BackgroundTopic topic, std::string text, std::string_view when)
{
    BackgroundEntry entry;
    entry.topic = topic;
    entry.text = std::move(text);
    entry.at = at(when);
    return entry;
}

std::string fhirDivOf(const Json& section)
{
    return section["text"]["div"].get<std::string>();
}

TEST(FhirCovers, SayWhoseDiaryItIsWhatItIsAndWhatItIsNot)
{
    ToldDiary diary;
    diary.episode("2026-03-01T20:00:00+01:00");

    const FhirBundle bundle{diary.rows};

    const Json cover = bundle.cover();
    const Json patient = bundle.all("Patient").front();
    const std::string whose = "urn:uuid:" + patient["id"].get<std::string>();
    EXPECT_EQ(cover["resourceType"], "Composition");
    EXPECT_EQ(cover["status"], "final");
    EXPECT_EQ(cover["type"]["coding"][0]["code"], "51855-5");
    EXPECT_EQ(cover["date"], tests::kExportedAt);
    EXPECT_EQ(cover["subject"]["reference"], whose);
    EXPECT_EQ(cover["author"][0]["reference"], whose);
    EXPECT_EQ(cover["title"], tests::IdsAsWords{}.label(FhirLabel::Document));
    EXPECT_THAT(fhirDivOf(cover), HasSubstr(tests::IdsAsWords{}.label(FhirLabel::Notice)));
}

TEST(FhirCovers, NameEachRecordOfTheDiaryOnce)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    diary.reading(episode, "2026-03-01T20:00:00+01:00", 6);
    Medicine medicine;
    medicine.name = "Ibuprofen";
    diary.put(medicine);
    Visit visit;
    visit.at = at("2026-05-01T09:00:00+02:00");
    diary.put(visit);

    const FhirBundle bundle{diary.rows};

    const Json cover = bundle.cover();
    std::multiset<std::string> named;
    for (const Json& section : cover["section"]) {
        for (const Json& entry : section["entry"]) {
            named.insert(entry["reference"].get<std::string>());
        }
    }
    std::multiset<std::string> there;
    for (const Json& entry : bundle.document["entry"]) {
        const Json type = entry["resource"]["resourceType"];
        if (type != "Composition" && type != "Patient" && type != "Provenance") {
            there.insert(entry["fullUrl"].get<std::string>());
        }
    }
    EXPECT_EQ(named, there);
    EXPECT_THAT(named, SizeIs(4));
    const tests::IdsAsWords words;
    EXPECT_EQ(bundle.section(words.section(FhirSection::Course))["code"]["coding"][0]["code"],
              "10164-2");
    EXPECT_EQ(bundle.section(words.section(FhirSection::Medicines))["code"]["coding"][0]["code"],
              "10160-0");
    EXPECT_FALSE(bundle.section(words.section(FhirSection::Visits)).contains("code"));
    EXPECT_TRUE(bundle.section(words.section(FhirSection::Tried)).is_null());
}

TEST(FhirCovers, TellOfTheAlertsAsTextThatTheProgramWrote)
{
    ToldDiary diary;
    Alert later = fhirAlert("rf_fever", Level::Urgent, "2026-03-02T08:00:00+01:00");
    later.state = AlertState::Closed;
    later.closing = Closing::Seen;
    diary.put(later);
    diary.put(fhirAlert("rf_saddle_numbness", Level::Emergency, "2026-03-01T08:00:00+01:00"));

    const FhirBundle bundle{diary.rows};

    const Json section = bundle.section(tests::IdsAsWords{}.label(FhirLabel::Warnings));
    EXPECT_THAT(fhirDivOf(section), HasSubstr("<li>rf_saddle_numbness emergency open</li>"
                                              "<li>rf_fever urgent closed</li>"));
    EXPECT_EQ(section["author"][0]["display"], "Unclench");
    EXPECT_FALSE(section.contains("entry"));
    EXPECT_EQ(bundle.texts, 1);
    EXPECT_THAT(bundle.all("Condition"), IsEmpty());
}

TEST(FhirCovers, TellWhatADoctorSaidAsItWasToldLast)
{
    ToldDiary diary;
    diary.put(fhirBackground(BackgroundTopic::Diagnoses, "Lumbago", "2026-03-01T20:00:00Z"));
    diary.put(fhirBackground(BackgroundTopic::Diagnoses, "Disc <L5> & \"S1\"\n\nsince 2019",
                             "2026-03-02T20:00:00Z"));
    diary.put(fhirBackground(BackgroundTopic::Allergies, "Latex", "2026-03-01T20:00:00Z"));
    diary.put(fhirBackground(BackgroundTopic::Allergies, "", "2026-03-02T20:00:00Z"));
    diary.put(fhirBackground(BackgroundTopic::TestsDone, "MRI 2024", "2020-03-01T20:00:00Z"));

    // The period plays no part: what was told last holds.
    const FhirBundle bundle{diary.rows, {.period = {at("2026-06-01T00:00:00Z").utc, {}}}};

    EXPECT_EQ(fhirDivOf(bundle.section("diagnoses")),
              "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Disc &lt;L5&gt; &amp; \"S1\"</p>"
              "<p>since 2019</p></div>");
    EXPECT_THAT(fhirDivOf(bundle.section("tests_done")), HasSubstr("MRI 2024"));
    EXPECT_TRUE(bundle.section("allergies").is_null());
    EXPECT_EQ(bundle.texts, 2);
    EXPECT_THAT(bundle.bytes, Not(HasSubstr("Lumbago")));
    EXPECT_THAT(bundle.all("Condition"), IsEmpty());
}

TEST(FhirDocuments, HaveANumberOfTheirOwnEach)
{
    ToldDiary diary;
    const auto numberAt = [&](std::string_view when) {
        const tests::TempFolder temp;
        static_cast<void>(exportFhir(diary.rows, {"0123456789ab", at(when)}, {},
                                     tests::IdsAsWords{}, temp / "diary.json", {}));
        const Json document = Json::parse(tests::bytesOf(temp / "diary.json"));
        return document["identifier"]["value"].get<std::string>();
    };

    EXPECT_NE(numberAt("2026-06-01T12:00:00+02:00"), numberAt("2026-06-01T12:00:01+02:00"));
    EXPECT_EQ(numberAt("2026-06-01T12:00:00+02:00"), numberAt("2026-06-01T12:00:00+02:00"));
}

} // namespace
} // namespace unclench
