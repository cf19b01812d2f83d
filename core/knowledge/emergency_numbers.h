// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to call in which country, from resources/knowledge/emergency_numbers.json.
#pragma once

#include "core/knowledge/vocabulary.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unclench {

struct EmergencyNumber {
    /// ISO 3166-1 alpha-2, in capitals.
    std::string country;
    /// To dial in an emergency: digits, with spaces for reading.
    std::string number;
    /// A line for what can wait; many countries have none for all of their people.
    std::optional<std::string> advice;
    /// Titles, as a person is shown them. Where `advice` has its own, both.
    std::vector<std::string> sources;
};

/// Read once at start, passed by reference, never changed.
class EmergencyNumbers {
public:
    /// The knowledge that was built into the program, read at the first call. Throws
    /// KnowledgeError.
    [[nodiscard]] static const EmergencyNumbers& builtIn();
    /// Throws KnowledgeError on anything but the documented form (docs/architecture.md, Knowledge).
    [[nodiscard]] static EmergencyNumbers parse(std::string_view bytes);

    /// nullptr: not known. Then the person is asked and no number is shown: a wrong one is worse.
    [[nodiscard]] const EmergencyNumber* find(std::string_view country) const;
    [[nodiscard]] std::span<const EmergencyNumber> all() const { return m_numbers; }
    [[nodiscard]] std::span<const Source> sources() const { return m_sources; }

private:
    std::vector<EmergencyNumber> m_numbers;
    std::vector<Source> m_sources;
};

} // namespace unclench
