// SPDX-License-Identifier: GPL-3.0-or-later
// Whose a file is that somebody chose, what stands in its first rows, and lines of paper that are
// taken into a diary.
#include "core/exchange/foreign_file.h"

#include "core/engine/foreign_importing.h"
#include "tests/support/diary.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>

#include <fstream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

std::filesystem::path
writeTable(const tests::TempFolder& folder, const char* name, const char* content)
{
    std::ofstream{folder / name, std::ios::binary} << content;
    return folder / name;
}

TEST(ForeignFile, IsWhatIsNeitherNamedNorWrittenAsOurs)
{
    const tests::TempFolder folder;

    EXPECT_TRUE(isForeignFile(writeTable(folder, "table.csv", "start,pain\n2025-01-05,7\n")));
    EXPECT_TRUE(isForeignFile(writeTable(folder, "empty.csv", "")));
    EXPECT_FALSE(isForeignFile(writeTable(folder, "export.txt", "\xEF\xBB\xBF\n {\"format\"")));
    EXPECT_FALSE(isForeignFile(writeTable(folder, "export.json", "start,pain\n")));
    EXPECT_FALSE(isForeignFile(writeTable(folder, "about.csv", "format,version\n")));
    EXPECT_FALSE(isForeignFile(folder.path()));
    EXPECT_FALSE(isForeignFile(folder / "not there.csv"));
}

TEST(ForeignFile, TellsItsFirstRowsAsTheyStand)
{
    const tests::TempFolder folder;
    const auto file =
        writeTable(folder, "table.csv", "start;pain\n2025-01-05;7\n2025-01-06\n2025-01-07;3\n");

    const auto rows = firstForeignRows(file, {.separator = ';', .header = {"start", "pain"}}, 2);

    EXPECT_THAT(rows, ElementsAre(ElementsAre("2025-01-05", "7"), ElementsAre("2025-01-06")));
}

class PaperTest : public testing::Test {
protected:
    static PaperLine on(std::chrono::year_month_day day)
    {
        PaperLine line;
        line.day = std::chrono::local_days{day};
        line.from = 8h;
        line.worst = 7;
        return line;
    }
    PaperTaken take(const std::vector<PaperLine>& typed)
    {
        const auto taken = takePaper(diary.engine, typed, Zone::fixed(60min), {});
        EXPECT_TRUE(std::holds_alternative<PaperTaken>(taken));
        const auto* paper = std::get_if<PaperTaken>(&taken);
        return paper != nullptr ? *paper : PaperTaken{};
    }
    int spasms() { return diary.engine.diary().episodeCount(); }

    tests::Diary diary;
    const std::vector<PaperLine> lines{on(2025y / 1 / 5), on(2025y / 1 / 20)};
};

TEST_F(PaperTest, LinesComeInAsOneStep)
{
    const PaperTaken taken = take(lines);

    EXPECT_EQ(spasms(), 2);
    EXPECT_GT(taken.merged.added, 0);
    EXPECT_FALSE(taken.merged.undo.isEmpty());
}

TEST_F(PaperTest, TwiceIsOnce)
{
    static_cast<void>(take(lines));

    const PaperTaken again = take(lines);

    EXPECT_EQ(spasms(), 2);
    EXPECT_EQ(again.merged.added, 0);
}

TEST_F(PaperTest, WhatWasDeletedComesBackWhenItIsTypedAgain)
{
    static_cast<void>(take(lines));
    const Uuid first = diary.engine.diary().courses({}).front().id;
    static_cast<void>(tests::done(diary.journal().remove(RecordKind::Episode, first)));
    ASSERT_EQ(spasms(), 1);

    const PaperTaken again = take(lines);

    EXPECT_EQ(spasms(), 2);
    EXPECT_GT(again.stoodBack.deleted, 0);
}

TEST_F(PaperTest, OneWrongLineKeepsAllOut)
{
    auto wrong = lines;
    wrong.push_back(on(2099y / 1 / 5));

    const auto taken = takePaper(diary.engine, wrong, Zone::fixed(60min), {});

    const auto* problems = std::get_if<std::vector<ForeignProblem>>(&taken);
    ASSERT_NE(problems, nullptr);
    EXPECT_THAT(*problems,
                ElementsAre(ForeignProblem{.fault = ForeignFault::InTheFuture, .line = 3}));
    EXPECT_EQ(spasms(), 0);
}

} // namespace
} // namespace unclench
