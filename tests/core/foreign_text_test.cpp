// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of other programs become rows and cells, whatever their encoding and their quotes.
#include "core/exchange/foreign_text.h"
#include "tests/support/temp_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using TextFound = ForeignReader::Found;
using TextRows = std::vector<std::vector<std::string>>;

class ForeignTextFile : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file(std::string_view bytes) const
    {
        tests::writeBytes(m_folder / "file", bytes);
        return m_folder / "file";
    }
    [[nodiscard]] std::string decoded(std::string_view bytes, TextEncoding encoding) const
    {
        DecodedInput input{file(bytes), encoding};
        std::string text;
        for (std::string_view piece = input.more(); !piece.empty(); piece = input.more()) {
            text += piece;
        }
        return text;
    }
    /// All rows, and how it ended.
    [[nodiscard]] std::pair<TextRows, TextFound> rows(std::string_view bytes, char separator = ',')
    {
        DecodedInput input{file(bytes), TextEncoding::Utf8};
        ForeignReader reader{input, separator};
        TextRows all;
        std::vector<std::string> cells;
        TextFound found = reader.next(cells);
        for (; found == TextFound::Row; found = reader.next(cells)) {
            all.push_back(cells);
        }
        m_line = reader.line();
        m_lastLine = reader.lastLine();
        return {all, found};
    }

    std::int64_t m_line = 0;
    std::int64_t m_lastLine = 0;

private:
    tests::TempFolder m_folder;
};

/// ASCII as UTF-16.
std::string wide(std::string_view text, bool isLittle)
{
    std::string bytes;
    for (const char sign : text) {
        bytes += isLittle ? std::string{sign, '\0'} : std::string{'\0', sign};
    }
    return bytes;
}

TEST_F(ForeignTextFile, EncodingsAreTold)
{
    EXPECT_EQ(lookOver(file("a,b\nR\xC3\xBC"
                            "cken,1\n"))
                  .encoding,
              TextEncoding::Utf8);
    EXPECT_EQ(lookOver(file("a,b\nR\xFC"
                            "cken,1\n"))
                  .encoding,
              TextEncoding::Windows1252);
    EXPECT_EQ(lookOver(file("\xFF\xFE"s + wide("a,b", true))).encoding, TextEncoding::Utf16Le);
    EXPECT_EQ(lookOver(file("\xFE\xFF"s + wide("a,b", false))).encoding, TextEncoding::Utf16Be);
    EXPECT_EQ(lookOver(file(wide("start,end,pain", true))).encoding, TextEncoding::Utf16Le);
    EXPECT_EQ(lookOver(file(wide("start,end,pain", false))).encoding, TextEncoding::Utf16Be);
    EXPECT_EQ(lookOver(file("a,b\n1,2\0\n"s)).encoding, TextEncoding::Utf8);
    EXPECT_EQ(lookOver(file("\xEF\xBB\xBF\xFC,\xFC")).encoding, TextEncoding::Utf8);
    EXPECT_EQ(lookOver(file("\xC3\xBC,\xFC,b")).encoding, TextEncoding::Utf8);
    EXPECT_EQ(lookOver(file("\xC3\xBC,\xE9\n")).encoding, TextEncoding::Utf8);
    EXPECT_EQ(lookOver(file("\xC3\xBC,\xFC,\xE9,b")).encoding, TextEncoding::Windows1252);
}

TEST_F(ForeignTextFile, ACharacterOnTheEdgeOfAPieceIsOne)
{
    const std::string text = std::string(64 * 1024 - 1, 'a') + "\xC3\xBC" + std::string(9, 'b');

    EXPECT_EQ(lookOver(file(text)).encoding, TextEncoding::Utf8);
    EXPECT_EQ(lookOver(file(std::string(64 * 1024 - 1, 'a') + "\xC3")).encoding,
              TextEncoding::Windows1252);
}

TEST_F(ForeignTextFile, WhatIsNoTextIsTold)
{
    EXPECT_EQ(lookOver(file("PK\x03\x04rest")).nature, FileNature::Zip);
    EXPECT_EQ(lookOver(file("\x1F\x8Brest")).nature, FileNature::Gzip);
    EXPECT_EQ(lookOver(file("SQLite format 3\0"s)).nature, FileNature::Sqlite);
    EXPECT_EQ(lookOver(file("%PDF-1.7")).nature, FileNature::Pdf);
    EXPECT_EQ(lookOver(file("")).length, 0);
}

TEST_F(ForeignTextFile, EveryEncodingBecomesUtf8WithoutItsMark)
{
    EXPECT_EQ(decoded("\xEF\xBB\xBFpain", TextEncoding::Utf8), "pain");
    EXPECT_EQ(decoded("\x80 R\xFC"
                      "cken \x93x\x94",
                      TextEncoding::Windows1252),
              "\xE2\x82\xAC R\xC3\xBC"
              "cken \xE2\x80\x9Cx\xE2\x80\x9D");
    EXPECT_EQ(decoded("\xFF\xFE"s + wide("pain", true), TextEncoding::Utf16Le), "pain");
    EXPECT_EQ(decoded("\xFE\xFF"s + wide("pain", false), TextEncoding::Utf16Be), "pain");
    EXPECT_EQ(decoded("\x3D\xD8\x23\xDE", TextEncoding::Utf16Le), "\xF0\x9F\x98\xA3");
}

TEST_F(ForeignTextFile, HalfACharacterOfUtf16BecomesNoUtf8)
{
    const std::string lone = decoded("\x3D\xD8"
                                     "a\0"s,
                                     TextEncoding::Utf16Le);

    EXPECT_EQ(wellFormedLength(lone), 0U);
    EXPECT_EQ(decoded("a\0b"s, TextEncoding::Utf16Le), "a\xFF");
}

TEST_F(ForeignTextFile, QuotesLineEndsAndSeparatorsAreUnderstood)
{
    EXPECT_THAT(
        rows("a,\"b,\n\"\"c\"\"\"\r\nd,\n\n ,\ne,f").first,
        ElementsAre(ElementsAre("a", "b,\n\"c\""), ElementsAre("d", ""), ElementsAre("e", "f")));
    EXPECT_THAT(rows("a;b\rc;d", ';').first,
                ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d")));
    EXPECT_THAT(rows("5' 6\" tall\tb", '\t').first, ElementsAre(ElementsAre("5' 6\" tall", "b")));
}

TEST_F(ForeignTextFile, AnUnclosedQuoteIsToldWithItsLine)
{
    const auto [read, found] = rows("a,b\n1,2\n3,\"4\n5,6\n7,8");

    EXPECT_EQ(found, TextFound::UnclosedQuote);
    EXPECT_THAT(read, testing::SizeIs(2));
    EXPECT_EQ(m_line, 3);
    EXPECT_EQ(m_lastLine, 5);
}

TEST_F(ForeignTextFile, ALineWithoutEndStopsAtTheLimit)
{
    const auto [read, found] = rows("a,b\n" + std::string(ForeignReader::kLongestRow + 10, 'x'));

    EXPECT_EQ(found, TextFound::TooLong);
    EXPECT_EQ(m_line, 2);
    EXPECT_EQ(rows("a,\"" + std::string(ForeignReader::kLongestRow + 10, 'x')).second,
              TextFound::TooLong);
}

TEST(ForeignWordKey, IsTheSameForAllSpellings)
{
    EXPECT_EQ(wordKey("Lower back (left)"), "lower_back_left");
    EXPECT_EQ(wordKey("  lower-back: LEFT "), "lower_back_left");
    EXPECT_EQ(wordKey("R\xC3\xBC"
                      "cken"),
              "r\xC3\xBC"
              "cken");
    EXPECT_EQ(wordKey("..."), "");
    EXPECT_EQ(trimmed(" \xC2\xA0x\t"), "x");
}

} // namespace
} // namespace unclench
