// SPDX-License-Identifier: GPL-3.0-or-later
// What the page *Guide* shows: plain words, ready to be read.
#pragma once

#include "core/knowledge/guide.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace unclench::ui {

struct GuideCardView {
    QString id;
    QString title;
    QString text;
    /// When it suits; empty: nothing is said of it.
    QString when;
    /// When it does not, whole sentences; empty: nothing is said of it.
    QString notWhen;
    /// Titles, in one line.
    QString sources;
    /// Empty: none.
    QString drawing;
    std::optional<GuideTool> tool;
    /// Open only while exercise is.
    bool isGated = false;
};

struct GuideTopicView {
    QString id;
    QString title;
    std::vector<GuideCardView> cards;
};

struct ExerciseView {
    bool isOpen = false;
    /// "Stretches and exercise are closed for now."
    QString state;
    /// Why they are closed, one sentence each.
    QStringList reasons;
    /// Absent: not known.
    std::optional<bool> isCramping;
    /// When that was told; a hint where it was not.
    QString told;
};

} // namespace unclench::ui
