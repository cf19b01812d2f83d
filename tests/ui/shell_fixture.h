// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window on a diary in memory, wired as in the program.
#pragma once

#include "core/knowledge/emergency_numbers.h"
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "ui/main_window.h"
#include "ui/shell.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace unclench::ui {

class ShellFixture : public testing::Test {
protected:
    ShellFixture()
    {
        window.resize(1280, 800);
        shell.bridge().refresh();
        shell.alerts().refresh();
    }

    /// Shows the details of `episode`, with the keyboard on the window.
    void open(const Uuid& episode)
    {
        shell.showDetails(episode);
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    template <class Field>
    Field* field(const QString& name)
    {
        auto* found = window.findChild<Field*>(name);
        EXPECT_NE(found, nullptr) << qPrintable(name);
        return found;
    }
    void press(const QString& name)
    {
        field<QAbstractButton>(name)->click();
        QApplication::processEvents(); // what is new on the page comes to be seen
    }
    /// As a person does it: the keyboard on the field, the letters, and Return.
    void type(const QString& name, const QString& text)
    {
        auto* line = field<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QApplication::processEvents();
    }
    QString text(const char* name) { return field<QLabel>(QLatin1String{name})->text(); }
    /// What the undo bar says.
    QString saved() { return text("savedLabel"); }
    void undo() { shell.bridge().undo(); }
    QString notice() { return text("noticeLabel"); }

    tests::Diary diary;
    Words words = Words::builtIn();
    EmergencyNumbers numbers = EmergencyNumbers::builtIn();
    Shell shell{
        diary.engine,
        {.words = words,
         .numbers = numbers,
         .country = QStringLiteral("GB"),
         .version = QStringLiteral("0"),
         .explain = [](const StorageError& error) { return QString::fromUtf8(error.what()); }}};
    MainWindow& window = shell.window();
};

} // namespace unclench::ui
