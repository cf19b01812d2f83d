// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "app/made_up.h"
#include "app/made_up_data.h"
#include "app/made_up_seat.h"
#include "app/render_bad_day.h"
#include "app/render_care.h"
#include "app/render_data.h"
#include "app/render_paper.h"
#include "app/render_questions.h"
#include "app/render_seat.h"
#include "app/version.h"
#include "ui/pages/guide_page.h"
#include "ui/shell.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <array>
#include <cstdio>

namespace unclench::app {

using namespace std::chrono_literals;

namespace {

constexpr QSize kSize{1280, 800};

/// A diary in memory that a story is told to, by a clock that the story moves.
struct Made {
    replay::SimulatedClock clock{
        Moment{UtcTime{std::chrono::sys_days{std::chrono::year{2025} / 3 / 2} + 11h + 50min}, 1h}};
    UuidSource uuids;
    std::unique_ptr<Database> database = Database::inMemory();
    Engine engine;

    explicit Made(const Vocabulary& vocabulary) : engine(*database, clock, vocabulary, uuids) {}
};

struct Story {
    const char* name;
    void (*tell)(Engine&, replay::SimulatedClock&);
    bool hasAlerts = false;
    /// For what shows months at a glance alone.
    bool isForMonths = false;
};
constexpr std::array kStories{
    Story{"empty", [](Engine&, replay::SimulatedClock&) {}},
    Story{"one", tellOneEpisode},
    Story{"year", tellYear},
    Story{"decade", tellDecade, false, true},
    Story{"soon", tellSoon, true},
    Story{"urgent", tellUrgent, true},
    Story{"emergency", tellEmergency, true},
    Story{"emergencies", tellEmergencies, true},
};

/// What large text does to a layout is seen only where the font really is larger and the window is
/// not: a picture of twice the pixels is the same layout again.
struct Look {
    const char* name;
    ui::theme::Scheme scheme;
    double fontScale;
};
constexpr std::array kLooks{
    Look{"light", ui::theme::Scheme::Light, 1.0},
    Look{"dark", ui::theme::Scheme::Dark, 1.0},
    Look{"light-200", ui::theme::Scheme::Light, 2.0},
    Look{"dark-200", ui::theme::Scheme::Dark, 2.0},
};

/// Which stories a picture is made of: the first start is shown to nobody who has a diary, and a
/// dialog is the same for all.
enum class Whose { All, WithEpisode, Empty, WithAlerts, Months };

/// A page or dialog: its name, and how it comes to be shown. nullptr: the window itself.
struct Sight {
    const char* name;
    QWidget* (*show)(ui::Shell& shell, Engine& engine);
    Whose whose = Whose::All;
};
void showGuideTopic(ui::Shell& shell, const char* topic)
{
    shell.showGuide();
    shell.window().findChild<ui::GuidePage*>()->showTopic(QLatin1String{topic});
}

void press(ui::Shell& shell, const char* button)
{
    shell.window().findChild<QAbstractButton*>(QLatin1String{button})->click();
}
void showHistoryAs(ui::Shell& shell, const char* view)
{
    shell.showHistory();
    press(shell, view);
}
/// The rest of a page that scrolls.
void showBelow(ui::Shell& shell, const char* area)
{
    QApplication::processEvents();
    auto* bar = shell.window().findChild<QScrollArea*>(QLatin1String{area})->verticalScrollBar();
    bar->setValue(bar->maximum());
}

/// As `showBelow`, where the halves of the page scroll apart and where they scroll together.
void showVisitBelow(ui::Shell& shell)
{
    showBelow(shell, "visitFormArea");
    showBelow(shell, "visitArea");
}
/// Looks back on a visit, where there was one.
void showPastVisit(ui::Shell& shell)
{
    shell.showVisit();
    QAbstractButton* past = nullptr;
    for (auto* button : shell.window().findChildren<QAbstractButton*>()) {
        const QString name = button->objectName();
        if (name.startsWith(QLatin1String("visit_")) && name.endsWith(QLatin1String("_show")) &&
            button->isEnabled()) {
            past = past == nullptr ? button : past;
        }
    }
    if (past != nullptr) {
        past->click();
    }
}

constexpr std::array kSights{
    Sight{"now",
          [](ui::Shell& shell, Engine&) -> QWidget* { return shell.window().showNow(), nullptr; }},
    Sight{"care-blocked",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showCareBlocked(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"care-running",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showCareRunning(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"care-overdue",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showCareOverdue(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"care-after",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showCareAfter(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"care-asked",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showCareQuestions(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"bad-day",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBadDay(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"bad-day-empty",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBadDay(shell), nullptr; },
          Whose::Empty},
    Sight{"bad-day-numbers",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBadDayNumbers(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"bad-day-running",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBadDayRunning(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"bad-day-not-now",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBadDayNotNow(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"bad-day-help",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBadDayHelp(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"details",
          [](ui::Shell& shell, Engine& engine) -> QWidget* {
              shell.showDetails(engine.diary().openBout()->episode);
              return nullptr;
          },
          Whose::WithEpisode},
    Sight{"history",
          [](ui::Shell& shell, Engine&) -> QWidget* { return shell.showHistory(), nullptr; }},
    Sight{"timeline",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showHistoryAs(shell, "timelineViewButton"), nullptr;
          },
          Whose::Months},
    Sight{"timeline-all",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              showHistoryAs(shell, "timelineViewButton");
              return press(shell, "timelineAllButton"), nullptr;
          },
          Whose::Months},
    Sight{"timeline-week",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              showHistoryAs(shell, "timelineViewButton");
              return press(shell, "timelineWeekButton"), nullptr;
          },
          Whose::Months},
    Sight{"list",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              showHistoryAs(shell, "timelineViewButton");
              return press(shell, "listViewButton"), nullptr;
          },
          Whose::Months},
    Sight{"calendar",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showHistoryAs(shell, "calendarViewButton"), nullptr;
          },
          Whose::Months},
    Sight{"insights",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return press(shell, "insightsButton"), nullptr;
          },
          Whose::Months},
    Sight{"insights-below",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              press(shell, "insightsButton");
              return showBelow(shell, "insightsScroll"), nullptr;
          },
          Whose::Months},
    Sight{"insights-tables",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              press(shell, "insightsButton");
              return press(shell, "insightsTablesButton"), nullptr;
          },
          Whose::Months},
    Sight{"visit", [](ui::Shell& shell, Engine&) -> QWidget* { return shell.showVisit(), nullptr; },
          Whose::Months},
    Sight{"visit-below",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              shell.showVisit();
              return showVisitBelow(shell), nullptr;
          },
          Whose::WithEpisode},
    Sight{"visit-over",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              showPastVisit(shell);
              return showVisitBelow(shell), nullptr;
          },
          Whose::WithEpisode},
    Sight{"guide", [](ui::Shell& shell, Engine&) -> QWidget* { return shell.showGuide(), nullptr; },
          Whose::WithEpisode},
    Sight{"guide-positions",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showGuideTopic(shell, "positions"), nullptr;
          },
          Whose::WithEpisode},
    Sight{"guide-breathing",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showGuideTopic(shell, "breathing"), nullptr;
          },
          Whose::WithEpisode},
    Sight{"guide-movement",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showGuideTopic(shell, "movement"), nullptr;
          },
          Whose::WithEpisode},
    Sight{"guide-doctor",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showGuideTopic(shell, "doctor"), nullptr;
          },
          Whose::WithEpisode},
    Sight{"why",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return static_cast<QWidget*>(shell.alertShowing().showWhy());
          },
          Whose::WithAlerts},
    Sight{
        "left",
        [](ui::Shell& shell, Engine&) -> QWidget* { return shell.alertShowing().leave(), nullptr; },
        Whose::WithAlerts},
    Sight{"alert-history",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              // An emergency lies over every page.
              return shell.alertShowing().leave(), shell.alertShowing().showHistory(), nullptr;
          }},
    Sight{
        "question",
        [](ui::Shell& shell, Engine&) -> QWidget* { return showEmergencyQuestion(shell), nullptr; },
        Whose::WithEpisode},
    Sight{"question-two-weeks",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showTwoWeeks(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"question-known",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showKnownFor(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"questions",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showQuestionList(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"questions-end",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showQuestionsEnd(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"daily",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showDailyCard(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"changed",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showChangedPage(shell), nullptr; }},
    Sight{"changed-body",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showChangedBody(shell), nullptr; },
          Whose::WithEpisode},
    Sight{"seat",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showSeat(shell, seatUsual()), nullptr;
          }},
    Sight{"seat-due",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showSeat(shell, seatDue()), nullptr; },
          Whose::WithEpisode},
    Sight{
        "seat-held",
        [](ui::Shell& shell, Engine&) -> QWidget* { return showSeat(shell, seatHeld()), nullptr; },
        Whose::WithEpisode},
    Sight{"seat-meeting",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showSeat(shell, seatMeeting()), nullptr;
          },
          Whose::WithEpisode},
    Sight{"seat-standing",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showSeat(shell, seatStanding()), nullptr;
          },
          Whose::WithEpisode},
    Sight{"seat-break",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showSeat(shell, seatOnBreak(72s)), nullptr;
          },
          Whose::WithEpisode},
    Sight{"seat-gap",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showSeat(shell, seatGap()), nullptr; },
          Whose::WithEpisode},
    Sight{"seat-shorter",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return showSeat(shell, seatShorter()), nullptr;
          },
          Whose::WithEpisode},
    Sight{"seat-off",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showSeat(shell, seatOff()), nullptr; },
          Whose::WithEpisode},
    Sight{"seat-day",
          [](ui::Shell& shell, Engine&) -> QWidget* { return shell.seat().showDay(), nullptr; }},
    Sight{"break-card",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBreakCard(shell, false); },
          Whose::Empty},
    Sight{"break-card-running",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBreakCard(shell, true); },
          Whose::Empty},
    Sight{"break-screen",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBreakScreen(shell, false); },
          Whose::Empty},
    Sight{"break-screen-running",
          [](ui::Shell& shell, Engine&) -> QWidget* { return showBreakScreen(shell, true); },
          Whose::Empty},
    Sight{"exercises", [](ui::Shell& shell, Engine&) -> QWidget* { return showExercises(shell); },
          Whose::Empty},
    Sight{"first-start",
          [](ui::Shell& shell, Engine&) -> QWidget* { return shell.showFirstPage(), nullptr; },
          Whose::Empty},
    Sight{"settings",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return static_cast<QWidget*>(shell.showSettings());
          },
          Whose::Empty},
    Sight{"data", dataSight<DataPart::Backups, someData>, Whose::Empty},
    Sight{"data-restore", dataSight<DataPart::Backups, dataToRestore>, Whose::Empty},
    Sight{"data-locked", dataSight<DataPart::Backups, lockedData>, Whose::Empty},
    Sight{"data-key", dataSight<DataPart::Backups, sealedData>, Whose::Empty},
    Sight{"data-none", dataSight<DataPart::Backups, noData>, Whose::Empty},
    Sight{"data-export", dataSight<DataPart::Export, someData>, Whose::Empty},
    Sight{"data-import", dataSight<DataPart::Import, dataToImport>, Whose::Empty},
    Sight{"data-import-faults", dataSight<DataPart::Import, faultyImport>, Whose::Empty},
    Sight{"data-import-foreign", foreignSight<foreignFile>, Whose::Empty},
    Sight{"data-import-broken", foreignSight<brokenForeignFile>, Whose::Empty},
    Sight{"data-import-unknown", foreignSight<unknownForeignFile>, Whose::Empty},
    Sight{"data-paper", showPaperSheet, Whose::Empty},
    Sight{"data-check", dataSight<DataPart::Check, checkedData>, Whose::Empty},
    Sight{"data-forget", dataSight<DataPart::Forget, someData>, Whose::Empty},
    Sight{"trouble", showTrouble, Whose::Empty},
    Sight{"forgotten", showForgotten, Whose::Empty},
    Sight{"about",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return static_cast<QWidget*>(shell.showAbout());
          },
          Whose::Empty},
    Sight{"keys",
          [](ui::Shell& shell, Engine&) -> QWidget* {
              return static_cast<QWidget*>(shell.showKeys());
          },
          Whose::Empty},
};

bool isShown(Whose whose, bool hasAlerts, bool hasEpisode)
{
    switch (whose) {
    case Whose::All: return true;
    case Whose::Months: return !hasAlerts;
    case Whose::WithEpisode: return hasEpisode && !hasAlerts;
    case Whose::Empty: return !hasEpisode;
    case Whose::WithAlerts: return hasAlerts;
    }
    Q_UNREACHABLE();
}

bool save(QWidget& shown, const QString& file)
{
    // Layouts and what waits for a first look; what came to be seen then is laid out once more, and
    // where a scroll bar is not needed any more, once again for the width that it leaves.
    for (int i = 0; i < 4; ++i) {
        QApplication::processEvents();
    }
    QImage image{shown.size(), QImage::Format_RGB32};
    shown.render(&image);
    return image.save(file);
}

} // namespace

int renderPages(int& argc,
                char* argv[],
                const std::filesystem::path& folder,
                const Vocabulary& vocabulary)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    QApplication::setStyle(new ui::Style);
    const ui::Words& words = ui::Words::builtIn();
    const QDir target{QString::fromStdString(folder.string())};
    if (!QDir{}.mkpath(target.path())) {
        std::fprintf(stderr, "unclench: The folder %s cannot be made.\n", folder.c_str());
        return 3;
    }
    const QFont usual = QApplication::font();
    const EmergencyNumbers& numbers = EmergencyNumbers::builtIn();
    for (const Story& story : kStories) {
        Made made{vocabulary};
        story.tell(made.engine, made.clock);
        const bool hasEpisode = made.engine.diary().openBout().has_value();
        if (!renderPaper(made.engine, words, target, QLatin1String{story.name})) {
            std::fprintf(stderr, "unclench: %s cannot be written.\n", qPrintable(target.path()));
            return 3;
        }
        for (const Look& look : kLooks) {
            QApplication::setPalette(ui::theme::palette(look.scheme));
            QFont font = usual;
            font.setPointSizeF(usual.pointSizeF() * look.fontScale);
            QApplication::setFont(font);
            for (const Sight& sight : kSights) {
                if (!isShown(sight.whose, story.hasAlerts, hasEpisode) ||
                    (story.isForMonths && sight.whose != Whose::Months)) {
                    continue;
                }
                ui::Shell shell{made.engine,
                                {.words = words,
                                 .numbers = numbers,
                                 .country = QStringLiteral("GB"),
                                 .version = QLatin1String{kVersion},
                                 .explain = [](const StorageError&) { return QString{}; }}};
                shell.window().setAttribute(Qt::WA_DontShowOnScreen);
                shell.window().resize(kSize);
                shell.bridge().refresh();
                shell.alerts().refresh();
                shell.window().show();
                QWidget* shown = sight.show(shell, made.engine);
                const QString name = QStringLiteral("%1-%2-%3.png")
                                         .arg(QLatin1String{sight.name}, QLatin1String{story.name},
                                              QLatin1String{look.name});
                if (!save(shown != nullptr ? *shown : shell.window(), target.filePath(name))) {
                    std::fprintf(stderr, "unclench: %s cannot be written.\n",
                                 qPrintable(target.filePath(name)));
                    return 3;
                }
            }
        }
    }
    return 0;
}

} // namespace unclench::app
