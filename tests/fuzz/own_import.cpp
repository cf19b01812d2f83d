// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/own_import.h"

#include "core/exchange/csv_export.h"
#include "core/exchange/json_export.h"
#include "core/exchange/picture_files.h"
#include "core/store/schema.h"
#include "tests/fuzz/promise.h"
#include "tests/support/exchange.h"

#include <numeric>

namespace unclench::fuzz {

namespace {

namespace fs = std::filesystem;

/// Takes everything: to see what gets so far, a diary is too slow.
class EverythingTaken : public RowSink {
public:
    std::int64_t rows = 0;

    std::optional<std::string> add(const AnyRecord&) override { return take(); }
    std::optional<std::string> add(const OldVersion&) override { return take(); }
    std::optional<std::string> add(const ErasedRecord&) override { return take(); }

private:
    std::optional<std::string> take()
    {
        ++rows;
        return std::nullopt;
    }
};

void lookAtProblems(const ImportProblems& problems)
{
    const auto count = static_cast<std::size_t>(problems.count());
    promise(problems.first().size() == std::min(count, ImportProblems::kMostKept),
            "the first problems are kept");
    for (const ImportProblem& problem : problems.first()) {
        promise(problem.line >= 0 && problem.row >= 0, "a problem has its place");
        promise(problem.given.size() <= ImportProblems::kMostQuoted, "a problem quotes little");
    }
}

void lookAtPictures(const fs::path& exported, std::int64_t expected)
{
    std::int64_t pictures = 0;
    eachPicture(exported, [&](const std::string& name, std::string_view) {
        promise(isPictureName(name), "a picture stays in its folder");
        ++pictures;
    });
    promise(pictures == expected, "each picture that was counted is there");
}

fs::path exportAgain(Database& database, const ImportRead& read, const fs::path& target)
{
    DiaryRows rows{database};
    ExportHeader header = read.header;
    header.schema = schemaVersion();
    if (read.form == ExportForm::Json) {
        exportJson(rows, header, {}, target, {});
    } else {
        exportCsv(rows, header, {}, target, {});
    }
    return target;
}

} // namespace

void importOwn(const fs::path& exported)
{
    EverythingTaken everything;
    const ImportRead read = readExport(exported, schemaVersion(), everything, {});
    lookAtProblems(read.problems);
    promise(std::accumulate(read.counts.rows.begin(), read.counts.rows.end(), std::int64_t{0}) ==
                everything.rows,
            "as many rows as were counted");
    if (!read.problems.isEmpty()) {
        return;
    }
    lookAtPictures(exported, read.counts.pictures);

    tests::Taken taken{exported};
    lookAtProblems(taken.read.problems);
    if (!taken.read.problems.isEmpty() || !taken.orphans.empty()) {
        return;
    }
    const fs::path again = exported.parent_path() / (exported.filename().string() + ".again");
    tests::Taken twice{exportAgain(taken.staged.database(), taken.read, again)};
    fs::remove_all(again);
    promise(twice.read.problems.isEmpty() && twice.orphans.empty(), "what was taken can be taken");
    promise(twice.read.counts.rows == taken.read.counts.rows, "nothing is lost");
    promise(tests::allRows(twice.staged.database()) == tests::allRows(taken.staged.database()),
            "what was taken comes back as it was");
}

} // namespace unclench::fuzz
