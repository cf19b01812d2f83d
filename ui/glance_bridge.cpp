// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/glance_bridge.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::ui {

GlanceBridge::GlanceBridge(Engine& engine,
                           std::function<QString(const StorageError&)> explain,
                           QObject* parent)
    : QObject(parent), m_engine(engine), m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

void GlanceBridge::setShown(bool isShown)
{
    m_isShown = isShown;
    if (isShown && (!m_chronicle || m_isFilterNew)) {
        show();
    }
    if (!isShown) {
        m_chronicle.reset(); // months of it need not stay in memory
    }
}

void GlanceBridge::setFilter(const HistoryFilter& filter)
{
    m_isFilterNew = m_isFilterNew || !(filter == m_filter);
    m_filter = filter;
    if (m_isShown && m_isFilterNew) {
        show();
    }
}

void GlanceBridge::refresh()
{
    m_chronicle.reset();
    if (m_isShown) {
        show();
    }
}

void GlanceBridge::passTime()
{
    if (!m_chronicle) {
        return;
    }
    const Moment now = m_engine.now().wall;
    const bool isOpen = std::any_of(m_chronicle->episodes.begin(), m_chronicle->episodes.end(),
                                    [](const Chronicle::Episode& episode) { return !episode.end; });
    if (now.localDay() != m_chronicle->now.localDay() ||
        (isOpen && now.utc - m_chronicle->now.utc >= std::chrono::minutes{1})) {
        refresh();
    }
}

void GlanceBridge::show()
{
    try {
        if (!m_chronicle) {
            m_chronicle = std::make_shared<const Chronicle>(m_engine.chronicle());
        }
        GlanceView view{m_chronicle, std::nullopt, m_filter.isDeleted,
                        m_filter.from && m_filter.to && *m_filter.from > *m_filter.to};
        if (!(m_filter == HistoryFilter{})) {
            view.only = m_engine.history().find(m_filter, {}, m_chronicle->now.localDay());
            std::sort(view.only->begin(), view.only->end());
        }
        m_isFilterNew = false;
        Q_EMIT glanceChanged(view);
    } catch (const StorageError& error) {
        spdlog::warn("in the history at a glance: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

} // namespace unclench::ui
