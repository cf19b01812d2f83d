// SPDX-License-Identifier: GPL-3.0-or-later
// The rules held against a diary at a moment: what is true now, what is to be asked, and when to
// look again.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/redflags/told.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace unclench {

/// One rule that is true.
struct RuleFinding {
    Level level = Level::CheckIn;
    std::vector<std::string> because;
    /// When the latest yes behind it was told. Absent: no yes is behind it.
    std::optional<UtcTime> told;
    /// Every yes behind it was told over two weeks after it was so: an emergency of that kind is
    /// asked about, not raised.
    bool isOldNews = false;
};

struct Findings {
    /// By the id of the rule. These may raise an alert.
    std::map<std::string, RuleFinding, std::less<>> fresh;
    /// The same and those that rest on what was told in an earlier episode: they keep an open alert
    /// open.
    std::map<std::string, RuleFinding, std::less<>> all;
    /// The episode that is open or ended less than 24 h ago.
    std::optional<Uuid> episode;
    /// When that episode was told.
    UtcTime episodeTold{};
};

/// What is true at `at`; nothing that lies after it is seen. Requires: `at` <= `told.now`.
[[nodiscard]] Findings
findAt(const RedFlags& rules, const Vocabulary& vocabulary, const Told& told, const Moment& at);

/// Ids of the questions that a rule asks for at `told.now`, in the order of the rules.
[[nodiscard]] std::vector<std::string>
questionsAskedFor(const RedFlags& rules, const Vocabulary& vocabulary, const Told& told);

/// Those moments between `after` and `before`, neither of them counted, in the order of time: at
/// each, time alone can change what `findAt` returns. Never one too few; some may be for nothing.
[[nodiscard]] std::vector<UtcTime>
edgesBetween(const RedFlags& rules, const Told& told, UtcTime after, UtcTime before);

/// The next moment after `after` at which time alone can change what `findAt` returns. Never too
/// late; it may be for nothing. Absent: nothing that was told changes by itself.
[[nodiscard]] std::optional<UtcTime>
nextEdge(const RedFlags& rules, const Told& told, UtcTime after);

} // namespace unclench
