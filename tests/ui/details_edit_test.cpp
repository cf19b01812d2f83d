// SPDX-License-Identifier: GPL-3.0-or-later
// What was told is changed on the details page: injury, sides, days, readings, the list of
// medicines, and what the undo bar says of each.
#include "tests/ui/shell_fixture.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/moment_edit.h"

#include <gmock/gmock.h>

namespace unclench::ui {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Optional;
using testing::SizeIs;

class DetailsEdit : public ShellFixture {
protected:
    DetailsEdit()
    {
        episode = diary.log(7).episode;
        open(episode);
    }

    Course course() { return diary.course(episode); }
    template <class Record>
    std::vector<Record> parts()
    {
        return diary.engine.diary().partsOf<Record>(episode);
    }
    static QString named(const char* kind, const Uuid& id, const char* part)
    {
        return QStringLiteral("%1_%2_%3")
            .arg(QLatin1String{kind}, QString::fromStdString(id.text()), QLatin1String{part});
    }
    /// Types another time into a field, and leaves it.
    void setTime(const QString& name, std::chrono::seconds later)
    {
        auto* edit = field<MomentEdit>(name);
        edit->setFocus();
        edit->setDateTime(edit->dateTime().addSecs(later.count()));
        QTest::keyClick(edit, Qt::Key_Return);
    }
    Medicine onlyMedicine() { return diary.engine.diary().medicines().front(); }
    Uuid took(const QString& name)
    {
        type(QStringLiteral("medicineNameEdit"), name);
        return parts<Intake>().back().stamp.id;
    }

    Uuid episode;
};

TEST_F(DetailsEdit, AnInjuryIsToldByAChipOrATimeAndTakenBack)
{
    press(QStringLiteral("injury_1"));
    EXPECT_EQ(course().details.injuryAt, course().onset() - 24h);
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("injury_1"))->isChecked());

    setTime(QStringLiteral("injuryTimeEdit"), -3h);
    EXPECT_EQ(course().details.injuryAt, course().onset() - 27h);
    EXPECT_THAT(course().reports, SizeIs(1)); // when it was does not change with time

    press(QStringLiteral("injury_none"));
    EXPECT_EQ(course().details.injuryAt, std::nullopt);
    undo();
    EXPECT_EQ(course().details.injuryAt, course().onset() - 27h);
}

TEST_F(DetailsEdit, AnInjuryInTheFutureIsRefusedInWords)
{
    setTime(QStringLiteral("injuryTimeEdit"), 24h);

    EXPECT_EQ(course().details.injuryAt, std::nullopt);
    EXPECT_TRUE(notice().contains(QLatin1String("future")));
}

TEST_F(DetailsEdit, LeftAndRightAreTwoRecordsEachWithItsOwnChangeAndDays)
{
    press(QStringLiteral("symptoms_leg_numbness"));
    press(QStringLiteral("symptom_leg_numbness_side_left"));
    press(QStringLiteral("symptom_leg_numbness_side_right"));
    press(QStringLiteral("symptom_leg_numbness_change_new"));
    type(QStringLiteral("symptom_leg_numbness_since"), QStringLiteral("0"));
    type(QStringLiteral("symptom_leg_numbness_other_since"), QStringLiteral("12"));

    const auto told = parts<Symptom>();
    ASSERT_THAT(told, SizeIs(2));
    EXPECT_EQ(told[0].side, Side::Left);
    EXPECT_EQ(told[0].change, Change::New);
    EXPECT_EQ(told[0].sinceDays, 0);
    EXPECT_EQ(told[1].side, Side::Right);
    EXPECT_EQ(told[1].change, std::nullopt);
    EXPECT_EQ(told[1].sinceDays, 12);
    EXPECT_EQ(saved(), QStringLiteral("Saved: Numbness in a leg, right."));
}

TEST_F(DetailsEdit, OneSideGoesAndTheOtherStays)
{
    press(QStringLiteral("symptoms_leg_numbness"));
    press(QStringLiteral("symptom_leg_numbness_side_left"));
    press(QStringLiteral("symptom_leg_numbness_side_right"));
    diary.clock.pass(1h);

    press(QStringLiteral("symptom_leg_numbness_side_left"));
    press(QStringLiteral("itChangedButton"));

    EXPECT_THAT(parts<Symptom>(), SizeIs(3));
    EXPECT_EQ(saved(), QStringLiteral("Saved: Numbness in a leg, left: gone."));
    EXPECT_FALSE(
        field<QAbstractButton>(QStringLiteral("symptom_leg_numbness_side_left"))->isChecked());
    EXPECT_TRUE(
        field<QAbstractButton>(QStringLiteral("symptom_leg_numbness_side_right"))->isChecked());
    EXPECT_TRUE(field<QAbstractButton>(QStringLiteral("symptoms_leg_numbness"))->isChecked());
}

TEST_F(DetailsEdit, ASideThatNeverWasIsTakenBackInOneStep)
{
    press(QStringLiteral("symptoms_leg_numbness"));
    press(QStringLiteral("symptom_leg_numbness_side_left"));
    press(QStringLiteral("symptom_leg_numbness_change_worse"));
    press(QStringLiteral("symptom_leg_numbness_side_right"));
    const auto before = parts<Symptom>();

    press(QStringLiteral("symptom_leg_numbness_side_left"));
    press(QStringLiteral("typedWrongButton"));
    ASSERT_THAT(parts<Symptom>(), SizeIs(1));
    EXPECT_EQ(parts<Symptom>().front().side, Side::Right);
    EXPECT_EQ(saved(), QStringLiteral("Taken back: Numbness in a leg, left."));

    undo();
    EXPECT_THAT(parts<Symptom>(), SizeIs(before.size()));
}

TEST_F(DetailsEdit, DaysThatAreNoNumberAreNotSavedAndStay)
{
    press(QStringLiteral("symptoms_fever"));

    type(QStringLiteral("symptom_fever_since"), QStringLiteral("long"));

    EXPECT_EQ(parts<Symptom>().front().sinceDays, std::nullopt);
    EXPECT_TRUE(field<QLabel>(QStringLiteral("symptom_fever_sinceComplaint"))->isVisible());
    type(QStringLiteral("symptom_fever_since"), QStringLiteral("3"));
    EXPECT_EQ(parts<Symptom>().front().sinceDays, 3);
}

TEST_F(DetailsEdit, AReadingGetsAnotherTimeAndANote)
{
    diary.clock.pass(2h);
    const Uuid id = tests::done(diary.journal().addReading(tests::reading(5))).id;
    press(named("reading", id, "edit"));

    setTime(named("reading", id, "time"), -1h);
    EXPECT_EQ(course().readings.back().at, course().onset() + 1h);
    EXPECT_EQ(saved(), QStringLiteral("Saved: pain 5, 09:00."));

    auto* note = field<KeptNote>(named("reading", id, "note"));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("after lunch"));
    field<QWidget>(QStringLiteral("detailsDoneButton"))->setFocus();
    EXPECT_EQ(course().readings.back().note, "after lunch");

    setTime(named("reading", id, "time"), -5h);
    EXPECT_EQ(course().readings.back().at, course().onset() + 1h);
    EXPECT_TRUE(notice().contains(QLatin1String("before the spasm began")));
}

TEST_F(DetailsEdit, AReadingIsRemovedAndTheUndoBarSaysWhich)
{
    diary.clock.pass(1h);
    const Uuid id = tests::done(diary.journal().addReading(tests::reading(5))).id;

    press(named("reading", id, "remove"));

    EXPECT_THAT(course().readings, SizeIs(1));
    EXPECT_EQ(saved(), QStringLiteral("Removed: pain 5, 09:00."));
    undo();
    EXPECT_THAT(course().readings, SizeIs(2));
}

TEST_F(DetailsEdit, APatchIsWhereItHurtsOrElsewhere)
{
    press(QStringLiteral("medicineClass_topical"));
    const Uuid id = took(QStringLiteral("Lidocaine"));
    EXPECT_TRUE(field<QWidget>(named("intake", id, "patch"))->isVisible());

    press(named("intake", id, "patch_at_site"));
    EXPECT_EQ(parts<Intake>().front().patchSite, PatchSite::AtSite);
    EXPECT_EQ(saved(), QStringLiteral("Saved: the patch is: Where it hurts."));
    press(named("intake", id, "patch_at_site"));
    EXPECT_EQ(parts<Intake>().front().patchSite, std::nullopt);
}

TEST_F(DetailsEdit, ATabletIsNotAskedWhereItSits)
{
    const Uuid id = took(QStringLiteral("Ibuprofen"));

    EXPECT_FALSE(field<QWidget>(named("intake", id, "patch"))->isVisible());
}

TEST_F(DetailsEdit, AMedicineOfTheListIsChangedAndRemoved)
{
    took(QStringLiteral("Ibuprofn"));
    const Uuid id = onlyMedicine().stamp.id;
    press(QStringLiteral("changeListButton"));
    press(named("medicine", id, "edit"));

    type(named("medicine", id, "name"), QStringLiteral("Ibuprofen"));
    type(named("medicine", id, "dose"), QStringLiteral("400 mg"));
    press(named("medicine", id, "use_regular"));
    press(named("medicine", id, "class_nsaid"));
    EXPECT_EQ(onlyMedicine().name, "Ibuprofen");
    EXPECT_EQ(onlyMedicine().dose, "400 mg");
    EXPECT_EQ(onlyMedicine().use, MedicineUse::Regular);
    EXPECT_EQ(onlyMedicine().medicineClass, "nsaid");
    EXPECT_EQ(saved(), QStringLiteral("Saved: Ibuprofen, 400 mg: Regularly."));

    press(named("medicine", id, "remove"));
    EXPECT_THAT(diary.engine.diary().medicines(), SizeIs(0));
    EXPECT_THAT(parts<Intake>(), SizeIs(1)); // that it was taken stays
    EXPECT_EQ(saved(), QStringLiteral("Removed: Ibuprofen, 400 mg: Regularly."));
}

TEST_F(DetailsEdit, AMedicineDoesNotTakeTheNameOfAnother)
{
    took(QStringLiteral("Ibuprofen"));
    took(QStringLiteral("Blue pill"));
    const Uuid id = diary.engine.diary().medicineNamed("Blue pill")->stamp.id;
    press(QStringLiteral("changeListButton"));
    press(named("medicine", id, "edit"));

    type(named("medicine", id, "name"), QStringLiteral("ibuprofen"));

    EXPECT_TRUE(notice().contains(QLatin1String("has that name already")));
    EXPECT_TRUE(diary.engine.diary().medicineNamed("Blue pill"));
}

TEST_F(DetailsEdit, TheUndoBarSaysWhatWasSaved)
{
    press(QStringLiteral("place_lower_back_left"));
    EXPECT_EQ(saved(), QStringLiteral("Saved: Lower back, left."));
    press(QStringLiteral("quality_tight"));
    EXPECT_TRUE(saved().startsWith(QLatin1String("Saved: "))) << qPrintable(saved());
    EXPECT_NE(saved(), QStringLiteral("Saved: ."));
    press(QStringLiteral("firstEver_yes"));
    EXPECT_EQ(saved(), QStringLiteral("Saved: First back spasm ever: Yes."));
    press(QStringLiteral("firstEver_not_told"));
    EXPECT_EQ(saved(), QStringLiteral("Taken back: First back spasm ever."));
    press(QStringLiteral("onset_30"));
    EXPECT_EQ(saved(), QStringLiteral("Saved: it began at 07:30."));
    took(QStringLiteral("Pill %1"));
    EXPECT_EQ(saved(), QStringLiteral("Saved: Pill %1, 08:00."));
}

TEST_F(DetailsEdit, PlacesTypedWrongAreOneStep)
{
    press(QStringLiteral("place_lower_back_left"));
    diary.clock.pass(1min);
    press(QStringLiteral("place_lower_back_right"));
    diary.clock.pass(1min);

    press(QStringLiteral("place_lower_back_left"));
    press(QStringLiteral("typedWrongButton"));
    EXPECT_THAT(course().details.regions, Optional(ElementsAre(Place{"lower_back", Side::Right})));

    undo();
    EXPECT_THAT(course().details.regions, Optional(SizeIs(2)));
    undo();
    EXPECT_THAT(course().details.regions, Optional(SizeIs(1)));
}

TEST_F(DetailsEdit, TimesAreSaidAnewWhenTimePasses)
{
    const Uuid id = took(QStringLiteral("Ibuprofen"));
    const auto says = [&](const char* what) {
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == QLatin1String{what}) {
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(says("Ibuprofen at 08:00"));
    ASSERT_TRUE(says("7 of 10 at 08:00"));

    diary.clock.pass(24h);
    shell.passTime();

    EXPECT_TRUE(says("Ibuprofen at yesterday 08:00")) << id.text();
    EXPECT_TRUE(says("7 of 10 at yesterday 08:00"));
}

TEST_F(DetailsEdit, WhatIsTypedStaysWhenAMinutePasses)
{
    auto* note = field<KeptNote>(QStringLiteral("noteEdit"));
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("half a sen"));

    diary.clock.pass(1min);
    shell.passTime();

    EXPECT_EQ(note->toPlainText(), QStringLiteral("half a sen"));
}

TEST_F(DetailsEdit, ANoteThatHoldsWhatNoFieldShowsIsNotSavedUnasked)
{
    Details details;
    details.note = "5\u00a0mg, then\u2028rest";
    static_cast<void>(
        tests::done(diary.journal().updateEpisode(episode, details, std::nullopt, std::nullopt)));

    shell.showHistory();

    EXPECT_THAT(course().details.note, Optional(*details.note));
}

} // namespace
} // namespace unclench::ui
