// SPDX-License-Identifier: GPL-3.0-or-later
// The part of `import` that takes in what other programs wrote.
#pragma once

#include "app/cli/session.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace unclench::app::cli {

/// As they were written.
struct ForeignArguments {
    std::string preset;
    std::string mapping;
    std::vector<std::string> columns;
    std::vector<std::string> rules;
    std::vector<std::string> painWords;
    std::string painMost;
    std::string lengthUnit;
    std::string lists;
    std::string encoding;
    std::string separator;
    std::string dateOrder;
    std::string zone;
    std::string saveAs;
    bool skipsBroken = false;
    bool bringsBack = false;

    /// Any of them was given: the file is of another program.
    [[nodiscard]] bool isGiven() const;
};

/// Adds its options to `import`.
void addForeignOptions(CLI::App& imported, const std::shared_ptr<ForeignArguments>& arguments);

/// Whether `path` is to be read as a file of another program: because the person says so, or
/// because it is a file that no export of ours can be.
[[nodiscard]] bool isForeign(const std::filesystem::path& path, const ForeignArguments& arguments);

/// Takes it in, or says what it would bring.
ExitStatus importForeign(Session& session,
                         const std::filesystem::path& path,
                         const ForeignArguments& arguments,
                         bool isDryRun);

} // namespace unclench::app::cli
