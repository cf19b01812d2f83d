// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts that FHIR resources are made of.
#pragma once

#include "core/diary/uuid.h"
#include "core/exchange/fhir_codes.h"
#include "core/time/moment.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace unclench {

/// Keys stay in the order in which they were put in: that of the FHIR definitions.
using FhirJson = nlohmann::ordered_json;

/// With its offset; one that FHIR does not know (beyond 14 h) is made UTC. Absent: not in the years
/// 1970 to 9999, which only a broken clock gives.
[[nodiscard]] std::optional<std::string> fhirTime(const Moment& moment);
/// What a person reads in the place of a resource. `html`: what stands in its `div`, not empty.
[[nodiscard]] FhirJson fhirNarrative(std::string_view html);
/// The characters of `text` that mean something in XHTML, escaped.
[[nodiscard]] std::string fhirXhtml(std::string_view text);
/// A paragraph for each line of `text` that is not blank; one with a dash where all are.
[[nodiscard]] std::string fhirParagraphs(std::string_view text);

[[nodiscard]] std::string fhirUrl(const Uuid& id);
[[nodiscard]] FhirJson fhirReference(const Uuid& id);
[[nodiscard]] FhirJson fhirCoding(FhirCode code);
/// What made the bundle, as people call it.
inline constexpr std::string_view kFhirMaker = "Unclench";

/// `text` as plainText has it; a dash where that is empty, because FHIR takes no empty text.
[[nodiscard]] std::string fhirText(std::string_view text);
/// A concept in words alone, or with a code.
[[nodiscard]] FhirJson fhirConcept(std::string_view text);
[[nodiscard]] FhirJson fhirConcept(FhirCode code, std::string_view text);
[[nodiscard]] FhirJson fhirCategory(FhirCode code);
[[nodiscard]] FhirJson fhirQuantity(const FhirJson& number, FhirUnit unit);
/// Without what has no time. Empty: neither has.
[[nodiscard]] FhirJson fhirPeriod(const Moment& begin, const std::optional<Moment>& end);

/// Its type, its id, and that the person said so.
[[nodiscard]] FhirJson fhirResource(std::string_view type, const Uuid& id);

/// Puts `value` under `key`, where there is something in it.
void putFhir(FhirJson& object, const char* key, FhirJson value);
/// The same for a time, and for a text as plainText has it.
void putFhirTime(FhirJson& object, const char* key, const Moment& moment);
void putFhirText(FhirJson& object, const char* key, std::string_view text);

} // namespace unclench
