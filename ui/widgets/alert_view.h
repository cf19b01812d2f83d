// SPDX-License-Identifier: GPL-3.0-or-later
// What is open and what is behind it, as values: for the banner, the emergency page, "Why am I
// seeing this?" and the history of alerts.
#pragma once

#include "core/diary/alert.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

/// One reason, in the person's own words, and when it was told where that is known.
struct AlertFact {
    QString reason;
    std::optional<Moment> told;

    friend bool operator==(const AlertFact&, const AlertFact&) = default;
};

struct AlertEntry {
    Uuid id;
    std::string rule;
    Level level = Level::Soon;
    /// What to do, a sentence.
    QString action;
    /// The rule says what to do in words of its own, not in those of its level.
    bool hasOwnAction = false;
    std::vector<AlertFact> facts;
    /// Titles.
    QStringList sources;
    Moment raised;
    /// For how long it may be put off. Empty: not at all, and `whyNotLater` says why.
    std::vector<std::chrono::milliseconds> delays;
    QString whyNotLater;

    [[nodiscard]] QStringList reasons() const
    {
        QStringList all;
        for (const AlertFact& fact : facts) {
            all << fact.reason;
        }
        return all;
    }
    friend bool operator==(const AlertEntry&, const AlertEntry&) = default;
};

/// Whom to call. Empty: not known; a wrong number is worse than none.
struct EmergencyLine {
    QString number;
    /// Whose number it is and who says so, a sentence.
    QString source;

    friend bool operator==(const EmergencyLine&, const EmergencyLine&) = default;
};

/// The alerts that are to be seen now, the highest first: no check-ins, none that is put off, no
/// part that a combination names already.
struct AlertsView {
    Moment now;
    std::vector<AlertEntry> open;
    EmergencyLine line;

    [[nodiscard]] bool hasEmergency() const
    {
        return !open.empty() && open.front().level == Level::Emergency;
    }
};

/// An answer or a sign that made a rule true.
struct AlertToldLine {
    QString text;
    Moment at;
    /// An alert was closed as a mistake since: it counts no longer, and is struck through.
    bool isTakenBack = false;
};

struct AlertPast {
    AlertEntry entry;
    bool isClosed = false;
    std::vector<AlertStep> steps;
    /// Until when it is put off.
    std::optional<Moment> until;
    std::vector<AlertToldLine> told;
};

/// The latest first.
struct AlertHistoryView {
    Moment now;
    std::vector<AlertPast> alerts;
    /// There are earlier ones that are not shown here.
    bool hasMore = false;
};

} // namespace unclench::ui
