// SPDX-License-Identifier: GPL-3.0-or-later
// Every command, one function for each group: it adds the group's words to the parser.
#pragma once

#include "app/cli/session.h"

namespace CLI {
class App;
}

namespace unclench::app::cli {

/// Each puts what it was asked to run into `chosen` when its command is parsed. `chosen` must
/// outlive the parser.
void addSpasmCommands(CLI::App& parser, Command& chosen);    ///< log, pain, end, no-pain
void addTellCommands(CLI::App& parser, Command& chosen);     ///< symptom ... profile
void addLookCommands(CLI::App& parser, Command& chosen);     ///< status, history
void addAlertCommands(CLI::App& parser, Command& chosen);    ///< alerts, answer, close, snooze
void addCareCommands(CLI::App& parser, Command& chosen);     ///< heat, cold, stop, skin
void addSeatCommands(CLI::App& parser, Command& chosen);     ///< sit, stand, lie, away, up, pause
void addInsightCommands(CLI::App& parser, Command& chosen);  ///< insights
void addVisitCommand(CLI::App& parser, Command& chosen);     ///< visit
void addReportCommand(CLI::App& parser, Command& chosen);    ///< report
void addDataCommands(CLI::App& parser, Command& chosen);     ///< verify, and the daily copy
void addBackupCommands(CLI::App& parser, Command& chosen);   ///< backup, restore
void addExchangeCommands(CLI::App& parser, Command& chosen); ///< export, import
void addForgetCommand(CLI::App& parser, Command& chosen);    ///< forget-everything
void addMergeCommand(CLI::App& parser, Command& chosen);     ///< merge
void addReplayCommand(CLI::App& parser, Command& chosen);

} // namespace unclench::app::cli
