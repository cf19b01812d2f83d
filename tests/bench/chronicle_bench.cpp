// SPDX-License-Identifier: GPL-3.0-or-later
// Months at a glance on ten years (20,000 episodes, 100,000 readings, 75,000 spans of sitting) and
// on a tenth of that: reading, the first paint of the timeline, each zoom and pan, the calendar,
// all insights, and the memory of the program.
#include "app/desktop/system_clock.h"
#include "core/engine/engine.h"
#include "core/insight/insights.h"
#include "tests/support/history.h"
#include "tests/support/resident.h"
#include "ui/month_reading.h"
#include "ui/theme.h"
#include "ui/visit_reading.h"
#include "ui/widgets/timeline.h"

#include <QApplication>
#include <QImage>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

using namespace unclench;

namespace {

constexpr int kRounds = 5;

double timeOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

void print(const char* what, int episodes, double slowest, int most)
{
    std::printf("at a glance, %6d episodes, %-32s slowest %6.1f ms (at most %d)\n", episodes, what,
                slowest, most);
}

double slowestOf(const std::function<void()>& work)
{
    double slowest = 0;
    for (int i = 0; i < kRounds; ++i) {
        slowest = std::max(slowest, timeOf(work));
    }
    return slowest;
}

/// The page for the doctor over the whole diary, from the file to the finished PDF.
void measurePaper(Engine& engine,
                  const ui::Words& words,
                  const std::filesystem::path& folder,
                  int episodes)
{
    Visit visit;
    visit.at = engine.now().wall;
    visit.fromDay = "2010-01-01";
    const auto write = [&] {
        static_cast<void>(ui::report::write(ui::readReport(engine, visit, words),
                                            folder / "page.pdf", [](double) { return true; }));
    };
    print("one page as PDF", episodes, slowestOf(write), 500);
    visit.isLong = true;
    const double length = timeOf(write);
    std::printf("at a glance, %6d episodes, the long version as PDF %.0f ms, %.1f MB\n", episodes,
                length, static_cast<double>(std::filesystem::file_size(folder / "page.pdf")) / 1e6);
}

void measure(int episodes, int spans)
{
    const auto folder = std::filesystem::temp_directory_path() / "unclench-chronicle-bench";
    std::filesystem::remove_all(folder);
    const app::SystemClock clock;
    {
        const auto database = Database::open(folder, {});
        tests::writeHistory(*database, episodes, clock.now().wall.utc - std::chrono::days{2});
        tests::writeSitting(*database, spans, clock.now().wall.utc);
    }
    const Vocabulary vocabulary = Vocabulary::builtIn();
    const ui::Words words = ui::Words::builtIn();
    UuidSource uuids;
    const auto database = Database::open(folder, {});
    Engine engine{*database, clock, vocabulary, uuids};

    print("reading", episodes, slowestOf([&] { static_cast<void>(engine.chronicle()); }), 100);
    const auto chronicle = std::make_shared<const Chronicle>(engine.chronicle());
    print("all insights, read", episodes,
          slowestOf([&] { static_cast<void>(insightsOf(engine.chronicle(), {})); }), 200);

    double first = 0;
    for (int i = 0; i < kRounds; ++i) {
        ui::Timeline timeline{words};
        timeline.resize(1100, 500);
        first =
            std::max(first, timeOf([&] {
                         timeline.display(
                             {std::make_shared<const Chronicle>(engine.chronicle()), std::nullopt});
                         timeline.showAll();
                         timeline.grab();
                     }));
    }
    print("timeline, first paint of all, read", episodes, first, 100);

    ui::Timeline timeline{words};
    timeline.resize(1100, 500);
    timeline.display({chronicle, std::nullopt});
    QImage picture{timeline.size(), QImage::Format_ARGB32_Premultiplied};
    timeline.showAll();
    double zoom = 0;
    double pan = 0;
    for (int i = 0; i < 40; ++i) {
        zoom = std::max(zoom, timeOf([&] {
                            timeline.zoom(0.8);
                            timeline.render(&picture);
                        }));
        pan = std::max(pan, timeOf([&] {
                           timeline.page(i % 2 == 0 ? -0.2 : 0.2);
                           timeline.render(&picture);
                       }));
    }
    print("timeline, zoom from all to a day", episodes, zoom, 16);
    print("timeline, pan on the way", episodes, pan, 16);
    const std::chrono::year_month_day today{chronicle->now.localDay()};
    print("calendar, a month", episodes, slowestOf([&] {
              static_cast<void>(
                  ui::monthOf(*chronicle, nullptr, today.year() / today.month(), chronicle->now));
          }),
          16);
    std::printf("at a glance, %6d episodes, resident memory %.0f MB (at most 150)\n", episodes,
                tests::residentMegabytes());
    measurePaper(engine, words, folder, episodes);
    std::filesystem::remove_all(folder);
}

} // namespace

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    QApplication::setPalette(ui::theme::palette(ui::theme::Scheme::Light));
    measure(2'000, 7'500);
    measure(20'000, 75'000);
}
