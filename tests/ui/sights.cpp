// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sights.h"

#include "tests/support/drafts.h"
#include "tests/ui/alert_sights.h"
#include "tests/ui/data_sights.h"
#include "tests/ui/seat_sights.h"
#include "tests/ui/sight_parts.h"
#include "tests/ui/visit_sights.h"
#include "ui/dialogs/alarm_settings.h"
#include "ui/pages/details_page.h"
#include "ui/pages/trouble_page.h"
#include "ui/widgets/revision_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QTest>

namespace unclench::ui {

namespace {

using namespace std::chrono_literals;

/// A spasm of yesterday, so that the questions of the day are due, and some that are open.
void tellYesterday(tests::Diary& diary)
{
    diary.log(7);
    Answer unsure;
    unsure.question = "rf_fever";
    unsure.value = AnswerValue::Unsure;
    static_cast<void>(tests::done(diary.engine.alerts().answer(unsure, {})));
    diary.clock.pass(74h);
    diary.engine.alerts().advance();
}

/// An open spasm with everything that can be told of one.
void tellFull(tests::Diary& diary)
{
    for (int i = 0; i < 12; ++i) {
        static_cast<void>(tests::done(diary.journal().logSpasm(
            tests::spasm(i % 10 + 1, {}, tests::regions({{"upper_back", Side::Left}})))));
        diary.clock.pass(3h);
        diary.end();
        diary.clock.pass(24h * 20);
    }
    Details details = tests::regions({{"lower_back", Side::Left}, {"hip", std::nullopt}});
    details.triggers = {"long_sitting", "slept_wrong"};
    details.quality = {"tight", "burning"};
    details.swelling = true;
    details.firstEver = false;
    static_cast<void>(tests::done(diary.journal().logSpasm(tests::spasm(8, {}, details))));
    diary.clock.pass(40min);
    static_cast<void>(tests::done(diary.journal().addReading(
        tests::noted("worse after the drive home, could not put on my socks"))));
    Journal& journal = diary.journal();
    static_cast<void>(tests::done(journal.tell(tests::symptom("leg_tingling", Side::Left), {})));
    FunctionLimit limit;
    limit.function = "bend";
    limit.level = 2;
    static_cast<void>(tests::done(journal.tell(limit, {})));
    Relief relief;
    relief.method = "heat_pad";
    relief.effect = Effect::Better;
    static_cast<void>(tests::done(journal.tell(relief, {})));
    static_cast<void>(tests::done(journal.took(tests::intake("Ibuprofen"))));
    diary.clock.pass(30min);
}

/// Enough for every insight to speak, but for sitting.
void tellMonths(tests::Diary& diary)
{
    for (int i = 0; i < 9; ++i) {
        Details details = tests::regions({{i % 2 == 0 ? "lower_back" : "neck", Side::Left}});
        details.triggers = {i % 3 == 0 ? "twisting" : "long_sitting"};
        static_cast<void>(
            tests::done(diary.journal().logSpasm(tests::spasm(5 + i % 4, {}, details))));
        Relief relief;
        relief.method = "walk";
        relief.effect = Effect::Better;
        static_cast<void>(tests::done(diary.journal().tell(relief, {})));
        diary.clock.pass(2h);
        static_cast<void>(tests::done(diary.journal().addReading(tests::reading(2))));
        if (i < 8) { // the last one is open
            diary.clock.pass(5h);
            diary.end();
            diary.clock.pass(24h * 8);
        }
    }
}

void tellConditions(tests::Diary& diary, const std::vector<std::string>& ids, bool isPresent)
{
    std::vector<Condition> told;
    for (const std::string& id : ids) {
        Condition condition;
        condition.condition = id;
        condition.isPresent = isPresent;
        told.push_back(condition);
    }
    static_cast<void>(tests::done(diary.journal().tellAll(told)));
}

/// A spasm that came back, of someone who has answered what is asked before heat and cold.
void tellAnswered(tests::Diary& diary)
{
    Details details = tests::regions({{"neck", std::nullopt}});
    details.firstEver = false;
    static_cast<void>(tests::done(diary.journal().logSpasm(tests::spasm(6, {}, details))));
    tellConditions(diary, diary.engine.care().toAsk(Modality::Heat), false);
    tellConditions(diary, diary.engine.care().toAsk(Modality::Cold), false);
}

/// Reasons of each kind: for ever, until a clinician was asked, until it has passed.
void tellBlocked(tests::Diary& diary)
{
    tellAnswered(diary);
    tellConditions(diary, {"past_heat_reaction", "raynaud", "drowsy_now"}, true);
}

void startCare(tests::Diary& diary, Modality modality)
{
    static_cast<void>(tests::done(diary.engine.care().start({modality, {}, {}, 6})));
}
void stopCare(tests::Diary& diary, std::optional<Skin> skin)
{
    static_cast<void>(tests::done(diary.engine.care().stop({4, skin, Effect::Better})));
}

/// Heat an hour ago: allowed again, and usual later.
void tellAllowed(tests::Diary& diary)
{
    tellAnswered(diary);
    startCare(diary, Modality::Heat);
    diary.clock.pass(15min);
    stopCare(diary, Skin::Normal);
    diary.clock.pass(1h);
}

/// Cold that is rested from; whether the skin feels normal was not said.
void tellAfterCold(tests::Diary& diary)
{
    tellAnswered(diary);
    startCare(diary, Modality::Cold);
    diary.clock.pass(15min);
    stopCare(diary, Skin::Pink);
    diary.clock.pass(40min);
}

void tellHeat(tests::Diary& diary)
{
    tellAnswered(diary);
    startCare(diary, Modality::Heat);
    diary.clock.pass(5min + 48s);
}

/// Heat with caution, far enough for a look at the skin.
void tellRunning(tests::Diary& diary)
{
    tellAnswered(diary);
    tellConditions(diary, {"diabetes"}, true);
    startCare(diary, Modality::Heat);
    diary.clock.pass(5min + 20s);
}

void tellOverdue(tests::Diary& diary)
{
    tellAnswered(diary);
    startCare(diary, Modality::Cold);
    diary.clock.pass(16min + 20s);
}

/// Enough sessions in one spasm that a median can be said.
void tellSessions(tests::Diary& diary)
{
    tellAnswered(diary);
    for (int i = 0; i < 5; ++i) {
        startCare(diary, Modality::Heat);
        diary.clock.pass(15min);
        stopCare(diary, Skin::Normal);
        diary.clock.pass(5h);
    }
}

void showChoices(Scene& scene)
{
    press(scene, "heatChooseButton");
}
void showCareQuestions(Scene& scene)
{
    press(scene, "coldStartButton");
}
void showAfter(Scene& scene)
{
    press(scene, "hurtsMoreButton");
    press(scene, "afterSkin_numb");
}
void showBars(Scene& scene)
{
    press(scene, "spasmScale6"); // the undo bar says so
    press(scene, "painNowButton");
    scene.shell->window().displayNotice(QStringLiteral(
        "The diary cannot be written: there is no room left on the disk. Nothing was saved."));
}
void showDetails(Scene& scene)
{
    scene.shell->showDetails(scene.diary.engine.diary().openBout()->episode);
}
void showAllDetails(Scene& scene)
{
    showDetails(scene);
    for (auto* button : scene.shell->window().findChildren<QAbstractButton*>()) {
        const QString name = button->objectName();
        const bool opensMore = name.endsWith(QLatin1String("_more")) && !button->isHidden();
        if (opensMore ||
            (name.startsWith(QLatin1String("reading_")) && name.endsWith(QLatin1String("_edit")))) {
            button->click();
        }
    }
    press(scene, "place_hip"); // asks whether it changed
}
void showHistory(Scene& scene)
{
    scene.shell->showHistory();
}
void pressOften(Scene& scene, const char* name, int times)
{
    for (int i = 0; i < times; ++i) {
        press(scene, name);
    }
}
void showQuestion(Scene& scene)
{
    scene.shell->asking().asking().askOpen();
}
void showKnownFor(Scene& scene)
{
    showQuestion(scene);
    pressOften(scene, "noButton", 3);
    press(scene, "yesButton");
    press(scene, "asBeforeButton");
}
void showOptionalQuestion(Scene& scene)
{
    showQuestion(scene);
    pressOften(scene, "noButton", 4);
    press(scene, "yesButton");
}
void showQuestionList(Scene& scene)
{
    showQuestion(scene);
    pressOften(scene, "noButton", 11);
    press(scene, "questionNextButton");
    press(scene, "answer_rf_kidney_yes");
    press(scene, "answer_rf_fever_no");
}
void showQuestionsEnd(Scene& scene)
{
    showQuestionList(scene);
    pressOften(scene, "questionNextButton", 3);
}
void showChanged(Scene& scene)
{
    scene.shell->asking().showChanged();
    press(scene, "changedSymptoms_more");
    press(scene, "changedSymptoms_leg_tingling"); // asks for its side
}
void showBadDay(Scene& scene)
{
    scene.shell->badDay().enter();
}
template <const char* kName>
void pressOnBadDay(Scene& scene)
{
    showBadDay(scene);
    press(scene, kName);
}
constexpr char kBadDayPain[] = "badDayPainButton";
constexpr char kBadDayHeat[] = "badDayHeatButton";
constexpr char kBadDayCold[] = "badDayColdButton";
constexpr char kBadDayHelp[] = "badDayHelpButton";
constexpr char kBadDayOver[] = "badDayOverButton";
void showBadDayOffer(Scene& scene)
{
    press(scene, "spasmScale8");
    showNow(scene);
}
void showQuestionAndOffer(Scene& scene)
{
    press(scene, "spasmScale8");
    press(scene, "noButton");
    press(scene, "yesButton");
}
void showTimeline(Scene& scene)
{
    showHistory(scene);
    press(scene, "timelineViewButton");
}
void showCalendar(Scene& scene)
{
    showHistory(scene);
    press(scene, "calendarViewButton");
}
template <void (*kShow)(Scene&)>
void showListOf(Scene& scene)
{
    kShow(scene);
    press(scene, "listViewButton");
}
void showInsights(Scene& scene)
{
    press(scene, "insightsButton");
}
void showGuide(Scene& scene)
{
    scene.shell->showGuide();
}
void showPositions(Scene& scene)
{
    showGuide(scene);
    press(scene, "guideTopic_positions");
}
void showBreathing(Scene& scene)
{
    showGuide(scene);
    press(scene, "guideTopic_breathing");
}
void showMovement(Scene& scene)
{
    showGuide(scene);
    press(scene, "guideTopic_movement");
}
void showOpenMovement(Scene& scene)
{
    showMovement(scene);
    press(scene, "crampNoButton");
}
void showMedicines(Scene& scene)
{
    showGuide(scene);
    press(scene, "guideTopic_medicines");
}
void showDoctors(Scene& scene)
{
    showGuide(scene);
    press(scene, "guideTopic_doctor");
}
void showFirstStart(Scene& scene)
{
    scene.shell->showFirstPage();
}
void showSettings(Scene& scene)
{
    scene.shown = scene.shell->showSettings();
}
void showSettingsWithoutSound(Scene& scene)
{
    showSettings(scene);
    scene.shown->findChild<AlarmSettings*>()->displayMeans({false, false, false});
}
void showAbout(Scene& scene)
{
    scene.shown = scene.shell->showAbout();
}
void showKeys(Scene& scene)
{
    scene.shown = scene.shell->showKeys();
}
void showTrouble(Scene& scene)
{
    auto page = std::make_unique<TroublePage>();
    TroubleView view;
    view.sentence = QStringLiteral("Another program holds the diary in /home/ada/diary. Nothing "
                                   "was saved. Close it and try again.");
    page->display(view);
    QObject::connect(page.get(), &TroublePage::retryRequested, page.get(),
                     [trouble = page.get()] { trouble->endProgress(QStringLiteral("Still so.")); });
    scene.shown = page.get();
    scene.own = std::move(page);
}

void append(std::vector<Sight>& all, const std::vector<Sight>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

const Words& usualWords()
{
    return Words::builtIn();
}

Scene::Scene(Words theWords) : words(std::move(theWords)), numbers(EmergencyNumbers::builtIn()) {}

const std::vector<Sight>& sights()
{
    static const std::vector<Sight> kAll = [] {
        std::vector<Sight> all{
            {"now, empty", tellNothing, showNow},
            {"now, one", tellOne, showNow},
            {"now, full", tellFull, showNow},
            {"now, with notice, undo and numbers", tellFull, showBars},
            {"now, care blocked", tellBlocked, showNow},
            {"now, care allowed", tellAllowed, showNow},
            {"now, care recommended", tellAnswered, showNow},
            {"now, care chosen", tellAnswered, showChoices},
            {"now, skin later", tellAfterCold, showNow},
            {"care running", tellRunning, showNow},
            {"care overdue", tellOverdue, showNow},
            {"care after", tellRunning, showAfter},
            {"care asked", tellOne, showCareQuestions},
            {"details, care, one", tellSessions,
             [](Scene& scene) {
                 showDetails(scene);
                 press(scene, "pastCareButton");
             }},
            {"details, one", tellOne, showDetails},
            {"details, full and opened", tellFull, showAllDetails},
            {"history, empty", tellNothing, showHistory},
            {"history, one", tellOne, showHistory},
            {"history, full", tellFull, showHistory},
            {"timeline, empty", tellNothing, showTimeline},
            {"timeline", tellMonths, showTimeline},
            {"calendar, empty", tellNothing, showCalendar},
            {"calendar", tellMonths, showCalendar},
            {"timeline, list, empty", tellNothing, showListOf<showTimeline>},
            {"timeline, list", tellMonths, showListOf<showTimeline>},
            {"calendar, list", tellMonths, showListOf<showCalendar>},
            {"insights, empty", tellNothing, showInsights},
            {"insights, one", tellOne, showInsights},
            {"insights", tellMonths, showInsights},
            {"insights, tables", tellMonths,
             [](Scene& scene) {
                 showInsights(scene);
                 press(scene, "insightsTablesButton");
             }},
        };
        append(all, alertSights());
        const std::vector<Sight> others{
            {"question", tellOne, showQuestion},
            {"question, known for long", tellOne, showKnownFor},
            {"question, optional", tellOne, showOptionalQuestion},
            {"questions", tellOne, showQuestionList},
            {"questions, end", tellOne, showQuestionsEnd},
            {"now, daily", tellYesterday, showNow},
            {"changed, empty", tellNothing,
             [](Scene& scene) { scene.shell->asking().showChanged(); }},
            {"changed", tellFull, showChanged},
            {"now, bad day offered", tellNothing, showBadDayOffer},
            {"question, bad day offered", tellNothing, showQuestionAndOffer},
            {"bad day, none open", tellNothing, showBadDay},
            {"bad day, open", tellAnswered, showBadDay},
            {"bad day, numbers", tellAnswered, pressOnBadDay<kBadDayPain>},
            {"bad day, asked", tellOne, pressOnBadDay<kBadDayHeat>},
            {"bad day, running", tellHeat, showBadDay},
            {"bad day, skin due", tellRunning, showBadDay},
            {"bad day, overdue", tellOverdue, showBadDay},
            {"bad day, not now", tellBlocked, pressOnBadDay<kBadDayCold>},
            {"bad day, skin asked", tellAfterCold, pressOnBadDay<kBadDayCold>},
            {"bad day, help", tellOne, pressOnBadDay<kBadDayHelp>},
            {"bad day, over", tellAnswered, pressOnBadDay<kBadDayOver>},
            {"bad day, urgent", tellUrgent, showBadDay},
            {"guide", tellNothing, showGuide},
            {"guide, positions, one", tellOne, showPositions},
            {"guide, breathing", tellNothing, showBreathing},
            {"guide, movement", tellFull, showMovement},
            {"guide, movement open, one", tellNothing, showOpenMovement},
            {"guide, medicines, one", tellOne, showMedicines},
            {"guide, doctors, one", tellOne, showDoctors},
            {"first start", tellNothing, showFirstStart},
            {"settings", tellFull, showSettings},
            {"settings, nothing can ring", tellNothing, showSettingsWithoutSound},
            {"about", tellNothing, showAbout},
            {"keys", tellNothing, showKeys},
            {"trouble", tellNothing, showTrouble},
        };
        append(all, others);
        append(all, seatSights());
        append(all, visitSights());
        append(all, dataSights());
        return all;
    }();
    return kAll;
}

void settle(QWidget& shown)
{
    for (int i = 0; i < 3; ++i) { // a layout that changes its height may change another's
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::sendPostedEvents();
        QApplication::processEvents();
    }
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    shown.ensurePolished();
}

std::unique_ptr<Scene> look(const Sight& sight, QSize size, Words words)
{
    auto scene = std::make_unique<Scene>(std::move(words));
    sight.tell(scene->diary);
    scene->shell = std::make_unique<Shell>(
        scene->diary.engine,
        Shell::Surroundings{.words = scene->words,
                            .numbers = scene->numbers,
                            .country = QStringLiteral("GB"),
                            .version = QStringLiteral("1.2.3"),
                            .explain = [](const StorageError&) { return QString{}; }});
    MainWindow& window = scene->shell->window();
    window.resize(size);
    scene->shell->bridge().refresh();
    scene->shell->alerts().refresh();
    window.show();
    scene->shown = &window;
    sight.show(*scene);
    settle(window);
    if (scene->shown != &window) {
        window.hide(); // what lies behind a dialog is another sight
        scene->shown->show();
        scene->shown->resize(scene->shown->size().boundedTo(size));
    }
    scene->shown->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(scene->shown));
    settle(*scene->shown);
    return scene;
}

} // namespace unclench::ui
