// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secret_line.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

namespace unclench::app::cli {

namespace {

/// What a terminal takes in one line.
constexpr std::size_t kLongestSecretLine = 4096;

sigset_t secretEndingSignals()
{
    sigset_t signals{};
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP}) {
        sigaddset(&signals, signal);
    }
    return signals;
}

} // namespace

/// The echo is off between `hide` and `show`; meanwhile the signals wait.
struct SecretLines::Terminal {
    termios shown{};
    sigset_t before{};
    int arrived = -1; ///< readable when a signal waits
    int screen = -1;

    Terminal() : screen(::open("/dev/tty", O_WRONLY | O_NOCTTY | O_CLOEXEC)) // NOLINT: POSIX
    {
        const sigset_t signals = secretEndingSignals();
        arrived = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
        hide();
    }
    ~Terminal()
    {
        show();
        if (arrived >= 0) {
            ::close(arrived);
        }
        if (screen >= 0) {
            ::close(screen);
        }
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    void hide()
    {
        const sigset_t signals = secretEndingSignals();
        sigprocmask(SIG_BLOCK, &signals, &before);
        ::tcgetattr(STDIN_FILENO, &shown);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL;
        ::tcsetattr(STDIN_FILENO, TCSADRAIN, &hidden); // what was pasted stays
    }
    void show()
    {
        ::tcsetattr(STDIN_FILENO, TCSADRAIN, &shown);
        sigprocmask(SIG_SETMASK, &before, nullptr); // what waits comes now
    }
    /// Waits until something was typed. A signal that came first ends or stops the program here,
    /// and where it goes on, it waits again.
    void await()
    {
        std::array<pollfd, 2> sources{{{STDIN_FILENO, POLLIN, 0}, {arrived, POLLIN, 0}}};
        while (::poll(sources.data(), sources.size(), -1) < 0 || sources[1].revents != 0) {
            if (sources[1].revents != 0) {
                show();
                hide();
            }
        }
    }
};

SecretLines::SecretLines() : m_terminal(isTerminal() ? std::make_unique<Terminal>() : nullptr) {}

SecretLines::~SecretLines() = default;

bool SecretLines::isTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<Secret> SecretLines::next(const QString& prompt)
{
    write(prompt);
    Secret line{kLongestSecretLine};
    std::size_t length = 0;
    char byte = 0;
    for (;;) {
        const int got = readByte(byte);
        if (got <= 0 && length == 0) {
            return std::nullopt;
        }
        if (got <= 0 || byte == '\n') {
            break;
        }
        if (length == kLongestSecretLine) {
            m_isTooLong = true;
            return std::nullopt;
        }
        line.data()[length++] = static_cast<unsigned char>(byte);
    }
    if (length > 0 && line.data()[length - 1] == '\r') {
        --length;
    }
    return Secret{line.text().substr(0, length)};
}

void SecretLines::tell(const QString& line)
{
    write(line + QLatin1Char('\n'));
}

void SecretLines::write(const QString& text)
{
    if (m_terminal) {
        const QByteArray bytes = text.toUtf8();
        const int screen = m_terminal->screen >= 0 ? m_terminal->screen : STDERR_FILENO;
        // Where it cannot be shown, what is typed is read all the same.
        static_cast<void>(
            !::write(screen, bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }
}

/// One at a time: what stands behind the line is for whoever reads next. 0: the end. Below: it
/// cannot be read.
int SecretLines::readByte(char& byte)
{
    ssize_t got = 0;
    do {
        if (m_terminal) {
            m_terminal->await();
        }
        got = ::read(STDIN_FILENO, &byte, 1);
    } while (got < 0 && errno == EINTR);
    return static_cast<int>(got);
}

} // namespace unclench::app::cli
