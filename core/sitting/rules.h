// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of sitting and breaks, each with its source. "Ours": no source gives one;
// docs/safety.md lists them for sign-off.
#pragma once

#include <chrono>

namespace unclench::sitting {

using std::chrono::milliseconds;

/// Walking counts as a break from here on (ours).
inline constexpr milliseconds kWalkingCounts = std::chrono::seconds{60};
/// Lying down, with what was walked beside it, counts from here on (ours).
inline constexpr milliseconds kLyingCounts = std::chrono::minutes{2};
/// Nobody there, or the computer asleep: counts from here on, as inferred (ours).
inline constexpr milliseconds kAbsenceCounts = std::chrono::minutes{5};
/// Without input for so long the person may only be reading; from here on they have gone, and had
/// gone when the input stopped (ours). Who lies down lies until there is input after so long.
inline constexpr milliseconds kGoneAfter = std::chrono::minutes{3};
/// Without input for less than this somebody works (ours).
inline constexpr milliseconds kPassiveAfter = std::chrono::seconds{60};

/// Later: 5 min, at most twice in a row. With 30 min that makes 40, which still gave relief
/// (Waongenngarm 2018).
inline constexpr milliseconds kSnooze = std::chrono::minutes{5};
inline constexpr int kMostSnoozes = 2;
/// A reminder announces itself so long before (ours).
inline constexpr milliseconds kEarly = std::chrono::seconds{60};
/// It waits for a pause in typing of this length, and at most so long (ours).
inline constexpr milliseconds kTypingPause = std::chrono::seconds{3};
inline constexpr milliseconds kLongestWait = std::chrono::minutes{2};
/// What is offered while an episode is open (ours).
inline constexpr std::chrono::minutes kShorterInterval{20};
/// A meeting ends by itself after this (ours).
inline constexpr std::chrono::minutes kLongestMeeting{60};

/// How often a running program notes that it is there: what is open after a crash ended then. Far
/// less than kAbsenceCounts, so that a restart is no break.
inline constexpr milliseconds kHeartbeat = std::chrono::minutes{2};
/// What was told from the command line, with no program to watch, holds for so long (ours).
inline constexpr milliseconds kToldHolds = std::chrono::hours{4};

} // namespace unclench::sitting
