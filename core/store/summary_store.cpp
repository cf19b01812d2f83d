// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/summary_store.h"

#include "core/store/bounds.h"
#include "core/store/diary_store.h"
#include "core/store/record_table.h"

#include <unordered_map>

namespace unclench {

namespace {

using SummaryRow = SQLite::Statement;

/// The longest window in which onsets are counted, and the gap that makes two of them.
constexpr std::chrono::hours kOnsetsBack{(180 + 1) * 24};

UtcTime summaryTime(SummaryRow& row, int column)
{
    return UtcTime{std::chrono::milliseconds{row.getColumn(column).getInt64()}};
}
Moment summaryMoment(SummaryRow& row, int column)
{
    return {summaryTime(row, column), std::chrono::minutes{row.getColumn(column + 1).getInt()}};
}
template <class Enum>
std::optional<Enum> summaryWord(SummaryRow& row, int column)
{
    return row.isColumnNull(column) ? std::nullopt : fromId<Enum>(row.getColumn(column).getText());
}

/// Of `table`, what has its time in a period: the bounds are the two parameters.
std::string summaryRowsIn(std::string_view columns, std::string_view table)
{
    return fmt::format("SELECT {} FROM {} WHERE at_utc_ms >= ? AND at_utc_ms < ?"
                       " AND deleted_utc_ms IS NULL",
                       columns, table);
}

/// The same in the order of time.
std::string summaryRowsInOrder(std::string_view columns, std::string_view table)
{
    return summaryRowsIn(columns, table) + " ORDER BY at_utc_ms, id";
}

} // namespace

class SummaryStore::Words {
public:
    explicit Words(std::vector<std::string>& words) : m_words(words) {}
    int of(const char* word)
    {
        const auto [at, isNew] = m_places.try_emplace(word, static_cast<int>(m_words.size()));
        if (isNew) {
            m_words.emplace_back(word);
        }
        return at->second;
    }

private:
    std::vector<std::string>& m_words;
    std::unordered_map<std::string, int> m_places;
};

SummaryRecords SummaryStore::read(const RedFlags& rules,
                                  const Period& period,
                                  const Period& before,
                                  const Moment& now)
{
    SummaryRecords records;
    Words words{records.words};
    const Period since{before.begin, period.end};
    readEntries(records, period);
    readSymptoms(records, words, since);
    readFunctions(records, words, since);
    readTaken(records, since);
    readTold(records, words);
    readBouts(records, period, now);
    readAnswers(records, rules);
    records.alerts = RecordTable<Alert>{m_database}.select(
        "WHERE deleted_utc_ms IS NULL AND level <> 'check_in'"
        " AND (state <> 'closed' OR (at_utc_ms >= ?1 AND at_utc_ms < ?2))",
        beginOf(period), endOf(period));
    constexpr std::string_view kInPeriod =
        "WHERE at_utc_ms >= ? AND at_utc_ms < ? AND deleted_utc_ms IS NULL ORDER BY";
    records.measurements = RecordTable<Measurement>{m_database}.select(
        fmt::format("{} at_utc_ms, id", kInPeriod), beginOf(period), endOf(period));
    auto last = RecordTable<Reading>{m_database}.select(
        fmt::format("{} at_utc_ms DESC, id DESC LIMIT 1", kInPeriod), beginOf(period),
        endOf(period));
    if (!last.empty()) {
        records.lastReading = std::move(last.front());
    }
    constexpr std::string_view kAll = "WHERE deleted_utc_ms IS NULL ORDER BY at_utc_ms, id";
    records.procedures = RecordTable<Procedure>{m_database}.select(kAll);
    records.conditions = RecordTable<Condition>{m_database}.select(kAll);
    return records;
}

std::vector<Medicine> SummaryStore::medicinesEver()
{
    return RecordTable<Medicine>{m_database}.select("ORDER BY name, id");
}

void SummaryStore::readEntries(SummaryRecords& records, const Period& period)
{
    for (const char* table : {"reading", "symptom", "function_limit", "measurement", "relief",
                              "intake", "pain_free_day"}) {
        m_database.each(
            summaryRowsIn("count(*),"
                          " count(*) FILTER (WHERE created_utc_ms - at_utc_ms <= 3600000),"
                          " count(*) FILTER (WHERE created_utc_ms - at_utc_ms <= 86400000)",
                          table),
            [&](SummaryRow& row) {
                records.entries.all += row.getColumn(0).getInt();
                records.entries.withinHour += row.getColumn(1).getInt();
                records.entries.withinDay += row.getColumn(2).getInt();
            },
            beginOf(period), endOf(period));
    }
}

void SummaryStore::readSymptoms(SummaryRecords& records, Words& words, const Period& since)
{
    m_database.each(
        summaryRowsInOrder("symptom, side, at_utc_ms, at_offset_min, change, since_days, present",
                           "symptom"),
        [&](SummaryRow& row) {
            records.symptoms.push_back({.symptom = words.of(row.getColumn(0).getText()),
                                        .side = summaryWord<Side>(row, 1),
                                        .at = summaryMoment(row, 2),
                                        .change = summaryWord<Change>(row, 4),
                                        .sinceDays = row.isColumnNull(5)
                                                         ? std::nullopt
                                                         : std::optional{row.getColumn(5).getInt()},
                                        .isPresent = row.getColumn(6).getInt() != 0});
        },
        beginOf(since), endOf(since));
}

void SummaryStore::readFunctions(SummaryRecords& records, Words& words, const Period& since)
{
    m_database.each(
        summaryRowsInOrder("function, at_utc_ms, at_offset_min, level", "function_limit"),
        [&](SummaryRow& row) {
            records.functions.push_back({.function = words.of(row.getColumn(0).getText()),
                                         .at = summaryMoment(row, 1),
                                         .level = row.getColumn(3).getInt()});
        },
        beginOf(since), endOf(since));
}

void SummaryStore::readTaken(SummaryRecords& records, const Period& since)
{
    std::unordered_map<std::string, int> places;
    std::vector<Medicine> namesakes;
    DiaryStore diary{m_database};
    for (Medicine& medicine : medicinesEver()) {
        const auto standing =
            medicine.stamp.isDeleted() ? std::nullopt : diary.medicineNamed(medicine.name);
        if (standing && standing->stamp.id != medicine.stamp.id) {
            namesakes.push_back(std::move(medicine));
            continue;
        }
        places.emplace(medicine.stamp.id.text(), static_cast<int>(records.medicines.size()));
        records.medicines.push_back(std::move(medicine));
    }
    // What two machines have on the list is one medicine.
    for (const Medicine& medicine : namesakes) {
        const auto standing = diary.medicineNamed(medicine.name);
        places.emplace(medicine.stamp.id.text(), places.at(standing->stamp.id.text()));
    }
    m_database.each(
        summaryRowsInOrder("medicine_id, at_utc_ms, at_offset_min, dose, patch_site", "intake"),
        [&](SummaryRow& row) {
            if (const auto place = places.find(row.getColumn(0).getString());
                place != places.end()) {
                records.taken.push_back({.medicine = place->second,
                                         .at = summaryMoment(row, 1),
                                         .dose = row.getColumn(3).getString(),
                                         .isPatch = !row.isColumnNull(4)});
            }
        },
        beginOf(since), endOf(since));
}

void SummaryStore::readTold(SummaryRecords& records, Words& words)
{
    // As the index report_told says it, so that it is walked and the table is not.
    m_database.each("SELECT episode_id, field, value FROM report WHERE deleted_utc_ms IS NULL"
                    " AND field NOT IN ('regions', 'triggers', 'note')"
                    " ORDER BY episode_id, field, at_utc_ms, id",
                    [&](SummaryRow& row) {
                        const auto field = fromId<DetailField>(row.getColumn(1).getText());
                        if (!field) {
                            return;
                        }
                        const std::string_view episode = row.getColumn(0).getText();
                        const int value = words.of(row.getColumn(2).getText());
                        auto& told = records.told;
                        if (!told.empty() && told.back().field == *field &&
                            told.back().episode.text() == episode) {
                            told.back().value = value; // the last stands
                        } else {
                            told.push_back({Uuid::parse(episode).value_or(Uuid{}), *field, value});
                        }
                    });
}

void SummaryStore::readBouts(SummaryRecords& records, const Period& period, const Moment& now)
{
    m_database.each(
        "SELECT episode_id, end_utc_ms, end_offset_min FROM bout"
        " WHERE deleted_utc_ms IS NULL AND end_utc_ms >= ? ORDER BY episode_id",
        [&](SummaryRow& row) {
            records.ends.push_back(
                {Uuid::parse(row.getColumn(0).getText()).value_or(Uuid{}), summaryMoment(row, 1)});
        },
        beginOf(period));
    m_database.each(
        "SELECT begin_utc_ms, end_utc_ms FROM bout"
        " WHERE (deleted_utc_ms IS NULL AND end_utc_ms >= ?)"
        " OR (deleted_utc_ms IS NULL AND end_utc_ms IS NULL)",
        [&](SummaryRow& row) {
            records.bouts.push_back(
                {summaryTime(row, 0),
                 row.isColumnNull(1) ? std::nullopt : std::optional{summaryTime(row, 1)}});
        },
        inMilliseconds(now.utc - kOnsetsBack));
}

void SummaryStore::readAnswers(SummaryRecords& records, const RedFlags& rules)
{
    for (const RedFlagRule& rule : rules.rules()) {
        if (rule.level != Level::Emergency || !rule.question) {
            continue;
        }
        const auto last = [&](std::string_view which) {
            return RecordTable<Answer>{m_database}.select(
                fmt::format("WHERE question = ? AND {} AND deleted_utc_ms IS NULL"
                            " ORDER BY at_utc_ms DESC, created_utc_ms DESC, id DESC LIMIT 1",
                            which),
                rule.id);
        };
        for (Answer& answer : last("value <> 'skipped'")) {
            records.answers.push_back(std::move(answer));
        }
        for (const Answer& answer : last("value IN ('yes', 'no', 'unsure')")) {
            if (!records.lastAsked || answer.at.utc > records.lastAsked->utc) {
                records.lastAsked = answer.at;
            }
        }
    }
}

} // namespace unclench
