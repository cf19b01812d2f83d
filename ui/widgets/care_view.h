// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of heat and cold, and what is asked for, as values.
#pragma once

#include "core/care/decision.h"
#include "core/care/telling.h"
#include "core/diary/uuid.h"
#include "ui/widgets/chips.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace unclench::ui {

/// What a person can do about a reason.
enum class Remedy {
    None,
    ClinicianOk, ///< a clinician said that it is fine
    NoLonger     ///< it has passed
};

struct CareReasonView {
    std::string id;
    QString text;
    Remedy remedy = Remedy::None;

    friend bool operator==(const CareReasonView&, const CareReasonView&) = default;
};

/// Heat or cold, as it may be used now.
struct CareCardView {
    CareStatus status = CareStatus::Allowed;
    QString statusText;
    std::vector<CareReasonView> reasons;
    /// When it is usual again, as a sentence; empty where it is.
    QString due;
    int usual = 0; // minutes
    int most = 0;  // minutes
};

struct CareRunningView {
    Uuid session;
    Modality modality = Modality::Heat;
    std::optional<CareKind> kind;
    std::chrono::milliseconds planned{0};
    /// 0 or less: it is over, and not confirmed.
    std::chrono::milliseconds left{0};
    /// When it is due, as a time.
    QString until;
    bool isSkinCheckDue = false;
    /// Lines on how it is done.
    QStringList toDo;

    [[nodiscard]] bool isOverdue() const { return left.count() <= 0; }
};

/// What the card above heat and cold asks.
enum class CareAsk {
    Nothing,
    Running,   ///< a session runs while the page shows something else
    Clock,     ///< whether the clock is right
    Skin,      ///< whether the skin feels normal again
    SkinLater, ///< the same, after "not yet"
    Outcome    ///< how the last session was
};

struct CareView {
    bool isEpisodeOpen = false;
    CareCardView heat;
    CareCardView cold;
    /// The next times as one line; empty: none.
    QString plan;
    CareAsk ask = CareAsk::Nothing;
    QString askText;
    std::optional<CareRunningView> running;
};

/// A session that is over.
struct CareAfterView {
    Uuid session;
    Modality modality = Modality::Heat;
    QString title;
    /// What to do before anything else; may be empty.
    QString lead;
    CareOutcome told;
};

/// What is asked once, before the first session that it would limit.
struct CareQuestionsView {
    Modality modality = Modality::Heat;
    std::vector<Choice> conditions;
};

} // namespace unclench::ui
