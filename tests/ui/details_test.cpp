// SPDX-License-Identifier: GPL-3.0-or-later
// The details page on a diary in memory: what is pressed stands in the diary, told or corrected.
#include "tests/support/diary.h"
#include "tests/support/drafts.h"
#include "ui/bridge.h"
#include "ui/details_bridge.h"
#include "ui/pages/details_page.h"
#include "ui/widgets/back_map.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/place_list.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

#include <gmock/gmock.h>

#include <set>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Optional;
using testing::SizeIs;
using testing::UnorderedElementsAre;

const Place kLeft{"lower_back", Side::Left};
const Place kRight{"lower_back", Side::Right};

class DetailsTest : public testing::Test {
protected:
    DetailsTest()
    {
        episode = diary.log(7).episode;
        QObject::connect(&details, &DetailsBridge::viewChanged, &page, &DetailsPage::display);
        QObject::connect(&details, &DetailsBridge::leaving, &page, &DetailsPage::saveDrafts);
        QObject::connect(&page, &DetailsPage::told, &details, &DetailsBridge::tell);
        QObject::connect(&page, &DetailsPage::forgotten, &details, &DetailsBridge::forget);
        QObject::connect(&page, &DetailsPage::onsetRequested, &details, &DetailsBridge::setOnset);
        QObject::connect(&page, &DetailsPage::symptomTold, &details, &DetailsBridge::tellSymptom);
        QObject::connect(&page, &DetailsPage::functionTold, &details, &DetailsBridge::tellFunction);
        QObject::connect(&page, &DetailsPage::reliefTold, &details, &DetailsBridge::tellRelief);
        QObject::connect(&page, &DetailsPage::medicineTaken, &details, &DetailsBridge::take);
        QObject::connect(&page, &DetailsPage::corrected, &details, &DetailsBridge::correct);
        QObject::connect(&page, &DetailsPage::removed, &details, &DetailsBridge::remove);
        page.resize(1280, 800);
        page.show();
        details.open(episode);
    }

    QAbstractButton* button(const QString& name)
    {
        auto* found = page.findChild<QAbstractButton*>(name);
        EXPECT_NE(found, nullptr) << qPrintable(name);
        return found;
    }
    void press(const char* name) { button(QLatin1String{name})->click(); }
    template <class Field>
    Field* field(const char* name)
    {
        return page.findChild<Field*>(QLatin1String{name});
    }
    Course course() { return diary.course(episode); }
    std::vector<Symptom> symptoms() { return diary.engine.diary().partsOf<Symptom>(episode); }
    std::vector<std::vector<Place>> reportedPlaces()
    {
        std::vector<std::vector<Place>> all;
        for (const Report& report : course().reports) {
            Details told;
            if (report.field == DetailField::Regions && apply(told, report.field, report.value)) {
                all.push_back(told.regions.value_or(std::vector<Place>{}));
            }
        }
        return all;
    }

    tests::Diary diary;
    Uuid episode;
    Words words = Words::builtIn();
    Bridge bridge{diary.engine,
                  [](const StorageError& error) { return QString::fromUtf8(error.what()); }};
    DetailsBridge details{diary.engine, bridge, words};
    ReturnPresses returnPresses;
    DetailsPage page{diary.vocabulary, words};
};

TEST_F(DetailsTest, APlacePressedOnTheMapStandsInTheDiaryAndInTheList)
{
    auto* map = page.findChild<BackMap*>();
    const auto at = map->centreOf(kLeft);
    ASSERT_TRUE(at);
    QTest::mouseClick(map, Qt::LeftButton, {}, *at);

    EXPECT_THAT(course().details.regions, Optional(ElementsAre(kLeft)));
    EXPECT_TRUE(button(QStringLiteral("place_lower_back_left"))->isChecked());
}

TEST_F(DetailsTest, TheMapHasEveryPlaceOfTheVocabularyAndEachCanBePressed)
{
    auto* map = page.findChild<BackMap*>();
    const QSignalSpy pressed{map, &BackMap::placesChanged};
    int places = 0;
    for (const Term& term : diary.vocabulary.terms(Topic::Region)) {
        for (const Side side : term.sides) {
            if (side == Side::Both) {
                continue;
            }
            ++places;
            const auto at = map->centreOf({term.id, side});
            ASSERT_TRUE(at) << term.id << " " << toId(side);
            map->display({});
            QTest::mouseClick(map, Qt::LeftButton, {}, *at);
            ASSERT_EQ(pressed.size(), places) << term.id << " " << toId(side);
            EXPECT_THAT(pressed.back().front().value<std::vector<Place>>(),
                        ElementsAre(Place{term.id, side}));
        }
    }
    EXPECT_GT(places, 25);
}

TEST_F(DetailsTest, LeftIsOnTheLeft)
{
    auto* map = page.findChild<BackMap*>();
    EXPECT_LT(map->centreOf(kLeft)->x(), map->centreOf(kRight)->x());
}

TEST_F(DetailsTest, BothSidesAreShownAsLeftAndRight)
{
    static_cast<void>(tests::done(diary.journal().updateEpisode(
        episode, tests::regions({{"hip", Side::Both}}), std::nullopt, std::nullopt)));

    EXPECT_TRUE(button(QStringLiteral("place_hip_left"))->isChecked());
    EXPECT_TRUE(button(QStringLiteral("place_hip_right"))->isChecked());
}

TEST_F(DetailsTest, AFurtherPlaceIsAddedWithoutAQuestion)
{
    press("place_lower_back_left");
    diary.clock.pass(1min);
    press("place_lower_back_right");

    EXPECT_TRUE(field<QWidget>("revisionBar")->isHidden());
    EXPECT_THAT(course().details.regions, Optional(ElementsAre(kLeft, kRight)));
}

TEST_F(DetailsTest, APlaceThatIsGoneStaysInItsEarlierReport)
{
    press("place_lower_back_left");
    diary.clock.pass(1h);

    press("place_lower_back_left");
    EXPECT_FALSE(field<QWidget>("revisionBar")->isHidden());
    EXPECT_TRUE(button(QStringLiteral("place_lower_back_left"))->isChecked());
    press("itChangedButton");

    EXPECT_THAT(reportedPlaces(), ElementsAre(ElementsAre(kLeft), testing::IsEmpty()));
    EXPECT_FALSE(button(QStringLiteral("place_lower_back_left"))->isChecked());
}

TEST_F(DetailsTest, APlaceThatWasTypedWrongStandsInNoReport)
{
    press("place_lower_back_left");
    diary.clock.pass(1min);
    press("place_lower_back_right");

    press("place_lower_back_left");
    press("typedWrongButton");

    EXPECT_THAT(reportedPlaces(), ElementsAre(testing::IsEmpty(), ElementsAre(kRight)));
    bridge.undo();
    EXPECT_THAT(reportedPlaces(), ElementsAre(ElementsAre(kLeft), ElementsAre(kLeft, kRight)));
}

TEST_F(DetailsTest, LeavingTheQuestionSavesNothing)
{
    press("place_lower_back_left");
    press("place_lower_back_left");
    press("leaveItButton");

    EXPECT_THAT(reportedPlaces(), SizeIs(1));
    EXPECT_TRUE(field<QWidget>("revisionBar")->isHidden());
}

TEST_F(DetailsTest, ChipsTellWhatItIsLikeAndWhatCameBefore)
{
    press("quality_tight");
    press("quality_sharp");
    press("pattern_comes_and_goes");
    press("signs_knot");
    press("triggers_heavy_lifting");
    press("activity_driving");
    press("length_minutes");
    press("firstEver_yes");
    press("sudden_no");

    const Details told = course().details;
    EXPECT_THAT(told.quality, Optional(ElementsAre("tight", "sharp")));
    EXPECT_THAT(told.pattern, Optional(std::string{"comes_and_goes"}));
    EXPECT_THAT(told.signs, Optional(ElementsAre("knot")));
    EXPECT_THAT(told.triggers, Optional(ElementsAre("heavy_lifting")));
    EXPECT_THAT(told.activity, Optional(std::string{"driving"}));
    EXPECT_EQ(told.spasmLength, std::optional<std::chrono::seconds>{300s});
    EXPECT_EQ(told.firstEver, true);
    EXPECT_EQ(told.sudden, false);
}

TEST_F(DetailsTest, AChosenAnswerPressedAgainIsNotToldAnyMore)
{
    press("pattern_constant");
    press("pattern_constant");
    press("firstEver_yes");
    press("firstEver_not_told");

    EXPECT_EQ(course().details.pattern, std::nullopt);
    EXPECT_EQ(course().details.firstEver, std::nullopt);
}

TEST_F(DetailsTest, SwellingThatIsDifferentAsksWhichOfTheTwo)
{
    press("swelling_yes");
    press("swelling_no");
    EXPECT_EQ(course().details.swelling, true);
    press("typedWrongButton");

    EXPECT_EQ(course().details.swelling, false);
    EXPECT_THAT(course().reports, SizeIs(1));
}

TEST_F(DetailsTest, OnsetChipsCountFromTheFirstTelling)
{
    const Moment first = course().readings.front().at;
    diary.clock.pass(2h);

    press("onset_30");
    EXPECT_EQ(course().onset(), first - 30min);
    EXPECT_TRUE(button(QStringLiteral("onset_30"))->isChecked());
    press("onset_60");
    EXPECT_EQ(course().onset(), first - 60min);
}

TEST_F(DetailsTest, OnsetCanBeATime)
{
    const Moment first = course().onset();
    auto* edit = field<QDateTimeEdit>("onsetTimeEdit");
    edit->setDateTime(edit->dateTime().addSecs(-600));
    Q_EMIT edit->editingFinished();

    EXPECT_EQ(course().onset(), first - 10min);
}

TEST_F(DetailsTest, ASymptomHasASideAndAChangeAndCanBeGone)
{
    press("symptoms_leg_numbness");
    press("symptom_leg_numbness_side_left");
    press("symptom_leg_numbness_change_new");
    ASSERT_THAT(symptoms(), SizeIs(1));
    EXPECT_EQ(symptoms().front().side, Side::Left);
    EXPECT_EQ(symptoms().front().change, Change::New);

    diary.clock.pass(1h);
    press("symptom_leg_numbness_gone");
    press("itChangedButton");
    ASSERT_THAT(symptoms(), SizeIs(2));
    EXPECT_TRUE(symptoms().front().isPresent);
    EXPECT_FALSE(symptoms().back().isPresent);
    EXPECT_FALSE(button(QStringLiteral("symptoms_leg_numbness"))->isChecked());
}

TEST_F(DetailsTest, ASymptomThatNeverWasCountsNowhere)
{
    press("symptoms_fever");
    press("symptoms_fever");
    press("typedWrongButton");

    EXPECT_THAT(symptoms(), SizeIs(0));
}

TEST_F(DetailsTest, FunctionLimitsAreToldAndTakenBack)
{
    press("function_sleep_2");
    auto limits = diary.engine.diary().partsOf<FunctionLimit>(episode);
    ASSERT_THAT(limits, SizeIs(1));
    EXPECT_EQ(limits.front().level, 2);

    press("function_sleep_2");
    EXPECT_THAT(diary.engine.diary().partsOf<FunctionLimit>(episode), SizeIs(0));
}

TEST_F(DetailsTest, WhatWasTriedHasAnEffect)
{
    press("relief_heat_pad");
    auto reliefs = diary.engine.diary().partsOf<Relief>(episode);
    ASSERT_THAT(reliefs, SizeIs(1));
    const QString name = QStringLiteral("relief_%1_effect_better")
                             .arg(QString::fromStdString(reliefs.front().stamp.id.text()));
    button(name)->click();

    reliefs = diary.engine.diary().partsOf<Relief>(episode);
    ASSERT_THAT(reliefs, SizeIs(1));
    EXPECT_EQ(reliefs.front().effect, Effect::Better);
}

TEST_F(DetailsTest, AMedicineShowsItsCautionsInFullOnceAndInOneLineLater)
{
    auto* cautions = field<QLabel>("cautionsLabel");
    field<QLineEdit>("medicineNameEdit")->setText(QStringLiteral("Blue pill"));
    field<QLineEdit>("medicineDoseEdit")->setText(QStringLiteral("1 tablet"));
    press("medicineClass_muscle_relaxant");
    EXPECT_TRUE(cautions->text().contains(QStringLiteral("No alcohol")));
    press("tookButton");

    const auto intakes = diary.engine.diary().partsOf<Intake>(episode);
    ASSERT_THAT(intakes, SizeIs(1));
    EXPECT_EQ(intakes.front().dose, "1 tablet");
    EXPECT_EQ(diary.engine.diary().medicines().front().medicineClass, "muscle_relaxant");
    EXPECT_TRUE(field<QLineEdit>("medicineNameEdit")->text().isEmpty());
    EXPECT_TRUE(cautions->text().contains(QStringLiteral("No alcohol")));

    diary.clock.pass(1h);
    const QString own = QStringLiteral("ownMedicines_%1")
                            .arg(QString::fromStdString(intakes.front().medicine.text()));
    button(own)->click();
    EXPECT_THAT(diary.engine.diary().partsOf<Intake>(episode), SizeIs(2));
    EXPECT_FALSE(cautions->text().contains(QStringLiteral("No alcohol")));
    EXPECT_TRUE(cautions->text().contains(QStringLiteral("Do not drive")));
}

TEST_F(DetailsTest, WhatWasTypedStaysWhereItCouldNotBeSaved)
{
    const QSignalSpy failed{&bridge, &Bridge::failed};
    diary.database->script("PRAGMA query_only = ON");
    field<QLineEdit>("medicineNameEdit")->setText(QStringLiteral("Blue pill"));
    press("tookButton");
    field<QPlainTextEdit>("noteEdit")->setPlainText(QStringLiteral("bad night"));
    page.saveDrafts();
    details.refresh();

    EXPECT_EQ(failed.size(), 2);
    EXPECT_EQ(field<QLineEdit>("medicineNameEdit")->text(), QStringLiteral("Blue pill"));
    EXPECT_EQ(field<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("bad night"));

    diary.database->script("PRAGMA query_only = OFF");
    page.saveDrafts();
    EXPECT_THAT(course().details.note, Optional(std::string{"bad night"}));
}

TEST_F(DetailsTest, ANoteIsSavedBeforeAnotherEpisodeIsShown)
{
    diary.end();
    diary.clock.pass(48h);
    const Uuid other = diary.log(3).episode;
    field<QPlainTextEdit>("noteEdit")->setPlainText(QStringLiteral("bad night"));

    details.open(other);

    EXPECT_THAT(course().details.note, Optional(std::string{"bad night"}));
    EXPECT_TRUE(field<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
}

TEST_F(DetailsTest, WhatIsFilledInAfterTheEndBelongsToTheEpisode)
{
    diary.clock.pass(1h);
    diary.end();
    diary.clock.pass(48h);
    details.refresh();

    press("symptoms_fever");
    press("quality_tight");

    ASSERT_THAT(symptoms(), SizeIs(1));
    EXPECT_EQ(symptoms().front().at, *course().end());
    EXPECT_EQ(course().reports.front().at, *course().end());
}

TEST_F(DetailsTest, AReadingIsChangedAndRemoved)
{
    diary.clock.pass(1h);
    const Saved second = tests::done(diary.journal().addReading(tests::reading(5)));
    const QString name = QStringLiteral("reading_") + QString::fromStdString(second.id.text());

    button(name + QStringLiteral("_edit"))->click();
    button(name + QStringLiteral("_pain4"))->click();
    EXPECT_EQ(course().readings.back().pain, 4);
    button(name + QStringLiteral("_remove"))->click();
    EXPECT_THAT(course().readings, SizeIs(1));
}

TEST_F(DetailsTest, WhatIsUsedMostComesFirstInTheNextEpisode)
{
    press("triggers_cold_draught");
    EXPECT_FALSE(button(QStringLiteral("triggers_heavy_blow"))->isVisibleTo(&page));
    diary.end();
    diary.clock.pass(48h);
    details.open(diary.log(3).episode);

    EXPECT_TRUE(button(QStringLiteral("triggers_cold_draught"))->isVisibleTo(&page));
    EXPECT_FALSE(button(QStringLiteral("triggers_cold_draught"))->isChecked());
    press("triggers_more");
    EXPECT_TRUE(button(QStringLiteral("triggers_heavy_blow"))->isVisibleTo(&page));
}

TEST_F(DetailsTest, EveryControlHasANameForAScreenReaderAndOneOfItsOwn)
{
    press("symptoms_leg_numbness");
    press("relief_heat_pad");
    field<QLineEdit>("medicineNameEdit")->setText(QStringLiteral("Ibuprofen"));
    press("tookButton");
    std::set<QString> names;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith(QLatin1String("qt_"))) {
            continue;
        }
        const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(interface, nullptr);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
            << qPrintable(widget->objectName());
        EXPECT_FALSE(widget->objectName().isEmpty()) << widget->metaObject()->className();
        EXPECT_TRUE(names.insert(widget->objectName()).second) << qPrintable(widget->objectName());
    }
    EXPECT_GT(names.size(), 150U);
}

TEST_F(DetailsTest, TheKeyboardReachesEveryVisibleButtonAndReturnPresses)
{
    QApplication::setActiveWindow(&page);
    page.focusFirst();
    std::set<const QWidget*> reached;
    for (int stops = 0; stops < 300; ++stops) {
        QWidget* stop = page.focusWidget();
        ASSERT_NE(stop, nullptr);
        reached.insert(stop); // a time has several stops of its own
        for (int steps = 0; steps < 40; ++steps) {
            // Within a group the arrows go on; a line of text keeps them to itself.
            const QWidget* before = page.focusWidget();
            if (qobject_cast<const QAbstractButton*>(before) == nullptr ||
                before->objectName().startsWith(QLatin1String("place_"))) {
                break;
            }
            if (before->parentWidget() != stop->parentWidget()) {
                break;
            }
            QTest::keyClick(page.focusWidget(), Qt::Key_Right);
            if (page.focusWidget()->parentWidget() != stop->parentWidget()) {
                page.focusWidget()->clearFocus();
                stop->setFocus(Qt::TabFocusReason);
                break;
            }
            reached.insert(page.focusWidget());
            if (page.focusWidget() == before) {
                break;
            }
        }
        QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
    }
    for (const auto* one : page.findChildren<QAbstractButton*>()) {
        if (one->isVisibleTo(&page) && one->isEnabled() &&
            !one->objectName().startsWith(QLatin1String("qt_"))) {
            EXPECT_TRUE(reached.contains(one)) << qPrintable(one->objectName());
        }
    }

    auto* chip = button(QStringLiteral("quality_tight"));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Return);
    EXPECT_TRUE(chip->isChecked());
}

} // namespace
} // namespace unclench::ui
