// SPDX-License-Identifier: GPL-3.0-or-later
// History on 20,000 episodes with 100,000 readings in ten years: each step from the press to the
// painted page, what the page adds to the memory of the program, and what opening details counts.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "tests/support/history.h"
#include "tests/support/resident.h"
#include "ui/bridge.h"
#include "ui/history_bridge.h"
#include "ui/pages/history_page.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

using namespace unclench;

namespace {

constexpr int kEpisodes = 20'000;
constexpr int kRounds = 5;

/// The slowest of the rounds: `reset` between them is not counted.
void measure(const char* what,
             QWidget& page,
             const std::function<void()>& step,
             const std::function<void()>& reset)
{
    double slowest = 0;
    for (int i = 0; i < kRounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        step();
        QApplication::processEvents();
        page.grab();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        slowest = std::max(slowest, took.count());
        reset();
        QApplication::processEvents();
    }
    std::printf("history, %d episodes, %-28s slowest of %d: %6.1f ms (at most 100)\n", kEpisodes,
                what, kRounds, slowest);
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    const auto folder = std::filesystem::temp_directory_path() / "unclench-history-bench";
    std::filesystem::remove_all(folder);
    {
        const auto database = Database::open(folder, {});
        tests::writeHistory(*database, kEpisodes,
                            app::SystemClock{}.now().wall.utc - std::chrono::days{2});
    }
    const app::SystemClock clock;
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ui::Words words = ui::Words::builtIn();
    UuidSource uuids;
    const auto database = Database::open(folder, {});
    Engine engine{*database, clock, vocabulary, uuids};
    const auto explain = [](const StorageError& error) { return QString::fromUtf8(error.what()); };
    ui::Bridge bridge{engine, explain};

    ui::HistoryBridge history{engine, bridge, explain};
    ui::HistoryPage page{words, vocabulary};
    QObject::connect(&page, &ui::HistoryPage::shownChanged, &history, &ui::HistoryBridge::setShown);
    QObject::connect(&page, &ui::HistoryPage::filterChanged, &history,
                     &ui::HistoryBridge::setFilter);
    QObject::connect(&page, &ui::HistoryPage::entryChosen, &history, &ui::HistoryBridge::choose);
    QObject::connect(&history, &ui::HistoryBridge::historyChanged, &page,
                     &ui::HistoryPage::display);
    QObject::connect(&history, &ui::HistoryBridge::entryChanged, &page,
                     &ui::HistoryPage::displayEntry);
    page.resize(1280, 800);
    page.grab();
    const double before = tests::residentMegabytes();

    auto* search = page.findChild<QLineEdit*>(QStringLiteral("searchEdit"));
    auto* table = page.findChild<QTableView*>(QStringLiteral("historyTable"));
    const auto choose = [&](const char* name, int index) {
        page.findChild<QComboBox*>(QLatin1String{name})->setCurrentIndex(index);
    };
    const auto type = [&](const char* text) { search->setText(QLatin1String{text}); };
    const auto nothing = [&] { type(""); };
    measure(
        "open:", page, [&] { page.show(); },
        [&] {
            page.hide();
            history.refresh(); // stale while hidden: the next showing reads all of it again
        });
    page.show();
    measure(
        "search, all have the word:", page, [&] { type("eased"); }, nothing);
    measure(
        "search, one letter:", page, [&] { type("l"); }, nothing);
    measure(
        "search, three words:", page, [&] { type("lower eased lying"); }, nothing);
    measure(
        "search, nothing found:", page, [&] { type("zebra"); }, nothing);
    measure(
        "filter, pain at least 8:", page, [&] { choose("painComboBox", 8); },
        [&] { choose("painComboBox", 0); });
    measure(
        "filter, a place:", page, [&] { choose("regionComboBox", 1); },
        [&] { choose("regionComboBox", 0); });
    measure(
        "filter, a trigger:", page, [&] { choose("triggerComboBox", 1); },
        [&] { choose("triggerComboBox", 0); });
    measure(
        "filter, a symptom:", page, [&] { choose("symptomComboBox", 1); },
        [&] { choose("symptomComboBox", 0); });
    measure(
        "filter, the last year:", page, [&] { choose("periodComboBox", 2); },
        [&] { choose("periodComboBox", 0); });
    for (int column = 1; column < kHistoryColumns; ++column) {
        const std::string what = "sort, column " + std::to_string(column + 1) + ":";
        measure(
            what.c_str(), page, [&] { table->sortByColumn(column, Qt::DescendingOrder); },
            [&] { table->sortByColumn(0, Qt::DescendingOrder); });
    }
    QScrollBar* bar = table->verticalScrollBar();
    measure(
        "scroll to the end:", page, [&] { bar->setValue(bar->maximum()); },
        [&] { bar->setValue(0); });
    measure(
        "a new reading arrives:", page, [&] { bridge.logSpasm(5); }, [] {});
    double slowest = 0;
    for (int i = 0; i < kRounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        static_cast<void>(engine.diary().useCounts());
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        slowest = std::max(slowest, took.count());
    }
    std::printf("details, %d episodes, how often each was told, slowest of %d: %.1f ms (at most "
                "20)\n",
                kEpisodes, kRounds, slowest);
    std::printf("history, %d episodes, resident memory: %.1f MB before, %.1f MB more after\n",
                kEpisodes, before, tests::residentMegabytes() - before);
    std::filesystem::remove_all(folder);
}
