// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the page for the doctor on ten years (20,000 episodes, 100,000 readings, 75,000
// spans of sitting), beyond the chronicle that its timeline needs anyway: of the whole diary (goal:
// 150 ms) and of the last 180 days.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "tests/support/history.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>

using namespace unclench;

namespace {

constexpr int kEpisodes = 20'000;
constexpr int kSpans = 75'000;

/// Made once for all that is measured.
class TenYears {
public:
    TenYears()
    {
        std::filesystem::remove_all(m_folder);
        {
            const auto database = Database::open(m_folder, {});
            const UtcTime now = m_clock.now().wall.utc;
            tests::writeHistory(*database, kEpisodes, now - std::chrono::days{2});
            tests::writeSitting(*database, kSpans, now);
        }
        m_database = Database::open(m_folder, {});
        m_engine = std::make_unique<Engine>(*m_database, m_clock, m_vocabulary, m_uuids);
    }
    ~TenYears()
    {
        m_engine.reset();
        m_database.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    TenYears(const TenYears&) = delete;
    TenYears& operator=(const TenYears&) = delete;

    [[nodiscard]] Engine& engine() { return *m_engine; }
    [[nodiscard]] Period lastDays(int days) const
    {
        return {m_clock.now().wall.utc - std::chrono::days{days}, std::nullopt};
    }

private:
    std::filesystem::path m_folder =
        std::filesystem::temp_directory_path() / "unclench-report-bench";
    app::SystemClock m_clock;
    Vocabulary m_vocabulary = Vocabulary::builtIn();
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Engine> m_engine;
};

void measure(TenYears& diary, const char* what, auto work)
{
    benchmark::RegisterBenchmark(what, [&diary, work](benchmark::State& state) {
        for ([[maybe_unused]] auto round : state) {
            work(diary.engine());
        }
    })->Unit(benchmark::kMillisecond);
}

} // namespace

int main(int argc, char* argv[])
{
    benchmark::Initialize(&argc, argv);
    TenYears diary;
    const Chronicle chronicle = diary.engine().chronicle();
    const Period halfYear = diary.lastDays(180);
    measure(diary, "chronicle",
            [](Engine& engine) { benchmark::DoNotOptimize(engine.chronicle()); });
    measure(diary, "summary of ten years, chronicle read before",
            [&](Engine& engine) { benchmark::DoNotOptimize(engine.summary({}, chronicle)); });
    measure(diary, "summary of 180 days, chronicle read before",
            [&](Engine& engine) { benchmark::DoNotOptimize(engine.summary(halfYear, chronicle)); });
    measure(diary, "summary of ten years",
            [](Engine& engine) { benchmark::DoNotOptimize(engine.summary({})); });
    measure(diary, "long version of 180 days",
            [&](Engine& engine) { benchmark::DoNotOptimize(engine.longVersion(halfYear)); });
    measure(diary, "long version of ten years",
            [](Engine& engine) { benchmark::DoNotOptimize(engine.longVersion({})); });
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
