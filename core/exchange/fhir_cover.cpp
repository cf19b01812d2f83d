// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_cover.h"

#include "core/exchange/plain_text.h"

#include <utility>

namespace unclench {

namespace {

/// The code of a section, where a verified one says what it holds.
std::optional<FhirCode> fhirCodeOf(FhirSection section)
{
    switch (section) {
    case FhirSection::Course: return FhirCode::PresentIllness;
    case FhirSection::Medicines: return FhirCode::MedicineHistory;
    case FhirSection::Symptoms:
    case FhirSection::Answers:
    case FhirSection::Tried:
    case FhirSection::Visits: break;
    }
    return std::nullopt;
}

FhirJson fhirSectionNamed(const std::string& title)
{
    FhirJson section;
    section["title"] = fhirText(title);
    return section;
}

FhirJson fhirRecords(FhirSection section, const std::vector<Uuid>& ids, const FhirWords& words)
{
    FhirJson made = fhirSectionNamed(words.section(section));
    if (const auto code = fhirCodeOf(section)) {
        made["code"] = fhirCategory(*code);
    }
    made["text"] = fhirNarrative(fhirParagraphs(words.entries(ids.size())));
    FhirJson references = FhirJson::array();
    for (const Uuid& id : ids) {
        references.push_back(fhirReference(id));
    }
    made["entry"] = std::move(references);
    return made;
}

/// The topics of the background with something in them.
std::vector<std::pair<BackgroundTopic, std::string>> fhirBackground(const FhirTold& told)
{
    std::vector<std::pair<BackgroundTopic, std::string>> topics;
    for (std::size_t i = 0; i < kNames<BackgroundTopic>.size(); ++i) {
        const auto topic = static_cast<BackgroundTopic>(i);
        if (std::string text = plainText(told.background(topic)); !text.empty()) {
            topics.emplace_back(topic, std::move(text));
        }
    }
    return topics;
}

/// What the program told the person. It says so: no answer of theirs, and no finding of a doctor.
FhirJson fhirWarnings(const FhirContext& context)
{
    std::string list = "<ul>";
    for (const Alert& alert : context.told.alerts()) {
        list += "<li>" + fhirXhtml(fhirText(context.words.alert(alert))) + "</li>";
    }
    FhirJson section = fhirSectionNamed(context.words.label(FhirLabel::Warnings));
    section["author"] = FhirJson::array({FhirJson{{"display", kFhirMaker}}});
    section["text"] = fhirNarrative(list + "</ul>");
    return section;
}

} // namespace

std::optional<FhirSection> fhirSectionOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Episode:
    case RecordKind::Reading:
    case RecordKind::PainFreeDay: return FhirSection::Course;
    case RecordKind::Symptom:
    case RecordKind::FunctionLimit:
    case RecordKind::Measurement: return FhirSection::Symptoms;
    case RecordKind::Answer: return FhirSection::Answers;
    case RecordKind::Medicine:
    case RecordKind::Intake: return FhirSection::Medicines;
    case RecordKind::Relief:
    case RecordKind::Procedure:
    case RecordKind::CareSession:
    case RecordKind::SkinCheck: return FhirSection::Tried;
    case RecordKind::Visit: return FhirSection::Visits;
    case RecordKind::Bout:
    case RecordKind::Report:
    case RecordKind::Condition:
    case RecordKind::Alert:
    case RecordKind::AlertStep:
    case RecordKind::SeatSpan:
    case RecordKind::SeatEvent:
    case RecordKind::OwnExercise:
    case RecordKind::Background:
    case RecordKind::ProfileEntry:
    case RecordKind::Setting:
    case RecordKind::SavedFilter: break;
    }
    return std::nullopt;
}

std::int64_t fhirTextSections(const FhirTold& told)
{
    return static_cast<std::int64_t>(fhirBackground(told).size()) + (told.alerts().empty() ? 0 : 1);
}

FhirJson fhirCover(const Uuid& id,
                   const FhirContext& context,
                   const FhirEntries& entries,
                   const std::string& date)
{
    const FhirWords& words = context.words;
    FhirJson cover = fhirResource("Composition", id);
    cover["text"] = fhirNarrative(fhirParagraphs(words.label(FhirLabel::Notice)));
    cover["status"] = "final";
    cover["type"] = fhirCategory(FhirCode::PatientNote);
    cover["subject"] = fhirReference(context.patient);
    cover["date"] = date;
    cover["author"] = FhirJson::array({fhirReference(context.patient)});
    cover["title"] = fhirText(words.label(FhirLabel::Document));

    FhirJson sections = FhirJson::array();
    if (!context.told.alerts().empty()) {
        sections.push_back(fhirWarnings(context));
    }
    for (const auto& [section, ids] : entries) {
        sections.push_back(fhirRecords(section, ids, words));
    }
    for (const auto& [topic, text] : fhirBackground(context.told)) {
        FhirJson section = fhirSectionNamed(words.background(topic));
        section["text"] = fhirNarrative(fhirParagraphs(text));
        sections.push_back(std::move(section));
    }
    putFhir(cover, "section", std::move(sections));
    return cover;
}

} // namespace unclench
