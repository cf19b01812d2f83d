// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/long_work.h"

#include <cstdio>
#include <unistd.h>

namespace unclench::app::cli {

LongWork::LongWork(const Clock& clock)
    : m_clock(clock), m_isSeen(::isatty(STDERR_FILENO) == 1), m_begin(clock.now().monotonic)
{
    ::sigemptyset(&m_held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        ::sigaddset(&m_held, signal);
    }
    ::pthread_sigmask(SIG_BLOCK, &m_held, &m_before);
}

LongWork::~LongWork()
{
    if (m_percent >= 0) {
        std::fputs("\r      \r", stderr);
    }
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

Progress LongWork::progress()
{
    return [this](double share) {
        show(share);
        return !hasSignal();
    };
}

bool LongWork::hasSignal()
{
    sigset_t waiting;
    ::sigpending(&waiting);
    return ::sigismember(&waiting, SIGINT) == 1 || ::sigismember(&waiting, SIGTERM) == 1 ||
           ::sigismember(&waiting, SIGHUP) == 1;
}

void LongWork::show(double share)
{
    constexpr std::chrono::milliseconds kPatience{1000};
    const int percent = static_cast<int>(100 * share);
    if (m_isSeen && percent != m_percent && m_clock.now().monotonic - m_begin >= kPatience) {
        m_percent = percent;
        std::fprintf(stderr, "\r%3d %%", percent);
    }
}

} // namespace unclench::app::cli
