// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes that are kept for fuzzing, among them all with which a parser once failed.
#include "tests/fuzz/targets.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <vector>

namespace unclench {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> keptFor(const fuzz::Target& target)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{fs::path{UNCLENCH_FUZZ_CORPUS} / target.name}) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

class FuzzCorpus : public testing::TestWithParam<fuzz::Target> {};

TEST_P(FuzzCorpus, HoldsNothingThatAParserFailsOn)
{
    const auto files = keptFor(GetParam());

    EXPECT_GE(files.size(), 2U);
    for (const fs::path& file : files) {
        EXPECT_NO_THROW(GetParam().run(tests::bytesOf(file))) << file;
    }
}

TEST_P(FuzzCorpus, NorDoesItFailOnHalfOfThem)
{
    for (const fs::path& file : keptFor(GetParam())) {
        const std::string bytes = tests::bytesOf(file);
        const std::string_view all{bytes};
        EXPECT_NO_THROW(GetParam().run(all.substr(0, all.size() / 2))) << file;
        EXPECT_NO_THROW(GetParam().run(all.substr(all.size() / 2))) << file;
    }
}

TEST_P(FuzzCorpus, NorOnNothing)
{
    EXPECT_NO_THROW(GetParam().run({}));
}

INSTANTIATE_TEST_SUITE_P(All,
                         FuzzCorpus,
                         testing::ValuesIn(fuzz::targets().begin(), fuzz::targets().end()),
                         [](const auto& row) { return std::string{row.param.name}; });

TEST(FuzzCorpora, HaveNoFolderWithoutATarget)
{
    std::vector<std::string> folders;
    for (const auto& entry : fs::directory_iterator{UNCLENCH_FUZZ_CORPUS}) {
        folders.push_back(entry.path().filename().string());
    }

    std::vector<std::string> names;
    for (const fuzz::Target& target : fuzz::targets()) {
        names.emplace_back(target.name);
    }
    EXPECT_THAT(folders, testing::UnorderedElementsAreArray(names));
}

} // namespace
} // namespace unclench
