// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of other programs, and what a person said of how they are to be read.
#include "core/exchange/foreign_import.h"

#include "core/store/staged_diary.h"
#include "tests/fuzz/promise.h"
#include "tests/fuzz/scratch.h"
#include "tests/fuzz/targets.h"
#include "tests/support/foreign.h"

#include <algorithm>

namespace unclench::fuzz {

namespace {

const ForeignSurroundings& fuzzSurroundings()
{
    static const Vocabulary kVocabulary = Vocabulary::builtIn();
    static const ForeignWords kWords{kVocabulary};
    static const ForeignSurroundings kSurroundings{
        kWords, Zone::named("Europe/Berlin", std::chrono::hours{1}),
        tests::at("2026-03-02T08:00:00+01:00")};
    return kSurroundings;
}

/// A mapping in the first line, which is taken off then.
std::optional<ColumnMapping> takeMapping(std::string_view& bytes)
{
    if (!bytes.starts_with('{')) {
        return std::nullopt;
    }
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const auto mapping = parseMapping(line);
    if (std::get_if<MappingFault>(&mapping) != nullptr) {
        return std::nullopt;
    }
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    return std::get<ColumnMapping>(mapping);
}

void lookAtForeignProblems(const ForeignProblems& problems)
{
    const auto count = static_cast<std::size_t>(problems.count());
    promise(problems.first().size() == std::min(count, ForeignProblems::kMostKept),
            "the first problems are kept");
    for (const ForeignProblem& problem : problems.first()) {
        promise(problem.line >= 0 && problem.otherLine >= 0, "a problem has its place");
        promise(isWhole(problem.fault) || problem.line > 0, "that of a line has its line");
    }
}

ForeignRecords take(const std::filesystem::path& file, const ForeignPreview& preview, RowSink& sink)
{
    const auto& surroundings = fuzzSurroundings();
    ForeignTarget target{sink, "0123456789ab", surroundings.now.utc, {}};
    return runImport(file, preview, surroundings.words, target, {});
}

} // namespace

void foreignImport(std::string_view bytes)
{
    ForeignWish wish;
    wish.mapping = takeMapping(bytes);
    const auto file = scratchFile(bytes);
    ForeignPreview preview = previewImport(file, wish, fuzzSurroundings(), {});
    lookAtForeignProblems(preview.problems);
    if (!preview.plan && preview.isDateOrderGuessed) { // a person would be asked
        wish.dateOrder = DateOrder::DayFirst;
        preview = previewImport(file, wish, fuzzSurroundings(), {});
        lookAtForeignProblems(preview.problems);
    }
    promise((preview.plan == nullptr) == preview.problems.hasWhole(),
            "without a fault of the whole file it can be taken");
    if (!preview.plan) {
        return;
    }

    tests::KeptRows first;
    const ForeignRecords made = take(file, preview, first);
    promise(made.episodes == preview.episodes && made.bouts == preview.bouts &&
                made.painFreeDays == preview.painFreeDays,
            "what comes is what was shown");
    tests::KeptRows second;
    promise(take(file, preview, second) == made && first.records == second.records,
            "the same file is the same records");
    if (!first.records.empty()) {
        StagedDiary staged; // throws where it refuses one
        static_cast<void>(take(file, preview, staged));
        promise(staged.finish().empty(), "nothing refers to what is not there");
    }
}

void columnMapping(std::string_view bytes)
{
    const auto parsed = parseMapping(bytes);
    if (const auto* mapping = std::get_if<ColumnMapping>(&parsed)) {
        const auto again = parseMapping(toJson(*mapping));
        promise(std::get_if<ColumnMapping>(&again) != nullptr &&
                    std::get<ColumnMapping>(again) == *mapping,
                "a mapping is read as it is written");
    }
}

} // namespace unclench::fuzz
