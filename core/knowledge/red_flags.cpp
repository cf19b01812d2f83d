// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/red_flags.h"

#include "core/knowledge/clause_form.h"
#include "core/knowledge/json_row.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace unclench {

namespace embedded {
extern const std::string_view kRedFlags;
} // namespace embedded

namespace {

using nlohmann::json;

constexpr std::string_view kRedFlagsFile = "red_flags.json";

Question readQuestion(const Row& rule, const json& entry, const ClauseForm& form)
{
    if (!entry.is_object()) {
        rule.fail("question is not an object");
    }
    const Row row{rule, "question", entry};
    row.allowOnly({"topic", "two_weeks", "optional", "lasting", "one_side", "symptoms", "flags",
                   "not_if", "items", "offered_if", "asked_by"});
    Question question;
    question.topic = readName<QuestionTopic>(row, "topic");
    question.asksTwoWeeks = row.flag("two_weeks");
    question.isOptional = row.flag("optional");
    question.isLasting = row.flag("lasting");
    question.isOneSided = row.flag("one_side");
    question.symptoms = row.texts("symptoms");
    question.flags = row.texts("flags");
    question.notIf = row.textIfThere("not_if");
    question.items = row.wholeIfThere("items").value_or(0);
    for (const std::string& symptom : question.symptoms) {
        if (!form.vocabulary.knows(Topic::Symptom, symptom)) {
            row.fail(fmt::format("symptoms names {}, which is no symptom", symptom));
        }
    }
    if (question.notIf && std::find(question.flags.begin(), question.flags.end(),
                                    *question.notIf) == question.flags.end()) {
        row.fail("not_if is none of its flags");
    }
    if (entry.contains("offered_if")) {
        question.offeredIf = form.read(row, "offered_if", entry["offered_if"]);
    }
    if (entry.contains("asked_by")) {
        question.askedBy = form.read(row, "asked_by", entry["asked_by"]);
    }
    return question;
}

} // namespace

const RedFlags& RedFlags::builtIn()
{
    static const RedFlags kBuiltIn = parse(embedded::kRedFlags, Vocabulary::builtIn());
    return kBuiltIn;
}

RedFlags RedFlags::parse(std::string_view bytes, const Vocabulary& vocabulary)
{
    RedFlags result;
    const json document = parseObject(kRedFlagsFile, bytes);
    for (const auto& [key, value] : document.items()) {
        if (key != "thresholds" && key != "facts" && key != "rules" && key != "sign_off") {
            throw KnowledgeError{fmt::format("{}: unknown list {}", kRedFlagsFile, key)};
        }
    }

    std::set<std::string> seen;
    std::size_t index = 0;
    for (const json& entry : listOf(kRedFlagsFile, document, "thresholds")) {
        const Row row{kRedFlagsFile, "thresholds", index++, entry};
        row.allowOnly({"id", "value", "unit", "sources", "sign_off"});
        const auto threshold = fromId<Threshold>(readId(row, seen));
        if (!threshold) {
            row.fail("no rule uses a number of this id");
        }
        result.m_thresholds[static_cast<std::size_t>(*threshold)] = {
            row.number("value"), row.text("unit"), readSources(row, vocabulary),
            row.flag("sign_off")};
    }
    for (const std::string_view name : kNames<Threshold>) {
        if (!seen.contains(std::string{name})) {
            throw KnowledgeError{fmt::format("{}: thresholds: {} is missing", kRedFlagsFile, name)};
        }
    }

    // Which questions there are must be known before the first condition is read.
    ClauseForm form{vocabulary};
    index = 0;
    for (const json& entry : listOf(kRedFlagsFile, document, "rules")) {
        const Row row{kRedFlagsFile, "rules", index++, entry};
        if (entry.contains("question") && entry.contains("id") && entry["id"].is_string()) {
            std::vector<std::string> flags;
            if (entry["question"].is_object()) {
                flags = Row{row, "question", entry["question"]}.texts("flags");
            }
            form.questions.emplace(entry["id"].get<std::string>(), std::move(flags));
        }
    }
    seen.clear();
    index = 0;
    for (const json& entry : listOf(kRedFlagsFile, document, "facts")) {
        const Row row{kRedFlagsFile, "facts", index++, entry};
        row.allowOnly({"id", "when"});
        const std::string id = readId(row, seen);
        if (fromId<ComputedFact>(id) || form.questions.contains(id)) {
            row.fail("this id is a question or a computed fact already");
        }
        result.m_facts.emplace(id, form.read(row, "when", row.value("when")));
        form.facts.insert(id);
    }

    seen.clear();
    index = 0;
    for (const json& entry : listOf(kRedFlagsFile, document, "rules")) {
        const Row row{kRedFlagsFile, "rules", index++, entry};
        row.allowOnly({"id", "section", "level", "question", "when", "escalate", "again_after_days",
                       "sources", "sign_off"});
        RedFlagRule rule;
        rule.id = readId(row, seen);
        rule.section = row.text("section");
        rule.level = readName<Level>(row, "level");
        rule.sources = readSources(row, vocabulary);
        rule.isForSignOff = row.flag("sign_off");
        rule.againAfterDays = row.wholeIfThere("again_after_days").value_or(0);
        if (entry.contains("question")) {
            rule.question = readQuestion(row, entry["question"], form);
        }
        if (entry.contains("when")) {
            rule.when = form.read(row, "when", entry["when"]);
        } else if (rule.question) {
            rule.when = {.kind = Clause::Kind::Question, .ids = {rule.id}};
        } else {
            row.fail("has neither a question nor when");
        }
        if (entry.contains("escalate")) {
            if (!entry["escalate"].is_array() || entry["escalate"].empty()) {
                row.fail("escalate is not a list with rows");
            }
            for (const json& step : entry["escalate"]) {
                const Row stepRow{row, "escalate", step};
                stepRow.allowOnly({"level", "when"});
                Escalation escalation{readName<Level>(stepRow, "level"),
                                      form.read(stepRow, "when", stepRow.value("when"))};
                if (escalation.level <= rule.level) {
                    stepRow.fail("level is not higher than that of the rule");
                }
                rule.escalations.push_back(std::move(escalation));
            }
        }
        form.rules.insert(rule.id);
        if (rule.question) {
            for (const std::string& symptom : rule.question->symptoms) {
                result.m_questionsOf[symptom].push_back(rule.id);
            }
        }
        result.m_places.emplace(rule.id, result.m_rules.size());
        result.m_rules.push_back(std::move(rule));
    }

    for (const json& entry : listOf(kRedFlagsFile, document, "sign_off")) {
        if (!entry.is_string() || !isId(entry.get<std::string>())) {
            throw KnowledgeError{
                fmt::format("{}: sign_off holds something that is no id", kRedFlagsFile)};
        }
        result.m_signOff.push_back(entry.get<std::string>());
    }
    result.placeClauses();
    return result;
}

void RedFlags::placeClauses()
{
    const auto place = [this](auto&& self, Clause& clause) -> void {
        clause.place = m_clauseCount++;
        for (Clause& part : clause.parts) {
            self(self, part);
        }
    };
    for (auto& [id, clause] : m_facts) {
        place(place, clause);
    }
    for (RedFlagRule& rule : m_rules) {
        place(place, rule.when);
        for (Escalation& escalation : rule.escalations) {
            place(place, escalation.when);
        }
        if (rule.question) {
            for (auto* clause : {&rule.question->offeredIf, &rule.question->askedBy}) {
                if (*clause) {
                    place(place, **clause);
                }
            }
        }
    }
}

const RedFlagRule* RedFlags::find(std::string_view id) const
{
    const auto found = m_places.find(id);
    return found == m_places.end() ? nullptr : &m_rules[found->second];
}

const Question* RedFlags::question(std::string_view id) const
{
    const RedFlagRule* rule = find(id);
    return rule != nullptr && rule->question ? &*rule->question : nullptr;
}

const Clause* RedFlags::fact(std::string_view id) const
{
    const auto found = m_facts.find(id);
    return found == m_facts.end() ? nullptr : &found->second;
}

const std::vector<std::string>& RedFlags::questionsOf(std::string_view symptom) const
{
    static const std::vector<std::string> kNone;
    const auto found = m_questionsOf.find(symptom);
    return found == m_questionsOf.end() ? kNone : found->second;
}

} // namespace unclench
