// SPDX-License-Identifier: GPL-3.0-or-later
// Between the page *Insights* and the engine: reads the whole diary once, counts it for a period.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/pages/insights_view.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace unclench::ui {

/// Requires: the order of the days is not wrong. Days begin and end at midnight by the
/// offset of the spasms that lie in them, as they were there and then.
[[nodiscard]] Period toPeriod(const InsightPeriod& period, const Chronicle& chronicle);

/// Reads nothing while the page is hidden, and the diary again only where it changed. What the
/// world does (StorageError) ends here and becomes `failed`.
class InsightsBridge : public QObject {
    Q_OBJECT
public:
    /// `engine` must outlive it. `explain` puts a failure into words.
    InsightsBridge(Engine& engine,
                   std::function<QString(const StorageError&)> explain,
                   QObject* parent = nullptr);

public Q_SLOTS:
    /// Reads what changed while the page was hidden.
    void setShown(bool isShown);
    void setPeriod(const unclench::ui::InsightPeriod& period);
    /// The diary is another one.
    void refresh();
    /// Time went by: with a new day, "the last 90 days" are others.
    void passTime();

Q_SIGNALS:
    void viewChanged(const unclench::ui::InsightsView& view);
    /// Nothing could be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    /// Shows `m_chronicle`, read anew where it is stale.
    void show();

    Engine& m_engine;
    std::function<QString(const StorageError&)> m_explain;
    Chronicle m_chronicle;
    InsightPeriod m_period;
    bool m_isShown = false;
    bool m_isStale = true;
    /// What was told last is not what would be told now.
    bool m_isDue = true;
    /// The local day of what is shown.
    std::chrono::local_days m_day{};
    Subscription m_subscription;
};

} // namespace unclench::ui
