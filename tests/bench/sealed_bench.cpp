// SPDX-License-Identifier: GPL-3.0-or-later
// An encrypted backup of ten years, made and opened, beyond what the passphrase's key itself takes.
#include "core/exchange/sealed_stream.h"
#include "core/store/database.h"
#include "tests/support/history.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

using namespace unclench;

namespace {

namespace fs = std::filesystem;
using Stopwatch = std::chrono::steady_clock;

constexpr int kEpisodes = 20'000;
constexpr int kRounds = 5;

/// The median of the rounds, in milliseconds.
double median(const std::function<void()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < kRounds; ++i) {
        const auto begin = Stopwatch::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(Stopwatch::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main()
{
    const fs::path folder = fs::temp_directory_path() / "unclench-sealed-bench";
    fs::remove_all(folder);
    const auto database = Database::open(folder / "data", {});
    tests::writeHistory(*database, kEpisodes,
                        std::chrono::floor<std::chrono::milliseconds>(
                            std::chrono::system_clock::now() - std::chrono::days{2}));
    fs::create_directories(folder / "stick");
    const fs::path file = folder / "stick" / "bench.unclench-sealed";
    const Secret passphrase{std::string_view{"correct horse battery staple"}};

    const double key = median([&] {
        const SealingStream stream{[](std::span<const unsigned char>) { return true; }, 0,
                                   passphrase, RecoveryKey::random(), SealCost{}};
    });
    const double made = median([&] {
        fs::remove(file);
        if (std::holds_alternative<TargetRefusal>(sealBackup(*database, file, passphrase, {}))) {
            std::abort();
        }
    });
    const double size = static_cast<double>(fs::file_size(file)) / 1e6;
    const double opened = median([&] {
        fs::remove_all(folder / "unpacked");
        if (std::holds_alternative<SealFault>(
                openSealed(file, passphrase, folder / "unpacked", {}))) {
            std::abort();
        }
    });
    std::printf("the passphrase's key alone:           %6.0f ms\n", key);
    std::printf("encrypted backup, %5.1f MB: made in   %6.0f ms beyond that (at most 1500)\n", size,
                made - key);
    std::printf("                            opened in %6.0f ms beyond that\n", opened - key);
    fs::remove_all(folder);
}
