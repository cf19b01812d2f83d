// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of record comes back as it was written, and SQL refuses what no record may say.
#include "core/store/change_store.h"
#include "core/store/record_table.h"
#include "tests/support/case_name.h"
#include "tests/support/drafts.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <ostream>
#include <stdexcept>

namespace unclench {
namespace {

using namespace std::chrono_literals;

const UtcTime kNow{std::chrono::days{20'000}};

/// Makes members of records at random; references name records that are in the database.
class Maker {
public:
    Maker(UuidSource& uuids, Uuid episode, Uuid medicine, Uuid alert, Uuid session)
        : m_uuids(uuids), m_episode(std::move(episode)), m_medicine(std::move(medicine)),
          m_alert(std::move(alert)), m_session(std::move(session))
    {
    }

    template <class Record>
    Record make()
    {
        Record record;
        record.stamp = {.id = m_uuids.next(time()),
                        .created = time(),
                        .updated = time(),
                        .machine = m_uuids.machineName(),
                        .deleted =
                            *rc::gen::arbitrary<bool>() ? std::optional{time()} : std::nullopt};
        Record::fields(record, [&](const char* name, auto& member) { fill(name, member); });
        if constexpr (std::is_same_v<Record, Bout>) {
            if (record.end && record.end->utc < record.begin.utc) {
                std::swap(record.begin, *record.end);
            }
        }
        if constexpr (std::is_same_v<Record, Measurement>) {
            const bool isWeight = record.quantity == Quantity::Weight;
            record.told = isWeight ? Unit::Pound : Unit::Fahrenheit;
        }
        if constexpr (std::is_same_v<Record, Alert>) {
            record.level = Level::Urgent;
            record.state = record.closing ? AlertState::Closed
                           : record.until ? AlertState::Snoozed
                                          : AlertState::Open;
            if (record.closing) {
                record.until.reset();
            }
        }
        if constexpr (std::is_same_v<Record, CareSession>) {
            record.beginBootId = record.beginBoot ? std::optional{letters()} : std::nullopt;
            record.end =
                record.end || !record.beginBoot ? std::optional{Moment{time(), {}}} : std::nullopt;
            record.endBoot = record.end ? record.endBoot : std::nullopt;
            record.endBootId = record.endBoot ? std::optional{letters()} : std::nullopt;
        }
        if constexpr (std::is_same_v<Record, SkinCheck>) {
            record.bootId = record.boot ? std::optional{letters()} : std::nullopt;
        }
        if constexpr (std::is_same_v<Record, SeatSpan>) {
            record.endBoot = record.end ? std::optional{record.beginBoot + std::chrono::minutes{1}}
                                        : std::nullopt;
        }
        if constexpr (std::is_same_v<Record, SeatEvent>) {
            const bool isLong = record.deed == SeatDeed::Paused || record.deed == SeatDeed::Meeting;
            record.length = isLong ? std::optional{std::chrono::minutes{*rc::gen::inRange(1, 2881)}}
                                   : std::nullopt;
        }
        if constexpr (std::is_same_v<Record, Visit>) {
            record.fromDay = *rc::gen::element<std::string>("", "1970-01-01", "2026-03-02");
            record.toDay = *rc::gen::element<std::string>("", "2026-03-02", "9999-12-31");
        }
        if constexpr (std::is_same_v<Record, Report>) {
            record.field = DetailField::Note;
            record.value = "\"" + letters() + "\"";
        }
        return record;
    }

private:
    static UtcTime time()
    {
        return UtcTime{
            std::chrono::milliseconds{*rc::gen::inRange<std::int64_t>(0, 253'402'300'799'000)}};
    }
    static std::string letters()
    {
        return *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')));
    }
    static std::string text()
    {
        const auto parts = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("a", "'", "\"", "\n", "%", "\xC3\xBC", "\xE2\x80\xAE",
                                          "\xD8\xB8", "\xF0\x9F\x98\xA3", "\\"));
        std::string text = "x";
        for (const std::string& part : parts) {
            text += part;
        }
        return text;
    }

    void fill(const std::string& name, std::string& member)
    {
        const bool isId = name == "symptom" || name == "function" || name == "condition" ||
                          name == "method" || name == "key" || name == "class";
        member = isId ? letters() : text();
    }
    void fill(const std::string& name, Uuid& member)
    {
        member = name == "medicine_id"  ? m_medicine
                 : name == "alert_id"   ? m_alert
                 : name == "session_id" ? m_session
                                        : m_episode;
    }
    void fill(const std::string&, std::chrono::minutes& member)
    {
        member = std::chrono::minutes{*rc::gen::inRange(1, 21)};
    }
    void fill(const std::string&, std::chrono::milliseconds& member)
    {
        member = time().time_since_epoch();
    }
    void fill(const std::string&, Moment& member)
    {
        member = {time(), std::chrono::minutes{*rc::gen::inRange(-1080, 1081)}};
    }
    void fill(const std::string&, bool& member) { member = *rc::gen::arbitrary<bool>(); }
    void fill(const std::string& name, int& member)
    {
        member = name == "since_days" ? *rc::gen::inRange(0, 36'501) : *rc::gen::inRange(0, 4);
    }
    void fill(const std::string&, double& member)
    {
        member = *rc::gen::inRange(3000, 4501) / 100.0;
    }
    template <NamedEnum Enum>
    void fill(const std::string&, Enum& member)
    {
        member = static_cast<Enum>(*rc::gen::inRange<std::size_t>(0, kNames<Enum>.size()));
    }
    template <class T>
    void fill(const std::string& name, std::optional<T>& member)
    {
        if (*rc::gen::arbitrary<bool>()) {
            fill(name, member.emplace());
        } else {
            member.reset();
        }
    }

    UuidSource& m_uuids;
    Uuid m_episode;
    Uuid m_medicine;
    Uuid m_alert;
    Uuid m_session;
};

/// A database with one episode, one medicine, one alert and one session to refer to.
struct Ground {
    std::unique_ptr<Database> database = Database::inMemory();
    UuidSource uuids;
    Episode episode;
    Medicine medicine = tests::medicine("Ibuprofen");
    Alert alert;
    CareSession session;

    Ground()
    {
        sign(episode);
        sign(medicine);
        sign(alert);
        sign(session);
        session.planned = std::chrono::minutes{15};
        session.end = session.begin;
        alert.rule = "rf_fever";
        RecordTable<Episode>{*database}.insert(episode);
        RecordTable<Medicine>{*database}.insert(medicine);
        RecordTable<Alert>{*database}.insert(alert);
        RecordTable<CareSession>{*database}.insert(session);
    }
    template <class Record>
    void sign(Record& record)
    {
        record.stamp = {.id = uuids.next(kNow),
                        .created = kNow,
                        .updated = kNow,
                        .machine = database->machine(),
                        .deleted = {}};
    }
};

RC_GTEST_PROP(AnyRecordOfAnyKind, ComesBackAsItWasWrittenAndAsItWasReplaced, ())
{
    Ground ground;
    Maker maker{ground.uuids, ground.episode.stamp.id, ground.medicine.stamp.id,
                ground.alert.stamp.id, ground.session.stamp.id};
    ChangeStore store{*ground.database};

    forEachKind([&]<class Record>(const Record&) {
        const Record first = maker.make<Record>();
        Record second = maker.make<Record>();
        second.stamp.id = first.stamp.id;

        store.insert(first);
        RC_ASSERT(store.find(kKindOf<Record>, first.stamp.id) == AnyRecord{first});
        store.replace(first, second);
        RC_ASSERT(store.find(kKindOf<Record>, first.stamp.id) == AnyRecord{second});
    });
}

TEST(ChangeStore, FindsNothingUnderAnotherKind)
{
    Ground ground;
    ChangeStore store{*ground.database};

    EXPECT_TRUE(store.find(RecordKind::Episode, ground.episode.stamp.id));
    EXPECT_FALSE(store.find(RecordKind::Bout, ground.episode.stamp.id));
    EXPECT_FALSE(store.find(RecordKind::Episode, ground.medicine.stamp.id));
}

TEST(RecordTable, SaysThatTheFileIsDamagedWhereAWordIsNone)
{
    Ground ground;
    ground.database->script("PRAGMA ignore_check_constraints = ON;"
                            "UPDATE medicine SET use = 'sometimes'");

    try {
        static_cast<void>(RecordTable<Medicine>{*ground.database}.select(""));
        FAIL() << "was read";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::Damaged);
    }
}

TEST(RecordTable, SaysThatTheFileIsDamagedWhereAnIdIsNone)
{
    Ground ground;
    ground.database->script("UPDATE episode SET id = 'not-a-uuid-but-of-the-right-length-!'");

    try {
        static_cast<void>(RecordTable<Episode>{*ground.database}.select(""));
        FAIL() << "was read";
    } catch (const StorageError& error) {
        EXPECT_EQ(error.fault(), StorageFault::Damaged);
    }
}

struct CheckCase {
    const char* name;
    void (*insert)(Ground&);

    friend void PrintTo(const CheckCase& c, std::ostream* out) { *out << c.name; }
};

class SqlCheck : public testing::TestWithParam<CheckCase> {};

TEST_P(SqlCheck, RefusesWhatTheTypesRefuse)
{
    Ground ground;

    EXPECT_THROW(GetParam().insert(ground), std::logic_error);
}

template <class Record>
void insert(Ground& ground, Record record)
{
    ground.sign(record);
    RecordTable<Record>{*ground.database}.insert(record);
}

Reading someReading(Ground& ground)
{
    Reading reading;
    reading.episode = ground.episode.stamp.id;
    reading.at.utc = kNow;
    return reading;
}
Bout someBout(Ground& ground)
{
    Bout bout;
    bout.episode = ground.episode.stamp.id;
    bout.begin.utc = kNow;
    return bout;
}
Report someReport(Ground& ground, DetailField field, const char* value)
{
    Report report;
    report.episode = ground.episode.stamp.id;
    report.field = field;
    report.value = value;
    return report;
}

const CheckCase kChecks[] = {
    {"pain 11",
     [](Ground& g) {
         Reading reading = someReading(g);
         reading.pain = 11;
         insert(g, reading);
     }},
    {"pain minus 1",
     [](Ground& g) {
         Reading reading = someReading(g);
         reading.pain = -1;
         insert(g, reading);
     }},
    {"a time before 1970",
     [](Ground& g) {
         Reading reading = someReading(g);
         reading.at.utc = UtcTime{-1ms};
         insert(g, reading);
     }},
    {"an offset beyond 18 hours",
     [](Ground& g) {
         Reading reading = someReading(g);
         reading.at.offset = 1081min;
         insert(g, reading);
     }},
    {"a reading of no episode",
     [](Ground& g) {
         Reading reading = someReading(g);
         reading.episode = g.medicine.stamp.id;
         insert(g, reading);
     }},
    {"an end before its beginning",
     [](Ground& g) {
         Bout bout = someBout(g);
         bout.end = bout.begin - 1ms;
         insert(g, bout);
     }},
    {"an id twice", [](Ground& g) { RecordTable<Episode>{*g.database}.insert(g.episode); }},
    {"an empty id",
     [](Ground& g) {
         Episode episode = g.episode;
         episode.stamp.id = {};
         RecordTable<Episode>{*g.database}.insert(episode);
     }},
    {"a machine of another length",
     [](Ground& g) {
         Episode episode = g.episode;
         episode.stamp.id = g.uuids.next(kNow);
         episode.stamp.machine = "me";
         RecordTable<Episode>{*g.database}.insert(episode);
     }},
    {"a report that is no JSON",
     [](Ground& g) { insert(g, someReport(g, DetailField::Note, "words")); }},
    {"a text where a list belongs",
     [](Ground& g) { insert(g, someReport(g, DetailField::Regions, "\"neck\"")); }},
    {"a list where a text belongs",
     [](Ground& g) { insert(g, someReport(g, DetailField::Pattern, "[\"sudden\"]")); }},
    {"a fraction of a second",
     [](Ground& g) { insert(g, someReport(g, DetailField::SpasmSeconds, "1.5")); }},
    {"nothing where a moment belongs",
     [](Ground& g) { insert(g, someReport(g, DetailField::InjuryAt, "null")); }},
    {"a number where yes belongs",
     [](Ground& g) { insert(g, someReport(g, DetailField::Sudden, "1")); }},
    {"an empty symptom", [](Ground& g) { insert(g, tests::symptom("")); }},
    {"a symptom since minus 1 days",
     [](Ground& g) {
         Symptom symptom = tests::symptom("fever");
         symptom.sinceDays = -1;
         insert(g, symptom);
     }},
    {"a level of 4",
     [](Ground& g) {
         FunctionLimit limit;
         limit.function = "walk";
         limit.level = 4;
         insert(g, limit);
     }},
    {"a temperature of 29",
     [](Ground& g) { insert(g, tests::measurement(Quantity::Temperature, 29, Unit::Celsius)); }},
    {"a temperature of 46",
     [](Ground& g) { insert(g, tests::measurement(Quantity::Temperature, 46, Unit::Celsius)); }},
    {"a temperature in kilograms",
     [](Ground& g) { insert(g, tests::measurement(Quantity::Temperature, 37, Unit::Kilogram)); }},
    {"a weight of 0",
     [](Ground& g) { insert(g, tests::measurement(Quantity::Weight, 0, Unit::Kilogram)); }},
    {"a weight of 501",
     [](Ground& g) { insert(g, tests::measurement(Quantity::Weight, 501, Unit::Kilogram)); }},
    {"a medicine without a name", [](Ground& g) { insert(g, tests::medicine("")); }},
    {"an intake of no medicine",
     [](Ground& g) {
         Intake intake;
         intake.medicine = g.episode.stamp.id;
         insert(g, intake);
     }},
    {"a setting without a key", [](Ground& g) { insert(g, SettingRow{}); }},
    {"a period from a day that is none",
     [](Ground& g) {
         Visit visit;
         visit.fromDay = "2026-3-2";
         insert(g, visit);
     }},
    {"a period to a day that is none",
     [](Ground& g) {
         Visit visit;
         visit.toDay = "tomorrow";
         insert(g, visit);
     }},
    {"a period that ends before it begins",
     [](Ground& g) {
         Visit visit;
         visit.fromDay = "2026-03-02";
         visit.toDay = "2026-03-01";
         insert(g, visit);
     }},
    {"a visit before 1970",
     [](Ground& g) {
         Visit visit;
         visit.at.utc = UtcTime{-1ms};
         insert(g, visit);
     }},
};
INSTANTIATE_TEST_SUITE_P(All, SqlCheck, testing::ValuesIn(kChecks), tests::caseName<CheckCase>);

} // namespace
} // namespace unclench
