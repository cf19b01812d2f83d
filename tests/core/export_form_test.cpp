// SPDX-License-Identifier: GPL-3.0-or-later
// The bricks of an export: times, Base64, cells of CSV.
#include "core/exchange/base64.h"
#include "core/exchange/csv_text.h"
#include "core/exchange/exact_time.h"
#include "core/exchange/export_scope.h"
#include "tests/support/case_name.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <gmock/gmock.h>

#include <limits>
#include <ostream>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using tests::at;
using tests::TempFolder;

TEST(ExactTime, IsIsoWithMillisecondsInUtc)
{
    EXPECT_EQ(exactText(at("2026-03-02T08:00:00.007+01:00").utc), "2026-03-02T07:00:00.007Z");
    EXPECT_EQ(exactText(UtcTime{}), "1970-01-01T00:00:00.000Z");
}

TEST(ExactTime, KeepsTheOffsetOfAMoment)
{
    EXPECT_EQ(exactText(at("2026-10-25T02:30:00+02:00")), "2026-10-25T02:30:00+02:00");
    EXPECT_EQ(exactText(at("2026-10-25T02:30:00.250+01:00")), "2026-10-25T02:30:00.250+01:00");
}

TEST(ExactTime, OutsideOfTheYearsOfIsoIsAPlainNumber)
{
    const Moment lastYear{UtcTime{253'402'300'799'999ms}, 60min};
    const Moment sixtyNine{UtcTime{1ms}, -300min};

    EXPECT_EQ(exactText(lastYear), "253402300799999ms+01:00");
    EXPECT_EQ(exactText(sixtyNine), "1ms-05:00");
    EXPECT_EQ(exactText(lastYear.utc + 1ms), "253402300800000msZ");
}

TEST(ExactTime, ComesBackToTheMillisecond)
{
    const UtcTime most{std::chrono::milliseconds{std::numeric_limits<std::int64_t>::max()}};
    for (const UtcTime utc : {UtcTime{}, UtcTime{1ms}, at("2026-03-29T01:00:00+00:00").utc,
                              UtcTime{253'402'300'799'999ms}, most}) {
        EXPECT_EQ(exactUtc(exactText(utc)), utc);
        for (const auto offset : {0min, 345min, -570min, 1080min, -1080min}) {
            EXPECT_EQ(exactMoment(exactText(Moment{utc, offset})), (Moment{utc, offset}));
        }
    }
}

TEST(ExactTime, RefusesWhatHasNoOffsetOrLiesBefore1970)
{
    for (const char* text : {"", "2026-03-02", "2026-03-02T08:00:00", "yesterday", "-1msZ", "5ms",
                             "1970-01-01T00:00:00+01:00", "2026-02-30T08:00:00Z", "msZ"}) {
        EXPECT_FALSE(exactMoment(text)) << text;
    }
}

TEST(Base64, IsThatOfTheRfc)
{
    const std::pair<std::string_view, std::string_view> kVectors[] = {{"", ""},
                                                                      {"f", "Zg=="},
                                                                      {"fo", "Zm8="},
                                                                      {"foo", "Zm9v"},
                                                                      {"foob", "Zm9vYg=="},
                                                                      {"fooba", "Zm9vYmE="},
                                                                      {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : kVectors) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
}

TEST(Base64, ComesBackWhateverTheBytes)
{
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes += static_cast<char>(i);
        EXPECT_EQ(fromBase64(toBase64(bytes)), bytes);
    }
}

TEST(Base64, RefusesWhatIsNone)
{
    for (const char* text : {"Z", "Zg", "Zg=", "Zg==\n", "Z===", "====", "Zh==", "Zm9=", "Zm 9",
                             "Zm9v=", "Zg==Zg=="}) {
        EXPECT_FALSE(fromBase64(text)) << text;
    }
}

const Column kTextColumn{"note", ColumnType::Text, false};
const Column kMaybeColumn{"boot_id", ColumnType::Text, true};

TEST(CsvCell, OfATextIsNoFormulaAndComesBack)
{
    for (const std::string text :
         {"", "a", "=1+1", "+1", "-1", "@sum", "\tx", "\rx", "'", "''x", "a=b", " =1", "\n"}) {
        for (const Column& column : {kTextColumn, kMaybeColumn}) {
            const std::string cell = cellText(column, text);

            EXPECT_EQ(cell.find_first_of("=+-@\t\r"), text.find_first_of("=+-@\t\r") == 0
                                                          ? std::size_t{1}
                                                          : text.find_first_of("=+-@\t\r"));
            EXPECT_EQ(cellValue(column, cell), FlatValue{text}) << text;
        }
    }
}

TEST(CsvCell, TellsNothingFromAnEmptyText)
{
    EXPECT_EQ(cellText(kMaybeColumn, FlatValue{}), "");
    EXPECT_EQ(cellText(kMaybeColumn, std::string{}), "'");
    EXPECT_EQ(cellValue(kMaybeColumn, ""), FlatValue{});
    EXPECT_EQ(cellValue(kMaybeColumn, "'"), FlatValue{std::string{}});
    EXPECT_EQ(cellValue(kTextColumn, ""), FlatValue{std::string{}});
}

TEST(CsvCell, OfANumberKeepsEachBit)
{
    const Column number{"value", ColumnType::Number};
    for (const double value : {0.0, 37.5, 0.1 + 0.2, 1e-300, 68.04, 38.0}) {
        EXPECT_EQ(cellValue(number, cellText(number, value)), FlatValue{value});
    }
    const Column whole{"pain", ColumnType::Whole};
    EXPECT_EQ(cellText(whole, std::int64_t{0}), "0");
    EXPECT_EQ(cellValue(whole, "0"), FlatValue{std::int64_t{0}});
    EXPECT_EQ(cellValue(whole, ""), FlatValue{});
    EXPECT_FALSE(cellValue(whole, "5.0"));
    EXPECT_FALSE(cellValue(whole, "9223372036854775808"));
    EXPECT_FALSE(cellValue(number, "37,5"));
}

TEST(CsvCell, OfAFlagMayBeAsASpreadsheetWritesIt)
{
    const Column flag{"present", ColumnType::Flag};

    EXPECT_EQ(cellValue(flag, cellText(flag, true)), FlatValue{true});
    EXPECT_EQ(cellValue(flag, "FALSE"), FlatValue{false});
    EXPECT_FALSE(cellValue(flag, "1"));
}

TEST(CsvRow, QuotesWhatNeedsIt)
{
    EXPECT_EQ(csvRow({"a", "b,c", "d\"e", "f\ng", "h\ri", " j", ""}),
              "a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h\ri\",\" j\",\r\n");
}

using CsvRows = std::vector<std::vector<std::string>>;

struct CsvCase {
    const char* name;
    std::string text;
    CsvRows rows;
    bool isBroken = false;

    friend void PrintTo(const CsvCase& c, std::ostream* out) { *out << c.name; }
};

class CsvText : public testing::TestWithParam<CsvCase> {};

TEST_P(CsvText, IsReadAsItIsMeant)
{
    const TempFolder temp;
    tests::writeBytes(temp / "a.csv", GetParam().text);
    FileInput input{temp / "a.csv"};
    CsvReader reader{input};
    CsvRows rows;
    std::vector<std::string> cells;

    while (reader.next(cells)) {
        rows.push_back(cells);
    }

    EXPECT_EQ(rows, GetParam().rows);
    EXPECT_EQ(reader.isBroken(), GetParam().isBroken);
}

const CsvCase kCsvCases[] = {
    {"an empty file", "", {}},
    {"blank lines", "\r\n\n\r", {}},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "a,b\r\n",
     {{"a", "b"}}},
    {"three ways to end a row",
     "a,b\r\nc,d\ne,f\rg,h",
     {{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}},
    {"empty cells", ",\r\n,,\r\n", {{"", ""}, {"", "", ""}}},
    {"quoted ends of rows", "\"a\r\nb\",\"c\rd\"\r\n", {{"a\r\nb", "c\rd"}}},
    {"doubled quotes", "\"\"\"\",\"a\"\"b\"\r\n", {{"\"", "a\"b"}}},
    {"a quote that never ends", "a,b\r\n\"c,d\r\n", {{"a", "b"}}, true},
    {"something behind a quote", "\"a\"b,c\r\n", {}, true},
    {"a quote in the middle", "a\"b,c\r\n", {}, true},
    {"a quoted cell at the end of the file", "a,\"b\"", {{"a", "b"}}},
};
INSTANTIATE_TEST_SUITE_P(All, CsvText, testing::ValuesIn(kCsvCases), tests::caseName<CsvCase>);

TEST(CsvText, IsTheSameWhereverThePiecesOfAFileEnd)
{
    const TempFolder temp;
    for (const std::size_t length : {65'533U, 65'534U, 65'535U, 65'536U, 65'537U}) {
        const std::vector<std::string> row{std::string(length, 'x') + "\"\r\n", "end"};
        tests::writeBytes(temp / "a.csv", csvRow(row));
        FileInput input{temp / "a.csv"};
        CsvReader reader{input};
        std::vector<std::string> cells;

        ASSERT_TRUE(reader.next(cells));
        EXPECT_EQ(cells, row);
        EXPECT_FALSE(reader.next(cells));
        EXPECT_FALSE(reader.isBroken());
    }
}

TEST(CsvText, KnowsTheLineInWhichARowBegins)
{
    const TempFolder temp;
    tests::writeBytes(temp / "a.csv", "a,b\r\n\"c\r\nd\",e\r\n\r\nf,g\r\n");
    FileInput input{temp / "a.csv"};
    CsvReader reader{input};
    std::vector<std::string> cells;
    std::vector<std::int64_t> lines;

    while (reader.next(cells)) {
        lines.push_back(reader.line());
    }

    EXPECT_THAT(lines, ElementsAre(1, 2, 5));
}

/// Whoever adds a text column says here whether it is what a person writes for themselves alone.
TEST(NoteColumns, AreThoseThatAPersonWritesForThemselves)
{
    std::vector<std::string> notes;
    std::vector<std::string> others;
    for (const Sheet& sheet : sheets()) {
        for (const Column& column : sheet.columns) {
            if (column.type == ColumnType::Text && sheet.kind && column.name != "machine") {
                (isNoteColumn(column.name) ? notes : others)
                    .push_back(std::string{sheet.name} + "." + column.name);
            }
        }
    }

    EXPECT_THAT(notes, ElementsAre("reading.note", "visit.goal", "visit.questions", "visit.said",
                                   "visit.to_do"));
    EXPECT_THAT(others,
                ElementsAre("report.value", "symptom.symptom", "function_limit.function",
                            "condition.condition", "relief.method", "medicine.name",
                            "medicine.class", "medicine.dose", "intake.dose", "profile_entry.value",
                            "setting.key", "setting.value", "answer.question", "answer.flags",
                            "alert.rule", "alert.because", "care_session.begin_boot_id",
                            "care_session.end_boot_id", "skin_check.at_boot_id",
                            "seat_span.boot_id", "seat_event.at_boot_id", "own_exercise.name",
                            "own_exercise.text", "own_exercise.picture", "saved_filter.name",
                            "saved_filter.search", "saved_filter.from_day", "saved_filter.to_day",
                            "saved_filter.place", "saved_filter.symptom", "saved_filter.trigger_id",
                            "visit.provider", "visit.from_day", "visit.to_day", "visit.sections",
                            "background.text"));
}

} // namespace
} // namespace unclench
