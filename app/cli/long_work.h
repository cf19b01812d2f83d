// SPDX-License-Identifier: GPL-3.0-or-later
// Work at a terminal that takes a while: how far it is, and Ctrl+C.
#pragma once

#include "core/store/progress.h"
#include "core/time/clock.h"

#include <chrono>
#include <csignal>

namespace unclench::app::cli {

/// While it lives, Ctrl+C and the like wait, and stop the work at its next step: what was begun is
/// put away first. When it ends they do what they always do, which is to end the program.
class LongWork {
public:
    explicit LongWork(const Clock& clock);
    ~LongWork();
    LongWork(const LongWork&) = delete;
    LongWork& operator=(const LongWork&) = delete;

    /// Shows the share to whoever waits, once it takes long. Must not be used after this ends.
    [[nodiscard]] Progress progress();

private:
    [[nodiscard]] static bool hasSignal();
    void show(double share);

    const Clock& m_clock;
    sigset_t m_held{};
    sigset_t m_before{};
    bool m_isSeen;
    std::chrono::milliseconds m_begin;
    int m_percent = -1;
};

} // namespace unclench::app::cli
