// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what is told of a person's input, one word or two a line. Reads "watch MILLISECONDS" and
// "stop".
#include "app/desktop/idle/idle_watch.h"
#include "app/desktop/system_clock.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <fmt/core.h>

#include <cstdio>
#include <spdlog/spdlog.h>
#include <sstream>
#include <string>
#include <unistd.h>

int main(int argc, char* argv[])
{
    using unclench::app::IdleWatch;
    const QCoreApplication application{argc, argv};
    spdlog::set_level(spdlog::level::off);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const unclench::app::SystemClock clock;
    IdleWatch watch{clock};
    const auto sayWho = [&watch] { fmt::print("by {}\n", watch.name().toStdString()); };
    QObject::connect(&watch, &IdleWatch::changed, sayWho);
    QObject::connect(&watch, &IdleWatch::wentIdle, [](std::chrono::milliseconds idleFor) {
        fmt::print("idle {}\n", idleFor.count());
    });
    QObject::connect(&watch, &IdleWatch::input, [] { fmt::print("input\n"); });
    sayWho();

    QSocketNotifier commands{STDIN_FILENO, QSocketNotifier::Read};
    QObject::connect(&commands, &QSocketNotifier::activated, [&watch] {
        char bytes[256];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0) {
            QCoreApplication::quit();
            return;
        }
        std::istringstream words{std::string{bytes, static_cast<std::size_t>(count)}};
        std::string word;
        while (words >> word) {
            std::chrono::milliseconds::rep after = 0;
            if (word == "watch" && words >> after) {
                watch.watch(std::chrono::milliseconds{after});
            } else {
                watch.watch(std::nullopt);
            }
            fmt::print("done\n");
        }
    });
    return QCoreApplication::exec();
}
