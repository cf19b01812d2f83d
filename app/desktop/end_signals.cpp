// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/end_signals.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QWidget>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace unclench::app {

namespace {

constexpr std::array kEndSignals{SIGTERM, SIGINT, SIGHUP};

/// A handler may do little more than write: the event loop hears of it at the other end.
std::array<int, 2> endPipe{-1, -1};

extern "C" void noteEndSignal(int)
{
    const int error = errno;
    const char any = 0;
    static_cast<void>(::write(endPipe[1], &any, 1) == 1);
    errno = error;
}

} // namespace

EndSignals::EndSignals()
{
    if (::pipe2(endPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // then such a signal ends it as ever
    }
    auto* heard = new QSocketNotifier{endPipe[0], QSocketNotifier::Read, this};
    connect(heard, &QSocketNotifier::activated, this, [] {
        char any = 0;
        while (::read(endPipe[0], &any, 1) == 1) {
        }
        if (QWidget* typed = QApplication::focusWidget()) {
            typed->clearFocus(); // text is saved as it is left
        }
        QCoreApplication::exit();
    });
    struct sigaction action {};
    action.sa_handler = noteEndSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int signal : kEndSignals) {
        ::sigaction(signal, &action, nullptr);
    }
}

EndSignals::~EndSignals()
{
    for (const int signal : kEndSignals) {
        ::signal(signal, SIG_DFL);
    }
    for (int& end : endPipe) {
        if (end >= 0) {
            ::close(end);
        }
        end = -1;
    }
}

} // namespace unclench::app
