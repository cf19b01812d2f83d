// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged diary: each way out that is offered leads out, and the damaged file stays.
#include "app/trouble.h"

#include "core/engine/engine.h"
#include "core/store/copies.h"
#include "core/store/replace_damaged.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

#include <gtest/gtest.h>

namespace unclench::app {
namespace {

class TroubleTest : public testing::Test {
protected:
    TroubleTest()
    {
        const auto database = Database::open(folder.path(), {});
        UuidSource uuids;
        Engine engine{*database, clock, vocabulary, uuids};
        static_cast<void>(engine.journal().logSpasm(
            {.pain = 7, .at = {}, .onset = {}, .details = {}, .note = {}, .atRest = {}}));
        makeDailyCopy(*database, clock.now().wall);
    }
    ~TroubleTest() override { trouble.hide(); }

    /// So that SQLite takes it for no database.
    void damage() const
    {
        std::fstream file{folder / kDatabaseName, std::ios::in | std::ios::out | std::ios::binary};
        file << "This is no database any more.";
    }
    void show()
    {
        try {
            static_cast<void>(Database::open(folder.path(), {}));
            ADD_FAILURE() << "it opens";
        } catch (const StorageError& error) {
            trouble.show(error);
        }
    }
    QWidget* part(const char* name)
    {
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (auto* found = window->findChild<QWidget*>(QLatin1String{name})) {
                return found;
            }
        }
        ADD_FAILURE() << name;
        return nullptr;
    }
    void press(const char* name)
    {
        auto* button = qobject_cast<QAbstractButton*>(part(name));
        EXPECT_TRUE(button->isVisible() && button->isEnabled()) << name;
        button->click();
    }
    int spasmsIn(Database& database) { return DiaryStore{database}.episodeCount(); }

    tests::TempFolder folder;
    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    Trouble trouble{folder.path(), clock};
    QSignalSpy mended{&trouble, &Trouble::mended};
};

TEST_F(TroubleTest, SavingWhatCanBeReadMakesAWholeDiary)
{
    damage();
    show();

    press("troubleSaveButton");
    ASSERT_TRUE(mended.count() > 0 || mended.wait(30'000));

    EXPECT_FALSE(mended[0][0].toString().isEmpty());
    const auto database = Database::open(folder.path(), {});
    EXPECT_EQ(spasmsIn(*database), 1);
    EXPECT_TRUE(hasDamaged(folder.path()));
}

TEST_F(TroubleTest, GoingBackPutsTheBackupInItsPlace)
{
    damage();
    show();
    EXPECT_TRUE(qobject_cast<QLabel*>(part("troubleBackLabel"))
                    ->text()
                    .contains(QStringLiteral("1 spasm")));

    press("troubleBackButton");
    ASSERT_TRUE(mended.count() > 0 || mended.wait(30'000));

    const auto database = Database::open(folder.path(), {});
    EXPECT_EQ(spasmsIn(*database), 1);
    EXPECT_TRUE(hasDamaged(folder.path()));
}

TEST_F(TroubleTest, LookingChangesNothing)
{
    damage();
    show();
    std::shared_ptr<OpenedFile> seen;
    QObject::connect(&trouble, &Trouble::looked, &trouble,
                     [&](const std::shared_ptr<OpenedFile>& opened) { seen = opened; });

    press("troubleLookButton");
    ASSERT_TRUE(QTest::qWaitFor([&] { return seen != nullptr; }, 30'000));

    EXPECT_TRUE(seen->isForReadingAlone);
    EXPECT_TRUE(seen->database->isReadOnly());
    EXPECT_FALSE(seen->notice.isEmpty());
    EXPECT_FALSE(hasDamaged(folder.path()));
    show(); // it is as damaged as before
}

TEST_F(TroubleTest, AVanishedDiaryComesBackFromItsBackup)
{
    for (const char* ending : {"", "-wal", "-shm"}) {
        std::filesystem::remove(folder / (std::string{kDatabaseName} + ending));
    }
    show();
    EXPECT_FALSE(part("troubleSaveButton")->isVisible());
    EXPECT_FALSE(part("troubleLookButton")->isVisible());

    press("troubleBackButton");
    ASSERT_TRUE(mended.count() > 0 || mended.wait(30'000));

    const auto database = Database::open(folder.path(), {});
    EXPECT_EQ(spasmsIn(*database), 1);
}

TEST_F(TroubleTest, WithoutABackupNoneIsOffered)
{
    damage();
    std::filesystem::remove_all(folder / "copies");
    show();

    EXPECT_FALSE(part("troubleBackButton")->isVisible());
    EXPECT_TRUE(part("troubleSaveButton")->isVisible());
}

} // namespace
} // namespace unclench::app
