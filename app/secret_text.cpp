// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_text.h"

#include <algorithm>
#include <string_view>

namespace unclench::app {

Secret passphraseOf(const QString& typed)
{
    QString composed = typed.normalized(QString::NormalizationForm_C);
    QByteArray bytes = composed.toUtf8();
    Secret secret{std::string_view{bytes.constData(), static_cast<std::size_t>(bytes.size())}};
    bytes.fill('\0');
    if (composed.constData() != typed.constData()) { // else they share it
        composed.fill(QChar{});
    }
    return secret;
}

SecretTyped secretOf(const QString& typed)
{
    Secret passphrase = passphraseOf(typed);
    auto key = RecoveryKey::read(passphrase.text());
    if (auto* recovery = std::get_if<RecoveryKey>(&key)) {
        return {std::move(*recovery), std::nullopt};
    }
    const auto mistyped = std::get<MistypedKey>(key);
    return {std::move(passphrase), mistyped.line > 0 ? std::optional{mistyped} : std::nullopt};
}

} // namespace unclench::app
