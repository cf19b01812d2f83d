// SPDX-License-Identifier: GPL-3.0-or-later
// One fact as far as it is known, and why.
#pragma once

#include "core/time/moment.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// In rising order, so that "any of" is the greatest and "all of" the least (Kleene's logic).
enum class Truth { No, NotKnown, Yes };

/// How old a thing is that was told: unchanged for over two weeks, or for so long and known to a
/// clinician that it is only recorded (clinical document, 1 and 1.7).
enum class Standing { Fresh, Old, Known };

/// Where a record stands among others: by its moment, at one moment by when it was told.
struct Rank {
    UtcTime at;
    UtcTime told;
    friend auto operator<=>(const Rank&, const Rank&) = default;
};

struct Fact {
    Truth truth = Truth::NotKnown;
    /// Ids of what made it true; empty unless it is.
    std::vector<std::string> because{};
    /// When the latest yes of a person behind it was told. Absent: there is none behind it, as with
    /// an age or a pattern of readings.
    std::optional<UtcTime> told{};
    /// The last record behind it that an answer can contradict: a yes, and also a trigger or a
    /// condition, which raise nothing anew.
    std::optional<Rank> latest{};
    Standing standing = Standing::Fresh;
    /// Every yes behind it was told long after it was so (an import, a past time).
    bool isOldNews = false;

    [[nodiscard]] bool isYes() const { return truth == Truth::Yes; }

    [[nodiscard]] static Fact from(std::optional<bool> known, std::string_view id)
    {
        if (!known) {
            return {};
        }
        return *known ? Fact{.truth = Truth::Yes, .because = {std::string{id}}}
                      : Fact{.truth = Truth::No};
    }
};

/// Adds to `sum` what another true fact stands on.
void addReasons(Fact& sum, const Fact& part);

} // namespace unclench
