// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a FHIR bundle holds beside its codes, and where there is no code, alone.
#pragma once

#include "core/diary/alert.h"
#include "core/diary/details.h"
#include "core/diary/medicine.h"
#include "core/diary/observations.h"
#include "core/diary/visit.h"
#include "core/knowledge/modality.h"
#include "core/knowledge/vocabulary.h"

#include <cstddef>
#include <optional>
#include <string>

namespace unclench {

enum class FhirLabel {
    Pain,
    Spasm,
    Bout, ///< a part of a spasm, from its beginning to its end
    Place,
    AtRest,
    Side,
    Change,
    Since,    ///< for how many days
    Knows,    ///< a clinician knows of it
    Examples, ///< how many examples of a question fit
    Besides,  ///< what was ticked with a question
    NotSure,
    NoPainDay, ///< a whole day without pain
    Temperature,
    Weight,
    Procedure, ///< surgery, an injection or an epidural at the spine
    Skin,
    Visit,
    Goal,
    Questions,
    Said,
    ToDo,
    Document, ///< what the document is called
    Warnings, ///< what the program told the person
    Notice    ///< who says all this, and what it is not
};

/// The parts of the document that name the records in them, in their order.
enum class FhirSection {
    Course, ///< spasms, pain, days without pain
    Symptoms,
    Answers,
    Medicines,
    Tried, ///< heat and cold, and whatever else was done
    Visits
};

/// What it returns is UTF-8 and never empty. An interface, because core has no words.
class FhirWords {
public:
    virtual ~FhirWords() = default;
    [[nodiscard]] virtual std::string label(FhirLabel label) const = 0;
    [[nodiscard]] virtual std::string term(Topic topic, const std::string& id) const = 0;
    [[nodiscard]] virtual std::string place(const Place& place) const = 0;
    [[nodiscard]] virtual std::string detail(DetailField field) const = 0;
    /// That a function is limited, and how much.
    [[nodiscard]] virtual std::string limited(const std::string& function) const = 0;
    [[nodiscard]] virtual std::string limit(int level) const = 0;
    [[nodiscard]] virtual std::string side(Side side) const = 0;
    [[nodiscard]] virtual std::string change(Change change) const = 0;
    [[nodiscard]] virtual std::string effect(Effect effect) const = 0;
    [[nodiscard]] virtual std::string skin(Skin skin) const = 0;
    [[nodiscard]] virtual std::string care(Modality modality,
                                           std::optional<CareKind> kind) const = 0;
    [[nodiscard]] virtual std::string patchSite(PatchSite site) const = 0;
    [[nodiscard]] virtual std::string question(const std::string& rule) const = 0;
    [[nodiscard]] virtual std::string flag(const std::string& rule,
                                           const std::string& flag) const = 0;
    [[nodiscard]] virtual std::string section(FhirSection section) const = 0;
    /// That so many entries belong to a section.
    [[nodiscard]] virtual std::string entries(std::size_t count) const = 0;
    [[nodiscard]] virtual std::string background(BackgroundTopic topic) const = 0;
    /// Why, in the words that the person was shown, how urgent, since when, and how it stands.
    /// Never which illness it might be.
    [[nodiscard]] virtual std::string alert(const Alert& alert) const = 0;
};

} // namespace unclench
