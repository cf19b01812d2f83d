// SPDX-License-Identifier: GPL-3.0-or-later
// The page *Visit*: what is typed is saved or stays, what is missing is asked, what is wished for
// goes out.
#include "tests/support/controls.h"
#include "tests/ui/shell_fixture.h"
#include "ui/pages/visit_page.h"
#include "ui/pages/visit_paper.h"
#include "ui/pages/visit_preview.h"
#include "ui/widgets/day_edit.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/moment_edit.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QProgressBar>
#include <QSignalSpy>

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class VisitPages : public ShellFixture {
protected:
    VisitPages()
    {
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        press(QStringLiteral("visitButton"));
    }
    /// A visit an hour from now, with the page on it.
    void plan()
    {
        Visit visit;
        visit.at = diary.clock.now().wall + 1h;
        visit.provider = "Dr Okafor";
        static_cast<void>(tests::done(diary.journal().keepVisit(visit)));
        QApplication::processEvents();
    }
    std::vector<Visit> visits() { return diary.engine.diary().visits(); }
    Visit visit() { return visits().empty() ? Visit{} : visits().front(); }
    std::map<BackgroundTopic, std::string> background()
    {
        return diary.engine.diary().background();
    }
    bool isShown(const char* name) { return field<QWidget>(QLatin1String{name})->isVisible(); }
    bool isOn(const char* name) { return field<QWidget>(QLatin1String{name})->isEnabled(); }
    /// As a person does it: writes, and goes on to somewhere else.
    void write(const char* name, const QString& sentence)
    {
        auto* note = field<KeptNote>(QLatin1String{name});
        note->setFocus();
        note->selectAll();
        note->insertPlainText(sentence);
        note->clearFocus();
        QApplication::processEvents();
    }
    /// The section that a row of what doctors ask stands in.
    QString sectionOf(const char* row)
    {
        return field<QWidget>(QLatin1String{row})->parentWidget()->objectName();
    }
};

TEST_F(VisitPages, SaysOnAnEmptyPageWhatWillStandThereAndOffersTheFirstStep)
{
    EXPECT_TRUE(isShown("visitEmpty"));
    EXPECT_FALSE(isShown("visitAppointment"));
    EXPECT_FALSE(isShown("visitPreview"));
    EXPECT_FALSE(isShown("visitList"));

    press(QStringLiteral("visitPrepareButton"));

    ASSERT_THAT(visits(), SizeIs(1));
    EXPECT_EQ(toIso(visit().at), "2026-03-09T09:00:00+01:00");
    EXPECT_FALSE(isShown("visitEmpty"));
    EXPECT_TRUE(isShown("visitAppointment"));
    EXPECT_TRUE(isShown("visitPreview"));
    EXPECT_TRUE(field<QWidget>(QStringLiteral("visitAtEdit"))->hasFocus());
}

TEST_F(VisitPages, MakesThePageTodayForWhoHasNoDateYet)
{
    press(QStringLiteral("visitTodayButton"));

    EXPECT_EQ(visit().at, diary.clock.now().wall);
    EXPECT_TRUE(isOn("visitPrintButton"));
}

TEST_F(VisitPages, SavesWhatIsTypedWhenItIsLeft)
{
    plan();

    write("visitGoalEdit", QStringLiteral("To sleep through.\nTo sit."));
    type(QStringLiteral("visitProviderEdit"), QStringLiteral("Dr Lee"));

    EXPECT_EQ(visit().goal, "To sleep through.\nTo sit.");
    EXPECT_EQ(visit().provider, "Dr Lee");
    EXPECT_EQ(saved(), QStringLiteral("Saved: whom you see."));

    undo();
    EXPECT_EQ(visit().provider, "Dr Okafor");
    EXPECT_EQ(field<KeptLine>(QStringLiteral("visitProviderEdit"))->text(),
              QStringLiteral("Dr Okafor"));
}

TEST_F(VisitPages, KeepsEachQuestionInItsPlace)
{
    plan();

    type(QStringLiteral("visitQuestion3Edit"), QStringLiteral("third?"));
    EXPECT_EQ(visit().questions, "\n\nthird?");
    EXPECT_EQ(field<KeptLine>(QStringLiteral("visitQuestion1Edit"))->text(), QString{});
    type(QStringLiteral("visitQuestion1Edit"), QStringLiteral("first?"));
    EXPECT_THAT(questionsOf(visit()), ElementsAre("first?", "third?"));

    auto* third = field<KeptLine>(QStringLiteral("visitQuestion3Edit"));
    third->setFocus();
    third->selectAll();
    QTest::keyClick(third, Qt::Key_Delete);
    QTest::keyClick(third, Qt::Key_Return);
    EXPECT_EQ(visit().questions, "first?");
}

TEST_F(VisitPages, SavesWhatIsStillBeingTypedWhenThePageIsLeft)
{
    plan();
    auto* goal = field<KeptNote>(QStringLiteral("visitGoalEdit"));
    goal->setPlainText(QStringLiteral("half a sent"));
    field<QLineEdit>(QStringLiteral("visitQuestion2Edit"))->setFocus();
    QTest::keyClicks(field<QLineEdit>(QStringLiteral("visitQuestion2Edit")),
                     QStringLiteral("why?"));

    shell.showHistory();

    EXPECT_EQ(visit().goal, "half a sent");
    EXPECT_THAT(questionsOf(visit()), ElementsAre("why?"));
}

TEST_F(VisitPages, KeepsWhatWasTypedWhereItCouldNotBeSaved)
{
    plan();
    diary.database->script("PRAGMA query_only = ON");
    write("visitGoalEdit", QStringLiteral("to sit"));
    type(QStringLiteral("visitQuestion1Edit"), QStringLiteral("why?"));
    EXPECT_FALSE(notice().isEmpty());
    shell.showHistory();
    window.close();
    EXPECT_TRUE(window.isVisible()); // what is typed is not left behind unasked
    press(QStringLiteral("visitButton"));

    EXPECT_EQ(visit().goal, "");
    EXPECT_EQ(field<KeptNote>(QStringLiteral("visitGoalEdit"))->toPlainText(),
              QStringLiteral("to sit"));
    EXPECT_EQ(field<KeptLine>(QStringLiteral("visitQuestion1Edit"))->text(),
              QStringLiteral("why?"));

    diary.database->script("PRAGMA query_only = OFF");
    shell.showHistory();
    EXPECT_EQ(visit().goal, "to sit");
    EXPECT_THAT(questionsOf(visit()), ElementsAre("why?"));
}

TEST_F(VisitPages, DoesNotShowAnotherVisitWhereSomethingCouldNotBeSaved)
{
    plan();
    diary.database->script("PRAGMA query_only = ON");
    field<KeptNote>(QStringLiteral("visitGoalEdit"))->setPlainText(QStringLiteral("to sit"));

    press(QStringLiteral("visitAnotherButton"));

    EXPECT_THAT(visits(), SizeIs(1));
    EXPECT_EQ(field<KeptNote>(QStringLiteral("visitGoalEdit"))->toPlainText(),
              QStringLiteral("to sit"));
}

TEST_F(VisitPages, SwitchesSectionsOnAndOffButNeverTheWarningSigns)
{
    plan();
    EXPECT_FALSE(field<QAbstractButton>(QStringLiteral("visitSections_notes"))->isChecked());
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("visitSections_where"))->isChecked());

    press(QStringLiteral("visitSections_where"));
    press(QStringLiteral("visitSections_notes"));

    EXPECT_EQ(visit().sections, "strength,course,spasms,nerves,injury,treatment,notes");
    EXPECT_FALSE(field<QAbstractButton>(QStringLiteral("visitSections_where"))->isChecked());
    const auto labels = field<QWidget>(QStringLiteral("visitShows"))->findChildren<QLabel*>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().startsWith(QLatin1String("Warning signs and what you want always"));
    }));
}

TEST_F(VisitPages, AddsTheLongVersionAndTheName)
{
    plan();

    press(QStringLiteral("visitLength_long"));
    press(QStringLiteral("visitShownName_initials"));
    type(QStringLiteral("visitNameEdit"), QStringLiteral("Ada Lovelace"));

    EXPECT_TRUE(visit().isLong);
    EXPECT_EQ(visit().shownName, ReportName::Initials);
    EXPECT_EQ(diary.engine.profile().name, "Ada Lovelace");
    EXPECT_TRUE(text("visitLeftOut").contains(QLatin1String("The long version follows")));
}

TEST_F(VisitPages, LaysThePageOutForThePaperThatIsChosen)
{
    plan();
    const auto* paper = field<VisitPaper>(QStringLiteral("visitPaper"));
    const auto isOnlyChosen = [&](const char* chosen, const char* other) {
        return field<QAbstractButton>(QLatin1String{chosen})->isChecked() &&
               !field<QAbstractButton>(QLatin1String{other})->isChecked();
    };

    press(QStringLiteral("visitPaperSize_letter"));
    EXPECT_EQ(diary.engine.settings().settings.paper, PaperSize::Letter);
    EXPECT_TRUE(isOnlyChosen("visitPaperSize_letter", "visitPaperSize_a4"));
    EXPECT_NEAR(paper->heightForWidth(850), 1100, 2);

    press(QStringLiteral("visitPaperSize_a4"));
    EXPECT_EQ(saved(), QStringLiteral("Saved: the paper of the page."));
    EXPECT_TRUE(isOnlyChosen("visitPaperSize_a4", "visitPaperSize_letter"));
    EXPECT_NEAR(paper->heightForWidth(2100), 2970, 2);

    undo();
    EXPECT_TRUE(isOnlyChosen("visitPaperSize_letter", "visitPaperSize_a4"));
    EXPECT_NEAR(paper->heightForWidth(850), 1100, 2);
}

TEST_F(VisitPages, HasTheUsualPaperUntilOneIsChosen)
{
    plan();

    const bool isLetter = report::usualPaper() == QPageSize::Letter;
    EXPECT_EQ(field<QAbstractButton>(QStringLiteral("visitPaperSize_letter"))->isChecked(),
              isLetter);
    EXPECT_EQ(field<QAbstractButton>(QStringLiteral("visitPaperSize_a4"))->isChecked(), !isLetter);
}

TEST_F(VisitPages, CoversTheDaysSinceTheLastVisitOrThoseThatAreChosen)
{
    plan();
    EXPECT_FALSE(isOn("visitUsualDaysButton"));
    auto* from = field<DayEdit>(QStringLiteral("visitFromEdit"));

    from->setFocus();
    from->setDate(QDate{2026, 2, 1});
    QTest::keyClick(from, Qt::Key_Return);
    EXPECT_EQ(visit().fromDay, "2026-02-01");
    EXPECT_TRUE(isOn("visitUsualDaysButton"));

    from->setDate(QDate{2026, 3, 1});
    from->clearFocus();
    EXPECT_EQ(visit().fromDay, "2026-03-01");

    press(QStringLiteral("visitUsualDaysButton"));
    EXPECT_EQ(visit().fromDay, "");
}

TEST_F(VisitPages, AsksWhatIsMissingUntilItIsTold)
{
    plan();
    EXPECT_EQ(sectionOf("visitGap_first_began"), QStringLiteral("visitMissing"));
    EXPECT_FALSE(isShown("visitKnown"));

    write("visitGapEdit_first_began", QStringLiteral("Six years ago."));
    EXPECT_EQ(background()[BackgroundTopic::FirstBegan], "Six years ago.");
    EXPECT_EQ(sectionOf("visitGap_first_began"), QStringLiteral("visitKnown"));
    EXPECT_TRUE(isShown("visitGap_first_began"));

    press(QStringLiteral("visitGapNone_allergies"));
    EXPECT_EQ(background()[BackgroundTopic::Allergies], "None that I know of.");
    undo();
    EXPECT_EQ(sectionOf("visitGap_allergies"), QStringLiteral("visitMissing"));
    EXPECT_EQ(field<KeptNote>(QStringLiteral("visitGapEdit_allergies"))->toPlainText(), QString{});
}

TEST_F(VisitPages, AsksForMedicinesUntilTheListHasOne)
{
    plan();
    EXPECT_EQ(sectionOf("visitGap_medicines"), QStringLiteral("visitMissing"));

    type(QStringLiteral("visitMedicineEdit"), QStringLiteral("Metformin"));
    field<QWidget>(QStringLiteral("visitMedicineEdit"))->clearFocus();
    type(QStringLiteral("visitNameEdit"), QStringLiteral("Ada"));

    ASSERT_THAT(diary.engine.diary().medicines(), SizeIs(1));
    EXPECT_EQ(diary.engine.diary().medicines().front().use, MedicineUse::Regular);
    EXPECT_EQ(sectionOf("visitGap_medicines"), QStringLiteral("visitKnown"));
    EXPECT_TRUE(text("visitMedicinesLabel").contains(QLatin1String("Metformin")));
    EXPECT_EQ(field<QLineEdit>(QStringLiteral("visitMedicineEdit"))->text(), QString{});
}

TEST_F(VisitPages, AsksWhereASpasmWasAndOpensIt)
{
    plan();
    EXPECT_FALSE(isShown("visitGap_places"));
    diary.log(4);
    QApplication::processEvents();
    EXPECT_EQ(text("visitPlacesLabel"),
              QStringLiteral("For 1 of 1 spasms of these days it is not told where it hurt."));

    press(QStringLiteral("visitTellPlaceButton"));

    EXPECT_TRUE(isShown("detailsPage"));
}

TEST_F(VisitPages, SaysThatNothingIsMissing)
{
    plan();
    for (const std::string_view topic : kNames<BackgroundTopic>) {
        BackgroundEntry entry;
        entry.topic = *fromId<BackgroundTopic>(topic);
        entry.text = "told";
        static_cast<void>(tests::done(diary.journal().tell(entry, {})));
    }
    EXPECT_FALSE(isShown("visitNothingMissing"));
    static_cast<void>(tests::done(diary.journal().listMedicine(tests::medicine("Metformin"))));
    QApplication::processEvents();

    EXPECT_TRUE(isShown("visitNothingMissing"));
}

TEST_F(VisitPages, LetsWhatWasSaidBeWrittenDownOnceTheVisitHasBegun)
{
    plan();
    EXPECT_FALSE(isOn("visitSaidEdit"));
    EXPECT_FALSE(isOn("visitOverButton"));
    EXPECT_EQ(text("visitAfterHint"), QStringLiteral("You can fill this in from 09:00 on."));

    diary.clock.pass(2h);
    shell.passTime();
    ASSERT_TRUE(isOn("visitSaidEdit"));
    write("visitSaidEdit", QStringLiteral("A muscle spasm."));
    write("visitToDoEdit", QStringLiteral("Walk."));
    press(QStringLiteral("visitHasNextCheckBox"));
    press(QStringLiteral("visitOverButton"));

    ASSERT_THAT(visits(), SizeIs(2));
    EXPECT_EQ(toIso(visits()[0].at), "2026-03-09T09:00:00+01:00"); // the next
    EXPECT_EQ(visits()[0].provider, "Dr Okafor");
    EXPECT_TRUE(visits()[1].isOver);
    EXPECT_EQ(visits()[1].said, "A muscle spasm.");
    EXPECT_EQ(visits()[1].toDo, "Walk.");
    EXPECT_FALSE(isOn("visitOverButton"));
    EXPECT_TRUE(isOn("visitSaidEdit"));

    undo();
    ASSERT_THAT(visits(), SizeIs(1));
    EXPECT_FALSE(visit().isOver);
}

TEST_F(VisitPages, ShowsAndDeletesPastVisits)
{
    Visit past;
    past.at = diary.clock.now().wall - 240h;
    past.stamp.id = tests::done(diary.journal().keepVisit(past)).id;
    past.said = "Walk every day.";
    static_cast<void>(tests::done(diary.journal().finishVisit(past, {})));
    plan();
    const QString name = QStringLiteral("visit_") + QString::fromStdString(past.stamp.id.text());
    EXPECT_EQ(field<QLabel>(name + QStringLiteral("_said"))->text(),
              QStringLiteral("Walk every day."));

    press(name + QStringLiteral("_show"));
    EXPECT_EQ(field<KeptNote>(QStringLiteral("visitSaidEdit"))->toPlainText(),
              QStringLiteral("Walk every day."));
    press(name + QStringLiteral("_remove"));

    EXPECT_THAT(visits(), SizeIs(1));
    EXPECT_EQ(field<KeptLine>(QStringLiteral("visitProviderEdit"))->text(),
              QStringLiteral("Dr Okafor"));
    undo();
    EXPECT_THAT(visits(), SizeIs(2));
}

TEST_F(VisitPages, ShowsThePageAndTellsItToAScreenReader)
{
    diary.log(6);
    plan();
    write("visitGoalEdit", QStringLiteral("To sit through a day."));

    const auto* paper = field<VisitPaper>(QStringLiteral("visitPaper"));
    EXPECT_TRUE(paper->isVisible());
    EXPECT_TRUE(paper->accessibleDescription().contains(QLatin1String("To sit through a day.")));
    EXPECT_NEAR(paper->height(), paper->heightForWidth(paper->width()), 2);
    QImage image{paper->size(), QImage::Format_RGB32};
    const_cast<VisitPaper*>(paper)->render(&image);
    int dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            dark += image.pixelColor(x, y).lightness() < 128 ? 1 : 0;
        }
    }
    EXPECT_GT(dark, 200); // something stands on it
}

TEST_F(VisitPages, CopiesThePageAsText)
{
    plan();
    write("visitGoalEdit", QStringLiteral("To sit through a day."));

    press(QStringLiteral("visitCopyButton"));

    EXPECT_TRUE(
        QGuiApplication::clipboard()->text().contains(QLatin1String("To sit through a day.")));
    EXPECT_TRUE(text("visitStatus").startsWith(QLatin1String("Copied.")));
}

TEST_F(VisitPages, SavesWhatIsTypedBeforeItPrintsIt)
{
    plan();
    QSignalSpy prints{&shell.visit(), &VisitShowing::printRequested};
    field<KeptNote>(QStringLiteral("visitGoalEdit"))->setPlainText(QStringLiteral("to sit"));

    press(QStringLiteral("visitPrintButton"));

    ASSERT_EQ(prints.count(), 1);
    EXPECT_EQ(prints[0][0].value<Visit>().goal, "to sit");
    EXPECT_FALSE(prints[0][1].toString().isEmpty());
}

TEST_F(VisitPages, AsksForAFileOfEachKind)
{
    plan();
    QSignalSpy saves{&shell.visit(), &VisitShowing::saveRequested};

    press(QStringLiteral("visitPdfButton"));
    press(QStringLiteral("visitHtmlButton"));

    ASSERT_EQ(saves.count(), 2);
    EXPECT_FALSE(saves[0][2].toBool());
    EXPECT_TRUE(saves[1][2].toBool());
}

TEST_F(VisitPages, ShowsProgressAndCanBeCancelled)
{
    plan();
    const QSignalSpy cancels{&shell.visit(), &VisitShowing::cancelRequested};
    VisitPreview& preview = shell.visit().preview();
    EXPECT_FALSE(isShown("visitProgress"));

    preview.displayProgress(0.25, true);
    EXPECT_TRUE(isShown("visitProgress"));
    EXPECT_EQ(field<QProgressBar>(QStringLiteral("visitProgress"))->value(), 25);
    EXPECT_FALSE(isOn("visitPrintButton"));
    press(QStringLiteral("visitCancelButton"));
    EXPECT_EQ(cancels.count(), 1);

    preview.displayProgress(0.5, true);
    field<QWidget>(QStringLiteral("visitCancelButton"))->setFocus();
    preview.displayProgress(0.6, true);
    preview.endProgress();
    EXPECT_TRUE(field<QWidget>(QStringLiteral("visitPaper"))->hasFocus()) << "a late press prints";

    preview.displayProgress(0.5, false); // on its way to the printer
    EXPECT_FALSE(isOn("visitCancelButton"));
    preview.endProgress();
    preview.displayStatus(QStringLiteral("Saved as /tmp/page.pdf."));
    EXPECT_FALSE(isShown("visitProgress"));
    EXPECT_TRUE(isOn("visitPrintButton"));
    EXPECT_EQ(text("visitStatus"), QStringLiteral("Saved as /tmp/page.pdf."));
}

TEST_F(VisitPages, NamesEveryControl)
{
    plan();

    EXPECT_GE(tests::expectNamedControls(*field<QWidget>(QStringLiteral("visitPage"))), 30);
}

class VisitBridges : public testing::Test {
protected:
    [[nodiscard]] VisitView last() const { return told.last()[0].value<VisitView>(); }
    Uuid keep(std::chrono::milliseconds ahead)
    {
        Visit visit;
        visit.at = diary.clock.now().wall + ahead;
        return tests::done(diary.journal().keepVisit(visit)).id;
    }
    void finish(const Uuid& id)
    {
        for (const Visit& visit : diary.engine.diary().visits()) {
            if (visit.stamp.id == id) {
                static_cast<void>(tests::done(diary.journal().finishVisit(visit, {})));
            }
        }
    }
    static QString explain(const StorageError& error) { return QString::fromUtf8(error.what()); }

    tests::Diary diary;
    Words words = Words::builtIn();
    Bridge journal{diary.engine, &VisitBridges::explain};
    VisitBridge bridge{diary.engine, journal, words, &VisitBridges::explain};
    QSignalSpy told{&bridge, &VisitBridge::viewChanged};
};

TEST_F(VisitBridges, ReadNothingWhileHidden)
{
    keep(24h);
    EXPECT_EQ(told.count(), 0);

    bridge.setShown(true);

    ASSERT_EQ(told.count(), 1);
    EXPECT_THAT(last().visits, SizeIs(1));
    EXPECT_NE(last().report, nullptr);
}

TEST_F(VisitBridges, TakeTheSoonestAheadAndNoneThatIsOver)
{
    const Uuid later = keep(48h);
    const Uuid sooner = keep(24h);
    const Uuid over = keep(-24h);
    finish(over);
    bridge.setShown(true);

    EXPECT_EQ(last().visit->stamp.id, sooner);
    ASSERT_THAT(last().visits, SizeIs(3));
    EXPECT_EQ(last().visits[1].stamp.id, later);
    EXPECT_EQ(last().visits[2].stamp.id, over);

    bridge.choose(over);
    EXPECT_EQ(last().visit->stamp.id, over);
    bridge.remove(over);
    EXPECT_EQ(last().visit->stamp.id, sooner);
    bridge.remove(sooner);
    bridge.remove(later);
    EXPECT_FALSE(last().visit);
    EXPECT_EQ(last().report, nullptr);
}

TEST_F(VisitBridges, CoverTheDaysSinceTheLastVisit)
{
    const Uuid over = keep(-24h * 20);
    finish(over);
    keep(24h);
    bridge.setShown(true);
    const auto today = diary.clock.now().wall.localDay();

    EXPECT_EQ(last().from, today - std::chrono::days{20});
    EXPECT_EQ(last().to, today);
}

TEST_F(VisitBridges, TellOfWhatCannotBeRead)
{
    keep(24h);
    const QSignalSpy failed{&bridge, &VisitBridge::failed};
    diary.database->script("ALTER TABLE visit RENAME TO elsewhere");

    bridge.setShown(true);

    EXPECT_EQ(failed.count(), 1);
    EXPECT_THAT(told, IsEmpty());
}

} // namespace
} // namespace unclench::ui
