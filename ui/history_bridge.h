// SPDX-License-Identifier: GPL-3.0-or-later
// Between the page *History* and the engine: answers its questions, carries its wishes out.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/pages/history_view.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <vector>

namespace unclench::ui {

class Bridge;

/// Reads nothing while the page is hidden, so that a press on another page waits for nothing here.
/// What the world does (StorageError) ends here and becomes `failed`.
class HistoryBridge : public QObject {
    Q_OBJECT
public:
    /// `engine` and `bridge` must outlive it. `explain` puts a failure into words.
    HistoryBridge(Engine& engine,
                  Bridge& bridge,
                  std::function<QString(const StorageError&)> explain,
                  QObject* parent = nullptr);

public Q_SLOTS:
    /// Reads what changed while the page was hidden.
    void setShown(bool isShown);
    void setFilter(const unclench::HistoryFilter& filter, const unclench::HistorySort& sort);
    /// Empty: none.
    void choose(const unclench::Uuid& episode);
    /// All of them in one step that can be taken back.
    void remove(const std::vector<unclench::Uuid>& episodes);
    /// All of them in one step that can be taken back.
    void restore(const std::vector<unclench::Uuid>& episodes);
    /// One of the same name becomes this.
    void keepFilter(const unclench::SavedFilter& filter);
    void forgetFilter(const unclench::Uuid& filter);
    void refresh();
    /// Time went by: with a new day, what is called today or lies in the last 30 days is another.
    void passTime();

Q_SIGNALS:
    void historyChanged(const unclench::ui::HistoryView& view);
    void entryChanged(const unclench::ui::HistoryEntryView& view);
    /// The kept ones, by name.
    void filtersChanged(const std::vector<unclench::SavedFilter>& filters);
    /// What `keepFilter` was asked is saved.
    void filterKept();
    /// Nothing could be read, in words that say what to do.
    void failed(const QString& sentence);

private:
    void guarded(const std::function<void()>& work);
    [[nodiscard]] std::vector<HistoryRow> rows(const std::vector<Uuid>& ids);

    Engine& m_engine;
    Bridge& m_bridge;
    std::function<QString(const StorageError&)> m_explain;
    HistoryFilter m_filter;
    HistorySort m_sort;
    bool m_isShown = false;
    bool m_isStale = true;
    /// Records changed since the kept filters were read.
    bool m_areFiltersStale = true;
    /// The local day of what is shown.
    std::chrono::local_days m_day{};
    Subscription m_subscription;
};

} // namespace unclench::ui
