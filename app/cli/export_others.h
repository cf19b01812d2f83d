// SPDX-License-Identifier: GPL-3.0-or-later
// export fhir and export ics: the diary for a doctor's program, and for a calendar.
#pragma once

#include "app/cli/session.h"

#include <memory>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace unclench::app::cli {

/// The options of `export` that only these forms take.
struct OtherFormOptions {
    bool hasName = false;
    bool hasSessions = false;
    bool hasBreaks = false;

    /// What no json and csv takes, whoever it is for.
    [[nodiscard]] bool areForCalendar() const { return hasSessions || hasBreaks; }
};

/// What was asked for by the words that all forms share.
struct OtherFormWish {
    std::string form;
    std::string path;
    bool hasNotes = false;
    bool refusesNotes = false;
    /// An option that means something for json and csv alone was given.
    bool hasForeignOption = false;
};

/// Adds the options to `export`. What it returns lives as long as the parser needs it.
[[nodiscard]] std::shared_ptr<OtherFormOptions> addOtherFormOptions(CLI::App& exportCommand);

[[nodiscard]] bool isOtherForm(std::string_view form);

/// Requires: `isOtherForm`.
ExitStatus
runOtherForm(Session& session, const OtherFormWish& wish, const OtherFormOptions& options);

/// Says that the options are for other forms than the one that was asked for.
ExitStatus refuseOtherFormOptions(Session& session);

} // namespace unclench::app::cli
