// SPDX-License-Identifier: GPL-3.0-or-later
// 100,000 rows of another program (goal: 5 s until they are in the diary, 100 MB resident): the
// look, the records alone, then what they would bring, and taken into the diary; and
// `sqlite3 .import` of the same rows, as the measure of what reading them takes at least.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "core/engine/foreign_importing.h"
#include "tests/support/resident.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace unclench;

namespace {

constexpr int kRows = 100'000;

/// Takes what it is given and forgets it.
class NoRows : public RowSink {
public:
    std::int64_t count = 0;

    [[nodiscard]] std::optional<std::string> add(const AnyRecord&) override
    {
        ++count;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> add(const OldVersion&) override
    {
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> add(const ErasedRecord&) override
    {
        return std::nullopt;
    }
};

/// Ten stretches of pain an hour apart, every 45 hours, back from `now` to 1975: 10,000 spasms,
/// with all that a row can tell.
void writeRows(const std::filesystem::path& file, UtcTime now)
{
    std::ofstream stream{file};
    stream << "start,end,pain,place,triggers,medication,note\n";
    for (int i = kRows; i > 0; --i) {
        const Moment begin{now - std::chrono::hours{45} * (i / 10 + 1) - std::chrono::hours{i % 10},
                           {}};
        stream << fmt::format("{},{},{},{},{},{},\"note {}, with a comma\"\n", toIso(begin),
                              toIso(begin + std::chrono::minutes{45}), i % 10 + 1,
                              i % 2 == 0 ? "left lower back" : "neck",
                              i % 3 == 0 ? "Stress; rain" : "Twisting",
                              i % 4 == 0 ? "Ibuprofen" : "", i);
    }
}

template <class Work>
void measureImport(const char* what, Work&& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    std::printf("%-44s %7.2f s, %6.0f MB resident\n", what, passed.count(),
                tests::residentMegabytes());
}

} // namespace

int main()
{
    const tests::TempFolder folder;
    const app::SystemClock clock;
    const Moment now = clock.now().wall;
    const std::filesystem::path file = folder / "rows.csv";
    writeRows(file, now.utc);
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ForeignWords words{vocabulary};
    std::printf("%d rows, %.1f MB\n", kRows,
                static_cast<double>(std::filesystem::file_size(file)) / 1'000'000);

    ForeignPreview preview;
    measureImport("look", [&] {
        preview = previewImport(file, {}, {words, Zone::fixed({}), now}, {});
    });
    measureImport("records, kept nowhere", [&] {
        NoRows sink;
        ForeignTarget target{sink, "0123456789ab", now.utc, {}};
        runImport(file, preview, words, target, {});
        std::printf("%lld records\n", static_cast<long long>(sink.count));
    });
    preview = {};

    const auto database = Database::open(folder / "data", {});
    UuidSource uuids;
    Engine engine{*database, clock, vocabulary, uuids};
    std::unique_ptr<ForeignImport> import;
    measureImport("look, and what it would bring", [&] {
        import = std::make_unique<ForeignImport>(file, ForeignWish{}, Zone::fixed({}), now,
                                                 vocabulary, Progress{});
        static_cast<void>(import->brings(*database, false, {}));
    });
    ForeignTaken taken;
    measureImport("taken into the diary", [&] { taken = import->into(engine, false, {}); });
    measureImport("look, and taken a second time", [&] {
        const ForeignImport again{file, ForeignWish{}, Zone::fixed({}),
                                  now,  vocabulary,    Progress{}};
        static_cast<void>(again.into(engine, false, {}));
    });

    Undo again;
    measureImport("taken back", [&] {
        again = std::get<Saved>(engine.journal().revert(taken.merged.undo)).undo;
    });
    measureImport("done again", [&] { static_cast<void>(engine.journal().revert(again)); });

    const std::string command =
        fmt::format("sqlite3 '{}' '.mode csv' '.import {} rows' 2>/dev/null",
                    (folder / "measure.db").string(), file.string());
    measureImport("sqlite3 .import of the same rows", [&] {
        if (std::system(command.c_str()) != 0) {
            std::printf("sqlite3 is not there\n");
        }
    });
    return 0;
}
