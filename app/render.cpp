// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render.h"

#include "app/replay/simulated_clock.h"
#include "core/time/iso8601.h"
#include "ui/bridge.h"
#include "ui/main_window.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>

#include <array>
#include <cstdio>
#include <random>

namespace unclench::app {

using namespace std::chrono_literals;

namespace {

constexpr QSize kSize{1280, 800};

/// A diary in memory that a story is told to, by a clock that the story moves.
struct Made {
    replay::SimulatedClock clock{
        Moment{UtcTime{std::chrono::sys_days{std::chrono::year{2025} / 3 / 1} + 8h}, 1h}};
    UuidSource uuids;
    std::unique_ptr<Database> database = Database::inMemory();
    Engine engine;

    explicit Made(const Vocabulary& vocabulary) : engine(*database, clock, vocabulary, uuids) {}

    void spasm(int pain, Details details = {})
    {
        static_cast<void>(engine.journal().logSpasm({.pain = pain,
                                                     .at = {},
                                                     .onset = {},
                                                     .details = std::move(details),
                                                     .note = {},
                                                     .atRest = {}}));
    }
    void end() { static_cast<void>(engine.journal().endEpisode(std::nullopt)); }
};

Details at(const char* region, Side side)
{
    Details details;
    details.regions = {{region, side}};
    return details;
}

void tellOne(Made& made)
{
    made.clock.pass(24h * 365 + 1h + 40min);
    made.spasm(7, at("lower_back", Side::Left));
    made.clock.pass(45min);
    made.spasm(6);
    made.clock.pass(85min);
    made.spasm(5);
}

void tellYear(Made& made)
{
    std::mt19937 random{7};
    const std::array<const char*, 4> regions{"lower_back", "lower_back", "neck", "mid_back"};
    for (int week = 0; week < 51; ++week) {
        const auto later =
            24h * static_cast<int>(random() % 5) + 1h * static_cast<int>(random() % 12);
        made.clock.pass(later);
        if (random() % 3 != 0) {
            made.spasm(static_cast<int>(3 + random() % 6),
                       at(regions[random() % regions.size()],
                          random() % 2 == 0 ? Side::Left : Side::Right));
            made.clock.pass(2h + 1min * static_cast<int>(random() % 600));
            made.end();
        }
        const auto rest = made.clock.now().boot % (24h * 7);
        made.clock.pass(24h * 7 - rest);
    }
    made.clock.pass(24h * 365 - made.clock.now().boot);
    made.clock.pass(1h + 40min);
    made.spasm(7, at("lower_back", Side::Left));
    made.clock.pass(2h + 10min);
    made.spasm(6);
}

struct Story {
    const char* name;
    void (*tell)(Made&);
};
constexpr std::array kStories{
    Story{"empty", [](Made&) {}},
    Story{"one", tellOne},
    Story{"year", tellYear},
};

struct Look {
    const char* name;
    ui::theme::Scheme scheme;
    double scale;
};
constexpr std::array kLooks{
    Look{"light", ui::theme::Scheme::Light, 1.0},
    Look{"dark", ui::theme::Scheme::Dark, 1.0},
    Look{"light-200", ui::theme::Scheme::Light, 2.0},
    Look{"dark-200", ui::theme::Scheme::Dark, 2.0},
};

bool save(QWidget& window, double scale, const QString& file)
{
    QImage image{kSize * scale, QImage::Format_RGB32};
    image.setDevicePixelRatio(scale);
    window.resize(kSize);
    window.render(&image);
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
    const ui::Words words = ui::Words::builtIn();
    const QDir target{QString::fromStdString(folder.string())};
    if (!QDir{}.mkpath(target.path())) {
        std::fprintf(stderr, "unclench: The folder %s cannot be made.\n", folder.c_str());
        return 3;
    }
    for (const Story& story : kStories) {
        Made made{vocabulary};
        story.tell(made);
        for (const Look& look : kLooks) {
            QApplication::setPalette(ui::theme::palette(look.scheme));
            ui::Bridge bridge{made.engine, [](const StorageError&) { return QString{}; }};
            ui::MainWindow window{bridge, words};
            bridge.refresh();
            window.setAttribute(Qt::WA_DontShowOnScreen);
            window.show();
            const QString name = QStringLiteral("now-%1-%2.png")
                                     .arg(QLatin1String{story.name}, QLatin1String{look.name});
            if (!save(window, look.scale, target.filePath(name))) {
                std::fprintf(stderr, "unclench: %s cannot be written.\n",
                             qPrintable(target.filePath(name)));
                return 3;
            }
        }
    }
    return 0;
}

} // namespace unclench::app
