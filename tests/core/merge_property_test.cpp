// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever merges what, in whatever order and however often: the same rows come of it.

#include "core/store/change_store.h"
#include "core/store/merge.h"
#include "core/store/record_table.h"
#include "tests/support/any_history.h"
#include "tests/support/exchange.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace unclench {
namespace {

using tests::AllRows;
using tests::allRows;
using tests::AnyHistory;
using tests::HistoryMaker;

using DiaryPtr = std::unique_ptr<Database>;

MergeCounts mergeOf(Database& diary, Database& other)
{
    Transaction transaction{diary};
    const MergeCounts counts =
        mergeInto(diary, other, tests::at("2026-03-02T08:00:00+01:00").utc, {}, {});
    transaction.commit();
    return counts;
}

DiaryPtr merged(Database& one, Database& other)
{
    auto both = Database::inMemory();
    mergeOf(*both, one);
    mergeOf(*both, other);
    return both;
}

/// All ids that a record names, in the text of a change log.
std::set<Uuid> namedBy(const AnyRecord& record)
{
    std::set<Uuid> named;
    std::visit(
        [&]<class Record>(const Record& r) {
            Record::fields(r, [&]<class Member>(const char*, const Member& member) {
                if constexpr (std::is_same_v<Member, Uuid>) {
                    named.insert(member);
                } else if constexpr (std::is_same_v<Member, std::optional<Uuid>>) {
                    if (member) {
                        named.insert(*member);
                    }
                }
            });
        },
        record);
    return named;
}

/// What one machine has of a history that several share: some records as they were, some edited,
/// some not at all, some erased.
class Machine {
public:
    Machine(HistoryMaker& chance, const AnyHistory& shared) : m_chance(chance)
    {
        AnyHistory own;
        std::set<Uuid> needed;
        // What refers stands behind what it refers to.
        for (auto record = shared.records.rbegin(); record != shared.records.rend(); ++record) {
            if (m_chance.isOneOf(4) && !needed.contains(stampOf(*record).id)) {
                continue;
            }
            own.records.push_back(m_chance.isOneOf(2) ? *record : m_chance.edited(*record));
            needed.merge(namedBy(own.records.back()));
        }
        std::reverse(own.records.begin(), own.records.end());
        for (const OldVersion& version : shared.oldVersions) {
            if (m_chance.isOneOf(2)) {
                own.oldVersions.push_back(version);
            }
        }
        for (const ErasedRecord& erased : shared.erased) {
            if (m_chance.isOneOf(2)) {
                own.erased.push_back(erased);
            }
        }
        for (const AnyRecord& record : shared.records) {
            if (m_chance.isOneOf(6)) {
                own.erased.push_back({kindOf(record), stampOf(record).id, m_chance.time(),
                                      m_chance.time(), m_chance.time()});
            }
        }
        m_rows = Database::inMemory();
        tests::writeRows(*m_rows, own);
    }

    /// As a program leaves it that has merged: what was erased is gone.
    [[nodiscard]] DiaryPtr diary()
    {
        auto tidy = Database::inMemory();
        mergeOf(*tidy, *m_rows);
        return tidy;
    }

private:
    HistoryMaker& m_chance;
    DiaryPtr m_rows;
};

struct Three {
    std::array<DiaryPtr, 3> diaries;

    Three()
    {
        HistoryMaker chance{*rc::gen::noShrink(
            rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint64_t>(0, 1ULL << 62)))};
        AnyHistory shared = chance.make();
        // The same row on two machines, and rows that one of them alone has.
        for (const AnyRecord& record : shared.records) {
            if (chance.isOneOf(3)) {
                shared.oldVersions.push_back(chance.oldVersionOf(record));
                shared.oldVersions.back().old = toJson(record);
            }
        }
        for (DiaryPtr& diary : diaries) {
            diary = Machine{chance, shared}.diary();
        }
    }
};

RC_GTEST_PROP(AnyThreeDiaries, BecomeTheSameWhicheverTakesTheOtherIn, ())
{
    const Three three;
    const auto& [a, b, c] = three.diaries;

    RC_ASSERT(allRows(*merged(*a, *b)) == allRows(*merged(*b, *a)));
    RC_ASSERT(allRows(*merged(*b, *c)) == allRows(*merged(*c, *b)));
}

RC_GTEST_PROP(AnyThreeDiaries, BecomeTheSameInWhateverOrder, ())
{
    const Three three;
    const auto& [a, b, c] = three.diaries;

    const AllRows all = allRows(*merged(*merged(*a, *b), *c));

    RC_ASSERT(allRows(*merged(*a, *merged(*b, *c))) == all);
    RC_ASSERT(allRows(*merged(*merged(*a, *c), *b)) == all);
}

RC_GTEST_PROP(AnyThreeDiaries, ChangeNothingWhenTakenInAgain, ())
{
    const Three three;
    const auto& [a, b, c] = three.diaries;
    const auto both = merged(*a, *b);
    const AllRows before = allRows(*both);

    for (const DiaryPtr& again : {std::cref(a), std::cref(b)}) {
        const MergeCounts counts = mergeOf(*both, *again);
        RC_ASSERT(counts.isNothingNew());
        RC_ASSERT(allRows(*both) == before);
    }
    mergeOf(*both, *c);
    const AllRows all = allRows(*both);
    mergeOf(*both, *merged(*b, *c));
    RC_ASSERT(allRows(*both) == all);
}

RC_GTEST_PROP(AnyThreeDiaries, LoseNoReferenceAndEndNoEmergency, ())
{
    const Three three;
    const auto& [a, b, c] = three.diaries;

    const auto both = merged(*a, *b);

    RC_ASSERT(both->number("SELECT count(*) FROM pragma_foreign_key_check") == 0);
    for (Database* one : {a.get(), b.get()}) {
        for (const Alert& open : RecordTable<Alert>{*one}.select(
                 "WHERE level = 'emergency' AND state = 'open' AND deleted_utc_ms IS NULL")) {
            const auto stands = RecordTable<Alert>{*both}.find(open.stamp.id);
            RC_ASSERT(stands.has_value());
            RC_ASSERT(stands->level == Level::Emergency);
            RC_ASSERT(!stands->stamp.isDeleted());
        }
    }
}

/// Nothing that a person wrote is lost without being known: it stands, or an old version of it
/// does, or it was erased.
RC_GTEST_PROP(AnyThreeDiaries, KeepWhatEachSaid, ())
{
    const Three three;
    const auto& [a, b, c] = three.diaries;

    const auto all = merged(*merged(*a, *b), *c);

    for (const DiaryPtr& one : three.diaries) {
        for (const AnyRecord& record : allRows(*one).records) {
            const auto& [kind, stamp] = std::pair{kindOf(record), stampOf(record)};
            const auto stands = ChangeStore{*all}.find(kind, stamp.id);
            const bool isThere = stands && toJson(*stands) == toJson(record);
            const bool isKept =
                all->number("SELECT count(*) FROM change_log WHERE record_id = ? AND old = ?",
                            stamp.id.text(), toJson(record)) > 0;
            const bool isErased =
                all->number("SELECT count(*) FROM erased WHERE id = ? AND"
                            " deleted_utc_ms >= ?",
                            stamp.id.text(), stamp.updated.time_since_epoch().count()) > 0;
            RC_ASSERT(isThere || isKept || isErased);
        }
    }
}

} // namespace
} // namespace unclench
