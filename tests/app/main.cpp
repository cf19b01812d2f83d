// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of what knows the machine, without a window; with a session bus where the test is run in
// one.
#include <QCoreApplication>

#include <gtest/gtest.h>

int main(int argc, char* argv[])
{
    testing::InitGoogleTest(&argc, argv);
    // The bus of the test stands for the system's, too.
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS"));
    const QCoreApplication application{argc, argv};
    return RUN_ALL_TESTS();
}
