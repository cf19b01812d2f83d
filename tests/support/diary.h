// SPDX-License-Identifier: GPL-3.0-or-later
// A diary in memory with a clock that a test moves, and commands that are expected to succeed.
#pragma once

#include "core/engine/engine.h"
#include "tests/support/knowledge.h"
#include "tests/support/test_clock.h"

#include <gtest/gtest.h>

#include <memory>

namespace unclench::tests {

/// What a command must have done; fails the test where it was refused.
template <class Done>
[[nodiscard]] Done done(const Result<Done>& result)
{
    if (const auto* problems = std::get_if<Problems>(&result)) {
        ADD_FAILURE() << "refused: " << toId(problems->front().kind) << " "
                      << problems->front().field;
        return {};
    }
    return std::get<Done>(result);
}

/// Why a command was refused; fails the test where it was not.
template <class Done>
[[nodiscard]] ProblemKind refusalOf(const Result<Done>& result)
{
    const auto* problems = std::get_if<Problems>(&result);
    if (problems == nullptr || problems->empty()) {
        ADD_FAILURE() << "was not refused";
        return {};
    }
    return problems->front().kind;
}

struct Diary {
    TestClock clock;
    const Vocabulary& vocabulary = tests::vocabulary();
    UuidSource uuids;
    std::unique_ptr<Database> database = Database::inMemory();
    Engine engine{*database, clock, vocabulary, uuids, redFlags()};

    [[nodiscard]] Journal& journal() { return engine.journal(); }
    SpasmSaved log(int pain)
    {
        return done(journal().logSpasm(
            {.pain = pain, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}}));
    }
    Saved end() { return done(journal().endEpisode(std::nullopt)); }
    [[nodiscard]] Course course(const Uuid& episode)
    {
        const auto found = engine.diary().course(episode);
        EXPECT_TRUE(found);
        return found.value_or(Course{});
    }
};

} // namespace unclench::tests
