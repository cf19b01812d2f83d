// SPDX-License-Identifier: GPL-3.0-or-later
// What takes long is taken back beside the window, and can be cancelled.
#include "app/desktop/long_step.h"

#include "core/engine/foreign_importing.h"
#include "core/store/backups.h"
#include "tests/app/desk_fixture.h"

#include <QProgressDialog>
#include <QSignalSpy>

#include <fstream>

namespace unclench::app {
namespace {

using namespace std::chrono_literals;

class LongStepTest : public DeskTest {
protected:
    /// More spasms than are taken back while the window waits.
    void takeMany()
    {
        const auto file = elsewhere / "rows.csv";
        std::ofstream stream{file};
        stream << "start,pain,place,note\n";
        const Moment now = clock.now().wall;
        for (int i = kMany; i > 0; --i) {
            stream << toIso(now - 50h * i) << "," << i % 10 + 1 << ",neck,note " << i << "\n";
        }
        stream.close();
        const ForeignImport import{file, {}, Zone::fixed({}), now, vocabulary, {}};
        const ForeignTaken taken = import.into(engine, false, {});
        shell.bridge().accept(taken.merged.undo, QStringLiteral("They came in."));
        ASSERT_EQ(spasms(), kMany);
    }
    QProgressDialog* progress()
    {
        return shell.window().findChild<QProgressDialog*>(QStringLiteral("longStepProgress"));
    }
    bool isDone()
    {
        return waitFor([this] { return progress() == nullptr; });
    }

    static constexpr int kMany = 1'500;
    QSignalSpy said{&shell.bridge(), &ui::Bridge::failed};
    QSignalSpy takenBack{&shell.bridge(), &ui::Bridge::takenBack};
};

TEST_F(LongStepTest, ManyAreTakenBackAndComeAgain)
{
    takeMany();

    shell.bridge().undo();
    EXPECT_EQ(spasms(), kMany) << "the window waited for it";
    ASSERT_NE(progress(), nullptr);
    ASSERT_TRUE(isDone());
    EXPECT_EQ(spasms(), 0);
    EXPECT_EQ(takenBack.count(), 1);

    shell.bridge().redo();
    ASSERT_TRUE(isDone());
    EXPECT_EQ(spasms(), kMany);
    EXPECT_EQ(said.count(), 0);
}

TEST_F(LongStepTest, CancelledItChangesNothingAndCanBeWishedForAgain)
{
    takeMany();

    shell.bridge().undo();
    ASSERT_NE(progress(), nullptr);
    Q_EMIT progress()->canceled();
    ASSERT_TRUE(isDone());
    EXPECT_EQ(spasms(), kMany);
    ASSERT_EQ(said.count(), 1);
    EXPECT_EQ(said[0][0].toString(), QStringLiteral("Cancelled. Nothing was changed."));

    shell.bridge().undo();
    ASSERT_TRUE(isDone());
    EXPECT_EQ(spasms(), 0);
}

TEST_F(LongStepTest, WhatWasChangedSinceIsNotTakenBack)
{
    takeMany();
    const auto courses = engine.diary().courses({});
    ASSERT_TRUE(std::holds_alternative<Saved>(
        engine.journal().remove(RecordKind::Episode, courses.front().id)));

    shell.bridge().undo();

    ASSERT_TRUE(isDone());
    EXPECT_EQ(said.count(), 1);
    EXPECT_EQ(spasms(), kMany - 1);
    EXPECT_FALSE(shell.bridge().canUndo());
}

TEST_F(LongStepTest, ARestoreWhoseBackupIsGoneCanBeWishedForAgain)
{
    Undo restore;
    restore.copy = elsewhere / "gone.db";
    shell.bridge().accept(restore, QStringLiteral("Restored."));

    shell.bridge().undo();

    ASSERT_TRUE(isDone());
    ASSERT_EQ(said.count(), 1);
    EXPECT_TRUE(said[0][0].toString().contains(QStringLiteral("gone.db cannot be read.")))
        << qPrintable(said[0][0].toString());
    EXPECT_TRUE(shell.bridge().canUndo());
}

} // namespace
} // namespace unclench::app
