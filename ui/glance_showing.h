// SPDX-License-Identifier: GPL-3.0-or-later
// The history at a glance, put together: timeline and calendar on the page *History*.
#pragma once

#include "ui/glance_bridge.h"

#include <QObject>

#include <chrono>

namespace unclench::ui {

class HistoryPage;

class GlanceShowing : public QObject {
    Q_OBJECT
public:
    /// `engine` must outlive it; `page` is the window's.
    GlanceShowing(Engine& engine,
                  std::function<QString(const StorageError&)> explain,
                  HistoryPage& page,
                  QObject* parent = nullptr);

    void passTime() { m_glance.passTime(); }

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    void display(const GlanceView& view);
    void displayMonth(std::chrono::year_month month);

    HistoryPage& m_page;
    GlanceBridge m_glance;
    GlanceView m_view;
    /// Of the calendar; the present one until another is asked for.
    std::optional<std::chrono::year_month> m_month;
};

} // namespace unclench::ui
