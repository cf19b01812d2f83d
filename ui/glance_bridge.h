// SPDX-License-Identifier: GPL-3.0-or-later
// Between the engine and what shows the diary at a glance: timeline and calendar.
#pragma once

#include "core/engine/engine.h"
#include "core/store/storage_error.h"
#include "ui/widgets/glance_view.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace unclench::ui {

/// Reads nothing while neither shows. What the world does (StorageError) ends here.
class GlanceBridge : public QObject {
    Q_OBJECT
public:
    /// `engine` must outlive it. `explain` puts a failure into words.
    GlanceBridge(Engine& engine,
                 std::function<QString(const StorageError&)> explain,
                 QObject* parent = nullptr);

public Q_SLOTS:
    void setShown(bool isShown);
    void setFilter(const unclench::HistoryFilter& filter);
    void refresh();
    /// Time went by: what is open goes on.
    void passTime();

Q_SIGNALS:
    void glanceChanged(const unclench::ui::GlanceView& view);
    void failed(const QString& sentence);

private:
    void show();

    Engine& m_engine;
    std::function<QString(const StorageError&)> m_explain;
    HistoryFilter m_filter;
    std::shared_ptr<const Chronicle> m_chronicle;
    bool m_isShown = false;
    bool m_isFilterNew = true;
    Subscription m_subscription;
};

} // namespace unclench::ui
