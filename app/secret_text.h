// SPDX-License-Identifier: GPL-3.0-or-later
// What a person typed to open or lock an encrypted backup, as the bytes that do it.
#pragma once

#include "core/exchange/sealed.h"

#include <QString>

#include <optional>

namespace unclench::app {

/// The same letters may be typed in two ways (an accent with its letter, or behind it): both give
/// the same bytes. What it was typed into stays as it is.
[[nodiscard]] Secret passphraseOf(const QString& typed);

struct SecretTyped {
    SealSecret secret;
    /// Set: as many letters and digits as a recovery key has, but this line of it was mistyped. It
    /// is taken for a passphrase all the same.
    std::optional<MistypedKey> mistyped;
};

/// A recovery key where it is one, else a passphrase.
[[nodiscard]] SecretTyped secretOf(const QString& typed);

} // namespace unclench::app
