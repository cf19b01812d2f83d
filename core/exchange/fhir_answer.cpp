// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_answer.h"

#include <utility>

namespace unclench {

namespace {

/// One question with its answer; `value` null: it was not answered.
FhirJson fhirItem(std::string_view linkId, std::string_view text, const char* type, FhirJson value)
{
    FhirJson item;
    item["linkId"] = fhirText(linkId);
    item["text"] = fhirText(text);
    if (!value.is_null()) {
        FhirJson answer;
        answer[type] = std::move(value);
        item["answer"] = FhirJson::array({std::move(answer)});
    }
    return item;
}

/// What was told with an answer besides.
FhirJson fhirItems(const Answer& answer, const FhirWords& words)
{
    FhirJson items = FhirJson::array();
    const auto add = [&](const char* name, FhirLabel label, const char* type, FhirJson value) {
        items.push_back(
            fhirItem(answer.question + "." + name, words.label(label), type, std::move(value)));
    };
    if (answer.change) {
        add("change", FhirLabel::Change, "valueString", fhirText(words.change(*answer.change)));
    }
    if (answer.sinceDays) {
        add("since_days", FhirLabel::Since, "valueInteger", *answer.sinceDays);
    }
    if (answer.clinicianKnows) {
        add("clinician_knows", FhirLabel::Knows, "valueBoolean", *answer.clinicianKnows);
    }
    if (answer.items) {
        add("items", FhirLabel::Examples, "valueInteger", *answer.items);
    }
    for (const std::string& flag : splitIds(answer.flags)) {
        if (!flag.empty()) {
            add("besides", FhirLabel::Besides, "valueString",
                fhirText(words.flag(answer.question, flag)));
        }
    }
    return items;
}

FhirJson fhirValue(const Answer& answer, const FhirWords& words)
{
    switch (answer.value) {
    case AnswerValue::Yes: return true;
    case AnswerValue::No: return false;
    case AnswerValue::Unsure: return fhirText(words.label(FhirLabel::NotSure));
    case AnswerValue::Skipped:
    case AnswerValue::TakenBack: break;
    }
    return nullptr;
}

} // namespace

FhirJson fhirAnswer(const Answer& answer, const FhirContext& context)
{
    FhirJson resource = fhirResource("QuestionnaireResponse", answer.stamp.id);
    if (const auto episode = context.told.episodeOf(answer.episode)) {
        resource["partOf"] = FhirJson::array({fhirReference(*episode)});
    }
    resource["status"] = context.told.isTakenBack(answer) ? "entered-in-error" : "completed";
    resource["subject"] = fhirReference(context.patient);
    putFhirTime(resource, "authored", answer.at);
    resource["author"] = fhirReference(context.patient);
    resource["source"] = fhirReference(context.patient);
    const bool isUnsure = answer.value == AnswerValue::Unsure;
    FhirJson item =
        fhirItem(answer.question, context.words.question(answer.question),
                 isUnsure ? "valueString" : "valueBoolean", fhirValue(answer, context.words));
    if (item.contains("answer")) {
        putFhir(item["answer"].front(), "item", fhirItems(answer, context.words));
    }
    resource["item"] = FhirJson::array({std::move(item)});
    return resource;
}

} // namespace unclench
