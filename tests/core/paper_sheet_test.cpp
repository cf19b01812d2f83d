// SPDX-License-Identifier: GPL-3.0-or-later
// A diary from paper becomes records, line by line.
#include "core/exchange/paper_sheet.h"
#include "core/time/iso8601.h"
#include "tests/support/foreign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;
using tests::recordsOf;

class PaperSheet : public testing::Test {
protected:
    using Outcome = std::variant<std::vector<AnyRecord>, std::vector<ForeignProblem>>;

    [[nodiscard]] Outcome outcome(const std::vector<PaperLine>& lines) const
    {
        return recordsOfPaper(lines, Zone::named("Europe/Berlin", {}),
                              tests::at("2026-03-02T08:00:00+01:00"), "0123456789ab", m_vocabulary);
    }
    [[nodiscard]] std::vector<AnyRecord> records(const std::vector<PaperLine>& lines) const
    {
        return std::get<std::vector<AnyRecord>>(outcome(lines));
    }
    [[nodiscard]] ForeignProblem problem(const PaperLine& line) const
    {
        return std::get<std::vector<ForeignProblem>>(outcome({line})).at(0);
    }
    static PaperLine on(const char* day)
    {
        PaperLine line;
        line.day = *parseIsoDay(day);
        return line;
    }

private:
    Vocabulary m_vocabulary = Vocabulary::builtIn();
};

TEST_F(PaperSheet, ALineBecomesASpasm)
{
    PaperLine line = on("2026-01-05");
    line.from = 23h;
    line.to = 1h;
    line.worst = 8;
    line.places = {{"lower_back", Side::Left}};
    line.note = "after gardening";

    const auto all = records({line});

    const auto bouts = recordsOf<Bout>(all);
    ASSERT_THAT(bouts, SizeIs(1));
    EXPECT_EQ(bouts[0].begin, tests::at("2026-01-05T23:00:00+01:00"));
    EXPECT_EQ(bouts[0].end, tests::at("2026-01-06T01:00:00+01:00"));
    const auto readings = recordsOf<Reading>(all);
    ASSERT_THAT(readings, SizeIs(1));
    EXPECT_EQ(readings[0].pain, 8);
    EXPECT_EQ(readings[0].note, "after gardening");
    EXPECT_EQ(recordsOf<Report>(all).at(0).value, R"(["lower_back:left"])");
}

TEST_F(PaperSheet, TheSameLinesMakeTheSameRecords)
{
    PaperLine one = on("2026-01-05");
    one.worst = 3;
    PaperLine zero = on("2026-01-08");
    zero.worst = 0;

    EXPECT_EQ(records({one, zero}), records({one, zero}));
    EXPECT_THAT(recordsOf<PainFreeDay>(records({one, zero})), SizeIs(1));
    EXPECT_EQ(records({one, one}), records({one}));
}

TEST_F(PaperSheet, WhatCannotBeIsToldWithItsLine)
{
    PaperLine ahead = on("2026-03-03");
    PaperLine skipped = on("2025-03-29");
    skipped.from = 23h;
    skipped.to = 2h + 30min; // the clocks jumped over it in that night
    PaperLine much = on("2026-01-05");
    much.worst = 11;

    EXPECT_EQ(problem(ahead).fault, ForeignFault::InTheFuture);
    EXPECT_EQ(problem(ahead).line, 1);
    EXPECT_EQ(problem(skipped).fault, ForeignFault::SkippedTime);
    EXPECT_EQ(problem(much).fault, ForeignFault::PainOutOfRange);
}

TEST_F(PaperSheet, WordsThatNoRecordCouldHoldAreToldAndNotLost)
{
    PaperLine noted = on("2026-01-05");
    noted.worst = 0;
    noted.note = "free day but note";
    PaperLine placed = on("2026-01-05");
    placed.worst = 0;
    placed.places = {{"lower_back", std::nullopt}};
    PaperLine free = on("2026-01-05");
    free.worst = 0;

    EXPECT_EQ(problem(noted).fault, ForeignFault::WordsWithoutPain);
    EXPECT_EQ(problem(placed).fault, ForeignFault::WordsWithoutPain);
    const auto both = std::get<std::vector<ForeignProblem>>(outcome({free, noted}));
    ASSERT_THAT(both, SizeIs(1));
    EXPECT_EQ(both[0].line, 2);
    EXPECT_FALSE(faultOfPaper(noted, Zone::named("Europe/Berlin", {}),
                              tests::at("2026-03-02T08:00:00+01:00")));
}

TEST_F(PaperSheet, ANoteToTheEndOfThePainIsKept)
{
    PaperLine pain = on("2026-01-05");
    pain.from = 8h;
    pain.worst = 6;
    pain.places = {{"lower_back", std::nullopt}};
    PaperLine over = on("2026-01-05");
    over.from = 12h;
    over.worst = 0;
    over.places = pain.places;
    over.note = "gone after a walk";

    const auto readings = recordsOf<Reading>(records({pain, over}));

    ASSERT_THAT(readings, SizeIs(2));
    EXPECT_EQ(readings[1].note, "gone after a walk");
}

} // namespace
} // namespace unclench
