// SPDX-License-Identifier: GPL-3.0-or-later
// The shared folder: this computer's diary goes there, those of the person's other computers come
// in. Another program carries the files; nothing here opens a connection.
#pragma once

#include "core/diary/shared.h"
#include "core/store/progress.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>

namespace unclench {

class Engine;

/// One look into the folder that is set: what the person's other computers changed there comes in,
/// and this computer's diary is written where it holds something new. What is wrong is told in the
/// state; nothing of it stops the rest. Absent: no folder is set, or the diary can only be read.
/// Throws StorageError about the diary itself, and Cancelled.
[[nodiscard]] std::optional<Exchanged> exchangeShared(Engine& engine,
                                                      const Progress& progress = {});

/// Writes this computer's diary there where it holds something new, and reads nothing: what was
/// told last goes out before the program ends. Throws StorageError about the diary itself.
void sendShared(Engine& engine);

/// From now on `folder` is the one. Where diaries of computers lie in it of which nobody said whose
/// they are, and `mine` is absent, nothing is done and the question is returned; `mine`: those that
/// are the person's, the others are left alone. Only where the first exchange works is the folder
/// kept. Throws StorageError about the diary itself, and Cancelled.
using ShareStarted = std::variant<Exchanged, SharedQuestion, TargetRefusal>;
[[nodiscard]] ShareStarted startSharing(Engine& engine,
                                        const std::filesystem::path& folder,
                                        const std::optional<std::set<std::string>>& mine,
                                        const Progress& progress = {});

/// The files there stay. Which computers are the person's stays known.
void stopSharing(Engine& engine);

/// Whether that computer is the person's: it comes in with the next exchange, or no more.
void claimMachine(Engine& engine, const std::string& machine, bool isMine);

} // namespace unclench
