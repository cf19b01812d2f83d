// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of standard input that are not shown while they are typed.
#pragma once

#include "core/exchange/secret.h"

#include <QString>

#include <memory>
#include <optional>

namespace unclench::app::cli {

/// While it lives, a terminal shows nothing of what is typed. A signal that ends or stops the
/// program meanwhile gives the terminal its echo back first.
class SecretLines {
public:
    SecretLines();
    ~SecretLines();
    SecretLines(const SecretLines&) = delete;
    SecretLines& operator=(const SecretLines&) = delete;

    /// Whether standard input is one, so that somebody can be asked.
    [[nodiscard]] static bool isTerminal();

    /// The next line, without its end. On a terminal `prompt` is shown before. Absent: there is
    /// none, or it is longer than any passphrase (`isTooLong`).
    [[nodiscard]] std::optional<Secret> next(const QString& prompt);
    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    /// A line to whom it asks; nothing where that is no terminal.
    void tell(const QString& line);

private:
    struct Terminal;
    void write(const QString& text);
    [[nodiscard]] int readByte(char& byte);

    std::unique_ptr<Terminal> m_terminal;
    bool m_isTooLong = false;
};

} // namespace unclench::app::cli
