// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed from paper and not saved yet.
#include "core/exchange/paper_draft.h"

#include "core/store/storage_error.h"
#include "tests/support/temp_folder.h"

#include <fstream>

#include <gtest/gtest.h>

namespace unclench {
namespace {

const std::vector<TypedPaperLine> kTyped{
    {"2.3.", "8", "930", "7", "lower_back:left", "on the \"stairs\"\n"},
    {"no day", "", "", "", "", "\xF0\x9F\x98\x80 \xFF"}};

TEST(PaperDraft, ComesBackAsItWasTyped)
{
    const tests::TempFolder folder;
    EXPECT_TRUE(paperDraft(folder.path()).empty());

    keepPaperDraft(folder.path(), kTyped);

    auto expected = kTyped;
    expected[1].note = "\xF0\x9F\x98\x80 \xEF\xBF\xBD"; // no letter at all is told as that
    EXPECT_EQ(paperDraft(folder.path()), expected);
    const auto mode = std::filesystem::status(folder / kPaperDraftName).permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(PaperDraft, GoesWithTheLastLine)
{
    const tests::TempFolder folder;
    keepPaperDraft(folder.path(), kTyped);

    keepPaperDraft(folder.path(), {});
    keepPaperDraft(folder.path(), {}); // there is none any more

    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(PaperDraft, OneThatCannotBeReadIsNone)
{
    const tests::TempFolder folder;
    for (const char* content : {"", "[{\"day\": 3}]", "{\"day\"", "[[]]", "7"}) {
        std::ofstream{folder / kPaperDraftName} << content;
        EXPECT_TRUE(paperDraft(folder.path()).empty()) << content;
    }
    std::filesystem::remove(folder / kPaperDraftName);
    std::filesystem::create_directory(folder / kPaperDraftName);
    EXPECT_TRUE(paperDraft(folder.path()).empty());
}

TEST(PaperDraft, SaysWhereItCannotBeKept)
{
    const tests::TempFolder folder;
    EXPECT_THROW(keepPaperDraft(folder / "not there", kTyped), StorageError);
}

} // namespace
} // namespace unclench
