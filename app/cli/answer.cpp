// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/answer.h"

#include "app/cli/tr.h"
#include "core/time/iso8601.h"
#include "ui/wording/times.h"

#include <nlohmann/json.hpp>

namespace unclench::app::cli {

QString withClockWarning(const QString& sentence, bool isClockBehind)
{
    return isClockBehind
               ? sentence + QLatin1Char(' ') + tr("Your clock stands before that; check it.")
               : sentence;
}

ExitStatus answer(Session& session,
                  const Result<Saved>& result,
                  const char* what,
                  const std::function<QString(const QString& when)>& sentence)
{
    if (const auto* problems = std::get_if<Problems>(&result)) {
        return session.refuse(*problems);
    }
    const auto& saved = std::get<Saved>(result);
    const QString when = ui::wording::moment(saved.at, session.clock().now().wall);
    session.say(withClockWarning(sentence(when), saved.isClockBehind));
    session.print({{"saved", what},
                   {"id", saved.id.text()},
                   {"at", toIso(saved.at)},
                   {"clock_behind", saved.isClockBehind},
                   {"was_there", saved.wasThere}});
    return ExitStatus::Done;
}

ExitStatus
answer(Session& session, const Result<Saved>& result, const char* what, const QString& shown)
{
    return answer(session, result, what,
                  [&shown](const QString& when) { return tr("Saved: %1, %2.").arg(shown, when); });
}

} // namespace unclench::app::cli
