// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diary/check.h"

#include "core/knowledge/text.h"
#include "core/time/iso8601.h"

#include <algorithm>
#include <charconv>

namespace unclench {

namespace {

constexpr int kMostItems = 100;
/// So many bytes of something that cannot be meant are quoted.
constexpr std::size_t kMostQuoted = 40;
constexpr std::chrono::seconds kLongestSpasm = std::chrono::days{365};

/// Gathers problems; one method for each kind of demand.
class Checker {
public:
    Checker(const Vocabulary& vocabulary, const Moment& now) : m_vocabulary(vocabulary), m_now(now)
    {
    }

    Problems problems;

    void inRange(const char* field, std::int64_t value, std::int64_t least, std::int64_t most)
    {
        if (value < least || value > most) {
            add(ProblemKind::OutOfRange, field, std::to_string(value));
        }
    }
    void known(const char* field, Topic topic, const std::string& id)
    {
        if (!m_vocabulary.knows(topic, id)) {
            add(ProblemKind::UnknownId, field, id);
        }
    }
    void known(const char* field, Topic topic, const std::optional<std::vector<std::string>>& ids)
    {
        if (ids) {
            std::for_each(ids->begin(), ids->end(),
                          [&](const std::string& id) { known(field, topic, id); });
        }
    }
    void past(const char* field, const Moment& at)
    {
        const Problems own = checkTime(field, at, m_now);
        problems.insert(problems.end(), own.begin(), own.end());
    }
    /// A moment that may lie ahead.
    void planned(const char* field, const Moment& at)
    {
        const Problems own = checkTime(field, at, at);
        problems.insert(problems.end(), own.begin(), own.end());
    }
    /// A local day, or nothing. Absent: nothing, or it cannot be read.
    std::optional<std::chrono::local_days> day(const char* field, const std::string& value)
    {
        const auto read = parseIsoDay(value);
        if (!read && !value.empty()) {
            add(ProblemKind::Unreadable, field, value.substr(0, kMostQuoted));
        }
        return read;
    }
    void text(const char* field, const std::string& value, std::size_t limit)
    {
        switch (faultOf(value, limit)) {
        case TextFault::None: break;
        case TextFault::NotUtf8: add(ProblemKind::NotUtf8, field); break;
        case TextFault::HoldsNul: add(ProblemKind::HoldsNul, field); break;
        case TextFault::TooLong: add(ProblemKind::TooLong, field, std::to_string(limit)); break;
        }
    }
    void notBlank(const char* field, const std::string& value)
    {
        if (value.find_first_not_of(" \t\r\n") == std::string::npos) {
            add(ProblemKind::Empty, field);
        }
    }
    void number(const char* field, const std::string& value, int least, int most)
    {
        int parsed = 0;
        const auto [end, error] =
            std::from_chars(value.data(), value.data() + value.size(), parsed);
        if (error != std::errc{} || end != value.data() + value.size()) {
            add(ProblemKind::Unreadable, field, value);
        } else {
            inRange(field, parsed, least, most);
        }
    }
    void add(ProblemKind kind, const char* field, std::string given = {})
    {
        problems.push_back({kind, field, std::move(given), std::nullopt});
    }

    [[nodiscard]] int year() const
    {
        return static_cast<int>(std::chrono::year_month_day{m_now.localDay()}.year());
    }

private:
    const Vocabulary& m_vocabulary;
    const Moment& m_now;
};

void checkDetails(Checker& check, const Details& details)
{
    for (const Place& place : details.regions.value_or(std::vector<Place>{})) {
        check.known("region", Topic::Region, place.region);
    }
    check.known("trigger", Topic::Trigger, details.triggers);
    check.known("quality", Topic::Quality, details.quality);
    check.known("sign", Topic::Sign, details.signs);
    if (details.pattern) {
        check.known("pattern", Topic::Pattern, *details.pattern);
    }
    if (details.activity) {
        check.known("activity", Topic::Activity, *details.activity);
    }
    if (details.spasmLength) {
        check.inRange("spasm_seconds", details.spasmLength->count(), 0, kLongestSpasm.count());
    }
    if (details.injuryAt) {
        check.past("injury", *details.injuryAt);
    }
    if (details.note) {
        check.text("note", *details.note, kLongestNote);
    }
}

void checkRecord(Checker&, const Episode&) {}
void checkRecord(Checker& check, const Bout& bout)
{
    check.past("onset", bout.begin);
    if (bout.end) {
        check.past("end", *bout.end);
        if (bout.end->utc < bout.begin.utc) {
            check.problems.push_back({ProblemKind::EndBeforeBegin, "end", {}, bout.begin});
        }
    }
}
void checkRecord(Checker& check, const Reading& reading)
{
    check.inRange("pain", reading.pain, Reading::kLeast, Reading::kMost);
    check.past("at", reading.at);
    check.text("note", reading.note, kLongestNote);
}
void checkRecord(Checker& check, const Report& report)
{
    check.past("at", report.at);
    Details details;
    if (apply(details, report.field, report.value)) {
        checkDetails(check, details);
    } else {
        check.add(ProblemKind::Unreadable, "report");
    }
}
void checkRecord(Checker& check, const Symptom& symptom)
{
    check.known("symptom", Topic::Symptom, symptom.symptom);
    check.past("at", symptom.at);
    if (symptom.side == Side::Middle) {
        check.add(ProblemKind::UnknownId, "side", std::string{toId(Side::Middle)});
    }
    check.inRange("since", symptom.sinceDays.value_or(0), 0, Symptom::kMostSinceDays);
}
void checkRecord(Checker& check, const FunctionLimit& limit)
{
    check.known("function", Topic::Function, limit.function);
    check.past("at", limit.at);
    check.inRange("level", limit.level, 0, FunctionLimit::kCannot);
}
void checkRecord(Checker& check, const Measurement& measurement)
{
    check.past("at", measurement.at);
    const bool isTemperature = measurement.quantity == Quantity::Temperature;
    // Written so that a value that is no number is out of range too.
    const bool fits =
        isTemperature ? measurement.value >= Measurement::kLeastCelsius &&
                            measurement.value <= Measurement::kMostCelsius
                      : measurement.value > 0 && measurement.value <= Measurement::kMostKilogram;
    if (!fits) {
        check.add(ProblemKind::OutOfRange, isTemperature ? "temperature" : "weight");
    }
    const bool isTemperatureUnit =
        measurement.told == Unit::Celsius || measurement.told == Unit::Fahrenheit;
    if (isTemperature != isTemperatureUnit) {
        check.add(ProblemKind::UnknownId, "unit", std::string{toId(measurement.told)});
    }
}
void checkRecord(Checker& check, const Procedure& procedure)
{
    check.past("days_ago", procedure.at);
    check.past("at", procedure.told);
}
void checkRecord(Checker& check, const Condition& condition)
{
    check.known("condition", Topic::Condition, condition.condition);
    check.past("at", condition.at);
}
void checkRecord(Checker& check, const Answer& answer)
{
    check.past("at", answer.at);
    check.inRange("since", answer.sinceDays.value_or(0), 0, Symptom::kMostSinceDays);
    check.inRange("items", answer.items.value_or(0), 0, kMostItems);
    check.text("flags", answer.flags, kLongestLine);
}
void checkRecord(Checker&, const AlertStep&) {}
void checkRecord(Checker&, const Alert&) {}
void checkRecord(Checker& check, const CareSession& session)
{
    const bool isTimed = session.beginBoot.has_value();
    check.inRange("minutes", session.planned.count(), 1,
                  isTimed ? CareSession::kLongestTimed.count() : CareSession::kLongestTold.count());
    check.past("at", session.begin);
    if (session.end) {
        check.past("end", *session.end);
    }
    check.inRange("pain", session.painBefore.value_or(0), Reading::kLeast, Reading::kMost);
    check.inRange("pain", session.painAfter.value_or(0), Reading::kLeast, Reading::kMost);
}
void checkRecord(Checker& check, const SkinCheck& skin)
{
    check.past("at", skin.at);
}
void checkRecord(Checker&, const SeatSpan&) {} // written by the seat clock; the wall may be set
void checkRecord(Checker& check, const SeatEvent& event)
{
    if (event.length) {
        check.inRange("minutes", event.length->count(), 1, SeatEvent::kLongestPause.count());
    }
}
void checkRecord(Checker& check, const OwnExercise& exercise)
{
    check.text("name", exercise.name, kLongestLine);
    check.notBlank("name", exercise.name);
    check.text("text", exercise.text, kLongestNote);
}
void checkRecord(Checker& check, const SavedFilter& filter)
{
    check.text("name", filter.name, kLongestLine);
    check.notBlank("name", filter.name);
    check.text("search", filter.search, kLongestLine);
}
void checkRecord(Checker& check, const Visit& visit)
{
    if (visit.isOver) {
        check.past("visit", visit.at);
    } else {
        check.planned("at", visit.at);
    }
    check.text("provider", visit.provider, kLongestLine);
    check.text("goal", visit.goal, Visit::kMostText);
    check.text("questions", visit.questions, Visit::kMostText);
    check.text("said", visit.said, Visit::kMostText);
    check.text("to_do", visit.toDo, Visit::kMostText);
    if (const std::size_t questions = questionsOf(visit).size();
        questions > Visit::kMostQuestions) {
        check.add(ProblemKind::OutOfRange, "question", std::to_string(questions));
    }
    const auto from = check.day("from_day", visit.fromDay);
    const auto to = check.day("to_day", visit.toDay);
    if (from && to && *to < *from) {
        check.add(ProblemKind::EndBeforeBegin, "to_day");
    }
    for (const std::string& section : splitIds(visit.sections)) {
        if (!fromId<ReportSection>(section)) {
            check.add(ProblemKind::UnknownId, "section", section.substr(0, kMostQuoted));
        }
    }
}
void checkRecord(Checker& check, const BackgroundEntry& entry)
{
    check.past("at", entry.at);
    check.text("text", entry.text, BackgroundEntry::kMostText);
}
void checkRecord(Checker& check, const Relief& relief)
{
    check.known("relief", Topic::Relief, relief.method);
    check.past("at", relief.at);
}
void checkRecord(Checker& check, const PainFreeDay& day)
{
    check.past("at", day.at);
}
void checkRecord(Checker& check, const Medicine& medicine)
{
    check.text("name", medicine.name, kLongestLine);
    check.notBlank("name", medicine.name);
    check.text("dose", medicine.dose, kLongestLine);
    if (medicine.medicineClass) {
        check.known("class", Topic::MedicineClass, *medicine.medicineClass);
    }
}
void checkRecord(Checker& check, const Intake& intake)
{
    check.past("at", intake.at);
    check.text("dose", intake.dose, kLongestLine);
}
void checkRecord(Checker& check, const ProfileEntry& entry)
{
    check.past("at", entry.at);
    check.text("value", entry.value, kLongestLine);
    switch (entry.key) {
    case ProfileKey::BirthYear:
        check.number("birth_year", entry.value, check.year() - kOldestAge, check.year());
        break;
    case ProfileKey::PregnantWeeks:
        if (!entry.value.empty()) { // empty: not pregnant
            check.number("pregnant_weeks", entry.value, 0, kMostPregnantWeeks);
        }
        break;
    case ProfileKey::ClinicianOk: {
        const std::string ok =
            entry.value.substr(entry.value.starts_with(kTakenBack) ? kTakenBack.size() : 0);
        const std::size_t colon = std::min(ok.find(':'), ok.size());
        const std::string modality = ok.substr(0, colon);
        if (modality != "heat" && modality != "cold") {
            check.add(ProblemKind::UnknownId, "clinician_ok", modality);
        } else {
            check.known("clinician_ok", Topic::Condition,
                        ok.substr(std::min(colon + 1, ok.size())));
        }
        break;
    }
    case ProfileKey::EmergencyNumber:
    case ProfileKey::Name: break;
    }
}
void checkRecord(Checker& check, const SettingRow& row)
{
    switch (checkSetting(row.key, row.value)) {
    case SettingCheck::Fits: break;
    case SettingCheck::UnknownKey: check.add(ProblemKind::UnknownKey, "setting", row.key); break;
    case SettingCheck::OutOfRange:
        check.add(ProblemKind::OutOfRange, row.key.c_str(), row.value);
        break;
    }
}

} // namespace

Problems check(const AnyRecord& record, const Vocabulary& vocabulary, const Moment& now)
{
    Checker checker{vocabulary, now};
    std::visit([&](const auto& r) { checkRecord(checker, r); }, record);
    return std::move(checker.problems);
}

Problems checkTime(const char* field, const Moment& at, const Moment& now)
{
    if (at.utc > now.utc) {
        return {{ProblemKind::InTheFuture, field, {}, at}};
    }
    if (at.utc < UtcTime{}) { // a local time of 1970 can lie in the UTC of 1969
        return {{ProblemKind::OutOfRange, field, toIso(at), std::nullopt}};
    }
    return {};
}

Problems check(const Details& details, const Vocabulary& vocabulary, const Moment& now)
{
    Checker checker{vocabulary, now};
    checkDetails(checker, details);
    return std::move(checker.problems);
}

} // namespace unclench
