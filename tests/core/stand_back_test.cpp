// SPDX-License-Identifier: GPL-3.0-or-later
// What was imported before, and changed or deleted since, stays as the person left it.
#include "core/engine/engine.h"
#include "core/engine/foreign_importing.h"
#include "core/store/change_store.h"
#include "tests/support/foreign.h"
#include "tests/support/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace unclench {
namespace {

using tests::liveRows;

class ImportedTwice : public testing::Test {
protected:
    Merged take(bool bringsBack = false)
    {
        ForeignImport import{m_file.path(),      {},           Zone::named("Europe/Berlin", {}),
                             m_clock.now().wall, m_vocabulary, {}};
        const ForeignBrings expected = import.brings(*m_database, bringsBack, {});
        const ForeignTaken taken = import.into(m_engine, bringsBack, {});
        m_brings = taken.brings;
        EXPECT_EQ(m_brings.made, expected.made);
        EXPECT_EQ(m_brings.stoodBack.kept, expected.stoodBack.kept);
        EXPECT_EQ(m_brings.stoodBack.deleted, expected.stoodBack.deleted);
        if (expected.stoodBack.deleted == 0) {
            EXPECT_EQ(m_brings.preview.fresh, taken.merged.added) << "what is new was added";
        }
        return taken.merged;
    }

    tests::ForeignFile m_file{"start,pain,note,medication\n"
                              "2026-01-05 08:00,3,first,Ibuprofen\n"
                              "2026-01-09 08:00,4,second,Ibuprofen\n"};
    tests::TestClock m_clock;
    Vocabulary m_vocabulary = Vocabulary::builtIn();
    UuidSource m_uuids;
    std::unique_ptr<Database> m_database = Database::inMemory();
    Engine m_engine{*m_database, m_clock, m_vocabulary, m_uuids};
    ForeignBrings m_brings;
};

TEST_F(ImportedTwice, TheSecondTimeChangesNothing)
{
    EXPECT_GT(take().added, 0);
    const auto before = liveRows(*m_database);
    m_clock.pass(std::chrono::hours{24});

    const Merged merged = take();

    EXPECT_TRUE(merged.isNothingNew());
    EXPECT_EQ(liveRows(*m_database), before);
    EXPECT_GT(m_brings.stoodBack.kept, 0);
}

TEST_F(ImportedTwice, WhatWasDeletedStaysDeletedUnlessItIsAskedFor)
{
    static_cast<void>(take());
    const auto before = liveRows(*m_database);
    const Uuid episode = m_engine.diary().lines({}, 1).at(0).id;
    static_cast<void>(m_engine.journal().remove(RecordKind::Episode, episode));
    const auto without = liveRows(*m_database);
    ASSERT_NE(without, before);
    m_clock.pass(std::chrono::hours{1});

    static_cast<void>(take());
    EXPECT_EQ(liveRows(*m_database), without);
    EXPECT_GT(m_brings.stoodBack.deleted, 0);

    m_clock.pass(std::chrono::hours{1});
    static_cast<void>(take(true));
    EXPECT_EQ(liveRows(*m_database), before);
}

TEST_F(ImportedTwice, WhatIsErasedStaysSo)
{
    static_cast<void>(take());
    const Uuid episode = m_engine.diary().lines({}, 1).at(0).id;
    static_cast<void>(m_engine.journal().remove(RecordKind::Episode, episode));
    const auto without = liveRows(*m_database);
    m_clock.pass(std::chrono::hours{24 * 40});
    {
        Transaction transaction{*m_database};
        const UtcTime now = m_clock.now().wall.utc;
        ASSERT_GT(ChangeStore{*m_database}.eraseDeleted(now, now), 0);
        transaction.commit();
    }

    static_cast<void>(take());

    EXPECT_EQ(liveRows(*m_database), without);
}

TEST_F(ImportedTwice, TakingItBackTakesAllOfItBack)
{
    const auto before = liveRows(*m_database);
    const Merged merged = take();
    ASSERT_NE(liveRows(*m_database), before);

    static_cast<void>(m_engine.journal().revert(merged.undo));

    EXPECT_EQ(liveRows(*m_database), before);
}

} // namespace
} // namespace unclench
