// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/any_history.h"

#include "core/store/change_store.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace unclench::tests {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLongNote = 1024 * 1024;

/// Kinds that others refer to, so that they must be there first.
template <class Record>
constexpr bool kIsParent = std::is_same_v<Record, Episode> || std::is_same_v<Record, Medicine> ||
                           std::is_same_v<Record, Alert> || std::is_same_v<Record, CareSession>;

bool isOneOfNames(std::string_view name, std::initializer_list<std::string_view> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

std::int64_t HistoryMaker::upTo(std::int64_t most)
{
    return std::uniform_int_distribution<std::int64_t>{0, most}(m_random);
}

UtcTime HistoryMaker::time()
{
    constexpr UtcTime kLastYear9999{253'402'300'799'999ms};
    constexpr auto kTenYears = std::chrono::milliseconds{std::chrono::days{3652}}.count();
    const UtcTime begin{std::chrono::sys_days{std::chrono::year{2016} / 1 / 1}};
    if (m_times == Times::Wild && isOneOf(12)) {
        return std::array{UtcTime{}, UtcTime{1ms}, kLastYear9999,
                          kLastYear9999 + 1ms}[static_cast<std::size_t>(upTo(3))];
    }
    if (isOneOf(8)) { // around the hour that is skipped, or happens twice, in Central Europe
        const UtcTime spring{std::chrono::sys_days{std::chrono::year{2025} / 3 / 30} + 1h};
        const UtcTime autumn{std::chrono::sys_days{std::chrono::year{2025} / 10 / 26} + 1h};
        return (isOneOf(2) ? spring : autumn) + std::chrono::minutes{15} * (upTo(8) - 4);
    }
    const bool isRound = isOneOf(2);
    const std::chrono::milliseconds into{upTo(kTenYears)};
    return begin + (isRound ? std::chrono::floor<std::chrono::minutes>(into) : into);
}

Moment HistoryMaker::moment()
{
    constexpr std::array kOffsets{0min, 60min, 120min, 345min, -570min, -1080min, 1080min};
    return {time(), kOffsets[static_cast<std::size_t>(upTo(kOffsets.size() - 1))]};
}

Uuid HistoryMaker::uuid()
{
    const std::uint64_t a = m_random();
    const std::uint64_t b = m_random();
    return Uuid::parse(fmt::format("{:08x}-{:04x}-7{:03x}-8{:03x}-{:012x}", a >> 32,
                                   a >> 16 & 0xFFFFU, a & 0xFFFU, b >> 52, b & 0xFFFFFFFFFFFFU))
        .value();
}

std::string HistoryMaker::machine()
{
    constexpr std::array kMachines{"0123456789ab", "a00000000001", "ffffffffffff"};
    return kMachines[static_cast<std::size_t>(upTo(kMachines.size() - 1))];
}

std::string HistoryMaker::letters()
{
    std::string word;
    do {
        word += static_cast<char>('a' + upTo(25));
    } while (!isOneOf(4));
    return word;
}

std::string HistoryMaker::text()
{
    static const std::vector<std::string> kPieces{
        "a",
        "Rücken",
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "'",
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\\",
        "\\u0000",
        "null",
        "0",
        "%",
        "\x01",
        "\x7F",
        "\xEF\xBB\xBF",             // a byte order mark
        "\xE2\x80\xAE",             // from right to left from here on
        "\xE2\x80\xA8",             // a line separator
        "\xD8\xB8\xD9\x87\xD8\xB1", // Arabic
        "e\xCC\x81",                // a mark on its own
        "\xF0\x9F\x98\xA3",         // an emoji
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xE2\x9A\x95\xEF\xB8\x8F"};
    std::string text;
    while (!isOneOf(4)) {
        text += kPieces[static_cast<std::size_t>(upTo(std::ssize(kPieces) - 1))];
    }
    return text;
}

std::string HistoryMaker::day()
{
    return isOneOf(3)
               ? ""
               : fmt::format("20{:02}-{:02}-{:02}", 16 + upTo(9), 1 + upTo(11), 1 + upTo(27));
}

Uuid HistoryMaker::any(const std::vector<Uuid>& of)
{
    return of.empty() ? uuid() : of[static_cast<std::size_t>(upTo(std::ssize(of) - 1))];
}

std::string HistoryMaker::value(DetailField field)
{
    switch (field) {
    case DetailField::Regions: return isOneOf(3) ? "[]" : R"(["lower_back:left","hip"])";
    case DetailField::Triggers: return R"(["twisting"])";
    case DetailField::Quality:
    case DetailField::Signs: return "[]";
    case DetailField::Pattern: return R"("sudden")";
    case DetailField::Activity: return R"("lifting")";
    case DetailField::FirstEver:
    case DetailField::Sudden:
    case DetailField::Swelling:
    case DetailField::BruiseOverSpine: return isOneOf(2) ? "true" : "false";
    case DetailField::SpasmSeconds: return std::to_string(upTo(90));
    case DetailField::InjuryAt: return R"("2025-03-02T08:00:00+01:00")";
    case DetailField::Note: return nlohmann::json(text()).dump();
    }
    return "[]"; // not reached
}

void HistoryMaker::fill(const std::string& name, std::string& member)
{
    if (isOneOfNames(name, {"symptom", "function", "condition", "method", "key", "class",
                            "question", "rule"})) {
        member = letters();
    } else if (name == "name") {
        member = text() + "x";
    } else if (name == "picture") {
        member = isOneOf(2) ? "" : letters() + ".png";
    } else if (isOneOfNames(name, {"from_day", "to_day"})) {
        member = day();
    } else {
        member = text();
    }
}

void HistoryMaker::fill(const std::string& name, Uuid& member)
{
    member = name == "medicine_id"  ? any(m_medicines)
             : name == "alert_id"   ? any(m_alerts)
             : name == "session_id" ? any(m_sessions)
                                    : any(m_episodes);
}

void HistoryMaker::fill(const std::string&, std::chrono::minutes& member)
{
    member = std::chrono::minutes{1 + upTo(19)};
}

void HistoryMaker::fill(const std::string&, std::chrono::milliseconds& member)
{
    member = std::chrono::milliseconds{isOneOf(4) ? 0 : upTo(5'000'000'000)};
}

void HistoryMaker::fill(const std::string&, Moment& member)
{
    member = moment();
}

void HistoryMaker::fill(const std::string&, bool& member)
{
    member = isOneOf(2);
}

void HistoryMaker::fill(const std::string& name, int& member)
{
    const int most = name == "since_days" ? 36'500
                     : name == "items"    ? 100
                     : name == "level"    ? 3
                                          : 10;
    member = isOneOf(3) ? 0 : static_cast<int>(upTo(most));
}

void HistoryMaker::fill(const std::string&, double& member)
{
    member = 30.0 + static_cast<double>(upTo(1500)) / 100.0;
}

template <NamedEnum Enum>
void HistoryMaker::fill(const std::string&, Enum& member)
{
    member = static_cast<Enum>(upTo(std::ssize(kNames<Enum>) - 1));
}

template <class T>
void HistoryMaker::fill(const std::string& name, std::optional<T>& member)
{
    if (isOneOf(2)) {
        fill(name, member.emplace());
    } else {
        member.reset();
    }
}

/// What a table asks of several columns together.
template <class Record>
void HistoryMaker::mend(Record& record)
{
    if constexpr (std::is_same_v<Record, Bout>) {
        if (record.end && record.end->utc < record.begin.utc) {
            std::swap(record.begin, *record.end);
        }
    } else if constexpr (std::is_same_v<Record, Report>) {
        record.value = value(record.field);
    } else if constexpr (std::is_same_v<Record, Measurement>) {
        const bool isWeight = record.quantity == Quantity::Weight;
        record.told = isWeight ? Unit::Pound : Unit::Fahrenheit;
        record.value = isWeight && isOneOf(2) ? 0.1 + 0.2 : record.value;
    } else if constexpr (std::is_same_v<Record, Alert>) {
        const bool isEmergency = record.level == Level::Emergency;
        if (record.closing) {
            record.closing = isEmergency ? Closing::Seen : *record.closing;
            record.until.reset();
        }
        if (isEmergency) {
            record.until.reset();
        }
        record.state = record.closing ? AlertState::Closed
                       : record.until ? AlertState::Snoozed
                                      : AlertState::Open;
    } else if constexpr (std::is_same_v<Record, CareSession>) {
        record.beginBootId = record.beginBoot ? std::optional{text()} : std::nullopt;
        record.end = record.end || !record.beginBoot ? std::optional{moment()} : std::nullopt;
        record.endBoot = record.end ? record.endBoot : std::nullopt;
        record.endBootId = record.endBoot ? std::optional{letters()} : std::nullopt;
    } else if constexpr (std::is_same_v<Record, SkinCheck>) {
        record.bootId = record.boot ? std::optional{text()} : std::nullopt;
    } else if constexpr (std::is_same_v<Record, SeatSpan>) {
        record.endBoot =
            record.end ? std::optional{record.beginBoot + std::chrono::milliseconds{upTo(99'999)}}
                       : std::nullopt;
    } else if constexpr (std::is_same_v<Record, SeatEvent>) {
        const bool isLong = record.deed == SeatDeed::Paused || record.deed == SeatDeed::Meeting;
        record.length = isLong ? std::optional{std::chrono::minutes{1 + upTo(2879)}} : std::nullopt;
    } else if constexpr (std::is_same_v<Record, Visit>) {
        if (!record.fromDay.empty() && !record.toDay.empty() && record.toDay < record.fromDay) {
            std::swap(record.fromDay, record.toDay);
        }
    }
}

template <class Record>
Record HistoryMaker::content(const Stamp& stamp)
{
    Record record;
    Record::fields(record, [this](const char* name, auto& member) { fill(name, member); });
    mend(record);
    record.stamp = stamp;
    return record;
}

AnyHistory HistoryMaker::make(int most)
{
    AnyHistory history;
    const auto makeSome = [&]<class Record>(const Record&, int least) {
        const int count = static_cast<int>(std::max<std::int64_t>(least, upTo(most)));
        for (int i = 0; i < count; ++i) {
            const Record record =
                content<Record>({.id = uuid(),
                                 .created = time(),
                                 .updated = time(),
                                 .machine = machine(),
                                 .deleted = isOneOf(4) ? std::optional{time()} : std::nullopt});
            if constexpr (kIsParent<Record>) {
                (std::is_same_v<Record, Episode>    ? m_episodes
                 : std::is_same_v<Record, Medicine> ? m_medicines
                 : std::is_same_v<Record, Alert>    ? m_alerts
                                                    : m_sessions)
                    .push_back(record.stamp.id);
            }
            history.records.emplace_back(record);
        }
    };
    forEachKind([&]<class Record>(const Record& kind) {
        if constexpr (kIsParent<Record>) {
            makeSome(kind, 1);
        }
    });
    forEachKind([&]<class Record>(const Record& kind) {
        if constexpr (!kIsParent<Record>) {
            makeSome(kind, 0);
        }
    });
    if (isOneOf(10)) {
        for (AnyRecord& record : history.records) {
            if (auto* reading = std::get_if<Reading>(&record)) {
                const std::string piece = text() + "x";
                while (reading->note.size() + piece.size() <= kLongNote) {
                    reading->note += piece;
                }
                break;
            }
        }
    }
    for (const AnyRecord& record : history.records) {
        if (isOneOf(4)) {
            history.oldVersions.push_back(oldVersionOf(record));
        }
    }
    for (std::int64_t i = upTo(most); i > 0; --i) {
        const auto kind = static_cast<RecordKind>(upTo(std::ssize(kNames<RecordKind>) - 1));
        history.erased.push_back({kind, uuid(), time(), time(), time()});
    }
    return history;
}

AnyRecord HistoryMaker::edited(const AnyRecord& record)
{
    return std::visit(
        [this]<class Record>(const Record& before) {
            Record after =
                content<Record>({.id = before.stamp.id,
                                 .created = before.stamp.created,
                                 .updated = time(),
                                 .machine = machine(),
                                 .deleted = isOneOf(4) ? std::optional{time()} : std::nullopt});
            return AnyRecord{std::move(after)};
        },
        record);
}

OldVersion HistoryMaker::oldVersionOf(const AnyRecord& record)
{
    return {.kind = kindOf(record),
            .record = stampOf(record).id,
            .replaced = time(),
            .machine = isOneOf(5) ? "merge" : machine(),
            .old = toJson(edited(record))};
}

void writeRows(Database& database, const AnyHistory& history)
{
    Transaction transaction{database};
    ChangeStore changes{database};
    for (const AnyRecord& record : history.records) {
        changes.insert(record);
    }
    for (const OldVersion& version : history.oldVersions) {
        database.run("INSERT INTO change_log (kind, record_id, replaced_utc_ms, machine, old)"
                     " VALUES (?, ?, ?, ?, ?)",
                     std::string{toId(version.kind)}, version.record.text(),
                     std::int64_t{version.replaced.time_since_epoch().count()}, version.machine,
                     version.old);
    }
    for (const ErasedRecord& erased : history.erased) {
        database.run("INSERT INTO erased (kind, id, created_utc_ms, deleted_utc_ms, erased_utc_ms)"
                     " VALUES (?, ?, ?, ?, ?)",
                     std::string{toId(erased.kind)}, erased.id.text(),
                     std::int64_t{erased.created.time_since_epoch().count()},
                     std::int64_t{erased.deleted.time_since_epoch().count()},
                     std::int64_t{erased.erased.time_since_epoch().count()});
    }
    transaction.commit();
}

} // namespace unclench::tests
