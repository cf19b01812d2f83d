// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/scratch.h"

#include "tests/support/temp_folder.h"

#include <algorithm>

namespace unclench::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFileMark = "## ";
constexpr std::size_t kLongestScratchName = 64;

/// Of what a folder can hold, and nothing outside of it.
bool isScratchName(std::string_view name)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/';
    };
    return !name.empty() && name.size() <= kLongestScratchName && name.front() != '/' &&
           name.back() != '/' && name.find("..") == std::string_view::npos &&
           std::count(name.begin(), name.end(), '/') <= 1 &&
           std::all_of(name.begin(), name.end(), isPlain);
}

void writeScratch(const fs::path& folder, std::string_view name, std::string_view bytes)
{
    if (!isScratchName(name)) {
        return;
    }
    std::error_code error; // the name of a file that is there as a folder, or the other way round
    fs::create_directories((folder / name).parent_path(), error);
    tests::writeBytes(folder / name, bytes);
}

} // namespace

fs::path emptyScratch()
{
    static const tests::TempFolder kFolder;
    for (const auto& entry : fs::directory_iterator{kFolder.path()}) {
        fs::remove_all(entry.path());
    }
    return kFolder.path();
}

fs::path scratchFile(std::string_view bytes)
{
    fs::path file = emptyScratch() / "input";
    tests::writeBytes(file, bytes);
    return file;
}

void writeFiles(const fs::path& folder, std::string_view bytes)
{
    std::string_view name;
    std::string_view begin = bytes; // of what the file with that name holds
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        std::string_view line = bytes.substr(0, end);
        if (line.starts_with(kFileMark)) {
            writeScratch(folder, name, begin.substr(0, begin.size() - bytes.size()));
            line.remove_prefix(kFileMark.size());
            name = line.substr(0, line.find_last_not_of("\r\n") + 1);
            begin = bytes.substr(end);
        }
        bytes.remove_prefix(end);
    }
    writeScratch(folder, name, begin);
}

} // namespace unclench::fuzz
