// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a diary: only what belongs to it, and all that this refers to.
#include "core/store/record_table.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "tests/support/exchange.h"

#include <gmock/gmock.h>

namespace unclench {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::at;
using tests::Diary;
using tests::done;

/// Three days of one life, at eight in the morning each: a spasm with a note and a medicine; a day
/// of its own with a weight; a further spasm.
struct ThreeDays : testing::Test {
    Diary diary;
    Uuid first;
    Uuid second;

    ThreeDays()
    {
        SpasmDraft draft = tests::spasm(7);
        draft.note = "tied a shoe";
        first = done(diary.journal().logSpasm(draft)).episode;
        static_cast<void>(done(diary.journal().took(tests::intake("Ibuprofen", "nsaid"))));
        diary.clock.pass(4h);
        static_cast<void>(done(diary.journal().endEpisode(std::nullopt)));
        diary.clock.pass(20h);
        static_cast<void>(done(diary.journal().tell(
            tests::measurement(Quantity::Weight, 70, Unit::Kilogram), std::nullopt)));
        diary.clock.pass(24h);
        second = diary.log(5).episode;
    }

    /// What of `kind` belongs to the part.
    template <class Record>
    std::vector<Record> of(const ExportScope& scope)
    {
        DiaryRows all{*diary.database};
        ScopedRows part{all, scope};
        std::vector<Record> records;
        part.eachRecord(kKindOf<Record>, [&](const AnyRecord& record) {
            records.push_back(std::get<Record>(record));
        });
        return records;
    }
    template <class Record>
    std::vector<Uuid> idsOf(const ExportScope& scope)
    {
        std::vector<Uuid> ids;
        for (const Record& record : of<Record>(scope)) {
            ids.push_back(record.stamp.id);
        }
        return ids;
    }
    static ExportScope from(std::string_view begin, std::string_view end)
    {
        return {.period = {at(begin).utc, at(end).utc}};
    }
    static ExportScope only(std::set<ExportSection> sections)
    {
        return {.period = {}, .sections = std::move(sections)};
    }
};

TEST_F(ThreeDays, AreAllThereWhereNothingIsLeftOut)
{
    DiaryRows all{*diary.database};
    ScopedRows part{all, {}};

    EXPECT_TRUE(ExportScope{}.isWhole());
    EXPECT_EQ(tests::allRows(part), tests::allRows(all));
}

TEST_F(ThreeDays, GiveThePeriodThatIsAskedFor)
{
    const ExportScope firstDay = from("2026-03-02T00:00:00+01:00", "2026-03-03T00:00:00+01:00");
    const ExportScope middle = from("2026-03-03T00:00:00+01:00", "2026-03-04T00:00:00+01:00");

    EXPECT_THAT(idsOf<Episode>(firstDay), ElementsAre(first));
    EXPECT_THAT(of<Intake>(firstDay), SizeIs(1));
    EXPECT_THAT(of<Measurement>(firstDay), IsEmpty());
    EXPECT_THAT(of<Episode>(middle), IsEmpty());
    EXPECT_THAT(of<Reading>(middle), IsEmpty());
    EXPECT_THAT(of<Measurement>(middle), SizeIs(1));
}

TEST_F(ThreeDays, GiveAnEpisodeWholeWhereItTouchesThePeriod)
{
    // Its one reading and its beginning lie before.
    const ExportScope afterwards = from("2026-03-02T11:00:00+01:00", "2026-03-02T13:00:00+01:00");

    EXPECT_THAT(idsOf<Episode>(afterwards), ElementsAre(first));
    EXPECT_THAT(of<Bout>(afterwards), SizeIs(1));
    EXPECT_THAT(of<Reading>(afterwards), SizeIs(1));
    EXPECT_THAT(of<Intake>(afterwards), SizeIs(1));
}

TEST_F(ThreeDays, GiveAnOpenEpisodeToEveryLaterPeriod)
{
    EXPECT_THAT(idsOf<Episode>(from("2026-05-01T00:00:00+02:00", "2026-06-01T00:00:00+02:00")),
                ElementsAre(second));
}

TEST_F(ThreeDays, GiveTheSectionsThatAreAskedFor)
{
    const ExportScope symptoms = only({ExportSection::Symptoms});

    EXPECT_THAT(of<Measurement>(symptoms), SizeIs(1));
    EXPECT_THAT(of<Episode>(symptoms), IsEmpty());
    EXPECT_THAT(of<Medicine>(symptoms), IsEmpty());
    EXPECT_THAT(of<SettingRow>(symptoms), IsEmpty());
}

TEST_F(ThreeDays, GiveWithMedicinesTheBareEpisodeThatTheyWereTakenIn)
{
    const ExportScope medicines = only({ExportSection::Medicines});

    EXPECT_THAT(of<Medicine>(medicines), SizeIs(1));
    EXPECT_THAT(of<Intake>(medicines), SizeIs(1));
    EXPECT_THAT(idsOf<Episode>(medicines), ElementsAre(first));
    EXPECT_THAT(of<Bout>(medicines), SizeIs(1));
    EXPECT_THAT(of<Reading>(medicines), IsEmpty());
}

TEST_F(ThreeDays, GiveNoNotesAndNoOldVersionsWithoutThem)
{
    Reading reading = RecordTable<Reading>{*diary.database}.select("ORDER BY id").front();
    reading.pain = 6;
    static_cast<void>(done(diary.journal().correct(reading)));
    Details told;
    told.note = "a note on the whole of it";
    static_cast<void>(
        done(diary.journal().updateEpisode(second, told, std::nullopt, std::nullopt)));
    const ExportScope bare{.period = {}, .sections = allSections(), .hasNotes = false};

    DiaryRows all{*diary.database};
    ScopedRows part{all, bare};
    const tests::AllRows rows = tests::allRows(part);

    EXPECT_FALSE(bare.isWhole());
    EXPECT_THAT(rows.oldVersions, IsEmpty());
    EXPECT_EQ(of<Reading>(bare).front().note, "");
    EXPECT_EQ(of<Reading>(bare).front().pain, 6);
    EXPECT_THAT(of<Report>(bare), IsEmpty());
    EXPECT_THAT(of<Report>({}), SizeIs(1));
}

TEST_F(ThreeDays, GiveNoNameWithoutThat)
{
    ProfileEntry name;
    name.key = ProfileKey::Name;
    name.value = "Ada Example";
    static_cast<void>(done(diary.journal().tell(name, std::nullopt)));
    Visit visit;
    visit.at = diary.clock.now().wall;
    visit.provider = "Dr Weber";
    visit.goal = "Sleep";
    static_cast<void>(done(diary.journal().keepVisit(visit)));
    ExportScope nameless;
    nameless.hasName = false;
    ExportScope bare = nameless;
    bare.hasNotes = false;

    EXPECT_FALSE(nameless.isWhole());
    EXPECT_THAT(of<ProfileEntry>(nameless), IsEmpty());
    EXPECT_THAT(of<ProfileEntry>({}), SizeIs(1));
    // With its notes a visit is as it was told: an import would take it for a later version.
    EXPECT_EQ(of<Visit>(nameless).front(), of<Visit>({}).front());
    EXPECT_EQ(of<Visit>(bare).front().provider, "");
}

TEST_F(ThreeDays, GiveNothingThatWasDeletedWithoutThat)
{
    static_cast<void>(done(diary.journal().remove(RecordKind::Episode, second)));
    const ExportScope living{
        .period = {}, .sections = allSections(), .hasNotes = true, .hasDeleted = false};

    EXPECT_THAT(idsOf<Episode>(living), ElementsAre(first));
    EXPECT_THAT(of<Bout>(living), SizeIs(1));
    EXPECT_THAT(idsOf<Episode>({}), ElementsAre(first, second));
}

TEST_F(ThreeDays, GiveTheOldVersionsOfWhatIsTaken)
{
    Reading reading = RecordTable<Reading>{*diary.database}.select("ORDER BY id").front();
    reading.pain = 6;
    static_cast<void>(done(diary.journal().correct(reading)));
    const auto oldOf = [&](const ExportScope& scope) {
        DiaryRows all{*diary.database};
        ScopedRows part{all, scope};
        return tests::allRows(part).oldVersions;
    };

    const auto ofReading = [&](const std::vector<OldVersion>& versions) {
        return std::count_if(versions.begin(), versions.end(), [&](const OldVersion& version) {
            return version.record == reading.stamp.id;
        });
    };
    EXPECT_EQ(ofReading(oldOf({})), 1);
    EXPECT_EQ(ofReading(oldOf(only({ExportSection::Spasms}))), 1);
    EXPECT_EQ(ofReading(oldOf(only({ExportSection::Sitting}))), 0);
}

TEST_F(ThreeDays, GiveWhatHoldsUntilItIsToldOtherwiseToEveryPeriod)
{
    ProfileEntry entry;
    entry.key = ProfileKey::BirthYear;
    entry.value = "1980";
    static_cast<void>(done(diary.journal().tell(entry, std::nullopt)));
    const ExportScope longAgo = from("2020-01-01T00:00:00+01:00", "2021-01-01T00:00:00+01:00");

    EXPECT_THAT(of<ProfileEntry>(longAgo), SizeIs(1));
    EXPECT_THAT(of<Medicine>(longAgo), SizeIs(1));
    EXPECT_THAT(of<Reading>(longAgo), IsEmpty());
}

TEST(ExportSections, HaveEachKindOfRecordInOne)
{
    std::set<ExportSection> used;
    forEachKind([&]<class Record>(const Record&) { used.insert(sectionOf(kKindOf<Record>)); });

    EXPECT_EQ(used, allSections());
}

} // namespace
} // namespace unclench
