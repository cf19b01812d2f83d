// SPDX-License-Identifier: GPL-3.0-or-later
// The page for the doctor, for pictures: in colour, and in grey as a cheap printer makes it.
#pragma once

#include "core/engine/engine.h"
#include "ui/wording/words.h"

class QDir;
class QString;

namespace unclench::app {

/// For the visit of the story that is ahead, else for one today. Writes "paper-STORY.png" and
/// "paper-STORY-grey.png". False: `folder` cannot be written.
[[nodiscard]] bool
renderPaper(Engine& engine, const ui::Words& words, const QDir& folder, const QString& story);

} // namespace unclench::app
