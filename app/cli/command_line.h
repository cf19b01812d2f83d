// SPDX-License-Identifier: GPL-3.0-or-later
// From the words on the command line to one command that was run.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "core/time/clock.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unclench::app::cli {

/// What the window needs to know where no command was given.
struct WindowRequest {
    std::filesystem::path dataFolder;
    bool isSpasm = false;
    /// Not empty: draw the pages into this folder instead of showing a window.
    std::filesystem::path renderFolder;
    /// A made-up year in a temporary folder, in place of `dataFolder`.
    bool isDemo = false;
    /// No window until it is asked for: hidden where there is a tray, minimised where there is
    /// none.
    bool isBackground = false;
};

struct ReportRequest;

struct Outcome {
    /// Set: the program is done and exits with it.
    std::optional<int> exitStatus;
    WindowRequest window;
    /// A session was started in this folder's diary: something must ring for it.
    std::optional<std::filesystem::path> ringFor{};
    /// Set: this is still to be written, and that gives the exit status.
    std::shared_ptr<const ReportRequest> report{};
};

/// Understands `arguments` (without the program's name), runs the command if there is one, and
/// writes its output. Calls `changed(folder)` after a command that wrote. What people and the world
/// do wrong is said here; only our own errors are thrown.
[[nodiscard]] Outcome run(const std::vector<std::string>& arguments,
                          const Clock& clock,
                          const Vocabulary& vocabulary,
                          const std::function<void(const std::filesystem::path&)>& changed);

/// What `--help` prints.
[[nodiscard]] std::string help();

} // namespace unclench::app::cli
