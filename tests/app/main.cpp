// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of what knows the machine, without a window; with a session bus where the test is run in
// one.
#include <QCoreApplication>

#include <gtest/gtest.h>

int main(int argc, char* argv[])
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application{argc, argv};
    return RUN_ALL_TESTS();
}
