// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for a passphrase where nobody looks over a shoulder: a terminal without echo, or the first
// line of standard input where that is no terminal.
#pragma once

#include "app/cli/session.h"
#include "app/secret_text.h"

#include <variant>

namespace unclench::app::cli {

/// Whether somebody can be asked: standard input is a terminal.
[[nodiscard]] bool canAsk();

/// A new one, asked twice on a terminal. Anything but a Secret has been said already.
[[nodiscard]] std::variant<Secret, ExitStatus> askNewPassphrase(Session& session);

/// What opens a backup: its passphrase, or its recovery key, in one line or in its four.
[[nodiscard]] std::variant<SecretTyped, ExitStatus> askSecret(Session& session);

} // namespace unclench::app::cli
