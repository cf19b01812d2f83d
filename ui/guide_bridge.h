// SPDX-License-Identifier: GPL-3.0-or-later
// Between the page *Guide* and the engine: the cards in words, and the exercise gate.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/widgets/breathing_pace.h"
#include "ui/widgets/guide_view.h"
#include "ui/wording/words.h"

#include <QObject>

#include <functional>

namespace unclench::ui {

class Bridge;

/// Every card in words, by topic.
[[nodiscard]] std::vector<GuideTopicView>
guideTopics(const Guide& guide, const Vocabulary& vocabulary, const Words& words);
[[nodiscard]] BreathingTimes breathingTimes(const Guide& guide);

/// Reads nothing while the page is hidden. What the world does (StorageError) ends here and becomes
/// `failed`.
class GuideBridge : public QObject {
    Q_OBJECT
public:
    /// `engine` and `bridge` must outlive it. `explain` puts a failure into words.
    GuideBridge(Engine& engine,
                Bridge& bridge,
                std::function<QString(const StorageError&)> explain,
                QObject* parent = nullptr);

public Q_SLOTS:
    void setShown(bool isShown);
    void tellCramp(bool isCramping);
    /// Also for a new day, on which what was told before may no longer hold.
    void refresh();

Q_SIGNALS:
    void exerciseChanged(const unclench::ui::ExerciseView& view);
    /// Nothing could be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    Engine& m_engine;
    Bridge& m_bridge;
    std::function<QString(const StorageError&)> m_explain;
    bool m_isShown = false;
    Subscription m_subscription;
};

} // namespace unclench::ui
