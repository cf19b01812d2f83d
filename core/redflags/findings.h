// SPDX-License-Identifier: GPL-3.0-or-later
// The rules held against a diary at a moment: what is true now, what is to be asked, and when to
// look again.
#pragma once

#include "core/knowledge/red_flags.h"
#include "core/redflags/facts.h"
#include "core/redflags/told.h"
#include "core/redflags/vantage.h"

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

    friend bool operator==(const RuleFinding&, const RuleFinding&) = default;
};

struct Findings {
    /// Each rule at its place; absent where it is not true. These may raise an alert.
    std::vector<std::optional<RuleFinding>> fresh;
    /// The same and those that rest on what was told in an earlier episode: they keep an open alert
    /// open.
    std::vector<std::optional<RuleFinding>> all;
    /// The episode that is open or ended less than 24 h ago.
    std::optional<Uuid> episode;
    /// When that episode was told.
    UtcTime episodeTold{};

    friend bool operator==(const Findings&, const Findings&) = default;
};

/// What is true at one moment after another. A rule is held against the diary anew only where
/// something that it looked at can have changed since, so thousands of moments cost little more
/// than what happens at them.
class Finder {
public:
    /// `rules` and `told` must outlive it.
    Finder(const RedFlags& rules, const Told& told, const Moment& begin);
    Finder(const Finder&) = delete;
    Finder& operator=(const Finder&) = delete;

    /// What is true at `at`; nothing that lies after it is seen. It holds until the next call.
    /// Requires: `at` <= `told.now`, not before the last one, with the offset of `begin`.
    [[nodiscard]] const Findings& findAt(const Moment& at);

private:
    struct Pass {
        Facts facts;
        /// Each rule at its place.
        std::vector<HeldRule> held;
    };
    void hold(Pass& pass, std::vector<std::optional<RuleFinding>>& found);

    const RedFlags& m_rules;
    Vantage m_now;
    Pass m_fresh;
    Pass m_all;
    Findings m_findings;
};

/// Ids of the questions that a rule asks for at `told.now`, in the order of the rules.
[[nodiscard]] std::vector<std::string> questionsAskedFor(const RedFlags& rules, const Told& told);

/// Those moments between `after` and `before`, neither of them counted, in the order of time: at
/// each, time alone can change what `findAt` returns. Never one too few; some may be for nothing.
[[nodiscard]] std::vector<UtcTime>
edgesBetween(const RedFlags& rules, const Told& told, UtcTime after, UtcTime before);

/// The next moment after `after` at which time alone can change what `findAt` returns. Never too
/// late; it may be for nothing. Absent: nothing that was told changes by itself.
[[nodiscard]] std::optional<UtcTime>
nextEdge(const RedFlags& rules, const Told& told, UtcTime after);

} // namespace unclench
