// SPDX-License-Identifier: GPL-3.0-or-later
// Where the table of a file begins, and what stands in the way of finding it.
#include "core/exchange/foreign_file.h"
#include "core/store/file_error.h"
#include "tests/support/foreign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

namespace unclench {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::faultsOf;
using tests::ForeignFile;
using tests::recordsOf;

TEST(ForeignLayout, WhatExcelSaysOfTheSeparatorIsNoRow)
{
    for (const char* bytes :
         {"sep=;\ndate;pain\n2026-01-05;5\n", "\xEF\xBB\xBFSEP=;\r\ndate;pain\r\n2026-01-05;5\r\n",
          "\"sep=;\"\ndate;pain\n2026-01-05;5\n", "sep=\t\ndate\tpain\n2026-01-05\t5\n",
          "sep=|\ndate|pain\n2026-01-05|5\n", "sep=#\ndate#pain\n2026-01-05#5\n"}) {
        const ForeignFile file{bytes};
        const auto preview = file.preview();

        EXPECT_THAT(faultsOf(preview), IsEmpty()) << bytes;
        EXPECT_THAT(preview.layout.header, ElementsAre("date", "pain")) << bytes;
        EXPECT_EQ(preview.layout.titleLines, 0) << bytes;
        EXPECT_EQ(recordsOf<Reading>(file.records()).at(0).pain, 5) << bytes;
        EXPECT_EQ(preview.first.at(0).line, 3) << bytes;
        EXPECT_THAT(firstForeignRows(file.path(), preview.layout, 9), SizeIs(1)) << bytes;
    }
}

TEST(ForeignLayout, ATitleAboveTheNamesOfTheColumnsIsPassedOver)
{
    for (const char* bytes : {"Exported by X\n\ndate,time,pain\n2026-01-05,08:00,5\n",
                              "Exported by X,,\nat home,,\ndate,time,pain\n2026-01-05,08:00,5\n",
                              "Exported by X, on Monday\n\ndate,time,pain\n2026-01-05,08:00,5\n",
                              "name;Ada\nborn;1990\ndate;time;pain\n2026-01-05;08:00;5\n"}) {
        const ForeignFile file{bytes};
        const auto preview = file.preview();

        EXPECT_THAT(faultsOf(preview), IsEmpty()) << bytes;
        EXPECT_THAT(preview.layout.header, ElementsAre("date", "time", "pain")) << bytes;
        EXPECT_EQ(preview.layout.titleLines, 2) << bytes;
        EXPECT_EQ(recordsOf<Reading>(file.records()).at(0).pain, 5) << bytes;
        EXPECT_THAT(firstForeignRows(file.path(), preview.layout, 9), SizeIs(1)) << bytes;
    }
}

TEST(ForeignLayout, ARowOfTextsIsNoTitleOfAnother)
{
    const ForeignFile file{"date,pain,note\n2026-01-05,5,a\n2026-01-06,4,\"b\"\n"};
    const ForeignFile ragged{"date,pain\n2026-01-05,5,\n2026-01-06,4,\n"};

    EXPECT_EQ(file.preview().layout.firstLine, 1);
    EXPECT_EQ(ragged.preview().layout.firstLine, 1);
    EXPECT_EQ(ragged.preview().rows, 2);
}

TEST(ForeignLayout, AQuoteThatNeverClosesIsToldWithBothLines)
{
    const auto inFirstRow =
        ForeignFile{"date,time,pain,note\n2026-01-05,08:00,5,\"abc\n2026-01-06,08:00,5,x\n"}
            .preview();
    const auto inHeader = ForeignFile{"\"date,pain\n2026-01-05,5\n"}.preview();

    ASSERT_THAT(faultsOf(inFirstRow), ElementsAre("unclosed_quote 2"));
    EXPECT_EQ(inFirstRow.problems.first()[0].otherLine, 4);
    ASSERT_THAT(faultsOf(inHeader), ElementsAre("header_unclosed 1"));
    EXPECT_EQ(inHeader.problems.first()[0].otherLine, 3);
    EXPECT_EQ(inHeader.plan, nullptr);
}

TEST(ForeignLayout, OneBadByteBreaksItsLineAloneInAFileOfUtf8)
{
    const std::string good = "2026-01-05,5,caf\xC3\xA9\n";
    const ForeignFile file{"date,pain,note\n" + good + "2026-01-06,5,caf\xE9\n" + good};
    const ForeignFile marked{"\xEF\xBB\xBF"
                             "date,pain,note\n2026-01-06,5,caf\xE9 \xE9t\xE9\n2026-01-08,5,x\n"};

    EXPECT_EQ(file.preview().layout.encoding, TextEncoding::Utf8);
    EXPECT_THAT(faultsOf(file.preview()), ElementsAre("not_text 3"));
    EXPECT_EQ(marked.preview().layout.encoding, TextEncoding::Utf8);
    EXPECT_THAT(faultsOf(marked.preview()), ElementsAre("not_text 2"));
    EXPECT_THAT(faultsOf(ForeignFile{"\xEF\xBB\xBF"
                                     "date,schm\xE4rz\n2026-01-06,5\n"}
                             .preview()),
                ElementsAre("header_not_text 1"));
    EXPECT_THAT(faultsOf(ForeignFile{"\x7F"
                                     "ELF\x02\x01,\xE4\xE4,\n\x01,\xE4\n"}
                             .preview({.encoding = TextEncoding::Utf8})),
                ElementsAre("no_table 0"));
}

TEST(ForeignLayout, APipeIsRefusedAndNotWaitedFor)
{
    const tests::TempFolder folder;
    const auto pipe = folder / "pipe.csv";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);

    EXPECT_THROW(FileInput{pipe}, NoRegularFile);
    EXPECT_THROW(FileInput{"/dev/zero"}, NoRegularFile);
    EXPECT_FALSE(isForeignFile(pipe));
}

} // namespace
} // namespace unclench
