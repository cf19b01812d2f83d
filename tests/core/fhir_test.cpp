// SPDX-License-Identifier: GPL-3.0-or-later
// What a FHIR bundle says of each kind of record.
#include "tests/support/fhir_bundle.h"
#include "tests/support/told_diary.h"

#include <gmock/gmock.h>

#include <tuple>

namespace unclench {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using tests::at;
using tests::FhirBundle;
using tests::Json;
using tests::ToldDiary;

std::string fhirUrlOf(const Uuid& id)
{
    return "urn:uuid:" + id.text();
}

Json fhirReferenceTo(const Uuid& id)
{
    return Json::object({{"reference", fhirUrlOf(id)}});
}

/// The values of the components that are called `code`.
std::vector<Json>
fhirComponentsOf(const Json& observation, const std::string& code, const char* value)
{
    std::vector<Json> found;
    for (const Json& component : observation.value("component", Json::array())) {
        if (component["code"]["text"] == code) {
            found.push_back(component.at(value));
        }
    }
    return found;
}

TEST(FhirBundles, OfAnEmptyDiarySayWhoseItIsAndNoMore)
{
    ToldDiary diary;

    const FhirBundle bundle{diary.rows};

    EXPECT_EQ(bundle.document["resourceType"], "Bundle");
    EXPECT_EQ(bundle.document["type"], "document");
    EXPECT_EQ(bundle.document["identifier"]["system"], "urn:ietf:rfc:3986");
    EXPECT_EQ(bundle.document["timestamp"], tests::kExportedAt);
    EXPECT_EQ(bundle.counts, (FhirCounts{{"Composition", 1}, {"Patient", 1}, {"Provenance", 1}}));
    EXPECT_EQ(bundle.texts, 0);
    const Json cover = bundle.cover();
    EXPECT_EQ(cover["resourceType"], "Composition");
    EXPECT_FALSE(cover.contains("section"));
    const Json patient = bundle.all("Patient").front();
    EXPECT_FALSE(patient.contains("name"));
    EXPECT_FALSE(patient.contains("birthDate"));
    const Json provenance = bundle.all("Provenance").front();
    EXPECT_EQ(provenance["target"][0]["reference"], "urn:uuid:" + cover["id"].get<std::string>());
}

TEST(FhirBundles, ComeOutTheSameWhenTheDiaryIsTheSame)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    diary.reading(episode, "2026-03-01T20:00:00+01:00", 6);

    EXPECT_EQ(FhirBundle{diary.rows}.bytes, FhirBundle{diary.rows}.bytes);
}

TEST(FhirReadings, ArePainScoresThatThePersonReported)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    Reading reading;
    reading.episode = episode;
    reading.at = at("2026-03-01T20:05:00+01:00");
    reading.pain = 0;
    reading.atRest = false;
    reading = diary.put(reading);

    const Json observation = FhirBundle{diary.rows}.of(reading.stamp.id);

    EXPECT_EQ(observation["status"], "final");
    EXPECT_EQ(observation["code"]["coding"][0]["code"], "72514-3");
    EXPECT_EQ(observation["effectiveDateTime"], "2026-03-01T20:05:00+01:00");
    EXPECT_EQ(observation["valueQuantity"]["value"], 0);
    EXPECT_EQ(observation["valueQuantity"]["code"], "{score}");
    EXPECT_EQ(observation["performer"][0], observation["subject"]);
    EXPECT_EQ(observation["meta"]["tag"][0]["code"], "PATAST");
    EXPECT_FALSE(observation["component"][0]["valueBoolean"].get<bool>());
}

TEST(FhirEpisodes, HoldWhatWasToldLastOfEachField)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00", "2026-03-02T09:00:00+01:00");
    const Reading reading = diary.reading(episode, "2026-03-01T20:00:00+01:00", 7);
    // The later time stands, also where it was written down first.
    diary.report(episode, "2026-03-01T23:00:00+01:00", DetailField::Regions,
                 R"(["lower_back:left"])");
    diary.report(episode, "2026-03-01T20:00:00+01:00", DetailField::Regions, R"(["neck"])");
    diary.report(episode, "2026-03-01T20:00:00+01:00", DetailField::Triggers,
                 R"(["twisting","bending"])");
    diary.report(episode, "2026-03-01T20:00:00+01:00", DetailField::Sudden, "false");
    diary.report(episode, "2026-03-01T20:00:00+01:00", DetailField::SpasmSeconds, "90");
    diary.report(episode, "2026-03-01T20:00:00+01:00", DetailField::InjuryAt,
                 R"("2026-03-01T19:00:00+01:00")");

    const Json observation = FhirBundle{diary.rows}.of(episode);

    EXPECT_EQ(observation["status"], "final");
    EXPECT_EQ(observation["code"]["coding"][0]["code"], "97339-6");
    EXPECT_EQ(observation["effectivePeriod"]["start"], "2026-03-01T20:00:00+01:00");
    EXPECT_EQ(observation["effectivePeriod"]["end"], "2026-03-02T09:00:00+01:00");
    EXPECT_EQ(observation["bodySite"]["text"], "lower_back:left");
    EXPECT_EQ(observation["hasMember"], Json::array({fhirReferenceTo(reading.stamp.id)}));
    EXPECT_THAT(fhirComponentsOf(observation, "regions", "valueCodeableConcept"),
                ElementsAre(Json::object({{"text", "lower_back:left"}})));
    EXPECT_THAT(
        fhirComponentsOf(observation, "triggers", "valueCodeableConcept"),
        ElementsAre(Json::object({{"text", "twisting"}}), Json::object({{"text", "bending"}})));
    EXPECT_THAT(fhirComponentsOf(observation, "sudden", "valueBoolean"), ElementsAre(Json(false)));
    EXPECT_EQ(fhirComponentsOf(observation, "spasm_seconds", "valueQuantity").at(0)["value"], 90);
    EXPECT_THAT(fhirComponentsOf(observation, "injury_at", "valueDateTime"),
                ElementsAre(Json("2026-03-01T19:00:00+01:00")));
}

TEST(FhirEpisodes, ThatGoOnArePreliminaryAndHaveNoEnd)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00", "2026-03-02T09:00:00+01:00");
    Bout again;
    again.episode = episode;
    again.begin = at("2026-03-02T20:00:00+01:00");
    diary.put(again);

    const Json observation = FhirBundle{diary.rows}.of(episode);

    EXPECT_EQ(observation["status"], "preliminary");
    EXPECT_FALSE(observation["effectivePeriod"].contains("end"));
    EXPECT_EQ(observation["effectivePeriod"]["start"], "2026-03-01T20:00:00+01:00");
    const std::string bout = tests::IdsAsWords{}.label(FhirLabel::Bout);
    EXPECT_THAT(fhirComponentsOf(observation, bout, "valuePeriod"), SizeIs(2));
}

TEST(FhirSymptoms, ThatAreGoneAreSaidToBeGone)
{
    ToldDiary diary;
    Symptom symptom;
    symptom.symptom = "leg_tingling";
    symptom.at = at("2026-03-01T20:00:00+01:00");
    symptom.side = Side::Left;
    symptom.change = Change::Worse;
    symptom.sinceDays = 0;
    const Uuid there = diary.put(symptom).stamp.id;
    symptom.isPresent = false;
    symptom.change.reset();
    const Uuid gone = diary.put(symptom).stamp.id;

    const FhirBundle bundle{diary.rows};

    EXPECT_EQ(bundle.of(there)["code"], Json::object({{"text", "leg_tingling"}}));
    EXPECT_TRUE(bundle.of(there)["valueBoolean"].get<bool>());
    EXPECT_THAT(bundle.of(there)["component"], SizeIs(3));
    EXPECT_FALSE(bundle.of(gone)["valueBoolean"].get<bool>());
    EXPECT_THAT(bundle.of(gone)["component"], SizeIs(2));
}

TEST(FhirMeasurements, AreVitalSigns)
{
    ToldDiary diary;
    Measurement measured;
    measured.at = at("2026-03-01T20:00:00+01:00");
    measured.value = 38.5;
    const Uuid temperature = diary.put(measured).stamp.id;
    measured.quantity = Quantity::Weight;
    measured.value = 80.25;
    measured.told = Unit::Pound;
    const Uuid weight = diary.put(measured).stamp.id;

    const FhirBundle bundle{diary.rows};

    EXPECT_EQ(bundle.of(temperature)["code"]["coding"][0]["code"], "8310-5");
    EXPECT_EQ(bundle.of(temperature)["category"][0]["coding"][0]["code"], "vital-signs");
    EXPECT_EQ(bundle.of(temperature)["valueQuantity"]["value"], 38.5);
    EXPECT_EQ(bundle.of(temperature)["valueQuantity"]["code"], "Cel");
    EXPECT_EQ(bundle.of(weight)["code"]["coding"][0]["code"], "29463-7");
    EXPECT_EQ(bundle.of(weight)["valueQuantity"]["value"], 80.25);
    EXPECT_EQ(bundle.of(weight)["valueQuantity"]["code"], "kg");
}

TEST(FhirDays, WithoutPainAreDaysOfThePersonsOwnCalendar)
{
    ToldDiary diary;
    PainFreeDay day;
    day.at = at("2026-03-03T00:30:00+13:00"); // still 2 March in UTC
    const Uuid id = diary.put(day).stamp.id;

    const Json observation = FhirBundle{diary.rows}.of(id);

    EXPECT_EQ(observation["effectiveDateTime"], "2026-03-03");
    EXPECT_TRUE(observation["valueBoolean"].get<bool>());
}

struct FhirMedicineTold {
    ToldDiary diary;
    Medicine medicine;
    Intake intake;

    FhirMedicineTold()
    {
        medicine.name = "Ibuprofen";
        medicine.medicineClass = "nsaid";
        medicine.use = MedicineUse::Rescue;
        medicine.dose = "400 mg";
        medicine = diary.put(medicine);
        intake.medicine = medicine.stamp.id;
        intake.episode = diary.episode("2026-03-01T20:00:00+01:00");
        intake.at = at("2026-03-01T20:30:00+01:00");
        intake.dose = "200 mg";
        intake = diary.put(intake);
    }
};

TEST(FhirMedicines, AreStatementsOfTheListAndOfEachTime)
{
    FhirMedicineTold told;

    const FhirBundle bundle{told.diary.rows};

    const Json listed = bundle.of(told.medicine.stamp.id);
    EXPECT_EQ(listed["status"], "active");
    EXPECT_EQ(listed["medicationCodeableConcept"], Json::object({{"text", "Ibuprofen"}}));
    EXPECT_EQ(listed["dosage"][0]["text"], "400 mg");
    EXPECT_TRUE(listed["dosage"][0]["asNeededBoolean"].get<bool>());
    EXPECT_FALSE(listed.contains("effectiveDateTime"));
    const Json taken = bundle.of(told.intake.stamp.id);
    EXPECT_EQ(taken["status"], "completed");
    EXPECT_EQ(taken["partOf"], Json::array({fhirReferenceTo(told.medicine.stamp.id)}));
    EXPECT_EQ(taken["reasonReference"], Json::array({fhirReferenceTo(*told.intake.episode)}));
    EXPECT_EQ(taken["effectiveDateTime"], "2026-03-01T20:30:00+01:00");
    EXPECT_EQ(taken["dosage"][0]["text"], "200 mg");
    EXPECT_EQ(taken["note"][0]["text"], "nsaid");
}

TEST(FhirMedicines, ThatHaveLeftTheListKeepTheirNameWhereTheyWereTaken)
{
    FhirMedicineTold told;
    told.medicine.stamp.deleted = told.medicine.stamp.updated;
    told.diary.change(told.medicine);

    const FhirBundle bundle{told.diary.rows};

    EXPECT_TRUE(bundle.of(told.medicine.stamp.id).is_null());
    const Json taken = bundle.of(told.intake.stamp.id);
    EXPECT_EQ(taken["medicationCodeableConcept"]["text"], "Ibuprofen");
    EXPECT_FALSE(taken.contains("partOf"));
}

Answer fhirAnswerTo(std::string question, AnswerValue value, std::string_view when)
{
    Answer answer;
    answer.question = std::move(question);
    answer.value = value;
    answer.at = at(when);
    return answer;
}

TEST(FhirAnswers, AreResponsesToOneQuestionEach)
{
    ToldDiary diary;
    Answer yes = fhirAnswerTo("rf_fever", AnswerValue::Yes, "2026-03-02T07:00:00Z");
    yes.change = Change::New;
    yes.sinceDays = 2;
    yes.clinicianKnows = false;
    yes.items = 0;
    yes.flags = "confused,cold";
    yes = diary.put(yes);
    const Uuid no =
        diary.put(fhirAnswerTo("rf_x", AnswerValue::No, "2026-03-02T07:00:00Z")).stamp.id;
    const Uuid unsure =
        diary.put(fhirAnswerTo("rf_x", AnswerValue::Unsure, "2026-03-02T07:00:00Z")).stamp.id;
    const Uuid skipped =
        diary.put(fhirAnswerTo("rf_x", AnswerValue::Skipped, "2026-03-02T07:00:00Z")).stamp.id;

    const FhirBundle bundle{diary.rows};

    const Json response = bundle.of(yes.stamp.id);
    EXPECT_EQ(response["status"], "completed");
    EXPECT_EQ(response["item"][0]["linkId"], "rf_fever");
    EXPECT_EQ(response["item"][0]["text"], "rf_fever?");
    EXPECT_TRUE(response["item"][0]["answer"][0]["valueBoolean"].get<bool>());
    std::vector<std::string> besides;
    for (const Json& item : response["item"][0]["answer"][0]["item"]) {
        besides.push_back(item["linkId"]);
    }
    EXPECT_THAT(besides,
                ElementsAre("rf_fever.change", "rf_fever.since_days", "rf_fever.clinician_knows",
                            "rf_fever.items", "rf_fever.besides", "rf_fever.besides"));
    EXPECT_FALSE(bundle.of(no)["item"][0]["answer"][0]["valueBoolean"].get<bool>());
    EXPECT_TRUE(bundle.of(unsure)["item"][0]["answer"][0].contains("valueString"));
    EXPECT_FALSE(bundle.of(skipped)["item"][0].contains("answer"));
    std::vector<Json> declined;
    for (const Json& observation : bundle.all("Observation")) {
        if (observation.contains("dataAbsentReason")) {
            declined.push_back(observation);
        }
    }
    ASSERT_THAT(declined, SizeIs(1));
    EXPECT_EQ(declined[0]["code"]["text"], "rf_x?");
    EXPECT_EQ(declined[0]["dataAbsentReason"]["coding"][0]["code"], "asked-declined");
    EXPECT_EQ(declined[0]["derivedFrom"], Json::array({fhirReferenceTo(skipped)}));
    EXPECT_FALSE(declined[0].contains("valueBoolean"));
}

TEST(FhirAnswers, ThatWereAMistakeAreSaidToBeOne)
{
    ToldDiary diary;
    const Uuid mistake =
        diary.put(fhirAnswerTo("rf_fever", AnswerValue::Yes, "2026-03-02T07:00:00Z")).stamp.id;
    const Uuid other =
        diary.put(fhirAnswerTo("rf_kidney", AnswerValue::Yes, "2026-03-02T07:00:00Z")).stamp.id;
    const Uuid back =
        diary.put(fhirAnswerTo("rf_fever", AnswerValue::TakenBack, "2026-03-02T07:01:00Z"))
            .stamp.id;
    const Uuid later =
        diary.put(fhirAnswerTo("rf_fever", AnswerValue::Yes, "2026-03-02T07:02:00Z")).stamp.id;

    const FhirBundle bundle{diary.rows};

    EXPECT_EQ(bundle.of(mistake)["status"], "entered-in-error");
    EXPECT_EQ(bundle.of(other)["status"], "completed");
    EXPECT_TRUE(bundle.of(back).is_null());
    EXPECT_EQ(bundle.of(later)["status"], "completed");
}

TEST(FhirSessions, AreProceduresWithPainAndSkinBeside)
{
    ToldDiary diary;
    CareSession session;
    session.within = diary.episode("2026-03-01T20:00:00+01:00");
    session.modality = Modality::Cold;
    session.kind = CareKind::Pack;
    session.planned = std::chrono::minutes{15};
    session.begin = at("2026-03-01T21:00:00+01:00");
    session.end = at("2026-03-01T21:15:00+01:00");
    session.painBefore = 6;
    session.painAfter = 0;
    session.skin = Skin::Pink;
    session.felt = Effect::Better;
    session = diary.put(session);
    SkinCheck check;
    check.session = session.stamp.id;
    check.at = at("2026-03-01T21:45:00+01:00");
    check = diary.put(check);

    const FhirBundle bundle{diary.rows};

    const Json procedure = bundle.of(session.stamp.id);
    EXPECT_EQ(procedure["status"], "completed");
    EXPECT_EQ(procedure["code"]["text"], "cold pack");
    EXPECT_EQ(procedure["performedPeriod"]["end"], "2026-03-01T21:15:00+01:00");
    EXPECT_EQ(procedure["outcome"]["text"], "better");
    EXPECT_EQ(procedure["reasonReference"], Json::array({fhirReferenceTo(*session.within)}));
    std::vector<Json> beside;
    for (const Json& observation : bundle.all("Observation")) {
        if (observation.contains("partOf")) {
            EXPECT_EQ(observation["partOf"], Json::array({fhirReferenceTo(session.stamp.id)}));
            beside.push_back(observation.contains("valueQuantity")
                                 ? observation["valueQuantity"]["value"]
                                 : observation["valueCodeableConcept"]["text"]);
        }
    }
    EXPECT_THAT(beside, ElementsAre(Json(6), Json(0), Json("pink"), Json("normal")));
}

TEST(FhirVisits, ArePlannedFinishedOrNotKnown)
{
    ToldDiary diary;
    Visit visit;
    visit.at = at("2026-07-01T09:00:00+02:00"); // after the export
    visit.provider = "Dr Weber";
    const Uuid ahead = diary.put(visit).stamp.id;
    visit.at = at("2026-05-01T09:00:00+02:00");
    const Uuid past = diary.put(visit).stamp.id;
    visit.isOver = true;
    const Uuid over = diary.put(visit).stamp.id;

    const FhirBundle bundle{diary.rows};

    EXPECT_EQ(bundle.of(ahead)["status"], "planned");
    EXPECT_EQ(bundle.of(ahead)["period"]["start"], "2026-07-01T09:00:00+02:00");
    EXPECT_EQ(bundle.of(ahead)["participant"][0]["individual"]["display"], "Dr Weber");
    EXPECT_EQ(bundle.of(past)["status"], "unknown");
    EXPECT_EQ(bundle.of(over)["status"], "finished");
}

TEST(FhirNotes, AreLeftOutUntilTheyAreAskedFor)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    Reading reading = diary.reading(episode, "2026-03-01T20:00:00+01:00", 7);
    reading.note = "secret";
    diary.change(reading);
    diary.report(episode, "2026-03-01T20:00:00+01:00", DetailField::Note, R"("secret")");
    Visit visit;
    visit.at = at("2026-07-01T09:00:00+02:00");
    visit.goal = visit.questions = visit.said = visit.toDo = "secret";
    diary.put(visit);

    const FhirBundle without{diary.rows};
    const FhirBundle with{diary.rows, {.hasNotes = true}};

    EXPECT_THAT(without.bytes, Not(HasSubstr("secret")));
    EXPECT_EQ(with.of(reading.stamp.id)["note"][0]["text"], "secret");
    EXPECT_EQ(with.of(episode)["note"][0]["text"], "secret");
    int texts = 0;
    for (const Json& observation : with.all("Observation")) {
        texts += observation.value("valueString", "") == "secret" ? 1 : 0;
    }
    EXPECT_EQ(texts, 4);
}

TEST(FhirNames, StandInABundleOnlyWhereTheyAreAskedFor)
{
    ToldDiary diary;
    for (const auto& [key, value, when] :
         {std::tuple{ProfileKey::Name, "Old Name", "2026-03-01T20:00:00Z"},
          std::tuple{ProfileKey::Name, "Ada Example", "2026-03-02T20:00:00Z"},
          std::tuple{ProfileKey::BirthYear, "1980", "2026-03-01T20:00:00Z"}}) {
        ProfileEntry entry;
        entry.key = key;
        entry.value = value;
        entry.at = at(when);
        diary.put(entry);
    }

    EXPECT_THAT(FhirBundle{diary.rows}.bytes, Not(HasSubstr("Ada")));
    const FhirBundle named{diary.rows, {.hasName = true}};

    EXPECT_EQ(named.all("Patient").front()["name"][0]["text"], "Ada Example");
    EXPECT_EQ(named.all("Patient").front()["birthDate"], "1980");
}

TEST(FhirPeriods, LeaveOutWhatWasBeforeAndAfter)
{
    ToldDiary diary;
    const Uuid before = diary.episode("2026-01-01T20:00:00Z", "2026-01-01T21:00:00Z");
    const Uuid within = diary.episode("2026-02-01T20:00:00Z", "2026-02-01T21:00:00Z");
    const Reading early = diary.reading(before, "2026-01-01T20:00:00Z", 3);

    const FhirBundle bundle{diary.rows, {.period = {at("2026-01-15T00:00:00Z").utc, {}}}};

    EXPECT_TRUE(bundle.of(before).is_null());
    EXPECT_TRUE(bundle.of(early.stamp.id).is_null());
    EXPECT_FALSE(bundle.of(within).is_null());
}

TEST(FhirDeleted, RecordsAreNotThere)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    Reading gone = diary.reading(episode, "2026-03-01T20:00:00+01:00", 7);
    gone.stamp.deleted = gone.stamp.updated;
    diary.change(gone);

    const FhirBundle bundle{diary.rows};

    EXPECT_TRUE(bundle.of(gone.stamp.id).is_null());
    EXPECT_FALSE(bundle.of(episode).contains("hasMember"));
}

TEST(FhirTexts, HoldNoCharacterThatFhirDoesNotTake)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    Reading reading = diary.reading(episode, "2026-03-01T20:00:00+01:00", 7);
    reading.note = "\x01 a\u00a0b\x1f\nc \u05db\U0001f9ca\u3000";
    diary.change(reading);
    Reading blank = diary.reading(episode, "2026-03-01T20:00:00+01:00", 7);
    blank.note = " \u2003\n";
    diary.change(blank);

    const FhirBundle bundle{diary.rows, {.hasNotes = true}};

    EXPECT_EQ(bundle.of(reading.stamp.id)["note"][0]["text"], "a b \nc \u05db\U0001f9ca");
    EXPECT_FALSE(bundle.of(blank.stamp.id).contains("note"));
}

TEST(FhirTimes, ThatFhirDoesNotKnowAreMadeUtcOrLeftOut)
{
    ToldDiary diary;
    const Uuid episode = diary.episode("2026-03-01T20:00:00+01:00");
    Reading far = diary.reading(episode, "2026-03-01T20:00:00+17:00", 7);
    Reading broken = diary.reading(episode, "2026-03-01T20:00:00Z", 7);
    broken.at.utc = at("9999-12-31T23:59:59Z").utc + std::chrono::hours{24};
    diary.change(broken);

    const FhirBundle bundle{diary.rows};

    EXPECT_EQ(bundle.of(far.stamp.id)["effectiveDateTime"], "2026-03-01T03:00:00+00:00");
    EXPECT_FALSE(bundle.of(broken.stamp.id).contains("effectiveDateTime"));
}

TEST(FhirExports, ThatAreStoppedLeaveNothing)
{
    ToldDiary diary;
    const tests::TempFolder temp;

    EXPECT_THROW(exportFhir(diary.rows, {"0123456789ab", at(tests::kExportedAt)}, {},
                            tests::IdsAsWords{}, temp / "diary.json", [](double) { return false; }),
                 Cancelled);

    EXPECT_TRUE(std::filesystem::is_empty(temp.path()));
}

} // namespace
} // namespace unclench
