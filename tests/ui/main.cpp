// SPDX-License-Identifier: GPL-3.0-or-later
// Widget tests: offscreen, in UTC, the C locale, the program's style and its light colours, so that
// pictures and times are the same everywhere.
#include "ui/style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLocale>

#include <gtest/gtest.h>

int main(int argc, char* argv[])
{
    testing::InitGoogleTest(&argc, argv);
    if (GTEST_FLAG_GET(list_tests)) {
        return RUN_ALL_TESTS(); // discovery needs no platform
    }
    const QByteArray platform = qgetenv("UNCLENCH_TEST_PLATFORM"); // with other screens
    qputenv("QT_QPA_PLATFORM", platform.isEmpty() ? "offscreen" : platform);
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale::c());
    const QApplication application{argc, argv};
    QApplication::setStyle(new unclench::ui::Style);
    QApplication::setPalette(unclench::ui::theme::palette(unclench::ui::theme::Scheme::Light));
    QApplication::setCursorFlashTime(0);
    return RUN_ALL_TESTS();
}
