// SPDX-License-Identifier: GPL-3.0-or-later
// From a file of another program to records: what is made, what is told, what is refused.
#include "core/exchange/foreign_import.h"
#include "core/store/file_error.h"
#include "tests/support/foreign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace unclench {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::faultsOf;
using tests::ForeignFile;
using tests::recordsOf;

TEST(ForeignImport, ARowBecomesASpasmWithAllThatItTells)
{
    const ForeignFile file{"start,end,pain,place,triggers,medication,dose,relief,note,weather\n"
                           "2026-01-05 08:00,2026-01-05 10:30,7,Left lower back,\"Stress; rain\","
                           "Ibuprofen,400 mg,Ice pack,on the stairs,cold\n"};

    const auto preview = file.preview();
    const auto records = file.records();

    EXPECT_THAT(faultsOf(preview), IsEmpty());
    EXPECT_THAT(recordsOf<Episode>(records), SizeIs(1));
    const auto bouts = recordsOf<Bout>(records);
    ASSERT_THAT(bouts, SizeIs(1));
    EXPECT_EQ(bouts[0].begin, tests::at("2026-01-05T08:00:00+01:00"));
    EXPECT_EQ(bouts[0].end, tests::at("2026-01-05T10:30:00+01:00"));
    const auto readings = recordsOf<Reading>(records);
    ASSERT_THAT(readings, SizeIs(1));
    EXPECT_EQ(readings[0].pain, 7);
    EXPECT_EQ(readings[0].note, "on the stairs\ntriggers: rain");
    std::map<DetailField, std::string> told;
    for (const Report& report : recordsOf<Report>(records)) {
        told[report.field] = report.value;
    }
    EXPECT_EQ(told[DetailField::Regions], R"(["lower_back:left"])");
    EXPECT_EQ(told[DetailField::Triggers], R"(["stress_anxiety"])");
    const auto medicines = recordsOf<Medicine>(records);
    ASSERT_THAT(medicines, SizeIs(1));
    EXPECT_EQ(medicines[0].medicineClass, "nsaid");
    const auto intakes = recordsOf<Intake>(records);
    ASSERT_THAT(intakes, SizeIs(1));
    EXPECT_EQ(intakes[0].dose, "400 mg");
    EXPECT_EQ(intakes[0].medicine, medicines[0].stamp.id);
    EXPECT_EQ(recordsOf<Relief>(records).at(0).method, "cold_pack");
}

TEST(ForeignImport, TheSameRowsMakeTheSameIdsInWhateverOrder)
{
    const ForeignFile once{"start,end,pain\n2026-01-05 08:00,2026-01-05 09:00,7\n"
                           "2026-01-09 08:00,2026-01-09 09:00,5\n"};
    const ForeignFile turned{"start,end,pain\n2026-01-09 08:00,2026-01-09 09:00,5\n"
                             "2026-01-05 08:00,2026-01-05 09:00,7\n"};

    const auto sorted = [](std::vector<AnyRecord> records) {
        std::vector<std::string> all;
        for (const AnyRecord& record : records) {
            all.push_back(toJson(record));
        }
        std::sort(all.begin(), all.end());
        return all;
    };
    EXPECT_EQ(sorted(once.records()), sorted(once.records()));
    EXPECT_EQ(sorted(once.records()), sorted(turned.records()));
    EXPECT_THAT(recordsOf<Episode>(once.records()), SizeIs(2));
}

TEST(ForeignImport, RowsLessThanADayApartAreOneSpasm)
{
    const ForeignFile file{"start,end,pain,place\n"
                           "2026-01-05 08:00,2026-01-05 09:00,7,neck\n"
                           "2026-01-06 08:59,2026-01-06 10:00,5,hip\n" // 23 h 59 min later
                           "2026-01-07 10:00,2026-01-07 11:00,4,\n"};  // exactly 24 h later

    const auto records = file.records();

    EXPECT_THAT(recordsOf<Episode>(records), SizeIs(2));
    const auto bouts = recordsOf<Bout>(records);
    ASSERT_THAT(bouts, SizeIs(3));
    EXPECT_EQ(bouts[0].episode, bouts[1].episode);
    EXPECT_NE(bouts[1].episode, bouts[2].episode);
    const auto reports = recordsOf<Report>(records);
    ASSERT_THAT(reports, SizeIs(2));
    EXPECT_EQ(reports[1].value, R"(["neck","hip"])"); // places join those that it has
}

TEST(ForeignImport, RowsThatOverlapAreOneStretchOfPain)
{
    const ForeignFile file{"start,end,pain\n"
                           "2026-01-05 08:00,2026-01-05 10:00,7\n"
                           "2026-01-05 09:00,2026-01-05 11:00,8\n"};

    const auto records = file.records();

    const auto bouts = recordsOf<Bout>(records);
    ASSERT_THAT(bouts, SizeIs(1));
    EXPECT_EQ(bouts[0].end, tests::at("2026-01-05T11:00:00+01:00"));
    EXPECT_THAT(recordsOf<Reading>(records), SizeIs(2));
}

TEST(ForeignImport, WithoutAnEndARowIsAMomentAndThatIsTold)
{
    const ForeignFile file{"start,end,pain\n2026-01-05 08:00,,7\n"};

    const auto bouts = recordsOf<Bout>(file.records());

    ASSERT_THAT(bouts, SizeIs(1));
    EXPECT_EQ(bouts[0].end, bouts[0].begin); // never open: the diary would wait for its end
    EXPECT_EQ(file.preview().withoutEnd, 1);
}

TEST(ForeignImport, ZeroIsADayWithoutPainOrTheEndOfPainOrNeither)
{
    const ForeignFile file{"start,pain\n"
                           "2026-01-05 08:00,6\n"
                           "2026-01-05 12:00,0\n" // it is over
                           "2026-01-05 20:00,0\n" // and still is
                           "2026-01-07 08:00,0\n" // a day without pain
                           "2026-01-07 20:00,0\n" // the same day
                           "2026-01-09 07:00,0\n" // before the pain of that day
                           "2026-01-09 08:00,4\n"};

    const auto preview = file.preview();
    const auto records = file.records();

    const auto bouts = recordsOf<Bout>(records);
    ASSERT_THAT(bouts, SizeIs(2));
    EXPECT_EQ(bouts[0].end, tests::at("2026-01-05T12:00:00+01:00"));
    EXPECT_THAT(recordsOf<PainFreeDay>(records), SizeIs(1));
    EXPECT_THAT(recordsOf<Reading>(records), SizeIs(3));
    EXPECT_EQ(preview.notNeeded, 2);
    EXPECT_EQ(preview.repeated, 1);
    EXPECT_EQ(preview.painFreeDays, 1);
}

TEST(ForeignImport, LinesWhoseWordsNoRecordCanHoldAreNamed)
{
    const ForeignFile file{"start,pain,note,place\n"
                           "2026-01-05 08:00,6,a,neck\n"
                           "2026-01-05 12:00,0,b,neck\n" // it is over: a reading has the note
                           "2026-01-07 08:00,0,c,\n"     // a day without pain
                           "2026-01-07 20:00,0,,hip\n"   // the same day
                           "2026-01-09 07:00,0,d,\n"     // before the pain of that day
                           "2026-01-09 08:00,4,,\n"
                           "2026-01-09 09:00,0,,hip\n" // where it no longer hurts, it never did
                           "2026-01-11 08:00,0,,\n"};
    tests::KeptRows sink;
    ForeignTarget target{sink, "0123456789ab", {}, {}};

    const auto made = runImport(file.path(), file.preview(), file.words(), target, {});

    EXPECT_EQ(made.withoutPlace, 4);
    EXPECT_THAT(made.linesWithoutPlace, ElementsAre(4, 5, 6, 8));
    EXPECT_EQ(recordsOf<Reading>(sink.records).at(1).note, "b");
}

TEST(ForeignImport, OfManyLinesWithoutAPlaceTheFirstTenAreNamed)
{
    std::string text = "date,pain,note\n";
    for (int day = 1; day <= 12; ++day) {
        text += "2026-01-" + std::to_string(10 + day) + ",0,a\n";
    }
    const ForeignFile file{text};
    tests::KeptRows sink;
    ForeignTarget target{sink, "0123456789ab", {}, {}};

    const auto made = runImport(file.path(), file.preview(), file.words(), target, {});

    EXPECT_EQ(made.withoutPlace, 12);
    EXPECT_THAT(made.linesWithoutPlace, SizeIs(10));
}

TEST(ForeignImport, AMedicineOfASecondDayWithoutPainIsTaken)
{
    const ForeignFile file{"start,pain,medication\n2026-01-07 08:00,0,\n"
                           "2026-01-07 20:00,0,Ibuprofen\n"};

    EXPECT_THAT(recordsOf<Intake>(file.records()), SizeIs(1));
    EXPECT_EQ(file.preview().repeated, 1);
}

TEST(ForeignImport, TheSameSpasmTwiceIsOneAndTheSameTabletTwiceIsTwo)
{
    const ForeignFile spasms{"start,pain\n2026-01-05 08:00,6\n2026-01-05 08:00,6\n"};
    const ForeignFile tablets{"when,what,pain\n2026-01-05 08:00,Ibuprofen,1\n"
                              "2026-01-05 08:00,Ibuprofen,1\n"};
    const ForeignWish wish{.rules = {{"what", {"ibuprofen"}, RowKind::Medicine}}};

    EXPECT_THAT(recordsOf<Bout>(spasms.records()), SizeIs(1));
    EXPECT_EQ(spasms.preview().repeated, 1);
    const auto taken = recordsOf<Intake>(tablets.records(wish));
    ASSERT_THAT(taken, SizeIs(2));
    EXPECT_NE(taken[0].stamp.id, taken[1].stamp.id);
    EXPECT_THAT(recordsOf<Bout>(tablets.records(wish)), IsEmpty());
}

TEST(ForeignImport, RowsOfOtherThingsAreLeftOutAndTold)
{
    const ForeignFile file{"FeatureName,Timestamp,Value,Label,Note\n"
                           "Back pain,2026-01-05T08:00:00.000+01:00,5.0,,in bed\n"
                           "Weight,2026-01-05T08:00:00.000+01:00,72.5,,\n"
                           "Backup,2026-01-05T09:00:00.000+01:00,1,,\n"
                           "Spasm,2026-01-06T20:00:00.000+01:00,0:30:00,Left,\n"};

    const auto preview = file.preview();
    const auto records = file.records();

    EXPECT_EQ(preview.mapping.id, "track_and_graph");
    EXPECT_EQ(preview.leftOut, 2);
    EXPECT_EQ(preview.leftOutBy.at("Weight"), 1);
    EXPECT_EQ(preview.leftOutBy.at("Backup"), 1); // "back" as a whole word alone
    const auto bouts = recordsOf<Bout>(records);
    ASSERT_THAT(bouts, SizeIs(2));
    EXPECT_EQ(bouts[1].end->utc - bouts[1].begin.utc, std::chrono::minutes{30});
    EXPECT_EQ(recordsOf<Reading>(records).at(0).note, "in bed");
    EXPECT_EQ(recordsOf<Report>(records).at(0).value, "\"Left\"");
}

TEST(ForeignImport, ScalesWordsAndFractionsBecomeZeroToTen)
{
    const ForeignFile file{"start,pain\n2026-01-05 08:00,3\n2026-02-05 08:00,3/4\n"
                           "2026-02-09 08:00,Severe\n2026-02-12 08:00,\"2,5\"\n"};

    const auto preview = file.preview({.painMost = 5});
    const auto readings = recordsOf<Reading>(file.records({.painMost = 5}));

    EXPECT_THAT(faultsOf(preview), IsEmpty());
    ASSERT_THAT(readings, SizeIs(4));
    EXPECT_EQ(readings[0].pain, 6);
    EXPECT_EQ(readings[1].pain, 8); // 7.5
    EXPECT_EQ(readings[2].pain, 8);
    EXPECT_EQ(readings[3].pain, 5);
    EXPECT_EQ(preview.rounded, 1);
}

TEST(ForeignImport, TheWorstPainStandsBetweenBeginAndEnd)
{
    const ForeignFile file{"start,end,pain,worst\n2026-01-05 08:00,2026-01-05 10:00,3,9\n"};

    const auto readings = recordsOf<Reading>(file.records());

    ASSERT_THAT(readings, SizeIs(2));
    EXPECT_EQ(readings[1].pain, 9);
    EXPECT_EQ(readings[1].at, tests::at("2026-01-05T09:00:00+01:00"));
}

TEST(ForeignImport, AnEndBeforeTheBeginIsOfTheNextDayWhereOnlyItsTimeIsTold)
{
    const ForeignFile times{"date,time,end time,pain\n2026-01-05,23:30,01:00,3\n"};
    const ForeignFile days{"start,end,pain\n2026-01-05 23:30,2026-01-05 01:00,3\n"};

    EXPECT_EQ(recordsOf<Bout>(times.records()).at(0).end, tests::at("2026-01-06T01:00:00+01:00"));
    EXPECT_THAT(faultsOf(days.preview()), ElementsAre("end_before_begin 2"));
}

TEST(ForeignImport, TimesWithoutAZoneAreOfThisOneUnlessItIsSaid)
{
    const ForeignFile file{"start,pain\n2026-01-05 08:00,3\n"};

    EXPECT_EQ(recordsOf<Bout>(file.records()).at(0).begin, tests::at("2026-01-05T08:00:00+01:00"));
    EXPECT_EQ(recordsOf<Bout>(file.records({.zone = "America/New_York"})).at(0).begin,
              tests::at("2026-01-05T08:00:00-05:00"));
}

TEST(ForeignImport, TimesThatTheClocksDoubledOrSkippedAreNotTakenSilently)
{
    const ForeignFile doubled{"start,pain\n2025-10-26 02:30,3\n"};
    const ForeignFile skipped{"start,pain\n2025-03-30 02:30,3\n"};

    EXPECT_EQ(doubled.preview().doubled, 1);
    EXPECT_EQ(recordsOf<Bout>(doubled.records()).at(0).begin,
              tests::at("2025-10-26T02:30:00+02:00"));
    EXPECT_THAT(faultsOf(skipped.preview()), ElementsAre("skipped_time 2"));
}

TEST(ForeignImport, ADayAloneIsNoonAndTodayIsNow)
{
    const ForeignFile file{"date,pain\n2026-01-05,3\n2026-03-02,4\n"}; // it is 8 o'clock

    const auto bouts = recordsOf<Bout>(file.records());

    ASSERT_THAT(bouts, SizeIs(2));
    EXPECT_EQ(bouts[0].begin, tests::at("2026-01-05T12:00:00+01:00"));
    EXPECT_EQ(bouts[1].begin, tests::at("2026-03-02T08:00:00+01:00"));
    EXPECT_EQ(file.preview().withoutTime, 2);
}

TEST(ForeignImport, EveryBrokenLineIsTold)
{
    const ForeignFile file{"start,end,pain\n"
                           "2026-01-05 08:00,2026-01-05 09:00,3\n"
                           "soon,,3\n"
                           "2026-01-06 08:00,later,3\n"
                           "2026-01-07 08:00,,eleven\n"
                           "2026-01-08 08:00,,11\n"
                           "2026-01-09 08:00,3\n"
                           ",,3\n"
                           "2027-01-01 08:00,,3\n"
                           "2026-01-10 08:00,2026-01-09 08:00,3\n"
                           "2026-01-11 08:00,,3,4\n"
                           "2026-01-12 08:00,,3,\n" // only an empty cell too many
                           "2026-01-13 08:00,\"2026-01-13 09:00\n"};

    const auto preview = file.preview();

    EXPECT_THAT(faultsOf(preview),
                ElementsAre("unreadable_time 3", "unreadable_end 4", "unreadable_pain 5",
                            "pain_out_of_range 6", "wrong_width 7", "no_time 8", "in_the_future 9",
                            "end_before_begin 10", "wrong_width 11", "unclosed_quote 13"));
    EXPECT_FALSE(preview.problems.hasWhole());
    EXPECT_EQ(preview.rows, 2);
}

TEST(ForeignImport, BytesThatAreNoTextBreakTheirLineAlone)
{
    const ForeignFile nul{"start,pain,note\n2026-01-05 08:00,3,a\0b\n2026-01-06 08:00,4,c\n"s};
    const ForeignFile latin{"start,pain,note\n2026-01-05 08:00,3,R\xFC"
                            "cken\n2026-01-06 08:00,4,c\n"};

    EXPECT_THAT(faultsOf(nul.preview()), ElementsAre("holds_nul 2"));
    EXPECT_EQ(recordsOf<Reading>(latin.records()).at(0).note, "R\xC3\xBC"
                                                              "cken");
    EXPECT_THAT(faultsOf(latin.preview({.encoding = TextEncoding::Utf8})),
                ElementsAre("not_text 2"));
}

struct WholeCase {
    const char* name;
    std::string bytes;
    ForeignFault fault;
};

TEST(ForeignImport, WhatCannotBeReadAtAllIsToldInOneWord)
{
    const WholeCase cases[] = {
        {"empty", "", ForeignFault::IsEmpty},
        {"zip", "PK\x03\x04zip", ForeignFault::IsZip},
        {"gzip", "\x1F\x8B\x08", ForeignFault::IsGzip},
        {"database", "SQLite format 3\0"s, ForeignFault::IsDatabase},
        {"pdf", "%PDF-1.4", ForeignFault::IsPdf},
        {"one column", "pain\n3\n4\n", ForeignFault::NoTable},
        {"a header alone", "start,pain\n", ForeignFault::NoTable},
        {"nothing known", "colour,size\nred,3\n", ForeignFault::UnknownLayout},
        {"the same header twice", "start,start,pain\n2026-01-05,2026-01-06,3\n",
         ForeignFault::HeaderTwice},
        {"a line without end", "start,pain\n2026-01-05," + std::string(5'000'000, '3'),
         ForeignFault::RowTooLong},
        {"both orders", "start,pain\n13/01/2026,3\n01/14/2026,4\n", ForeignFault::MixedDates},
        {"either order", "start,pain\n01/02/2026,3\n02/02/2026,4\n", ForeignFault::UnsureDates},
    };
    for (const WholeCase& each : cases) {
        const auto preview = ForeignFile{each.bytes}.preview();

        ASSERT_FALSE(preview.problems.isEmpty()) << each.name;
        EXPECT_EQ(preview.problems.first().front().fault, each.fault) << each.name;
        EXPECT_TRUE(preview.problems.hasWhole()) << each.name;
        EXPECT_EQ(preview.plan, nullptr) << each.name;
    }
}

TEST(ForeignImport, WhatAPersonSaysGoesBeforeTheGuess)
{
    const ForeignFile file{"start;pain\n01/02/2026;3\n02/02/2026;4\n"};

    const auto days = file.preview({.dateOrder = DateOrder::DayFirst});
    const auto months = file.preview({.dateOrder = DateOrder::MonthFirst});

    EXPECT_EQ(days.layout.separator, ';');
    EXPECT_EQ(days.earliest->localDay(), tests::at("2026-02-01T12:00:00+01:00").localDay());
    EXPECT_EQ(months.earliest->localDay(), tests::at("2026-01-02T12:00:00+01:00").localDay());
    EXPECT_FALSE(days.isDateOrderGuessed);
}

TEST(ForeignImport, SignsOfSeveralBytesPartAListAndCutNoOtherLetter)
{
    const ForeignFile file{"start,pain,medication\n2026-01-05 08:00,3,Ibuprofen·Tränen ·· Çelik\n"};

    std::vector<std::string> names;
    for (const auto& medicine : recordsOf<Medicine>(file.records({.listSeparators = "·ç"}))) {
        names.push_back(medicine.name);
    }

    EXPECT_THAT(names, ElementsAre("Ibuprofen", "Tränen", "Çelik")); // ä and ç share a byte
}

TEST(ForeignImport, AFileWithoutAHeaderIsMappedByNumbers)
{
    const ForeignFile file{"2026-01-05 08:00,3\n2026-01-06 09:00,4\n"};
    const ForeignWish wish{.columns = {{"1", Meaning::Begin}, {"2", Meaning::Pain}}};

    EXPECT_FALSE(file.preview(wish).layout.hasHeader);
    EXPECT_THAT(recordsOf<Reading>(file.records(wish)), SizeIs(2));
}

TEST(ForeignImport, AMedicineOfTheDiaryIsTheSameMedicine)
{
    const ForeignFile file{"start,pain,medication\n2026-01-05 08:00,3,IBUPROFEN\n"};
    Medicine own;
    own.stamp.id = *Uuid::parse("00000000-0000-7000-8000-000000000001");
    own.name = "Ibuprofen";
    tests::KeptRows sink;
    ForeignTarget target{sink, "0123456789ab", {}, {own}};

    const auto made = runImport(file.path(), file.preview(), file.words(), target, {});

    EXPECT_EQ(made.medicines, 0);
    EXPECT_EQ(recordsOf<Intake>(sink.records).at(0).medicine, own.stamp.id);
    EXPECT_THAT(recordsOf<Medicine>(sink.records), ElementsAre(own));
}

TEST(ForeignImport, AnotherFileThanWasLookedAtIsNotTaken)
{
    const ForeignFile file{"start,pain\n2026-01-05 08:00,3\n"};
    const auto preview = file.preview();
    tests::writeBytes(file.path(), "start,pain\n2026-01-05 08:00,9\n");
    tests::KeptRows sink;
    ForeignTarget target{sink, "0123456789ab", {}, {}};

    EXPECT_THROW(runImport(file.path(), preview, file.words(), target, {}), FileError);
}

TEST(ForeignImport, StopsWhenItIsToldTo)
{
    const ForeignFile file{"start,pain\n2026-01-05 08:00,3\n"};
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ForeignWords words{vocabulary};

    EXPECT_THROW(static_cast<void>(previewImport(
                     file.path(), {}, {words, Zone::fixed({}), tests::at("2026-03-02T08:00Z")},
                     [](double) { return false; })),
                 Cancelled);
}

} // namespace
} // namespace unclench
