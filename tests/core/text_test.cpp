// SPDX-License-Identifier: GPL-3.0-or-later
// Which texts may enter the diary.
#include "core/knowledge/text.h"
#include "tests/support/case_name.h"

#include <gtest/gtest.h>

#include <ostream>

namespace unclench {
namespace {

using namespace std::string_view_literals;

struct TextCase {
    const char* name;
    std::string_view text;
    TextFault fault;

    friend void PrintTo(const TextCase& c, std::ostream* out) { *out << c.name; }
};

class Text : public testing::TestWithParam<TextCase> {};

TEST_P(Text, IsJudged)
{
    EXPECT_EQ(faultOf(GetParam().text, 64), GetParam().fault);
}

const TextCase kTexts[] = {
    {"empty", "", TextFault::None},
    {"plain", "a stiff morning", TextFault::None},
    {"line breaks and tabs", "one\r\n\ttwo", TextFault::None},
    {"two bytes", "\xC3\xBC", TextFault::None},
    {"three bytes", "\xE2\x82\xAC", TextFault::None},
    {"an emoji", "\xF0\x9F\x98\xA3", TextFault::None},
    {"an emoji of several parts", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC", TextFault::None},
    {"written from right to left", "\xD8\xB8\xD9\x87\xD8\xB1\xD9\x8A", TextFault::None},
    {"a mark that turns the direction", "\xE2\x80\xAE", TextFault::None},
    {"the last before the surrogates", "\xED\x9F\xBF", TextFault::None},
    {"the first after the surrogates", "\xEE\x80\x80", TextFault::None},
    {"the last character", "\xF4\x8F\xBF\xBF", TextFault::None},
    {"a noncharacter", "\xEF\xBF\xBE", TextFault::None},
    {"NUL", "\0"sv, TextFault::HoldsNul},
    {"NUL inside", "a\0b"sv, TextFault::HoldsNul},
    {"NUL at the end", "a\0"sv, TextFault::HoldsNul},
    {"Latin 1",
     "R\xFC"
     "cken"sv,
     TextFault::NotUtf8},
    {"a continuation alone", "\x80", TextFault::NotUtf8},
    {"a sequence cut after one byte", "\xE2", TextFault::NotUtf8},
    {"a sequence cut after two bytes", "\xE2\x82", TextFault::NotUtf8},
    {"a sequence cut after three bytes", "\xF0\x9F\x98", TextFault::NotUtf8},
    {"a sequence cut by a letter", "\xE2\x82X", TextFault::NotUtf8},
    {"overlong in two bytes", "\xC1\x81", TextFault::NotUtf8},
    {"NUL overlong in two bytes", "\xC0\x80", TextFault::NotUtf8},
    {"overlong in three bytes", "\xE0\x9F\xBF", TextFault::NotUtf8},
    {"overlong in four bytes", "\xF0\x8F\xBF\xBF", TextFault::NotUtf8},
    {"the first surrogate", "\xED\xA0\x80", TextFault::NotUtf8},
    {"the last surrogate", "\xED\xBF\xBF", TextFault::NotUtf8},
    {"beyond the last character", "\xF4\x90\x80\x80", TextFault::NotUtf8},
    {"a lead byte of five", "\xF8\x88\x80\x80\x80", TextFault::NotUtf8},
    {"FE", "\xFE", TextFault::NotUtf8},
    {"FF after good text", "fine so far \xFF", TextFault::NotUtf8},
};
INSTANTIATE_TEST_SUITE_P(All, Text, testing::ValuesIn(kTexts), tests::caseName<TextCase>);

TEST(TextLength, CountsBytesAndIncludesItsLimit)
{
    EXPECT_EQ(faultOf("1234", 4), TextFault::None);
    EXPECT_EQ(faultOf("12345", 4), TextFault::TooLong);
    EXPECT_EQ(faultOf("\xF0\x9F\x98\xA3", 4), TextFault::None);
    EXPECT_EQ(faultOf("\xF0\x9F\x98\xA3.", 4), TextFault::TooLong);
}

TEST(LowerAscii, LeavesEverythingElse)
{
    EXPECT_EQ(lowerAscii("IbuPROFEN 400 \xC3\x9C@[`{"), "ibuprofen 400 \xC3\x9C@[`{");
}

} // namespace
} // namespace unclench
