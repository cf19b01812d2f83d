// SPDX-License-Identifier: GPL-3.0-or-later
// Writes those files of the corpus that no hand can: make_fuzz_seeds tests/fuzz/corpus
#include "core/exchange/csv_export.h"
#include "core/exchange/json_export.h"
#include "core/exchange/sealed_entries.h"
#include "core/exchange/sealed_stream.h"
#include "tests/support/any_history.h"
#include "tests/support/exchange.h"
#include "tests/support/sealing.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>

#include <iostream>
#include <map>

namespace {

using namespace unclench;
namespace fs = std::filesystem;

/// Longer ones make libFuzzer slow and tell it no more.
constexpr std::size_t kLongestSeed = 16 * 1024;

ExportHeader seedHeader()
{
    return {schemaVersion(), tests::at("2026-03-02T08:00:00+01:00"), "0123456789ab", true};
}

/// The files of a folder behind one another, as `writeFiles` takes them.
std::string joined(const fs::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) {
            files[entry.path().lexically_relative(folder).string()] = tests::bytesOf(entry.path());
        }
    }
    std::string all;
    for (const auto& [name, bytes] : files) {
        if (bytes.find('\n') + 1 < bytes.size()) { // there is a row below its header
            all += fmt::format("## {}\n{}", name, bytes);
        }
    }
    return all;
}

void seedExports(const fs::path& corpus)
{
    constexpr int kSeeds = 6;
    int made = 0;
    for (std::uint64_t seed = 1; made < kSeeds; ++seed) {
        const tests::TempFolder temp;
        fs::create_directory(temp / "pictures");
        tests::writeBytes(temp / "pictures" / "x.png", "picture");
        const auto database = Database::inMemory();
        tests::writeRows(*database,
                         tests::HistoryMaker{seed, tests::HistoryMaker::Times::Likely}.make(1));
        DiaryRows rows{*database};
        exportJson(rows, seedHeader(), temp / "pictures", temp / "diary.json", {});
        exportCsv(rows, seedHeader(), {temp / "pictures"}, temp / "diary", {});
        const std::string json = tests::bytesOf(temp / "diary.json");
        const std::string csv = joined(temp / "diary");
        if (json.size() <= kLongestSeed && csv.size() <= kLongestSeed) {
            ++made;
            tests::writeBytes(corpus / "json_import" / fmt::format("history-{}", made), json);
            tests::writeBytes(corpus / "csv_import" / fmt::format("history-{}", made), csv);
        }
    }
}

std::string entry(const std::string& name, const std::string& content)
{
    const auto head = entryHead({name, content.size()});
    return std::string{head.begin(), head.end()} + content;
}

std::string sealedSeed(std::string_view payload)
{
    const auto key = RecoveryKey::read("208H 44RM 2MB1 FC6H 30CH M6RW 3MF1 Z7Z2"
                                       "40GJ 48S4 4MK2 FKSV 50MJ MASC 5MQ2 ZWEY");
    std::string sealed;
    SealingStream stream{
        [&](std::span<const unsigned char> bytes) {
            sealed.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            return true;
        },
        payload.size(), tests::sealPassphrase(), std::get<RecoveryKey>(key), tests::kCheapSeal};
    stream.write({reinterpret_cast<const unsigned char*>(payload.data()), payload.size()});
    stream.finish();
    return sealed;
}

void seedBackups(const fs::path& corpus)
{
    const auto end = entriesEnd();
    const std::string behind{end.begin(), end.end()};
    const std::string diary = entry("unclench.db", "SQLite format 3");
    const std::map<std::string, std::string> payloads{
        {"diary", diary + behind},
        {"pictures", diary + entry("pictures/a.png", "png") + entry("pictures/b.png", "") + behind},
        {"outside", diary + std::string("\x0B\0../evil.png\0\0\0\0\0\0\0\0", 21) + behind},
        {"empty", ""},
    };
    for (const auto& [name, payload] : payloads) {
        tests::writeBytes(corpus / "sealed_entries" / name, payload);
        tests::writeBytes(corpus / "sealed_file" / name, sealedSeed(payload));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "make_fuzz_seeds CORPUS\n";
        return 2;
    }
    const fs::path corpus{argv[1]};
    for (const char* target : {"json_import", "csv_import", "sealed_entries", "sealed_file"}) {
        fs::create_directories(corpus / target);
    }
    seedExports(corpus);
    seedBackups(corpus);
}
