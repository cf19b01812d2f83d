// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a diary holds: what leaves as JSON or CSV comes back identical.
#include "tests/support/any_history.h"
#include "tests/support/exchange.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace unclench {
namespace {

using tests::HistoryMaker;

std::uint64_t someSeed()
{
    return *rc::gen::noShrink(
        rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint64_t>(0, 1ULL << 62)));
}

std::unique_ptr<Database> someDiary(std::uint64_t seed)
{
    auto database = Database::inMemory();
    tests::writeRows(*database, HistoryMaker{seed}.make());
    return database;
}

void comesBack(Database& database, const ExportWish& wish)
{
    const RowCounts written = tests::exported(database, wish);
    tests::Taken taken{wish.target};

    RC_ASSERT(taken.read.problems.count() == 0);
    RC_ASSERT(taken.orphans.empty());
    RC_ASSERT(taken.read.counts == written);
    RC_ASSERT(tests::allRows(taken.staged.database()) == tests::allRows(database));
}

RC_GTEST_PROP(AnyExport, ComesBackAsItWasFromJson, ())
{
    const tests::TempFolder temp;
    const auto database = someDiary(someSeed());

    comesBack(*database, {.form = ExportForm::Json, .target = temp / "diary.json"});
}

RC_GTEST_PROP(AnyExport, ComesBackAsItWasFromCsv, ())
{
    const tests::TempFolder temp;
    const std::uint64_t seed = someSeed();
    const auto database = someDiary(seed);

    comesBack(
        *database,
        {.form = ExportForm::Csv, .target = temp / "diary", .scope = {}, .hasMark = seed % 2 == 0});
}

RC_GTEST_PROP(AnyExport, HoldsTheSameInBothForms, ())
{
    const tests::TempFolder temp;
    const auto database = someDiary(someSeed());

    const RowCounts json =
        tests::exported(*database, {.form = ExportForm::Json, .target = temp / "diary.json"});
    const RowCounts csv =
        tests::exported(*database, {.form = ExportForm::Csv, .target = temp / "diary"});

    RC_ASSERT(json == csv);
    RC_ASSERT(tests::allRows(tests::Taken{temp / "diary.json"}.staged.database()) ==
              tests::allRows(tests::Taken{temp / "diary"}.staged.database()));
}

/// A part of a diary is a diary: nothing in it refers to what is not in it.
RC_GTEST_PROP(AnyExport, OfAPartIsWhole, ())
{
    const tests::TempFolder temp;
    const std::uint64_t seed = someSeed();
    HistoryMaker chance{seed + 1};
    const auto database = someDiary(seed);
    ExportWish wish{.form = chance.isOneOf(2) ? ExportForm::Json : ExportForm::Csv,
                    .target = temp / "part"};
    std::erase_if(wish.scope.sections, [&](ExportSection) { return chance.isOneOf(2); });
    const UtcTime one = chance.time();
    const UtcTime other = chance.time();
    if (!chance.isOneOf(4)) {
        wish.scope.period = {std::min(one, other), std::max(one, other)};
    }
    wish.scope.hasNotes = chance.isOneOf(2);
    wish.scope.hasDeleted = chance.isOneOf(2);
    wish.scope.hasName = chance.isOneOf(2);

    const RowCounts written = tests::exported(*database, wish);
    tests::Taken taken{wish.target};

    RC_ASSERT(taken.read.problems.count() == 0);
    RC_ASSERT(taken.orphans.empty());
    RC_ASSERT(taken.read.counts == written);
    RC_ASSERT(taken.read.header.hasNotes == wish.scope.hasNotes);
}

} // namespace
} // namespace unclench
