// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file is said with its place, and none of it is taken.
#include "core/engine/importing.h"
#include "core/exchange/csv_text.h"
#include "tests/support/any_history.h"
#include "tests/support/case_name.h"
#include "tests/support/exchange.h"
#include "tests/support/temp_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <ostream>

namespace unclench {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;
using tests::Taken;
using tests::TempFolder;
using tests::writeBytes;

constexpr std::string_view kEpisodeId = "0195aaaa-0000-7000-8000-000000000001";
constexpr std::string_view kReadingId = "0195aaaa-0000-7000-8000-000000000002";

/// A document whose second line is `rest`.
std::string document(std::string_view rest, std::string_view version = "1", int schema = 0)
{
    return fmt::format(
        R"({{"format":"unclench-diary","version":{},"schema":{},)"
        R"("exported":"2026-03-02T08:00:00+01:00","machine":"0123456789ab","notes":true)"
        "{}\n{}}}",
        version, schema == 0 ? schemaVersion() : schema, rest.empty() ? "" : ",", rest);
}

std::string stamp(std::string_view id)
{
    return fmt::format(
        R"("id":"{}","created":"2026-03-02T07:00:00.000Z","updated":"2026-03-02T07:00:00.000Z",)"
        R"("machine":"0123456789ab","deleted":null)",
        id);
}

/// The array in the second line, the episode in the third.
std::string withEpisode(std::string_view rest = {})
{
    return fmt::format("\"episode\":[\n{{{}}}]{}", stamp(kEpisodeId), rest);
}

/// Behind an episode a reading in the fourth line, all of it but for the columns given here.
std::string withReading(std::string_view pain = "5",
                        std::string_view at = R"("2026-03-02T08:00:00+01:00")",
                        std::string_view note = R"("")",
                        std::string_view more = {})
{
    return withEpisode(fmt::format(
        ",\"reading\":[\n{{{},\"episode_id\":\"{}\",\"at\":{},\"pain\":{},\"at_rest\":null,"
        "\"note\":{}{}}}]",
        stamp(kReadingId), kEpisodeId, at, pain, note, more));
}

struct JsonCase {
    const char* name;
    std::string text;
    ImportProblem problem;

    friend void PrintTo(const JsonCase& c, std::ostream* out) { *out << c.name; }
};

class BadJson : public testing::TestWithParam<JsonCase> {};

TEST_P(BadJson, IsSaidWithItsPlace)
{
    const TempFolder temp;
    writeBytes(temp / "a.json", GetParam().text);

    const Import import{temp / "a.json", {}};

    ASSERT_FALSE(import.canBeTaken());
    const ImportProblem& found = import.read().problems.first().front();
    const ImportProblem& meant = GetParam().problem;
    EXPECT_EQ(toId(found.fault), toId(meant.fault));
    EXPECT_EQ(found.sheet, meant.sheet);
    EXPECT_EQ(found.line, meant.line);
    EXPECT_EQ(found.row, meant.row);
    EXPECT_EQ(found.column, meant.column);
    EXPECT_EQ(found.given, meant.given);
    EXPECT_EQ(import.read().problems.count(), 1);
}

using F = ImportFault;
const JsonCase kBadJson[] = {
    {"an empty file", "", {F::NotOurs}},
    {"another file", "\x89PNG\r\n", {F::NotOurs}},
    {"another document", R"({"format":"letter","version":1})", {F::NotOurs}},
    {"a list", "[1, 2]", {F::NotOurs}},
    {"a document without a format", R"({"episode":[]})", {F::NotOurs}},
    {"a newer form", document(R"("planets":[])", "3"), {F::NewerVersion, "", 0, 0, "", "3"}},
    {"a newer diary",
     document(R"("planets":[])", "1", 4711),
     {F::NewerSchema, "", 0, 0, "", "4711"}},
    {"a form that is no number", document("", R"("one")"), {F::WrongForm, "", 0, 0, "version"}},
    {"a file that was cut short", document(withEpisode()).substr(0, 250), {F::Unreadable, "", 3}},
    {"something behind the end", document("") + "\n{}", {F::Unreadable, "", 3}},
    {"a note that is not UTF-8",
     document(withReading("5", R"("2026-03-02T08:00:00+01:00")", "\"\xFF\"")),
     {F::Unreadable, "", 4}},
    {"an array of something else",
     document(R"("planets":[{"name":"Mars"}])"),
     {F::UnknownKey, "", 2, 0, "planets"}},
    {"an array twice",
     document(withEpisode(",\n\"episode\":[]")),
     {F::KeyTwice, "", 4, 0, "episode"}},
    {"an object where an array belongs",
     document(R"("episode":{"id":1})"),
     {F::WrongForm, "episode", 2}},
    {"nothing where an array belongs", document(R"("episode":null)"), {F::WrongForm, "episode", 2}},
    {"a number where a row belongs", document(R"("episode":[7])"), {F::WrongForm, "episode", 2}},
    {"a column that is none",
     document(withReading("5", R"("2026-03-02T08:00:00+01:00")", R"("")", R"(,"mood":"low")")),
     {F::UnknownKey, "reading", 4, 0, "mood"}},
    {"a column twice",
     document(withReading("5", R"("2026-03-02T08:00:00+01:00")", R"("")", R"(,"pain":6)")),
     {F::KeyTwice, "reading", 4, 0, "pain"}},
    {"a column that is missing",
     document(fmt::format("\"reading\":[\n{{{}}}]", stamp(kReadingId))),
     {F::Missing, "reading", 3, 0, "episode_id"}},
    {"nothing where a number belongs",
     document(withReading("null")),
     {F::Missing, "reading", 4, 0, "pain"}},
    {"half a pain", document(withReading("5.5")), {F::WrongForm, "reading", 4, 0, "pain", "5.5"}},
    {"pain in words",
     document(withReading(R"("five")")),
     {F::WrongForm, "reading", 4, 0, "pain", "five"}},
    {"pain in a list", document(withReading("[5]")), {F::WrongForm, "reading", 4, 0, "pain"}},
    {"pain beyond all numbers",
     document(withReading("18446744073709551615")),
     {F::WrongForm, "reading", 4, 0, "pain", "1.8446744073709552e+19"}},
    {"pain 11", document(withReading("11")), {F::BreaksRule, "reading", 4, 0, "pain", "11"}},
    {"a note that is longer than any",
     document(withReading(
         "5", R"("2026-03-02T08:00:00+01:00")", '"' + std::string(1024 * 1024 + 1, 'x') + '"')),
     {F::TooLong, "reading", 4, 0, "note"}},
    {"a report of another form",
     document(withEpisode(fmt::format(
         ",\"report\":[\n{{{},\"episode_id\":\"{}\",\"at\":\"2026-03-02T08:00:00+01:00\","
         "\"field\":\"note\",\"value\":\"7\"}}]",
         stamp(kReadingId),
         kEpisodeId))),
     {F::BreaksRule, "report", 4, 0, "value, field"}},
    {"a time without an offset",
     document(withReading("5", R"("2026-03-02T08:00:00")")),
     {F::WrongForm, "reading", 4, 0, "at", "2026-03-02T08:00:00"}},
    {"an id that is none",
     document(R"("episode":[{)" + stamp("me") + "}]"),
     {F::WrongForm, "episode", 2, 0, "id", "me"}},
    {"an id twice",
     document(fmt::format("\"episode\":[{{{0}}},\n{{{0}}}]", stamp(kEpisodeId))),
     {F::Twice, "episode", 3}},
    {"a NUL in a note",
     document(withReading("5", R"("2026-03-02T08:00:00+01:00")", R"("a\u0000b")")),
     {F::HoldsNul, "reading", 4}},
    {"a reading of no episode",
     document(fmt::format("\"reading\":[\n{{{},\"episode_id\":\"{}\",\"at\":\"2026-03-02T08:00:"
                          "00+01:00\",\"pain\":5,\"at_rest\":null,\"note\":\"\"}}]",
                          stamp(kReadingId),
                          kEpisodeId)),
     {F::RefersAway, "reading", 0, 1}},
    {"a word that is none",
     document(fmt::format("\"profile_entry\":[{{{},\"at\":\"2026-03-02T08:00:00+01:00\","
                          "\"key\":\"shoe_size\",\"value\":\"44\"}}]",
                          stamp(kReadingId))),
     {F::UnknownWord, "profile_entry", 2, 0, "key", "shoe_size"}},
    {"an old version that is no JSON",
     document(fmt::format("\"change_log\":[{{\"kind\":\"reading\",\"record_id\":\"{}\","
                          "\"replaced\":\"2026-03-02T07:00:00.000Z\",\"machine\":\"merge\","
                          "\"old\":\"five\"}}]",
                          kReadingId)),
     {F::BreaksRule, "change_log", 2, 0, "old", "five"}},
    {"a picture that leaves its folder",
     document(R"("picture":[{"name":"../../.bashrc","base64":"Zm9v"}])"),
     {F::BadPicture, "picture", 2, 0, "", "../../.bashrc"}},
    {"a picture that is no Base64",
     document(R"("picture":[{"name":"a.png","base64":"?"}])"),
     {F::BadPicture, "picture", 2, 0, "", "a.png"}},
    {"a picture twice",
     document(R"("picture":[{"name":"a.png","base64":""},{"name":"a.png","base64":""}])"),
     {F::Twice, "picture", 2, 0, "", "a.png"}},
};
INSTANTIATE_TEST_SUITE_P(All, BadJson, testing::ValuesIn(kBadJson), tests::caseName<JsonCase>);

TEST(GoodJson, OfTheTestsIsTaken)
{
    const TempFolder temp;
    writeBytes(temp / "a.json", document(withReading()));

    const Import import{temp / "a.json", {}};

    EXPECT_THAT(import.read().problems.first(), IsEmpty());
    EXPECT_EQ(import.read().counts.of(RecordKind::Reading), 1);
}

TEST(GoodJson, MayBeInAnotherOrderAndLaidOutOtherwise)
{
    const TempFolder temp;
    writeBytes(temp / "a.json",
               fmt::format("\xEF\xBB\xBF{{ \"episode\" : [ {{ {} }} ] , \"notes\":true,\n"
                           "\"machine\":\"0123456789ab\",\"exported\":\"2026-03-02T08:00:00Z\","
                           "\"schema\":{},\"version\":1,\"format\":\"unclench-diary\"}}\n",
                           stamp(kEpisodeId), schemaVersion()));

    const Import import{temp / "a.json", {}};

    EXPECT_THAT(import.read().problems.first(), IsEmpty());
    EXPECT_EQ(import.read().counts.of(RecordKind::Episode), 1);
}

TEST(GoodJson, OfAnOlderDiaryMayLackColumns)
{
    const TempFolder temp;
    writeBytes(
        temp / "a.json",
        document(withEpisode(fmt::format(",\"reading\":[{{{},\"episode_id\":\"{}\","
                                         "\"at\":\"2026-03-02T08:00:00+01:00\",\"pain\":5}}]",
                                         stamp(kReadingId), kEpisodeId)),
                 "1", 1));

    const Import import{temp / "a.json", {}};

    EXPECT_THAT(import.read().problems.first(), IsEmpty());
    EXPECT_EQ(import.read().counts.of(RecordKind::Reading), 1);
}

TEST(BadJsonRows, AreAllCountedAndTheFirstHundredNamed)
{
    const TempFolder temp;
    std::string rows = "\"episode\":[";
    for (int i = 0; i < 250; ++i) {
        rows += i == 0 ? "\n7" : ",\n7";
    }
    writeBytes(temp / "a.json", document(rows + "]"));

    const Import import{temp / "a.json", {}};

    EXPECT_EQ(import.read().problems.count(), 250);
    EXPECT_THAT(import.read().problems.first(), SizeIs(ImportProblems::kMostKept));
    EXPECT_GE(import.read().problems.first().back().line, 100);
}

TEST(BadJsonRows, WithoutEndAreNoTrouble)
{
    const TempFolder temp;
    const std::string deep(200'000, '[');
    writeBytes(temp / "a.json", document("\"episode\":" + deep));
    writeBytes(temp / "b.json", document("\"episode\":" + deep + std::string(200'000, ']')));

    EXPECT_FALSE((Import{temp / "a.json", {}}.canBeTaken()));
    EXPECT_FALSE((Import{temp / "b.json", {}}.canBeTaken()));
}

/// A whole export as CSV, of which each test spoils something.
struct BadCsv : testing::Test {
    TempFolder temp;

    BadCsv()
    {
        auto database = Database::inMemory();
        writeBytes(temp / "a.json",
                   document(withReading("5", R"("2026-03-02T08:00:00+01:00")", R"("two\nlines")")));
        Taken taken{temp / "a.json"};
        tests::exported(taken.staged.database(),
                        {.form = ExportForm::Csv, .target = temp / "diary"});
    }
    [[nodiscard]] fs::path file(std::string_view name) const { return temp / "diary" / name; }
    void replace(std::string_view name, std::string_view before, std::string_view after) const
    {
        std::string text = tests::bytesOf(file(name));
        const auto place = text.find(before);
        ASSERT_NE(place, std::string::npos) << before;
        text.replace(place, before.size(), after);
        writeBytes(file(name), text);
    }
    [[nodiscard]] std::vector<ImportProblem> problems() const
    {
        return Import{temp / "diary", {}}.read().problems.first();
    }
};

TEST_F(BadCsv, IsGoodBeforeItIsSpoiled)
{
    EXPECT_THAT(problems(), IsEmpty());
    EXPECT_EQ((Import{file("about.csv"), {}}.read().counts.of(RecordKind::Reading)), 1);
}

TEST_F(BadCsv, WithoutItsHeaderIsNotOurs)
{
    fs::remove(file("about.csv"));
    EXPECT_THAT(problems(), testing::ElementsAre(ImportProblem{F::NotOurs}));

    writeBytes(file("about.csv"), "name,date\r\n");
    EXPECT_THAT(problems(), testing::ElementsAre(ImportProblem{F::NotOurs}));
}

TEST_F(BadCsv, OfANewerFormSaysThatAlone)
{
    replace("about.csv", "version,2", "version,3\r\ncipher,none");

    EXPECT_THAT(problems(),
                testing::ElementsAre(ImportProblem{F::NewerVersion, "", 0, 0, "", "3"}));
}

TEST_F(BadCsv, NamesTheLineEvenBehindANoteOfSeveral)
{
    const std::string row = tests::bytesOf(file("reading.csv"));
    const std::string second = row.substr(row.find('\n') + 1);
    writeBytes(file("reading.csv"), row + second);

    EXPECT_THAT(problems(), testing::ElementsAre(ImportProblem{F::Twice, "reading", 4}));
}

TEST_F(BadCsv, NamesColumnAndValue)
{
    replace("reading.csv", ",5,", ",five,");

    EXPECT_THAT(problems(),
                testing::ElementsAre(ImportProblem{F::WrongForm, "reading", 2, 0, "pain", "five"}));
}

TEST_F(BadCsv, NamesAColumnThatIsNoneAndOneThatIsMissing)
{
    replace("reading.csv", "pain", "mood");
    EXPECT_THAT(problems(),
                testing::ElementsAre(ImportProblem{F::UnknownKey, "reading", 1, 0, "mood"}));

    writeBytes(file("reading.csv"), "id\r\n0195aaaa-0000-7000-8000-000000000002\r\n");
    EXPECT_THAT(problems(),
                testing::ElementsAre(ImportProblem{F::Missing, "reading", 2, 0, "created"}));
}

TEST_F(BadCsv, NamesARowThatIsTooNarrow)
{
    replace("episode.csv", ",0123456789ab,", ",");

    EXPECT_EQ(problems().front(), (ImportProblem{F::WrongWidth, "episode", 2}));
}

TEST_F(BadCsv, SaysWhereItIsNoCsv)
{
    replace("reading.csv", "lines\"", "lines");

    EXPECT_EQ(problems().front(), (ImportProblem{F::Unreadable, "reading", 4}));
}

TEST_F(BadCsv, SaysThatItIsNotUtf8)
{
    replace("reading.csv", "two", "zw\xF6lf");

    EXPECT_THAT(problems(), testing::ElementsAre(ImportProblem{F::NotUtf8, "reading", 2}));
}

TEST_F(BadCsv, PassesOverNoFileWithoutAWord)
{
    writeBytes(file("readings.csv"), "id\r\n");
    EXPECT_THAT(problems(),
                testing::ElementsAre(ImportProblem{F::UnknownFile, "", 0, 0, "", "readings.csv"}));
    fs::remove(file("readings.csv"));

    writeBytes(file(".~lock.reading.csv"), "a spreadsheet has it open");
    writeBytes(file("mine.ods"), "a table that a person made of it");
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(BadCsv, MayLackAFileThatAPersonTookOut)
{
    fs::remove(file("reading.csv"));
    EXPECT_THAT(problems(), IsEmpty());

    fs::remove(file("episode.csv"));
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_F(BadCsv, LacksItsEpisodes)
{
    fs::remove(file("episode.csv"));

    EXPECT_THAT(problems(), testing::ElementsAre(ImportProblem{F::RefersAway, "reading", 0, 1}));
}

} // namespace
} // namespace unclench
