// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up diaries in which everything stands that a diary can hold: each kind of record, filled
// through its fields, deleted ones, old versions, what was erased; 0, nothing, quotes, new lines,
// formulas, emoji, writing from right to left, the hours in which clocks change, now and then a
// note of a mebibyte.
#pragma once

#include "core/exchange/rows.h"
#include "core/store/database.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace unclench::tests {

struct AnyHistory {
    /// What is referred to comes before what refers to it.
    std::vector<AnyRecord> records;
    std::vector<OldVersion> oldVersions;
    std::vector<ErasedRecord> erased;
};

/// Makes the same things for the same seed.
class HistoryMaker {
public:
    enum class Times {
        Likely, ///< of ten years before 2026
        Wild    ///< also the first and last that a diary can hold
    };
    explicit HistoryMaker(std::uint64_t seed, Times times = Times::Wild)
        : m_random(seed), m_times(times)
    {
    }

    /// Up to `most` of each kind, at least one of each that others refer to.
    [[nodiscard]] AnyHistory make(int most = 3);
    /// Another version of the same record: other content, other stamp but for id and creation. It
    /// refers to records of the histories that this maker made.
    [[nodiscard]] AnyRecord edited(const AnyRecord& record);
    [[nodiscard]] OldVersion oldVersionOf(const AnyRecord& record);

    /// 0 to `most`.
    [[nodiscard]] std::int64_t upTo(std::int64_t most);
    [[nodiscard]] bool isOneOf(int count) { return upTo(count - 1) == 0; }
    [[nodiscard]] UtcTime time();
    [[nodiscard]] Moment moment();
    [[nodiscard]] Uuid uuid();
    /// One of three.
    [[nodiscard]] std::string machine();
    /// Anything but NUL; may be empty.
    [[nodiscard]] std::string text();

private:
    template <class Record>
    Record content(const Stamp& stamp);
    template <class Record>
    void mend(Record& record);
    [[nodiscard]] std::string letters();
    [[nodiscard]] std::string day();
    [[nodiscard]] Uuid any(const std::vector<Uuid>& of);
    [[nodiscard]] std::string value(DetailField field);

    void fill(const std::string& name, std::string& member);
    void fill(const std::string& name, Uuid& member);
    void fill(const std::string& name, std::chrono::minutes& member);
    void fill(const std::string& name, std::chrono::milliseconds& member);
    void fill(const std::string& name, Moment& member);
    void fill(const std::string& name, bool& member);
    void fill(const std::string& name, int& member);
    void fill(const std::string& name, double& member);
    template <NamedEnum Enum>
    void fill(const std::string& name, Enum& member);
    template <class T>
    void fill(const std::string& name, std::optional<T>& member);

    std::mt19937_64 m_random;
    Times m_times;
    std::vector<Uuid> m_episodes;
    std::vector<Uuid> m_medicines;
    std::vector<Uuid> m_alerts;
    std::vector<Uuid> m_sessions;
};

/// Writes all of it, in one transaction.
void writeRows(Database& database, const AnyHistory& history);

} // namespace unclench::tests
