// SPDX-License-Identifier: GPL-3.0-or-later
// All that a diary holds, one row after the other: what an export reads and an import fills.
#pragma once

#include "core/diary/record.h"

#include <functional>
#include <string>

namespace unclench {

/// A version of a record that was replaced (a row of the change log).
struct OldVersion {
    RecordKind kind{};
    Uuid record;
    UtcTime replaced{};
    /// Which machine wrote the version that came after it.
    std::string machine;
    /// Its fields, as `toJson` writes them.
    std::string old;

    friend bool operator==(const OldVersion&, const OldVersion&) = default;
};

/// What stays of a record whose content was erased.
struct ErasedRecord {
    RecordKind kind{};
    Uuid id;
    UtcTime created{};
    UtcTime deleted{};
    UtcTime erased{};

    friend bool operator==(const ErasedRecord&, const ErasedRecord&) = default;
};

/// Everything may throw StorageError.
class RowSource {
public:
    virtual ~RowSource() = default;
    /// Records of one kind in the order of their ids; deleted ones too.
    virtual void eachRecord(RecordKind kind, const std::function<void(const AnyRecord&)>& row) = 0;
    /// Ordered by (record, replaced, machine, old).
    virtual void eachOldVersion(const std::function<void(const OldVersion&)>& row) = 0;
    /// Ordered by id.
    virtual void eachErased(const std::function<void(const ErasedRecord&)>& row) = 0;
    /// How many rows of all sorts there are, for the progress.
    [[nodiscard]] virtual std::int64_t count() = 0;
};

class RowSink {
public:
    virtual ~RowSink() = default;
    /// The three take rows in any order, with their stamps as they are. Absent: taken; else why it
    /// cannot stand in a diary (an id of core/diary/problem.h, or what a CHECK of its table says),
    /// and it is not taken.
    [[nodiscard]] virtual std::optional<std::string> add(const AnyRecord& record) = 0;
    [[nodiscard]] virtual std::optional<std::string> add(const OldVersion& version) = 0;
    [[nodiscard]] virtual std::optional<std::string> add(const ErasedRecord& erased) = 0;
};

} // namespace unclench
