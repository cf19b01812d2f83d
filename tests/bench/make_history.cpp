// SPDX-License-Identifier: GPL-3.0-or-later
// make_history FOLDER EPISODES: a made-up diary to measure on.
#include "app/desktop/system_clock.h"
#include "tests/support/history.h"

#include <cstdlib>

int main(int argc, char* argv[])
{
    if (argc != 3) {
        return 2;
    }
    const auto database = unclench::Database::open(argv[1], {});
    // Two days of peace before now, so that the next spasm is a new one.
    unclench::tests::writeHistory(*database, std::atoi(argv[2]),
                                  unclench::app::SystemClock{}.now().wall.utc -
                                      std::chrono::days{2});
}
