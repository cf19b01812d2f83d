// SPDX-License-Identifier: GPL-3.0-or-later
// *Your data* over a diary in a file, with the desks that stand behind it.
#pragma once

#include "app/desktop/data_desk.h"
#include "app/desktop/import_desk.h"
#include "app/desktop/long_step.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_clock.h"
#include "ui/shell.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QLabel>
#include <QTest>

#include <gtest/gtest.h>

namespace unclench::app {

class DeskTest : public testing::Test {
protected:
    DeskTest()
    {
        shell.window().resize(1280, 800);
        shell.bridge().refresh();
        shell.window().show();
    }
    ~DeskTest() override { delete shell.data().dialog(); }

    static bool waitFor(const std::function<bool()>& is)
    {
        constexpr int kPatience = 30'000; // milliseconds: an encrypted backup takes a second
        return QTest::qWaitFor(is, kPatience);
    }
    template <class Control>
    Control* control(const char* name)
    {
        auto* found = shell.data().dialog()->findChild<Control*>(QLatin1String{name});
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    QString text(const char* name)
    {
        return control<QLabel>(name)->text().remove(QChar{0x200B}); // where a path may part
    }
    bool isOn(const char* name) { return control<QWidget>(name)->isEnabled(); }
    void press(const char* name) { control<QAbstractButton>(name)->click(); }
    /// Answers the chooser that the last wish opened.
    void choose(const std::filesystem::path& path)
    {
        auto* chooser = control<QFileDialog>("dataChooser");
        Q_EMIT chooser->fileSelected(QString::fromStdString(path.string()));
        chooser->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    int spasms() { return engine.diary().episodeCount(); }

    tests::TempFolder folder;
    tests::TempFolder elsewhere;
    tests::TestClock clock;
    Vocabulary vocabulary = Vocabulary::builtIn();
    ui::Words words = ui::Words::builtIn();
    EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    UuidSource uuids;
    std::unique_ptr<Database> database = Database::open(folder.path(), {});
    Engine engine{*database, clock, vocabulary, uuids};
    DeskAround around{folder.path(), clock, vocabulary,
                      [](const StorageError& error) { return QString::fromUtf8(error.what()); }};
    ui::Shell shell{engine,
                    {.words = words,
                     .numbers = numbers,
                     .country = QStringLiteral("GB"),
                     .version = QStringLiteral("0"),
                     .explain = around.explain}};
    DataDesk data{shell.window(), shell.data(), shell.bridge(), around};
    LongStep longStep{shell.window(), shell.bridge(), around};
};

} // namespace unclench::app
