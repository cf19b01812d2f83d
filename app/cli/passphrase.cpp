// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/passphrase.h"

#include "app/cli/secret_line.h"
#include "app/cli/tr.h"
#include "core/exchange/passphrase.h"
#include "ui/wording/data.h"

namespace unclench::app::cli {

namespace {

ExitStatus refuseNoSecret(Session& session)
{
    return session.refuse(ExitStatus::Refused, tr("No passphrase was given. Nothing was done."));
}

ExitStatus refuseLongSecret(Session& session)
{
    return session.refuse(ExitStatus::Refused,
                          tr("That is too long for a passphrase. Nothing was done."));
}

QString secretText(const Secret& line)
{
    const std::string_view text = line.text();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What was typed, or what has been said about it.
std::variant<QString, ExitStatus>
askSecretText(Session& session, SecretLines& lines, const QString& ask)
{
    const auto line = lines.next(ask);
    if (!line) {
        return lines.isTooLong() ? refuseLongSecret(session) : refuseNoSecret(session);
    }
    return line->isEmpty() ? std::variant<QString, ExitStatus>{refuseNoSecret(session)}
                           : secretText(*line);
}

} // namespace

bool canAsk()
{
    return SecretLines::isTerminal();
}

std::variant<Secret, ExitStatus> askNewPassphrase(Session& session)
{
    SecretLines lines;
    const auto first = askSecretText(session, lines, tr("Passphrase for the backup: "));
    if (const auto* said = std::get_if<ExitStatus>(&first)) {
        return *said;
    }
    Secret passphrase = passphraseOf(std::get<QString>(first));
    const Strength strength = strengthOf(passphrase.text());
    if (strength == Strength::TooShort) {
        return session.refuse(ExitStatus::Refused, ui::wording::strength(strength));
    }
    if (canAsk()) {
        lines.tell(ui::wording::strength(strength));
        const auto again = askSecretText(session, lines, tr("The same once more: "));
        if (const auto* said = std::get_if<ExitStatus>(&again)) {
            return *said;
        }
        if (!(passphraseOf(std::get<QString>(again)) == passphrase)) {
            return session.refuse(ExitStatus::Refused,
                                  tr("The two were not the same. Nothing was done."));
        }
    }
    return passphrase;
}

std::variant<SecretTyped, ExitStatus> askSecret(Session& session)
{
    SecretLines lines;
    const auto first = askSecretText(session, lines, tr("Passphrase or recovery key: "));
    if (const auto* said = std::get_if<ExitStatus>(&first)) {
        return *said;
    }
    auto typed = std::get<QString>(first);
    if (!RecoveryKey::isLine(typed.toStdString(), 1)) {
        return secretOf(typed);
    }
    for (int line = 2; line <= static_cast<int>(RecoveryKey::kLines); ++line) {
        const auto next =
            askSecretText(session, lines, tr("Line %1 of the recovery key: ").arg(line));
        if (const auto* said = std::get_if<ExitStatus>(&next)) {
            return *said;
        }
        typed += QLatin1Char('\n') + std::get<QString>(next);
    }
    return secretOf(typed);
}

} // namespace unclench::app::cli
