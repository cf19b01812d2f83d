// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/fhir_json.h"

#include "core/exchange/plain_text.h"
#include "core/time/iso8601.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

namespace unclench {

std::optional<std::string> fhirTime(const Moment& moment)
{
    using namespace std::chrono;
    constexpr UtcTime kEnd{sys_days{year{10000} / January / 1}};
    constexpr minutes kFarthest = hours{14};
    const Moment told = abs(moment.offset) <= kFarthest ? moment : Moment{moment.utc, minutes{0}};
    // Before the local time is worked out: a number may be too great for that.
    const bool isTold = told.utc >= UtcTime{} - days{1} && told.utc < kEnd + days{1} &&
                        told.local() >= LocalTime{} &&
                        told.local() < LocalTime{kEnd.time_since_epoch()};
    return isTold ? std::optional{toIso(told)} : std::nullopt;
}

std::string fhirXhtml(std::string_view text)
{
    std::string escaped;
    for (const char sign : text) {
        switch (sign) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        default: escaped += sign;
        }
    }
    return escaped;
}

FhirJson fhirNarrative(std::string_view html)
{
    return {{"status", "additional"},
            {"div", fmt::format("<div xmlns=\"http://www.w3.org/1999/xhtml\">{}</div>", html)}};
}

std::string fhirParagraphs(std::string_view text)
{
    std::string paragraphs;
    std::istringstream lines{fhirText(text)};
    for (std::string line; std::getline(lines, line);) {
        if (const std::string plain = plainText(line); !plain.empty()) {
            paragraphs += fmt::format("<p>{}</p>", fhirXhtml(plain));
        }
    }
    return paragraphs;
}

std::string fhirUrl(const Uuid& id)
{
    return "urn:uuid:" + id.text();
}

FhirJson fhirReference(const Uuid& id)
{
    return {{"reference", fhirUrl(id)}};
}

FhirJson fhirCoding(FhirCode code)
{
    const FhirCoding& coding = codingOf(code);
    return {{"system", coding.system}, {"code", coding.code}, {"display", coding.display}};
}

std::string fhirText(std::string_view text)
{
    std::string plain = plainText(text);
    return plain.empty() ? "-" : plain;
}

FhirJson fhirConcept(std::string_view text)
{
    return {{"text", fhirText(text)}};
}

FhirJson fhirConcept(FhirCode code, std::string_view text)
{
    return {{"coding", FhirJson::array({fhirCoding(code)})}, {"text", fhirText(text)}};
}

FhirJson fhirCategory(FhirCode code)
{
    return fhirConcept(code, codingOf(code).display);
}

FhirJson fhirQuantity(const FhirJson& number, FhirUnit unit)
{
    return {{"value", number},
            {"unit", unitOf(unit).text},
            {"system", kUcum},
            {"code", unitOf(unit).code}};
}

FhirJson fhirPeriod(const Moment& begin, const std::optional<Moment>& end)
{
    FhirJson period = FhirJson::object();
    putFhirTime(period, "start", begin);
    if (end && end->utc >= begin.utc) { // FHIR takes no end before the beginning
        putFhirTime(period, "end", *end);
    }
    return period;
}

FhirJson fhirResource(std::string_view type, const Uuid& id)
{
    return {{"resourceType", type},
            {"id", id.text()},
            {"meta", {{"tag", FhirJson::array({fhirCoding(FhirCode::PatientAsserted)})}}}};
}

void putFhir(FhirJson& object, const char* key, FhirJson value)
{
    if (!value.empty()) {
        object[key] = std::move(value);
    }
}

void putFhirTime(FhirJson& object, const char* key, const Moment& moment)
{
    if (auto time = fhirTime(moment)) {
        object[key] = std::move(*time);
    }
}

void putFhirText(FhirJson& object, const char* key, std::string_view text)
{
    if (std::string clean = plainText(text); !clean.empty()) {
        object[key] = std::move(clean);
    }
}

} // namespace unclench
