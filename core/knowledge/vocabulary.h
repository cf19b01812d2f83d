// SPDX-License-Identifier: GPL-3.0-or-later
// The words a diary is written in: ids of regions, symptoms, triggers and so on, each with its
// sources.
#pragma once

#include "core/knowledge/names.h"

#include <array>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

enum class Side { Left, Right, Both, Middle };
template <>
inline constexpr std::array kNames<Side> = std::to_array<std::string_view>({"left", "right", "both",
                                                                            "middle"});

enum class Topic {
    Region,
    Quality,
    Pattern,
    Sign,
    Symptom,
    Trigger,
    Activity,
    Function,
    Relief,
    MedicineClass,
    Condition
};
template <>
inline constexpr std::array kNames<Topic> = std::to_array<std::string_view>(
    {"regions", "qualities", "patterns", "signs", "symptoms", "triggers", "activities", "functions",
     "relief", "medicine_classes", "conditions"});

/// One word of the vocabulary. `sides` is empty where a side makes no sense; `cautions` (ids) and
/// `names` (how such a medicine is called, lower case) only on medicine classes.
struct Term {
    std::string id;
    std::vector<Side> sides;
    bool isModifiable = false;
    std::vector<std::string> cautions;
    std::vector<std::string> names;
    std::vector<std::string> sources;
};

/// Where a clinical statement comes from; the title is what a person is shown.
struct Source {
    std::string id;
    std::string title;
};

/// Knowledge that is not as this program needs it: names the file, the row and what is wrong. The
/// program refuses to run on it.
class KnowledgeError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Read once at start, passed by reference, never changed.
class Vocabulary {
public:
    /// The knowledge that was built into the program, read at the first call. Throws
    /// KnowledgeError.
    [[nodiscard]] static const Vocabulary& builtIn();

    /// Throws KnowledgeError on anything but the documented form (docs/architecture.md, Knowledge).
    [[nodiscard]] static Vocabulary parse(std::string_view vocabulary, std::string_view sources);

    [[nodiscard]] std::span<const Term> terms(Topic topic) const;
    /// nullptr: no such word.
    [[nodiscard]] const Term* find(Topic topic, std::string_view id) const;
    [[nodiscard]] bool knows(Topic topic, std::string_view id) const
    {
        return find(topic, id) != nullptr;
    }
    /// The class of a medicine that is widely known under `name`, whatever its case; nullptr: not
    /// known.
    [[nodiscard]] const Term* medicineClassOf(std::string_view name) const;
    [[nodiscard]] std::span<const Source> sources() const { return m_sources; }

private:
    std::map<Topic, std::vector<Term>> m_terms;
    std::vector<Source> m_sources;
};

} // namespace unclench
