// SPDX-License-Identifier: GPL-3.0-or-later
// What a command that records something answers, in words and as JSON.
#pragma once

#include "app/cli/session.h"

namespace unclench::app::cli {

/// `sentence` for a person whose clock may have been set back: then with the warning behind it.
[[nodiscard]] QString withClockWarning(const QString& sentence, bool isClockBehind);

/// Says what was saved, or why it was refused. `what` names it in JSON; `sentence` is given the
/// moment under which it stands, in words.
ExitStatus answer(Session& session,
                  const Result<Saved>& result,
                  const char* what,
                  const std::function<QString(const QString& when)>& sentence);

/// The same with "Saved: `shown`, 12:00."
ExitStatus
answer(Session& session, const Result<Saved>& result, const char* what, const QString& shown);

} // namespace unclench::app::cli
