// SPDX-License-Identifier: GPL-3.0-or-later
// Work on another thread: told of here, ended here, and never two at once.
#include "app/desktop/data_worker.h"

#include "core/store/file_error.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <atomic>
#include <optional>

namespace unclench::app {
namespace {

QString sayFault(const StorageError& error)
{
    return dynamic_cast<const FileError*>(&error) != nullptr ? QStringLiteral("file")
                                                             : QStringLiteral("diary");
}

/// Goes on until it is told to stop.
DataWorker::Then workOn(const Progress& progress)
{
    while (true) {
        tell(progress, 0.5);
        QThread::yieldCurrentThread();
    }
}

class DataWorkerTest : public testing::Test {
protected:
    bool waitForEnd() { return ended.count() > 0 || ended.wait(); }

    DataWorker worker;
    QSignalSpy progressed{&worker, &DataWorker::progressed};
    QSignalSpy cancelled{&worker, &DataWorker::cancelled};
    QSignalSpy failed{&worker, &DataWorker::failed};
    QSignalSpy ended{&worker, &DataWorker::ended};
};

TEST_F(DataWorkerTest, DoesTheJobElsewhereAndTellsHere)
{
    const QThread* jobThread = nullptr;
    const QThread* thenThread = nullptr;

    ASSERT_TRUE(worker.start(
        [&](const Progress& progress) -> DataWorker::Then {
            jobThread = QThread::currentThread();
            tell(progress, 0.25);
            return [&] { thenThread = QThread::currentThread(); };
        },
        sayFault));
    EXPECT_TRUE(worker.isBusy());
    ASSERT_TRUE(waitForEnd());

    EXPECT_NE(jobThread, QThread::currentThread());
    EXPECT_EQ(thenThread, QThread::currentThread());
    EXPECT_FALSE(worker.isBusy());
    ASSERT_FALSE(progressed.isEmpty());
    EXPECT_EQ(progressed.last()[0].toDouble(), 0.25);
    EXPECT_TRUE(failed.isEmpty());
    EXPECT_TRUE(cancelled.isEmpty());
}

TEST_F(DataWorkerTest, OneJobAtATimeAndACancelledOneEnds)
{
    ASSERT_TRUE(worker.start(workOn, sayFault));
    EXPECT_FALSE(worker.start(workOn, sayFault));

    worker.cancel();
    ASSERT_TRUE(waitForEnd());

    EXPECT_EQ(cancelled.count(), 1);
    EXPECT_FALSE(worker.isBusy());
}

TEST_F(DataWorkerTest, SaysWhyItFailedAndKnowsWhoseFaultItIs)
{
    ASSERT_TRUE(worker.start(
        [](const Progress&) -> DataWorker::Then {
            throw FileError{StorageFault::Full, "write", "no room"};
        },
        sayFault));
    ASSERT_TRUE(waitForEnd());
    ASSERT_TRUE(worker.start(
        [](const Progress&) -> DataWorker::Then {
            throw StorageError{StorageFault::Damaged, "read", "broken"};
        },
        sayFault));
    ASSERT_TRUE(ended.count() > 1 || ended.wait());

    ASSERT_EQ(failed.count(), 2);
    EXPECT_EQ(failed[0][0].toString(), QStringLiteral("file"));
    EXPECT_EQ(failed[1][0].toString(), QStringLiteral("diary"));
}

TEST_F(DataWorkerTest, WhatFollowsMayBeginTheNextJob)
{
    bool wasSecondDone = false;

    ASSERT_TRUE(worker.start(
        [&](const Progress&) -> DataWorker::Then {
            return [&] {
                EXPECT_TRUE(worker.start(
                    [&](const Progress&) -> DataWorker::Then {
                        return [&] { wasSecondDone = true; };
                    },
                    sayFault));
            };
        },
        sayFault));
    ASSERT_TRUE(waitForEnd());

    EXPECT_TRUE(wasSecondDone);
    EXPECT_EQ(ended.count(), 1);
}

TEST(DataWorkerEnd, EndsWhatRunsAndTellsNobody)
{
    std::atomic<bool> wasToldToStop = false;
    bool wasThenCalled = false;
    {
        DataWorker worker;
        ASSERT_TRUE(worker.start(
            [&](const Progress& progress) -> DataWorker::Then {
                while (progress(0)) {
                    QThread::yieldCurrentThread();
                }
                wasToldToStop = true;
                return [&] { wasThenCalled = true; };
            },
            sayFault));
    }
    QCoreApplication::processEvents();

    EXPECT_TRUE(wasToldToStop);
    EXPECT_FALSE(wasThenCalled);
}

} // namespace
} // namespace unclench::app
