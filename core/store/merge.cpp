// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge.h"

#include "core/store/diary_rows.h"
#include "core/store/file_error.h"
#include "core/store/record_merge.h"

namespace unclench {

namespace {

/// So many rows, then the progress is told.
constexpr std::int64_t kMergeStride = 500;

/// What was erased comes first: it says which records are gone.
template <class Take>
void eachRowOf(DiaryRows& rows, Take&& take)
{
    rows.eachErased(take);
    forEachKind([&]<class Record>(const Record&) { rows.eachRecord(kKindOf<Record>, take); });
    rows.eachOldVersion(take);
}

/// What is wrong with the other diary is known before anything of it is written.
void requireWhole(Database& other)
{
    try {
        DiaryRows rows{other};
        eachRowOf(rows, [](const auto&) {});
    } catch (const StorageError& error) {
        throw FileError{StorageFault::Damaged, "merge", error.what()};
    }
    other.each("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1", [](SQLite::Statement&) {
        throw FileError{StorageFault::Damaged, "merge", "a record refers to one that is not there"};
    });
}

} // namespace

MergeCounts mergeInto(Database& diary,
                      Database& other,
                      UtcTime now,
                      const MergeListener& listener,
                      const Progress& progress)
{
    requireWhole(other);
    DiaryRows rows{other};
    const std::int64_t count = rows.count();
    RecordMerge merge{diary, now, listener};
    std::int64_t done = 0;
    const auto take = [&](const auto& row) {
        if (++done % kMergeStride == 0) {
            tell(progress, static_cast<double>(done) / static_cast<double>(count + 1));
        }
        merge.take(row);
    };
    tell(progress, 0);
    eachRowOf(rows, take);
    const MergeCounts counts = merge.finish();
    tell(progress, 1);
    return counts;
}

} // namespace unclench
