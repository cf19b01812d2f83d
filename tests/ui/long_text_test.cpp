// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand characters pasted into each field: kept, or refused in words; the window stays in
// shape.
#include "tests/ui/shell_fixture.h"
#include "ui/widgets/kept_text.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QTableView>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;

class LongText : public ShellFixture {
protected:
    LongText()
    {
        for (int i = 0; i < 2000; ++i) {
            text += QStringLiteral("%1 ").arg(i, 4, 10, QLatin1Char{'a'});
        }
        text.chop(1);
        text += QLatin1Char('x'); // 10,000, and no blank at the end that is trimmed
        episode = diary.log(7).episode;
        open(episode);
    }
    /// As a person does it: select all, paste, and leave the field.
    template <class Field>
    void paste(const QString& name)
    {
        paste(field<Field>(name));
    }
    template <class Field>
    void paste(Field* into)
    {
        QGuiApplication::clipboard()->setText(text);
        into->setFocus();
        into->selectAll();
        into->paste();
        into->clearFocus();
    }
    void expectInShape()
    {
        QApplication::processEvents();
        EXPECT_EQ(window.size(), QSize(1280, 800));
        EXPECT_LE(window.minimumSizeHint().width(), 960);
        for (const char* name : {"detailsDoneButton", "historyButton"}) {
            const auto* button = field<QAbstractButton>(QLatin1String{name});
            if (button->isVisible()) {
                EXPECT_TRUE(
                    window.rect().contains(QRect{button->mapTo(&window, QPoint{}), button->size()}))
                    << name;
            }
        }
    }
    Course course() { return diary.course(episode); }

    QString text;
    Uuid episode;
};

TEST_F(LongText, ANoteIsKeptAsItIs)
{
    ASSERT_EQ(text.size(), 10'000);
    paste<KeptNote>(QStringLiteral("noteEdit"));

    EXPECT_EQ(course().details.note, text.toStdString());
    expectInShape();
    shell.showHistory();
    expectInShape();
}

TEST_F(LongText, TheNoteOfAReadingIsKeptAsItIs)
{
    const QString name = QStringLiteral("reading_") +
                         QString::fromStdString(course().readings.front().stamp.id.text());
    press(name + QStringLiteral("_edit"));
    paste<KeptNote>(name + QStringLiteral("_note"));

    EXPECT_EQ(course().readings.front().note, text.toStdString());
    expectInShape();
    shell.showHistory();
    expectInShape();
}

TEST_F(LongText, AMedicineIsRefusedInWordsAndStaysToBeShortened)
{
    for (const char* name : {"medicineDoseEdit", "medicineNameEdit"}) {
        paste<QLineEdit>(QLatin1String{name});
        EXPECT_EQ(field<QLineEdit>(QLatin1String{name})->text(), text);
    }
    press(QStringLiteral("tookButton"));

    EXPECT_TRUE(diary.engine.diary().medicines().empty());
    EXPECT_TRUE(notice().contains(QLatin1String("longer than"))) << qPrintable(notice());
    EXPECT_EQ(field<QLineEdit>(QStringLiteral("medicineNameEdit"))->text(), text);
    expectInShape();
}

TEST_F(LongText, AMedicineOfTheListIsRefusedInWordsAndStaysToBeShortened)
{
    type(QStringLiteral("medicineNameEdit"), QStringLiteral("Ibuprofen"));
    const QString name =
        QStringLiteral("medicine_") +
        QString::fromStdString(diary.engine.diary().medicines().front().stamp.id.text());
    press(QStringLiteral("changeListButton"));
    press(name + QStringLiteral("_edit"));
    paste<KeptLine>(name + QStringLiteral("_dose"));

    EXPECT_EQ(diary.engine.diary().medicines().front().dose, "");
    EXPECT_TRUE(notice().contains(QLatin1String("longer than")));
    EXPECT_EQ(field<KeptLine>(name + QStringLiteral("_dose"))->text(), text);
    expectInShape();
    type(name + QStringLiteral("_dose"), QStringLiteral("400 mg"));
    EXPECT_EQ(diary.engine.diary().medicines().front().dose, "400 mg");
}

TEST_F(LongText, ANumberIsRefusedInWordsAndNeverCutIntoAnother)
{
    press(QStringLiteral("symptoms_fever"));
    text = QStringLiteral("5") + QString{9'999, QLatin1Char(' ')} + QLatin1Char('1');
    paste<QLineEdit>(QStringLiteral("symptom_fever_since"));

    EXPECT_EQ(diary.engine.diary().partsOf<Symptom>(episode).front().sinceDays, std::nullopt);
    EXPECT_TRUE(field<QLabel>(QStringLiteral("symptom_fever_sinceComplaint"))->isVisible());
    expectInShape();
}

TEST_F(LongText, ASearchFindsNothingOfItAndAnswersAtOnce)
{
    shell.showHistory();
    paste<QLineEdit>(QStringLiteral("searchEdit"));

    EXPECT_EQ(field<QLineEdit>(QStringLiteral("searchEdit"))->text(), text);
    EXPECT_EQ(field<QTableView>(QStringLiteral("historyTable"))->model()->rowCount(), 0);
    expectInShape();
}

TEST_F(LongText, ANoteIsFoundByAllOfItsWords)
{
    paste<KeptNote>(QStringLiteral("noteEdit"));
    shell.showHistory();
    paste<QLineEdit>(QStringLiteral("searchEdit"));

    EXPECT_EQ(field<QTableView>(QStringLiteral("historyTable"))->model()->rowCount(), 1);
    expectInShape();
}

TEST_F(LongText, AnEmergencyNumberIsRefusedInTheSettingsAndStays)
{
    QDialog* dialog = shell.showSettings();
    QApplication::processEvents();
    const QSize before = dialog->size();
    dialog->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
    auto* number = dialog->findChild<QLineEdit*>(QStringLiteral("emergencyNumberEdit"));

    paste(number);

    const auto* notice = dialog->findChild<QLabel*>(QStringLiteral("settingsNoticeLabel"));
    EXPECT_TRUE(notice->isVisible());
    EXPECT_TRUE(notice->text().contains(QLatin1String("longer than")))
        << qPrintable(notice->text());
    EXPECT_EQ(number->text(), text);
    EXPECT_TRUE(diary.engine.diary().profileEntries().empty());
    EXPECT_EQ(dialog->size(), before);
}

TEST_F(LongText, AnEmergencyNumberIsRefusedAtTheFirstStartAndStays)
{
    // Who has a diary is not asked.
    static_cast<void>(tests::done(diary.journal().remove(RecordKind::Episode, episode)));
    shell.showFirstPage();
    paste<QLineEdit>(QStringLiteral("emergencyNumberEdit"));
    press(QStringLiteral("beginButton"));

    EXPECT_TRUE(notice().contains(QLatin1String("longer than"))) << qPrintable(notice());
    EXPECT_EQ(field<QLineEdit>(QStringLiteral("emergencyNumberEdit"))->text(), text);
    EXPECT_TRUE(field<QWidget>(QStringLiteral("firstStartPage"))->isVisible());
    expectInShape();
}

} // namespace
} // namespace unclench::ui
