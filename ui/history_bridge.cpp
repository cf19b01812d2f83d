// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_bridge.h"

#include "ui/bridge.h"

#include <spdlog/spdlog.h>

namespace unclench::ui {

HistoryBridge::HistoryBridge(Engine& engine,
                             Bridge& bridge,
                             std::function<QString(const StorageError&)> explain,
                             QObject* parent)
    : QObject(parent), m_engine(engine), m_bridge(bridge), m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) {
          m_areFiltersStale = true;
          refresh();
      }))
{
}

void HistoryBridge::guarded(const std::function<void()>& work)
{
    try {
        work();
    } catch (const StorageError& error) {
        spdlog::warn("in the history: {}", error.what());
        Q_EMIT failed(m_explain(error));
    }
}

void HistoryBridge::setShown(bool isShown)
{
    m_isShown = isShown;
    if (isShown && m_isStale) {
        refresh();
    }
}

void HistoryBridge::setFilter(const HistoryFilter& filter, const HistorySort& sort)
{
    m_filter = filter;
    m_sort = sort;
    refresh();
}

void HistoryBridge::refresh()
{
    m_isStale = true;
    if (!m_isShown) {
        return;
    }
    guarded([&] {
        const Moment now = m_engine.now().wall;
        m_day = now.localDay();
        HistoryView view{now, m_engine.history().find(m_filter, m_sort, now.localDay()),
                         m_engine.history().count(m_filter.isDeleted),
                         [this](const std::vector<Uuid>& ids) { return rows(ids); }};
        m_isStale = false;
        Q_EMIT historyChanged(view);
        if (m_areFiltersStale) {
            const std::vector<SavedFilter> filters = m_engine.diary().filters();
            m_areFiltersStale = false;
            Q_EMIT filtersChanged(filters);
        }
    });
}

void HistoryBridge::passTime()
{
    if (m_engine.now().wall.localDay() != m_day) {
        refresh();
    }
}

std::vector<HistoryRow> HistoryBridge::rows(const std::vector<Uuid>& ids)
{
    std::vector<HistoryRow> rows;
    guarded([&] { rows = m_engine.history().rows(ids); });
    return rows;
}

void HistoryBridge::choose(const Uuid& episode)
{
    guarded([&] {
        HistoryEntryView view{m_engine.now().wall, std::nullopt};
        if (!episode.isEmpty()) {
            view.entry = m_engine.history().entry(episode);
        }
        Q_EMIT entryChanged(view);
    });
}

void HistoryBridge::remove(const std::vector<Uuid>& episodes)
{
    const QString sentence = episodes.size() == 1 ? tr("Deleted: one spasm.")
                                                  : tr("Deleted: %n spasms.", nullptr,
                                                       static_cast<int>(episodes.size()));
    m_bridge.carryOut([&](Journal& journal) { return journal.removeAll(episodes); }, sentence);
}

void HistoryBridge::restore(const std::vector<Uuid>& episodes)
{
    const QString sentence = episodes.size() == 1 ? tr("Restored: one spasm.")
                                                  : tr("Restored: %n spasms.", nullptr,
                                                       static_cast<int>(episodes.size()));
    m_bridge.carryOut([&](Journal& journal) { return journal.restoreAll(episodes); }, sentence);
}

void HistoryBridge::keepFilter(const SavedFilter& filter)
{
    guarded([&] {
        const QString name = QString::fromStdString(filter.name);
        const QString sentence =
            m_engine.diary().filterNamed(filter.name)
                ? tr("Filter kept: %1. It takes the place of the one that had this name.").arg(name)
                : tr("Filter kept: %1.").arg(name);
        const auto keep = [&](Journal& journal) { return journal.keepFilter(filter); };
        if (m_bridge.carryOut(keep, sentence)) {
            Q_EMIT filterKept();
        }
    });
}

void HistoryBridge::forgetFilter(const Uuid& filter)
{
    guarded([&] {
        QString sentence = tr("Filter deleted.");
        for (const SavedFilter& kept : m_engine.diary().filters()) {
            if (kept.stamp.id == filter) {
                sentence = tr("Filter deleted: %1.").arg(QString::fromStdString(kept.name));
            }
        }
        m_bridge.carryOut(
            [&](Journal& journal) { return journal.remove(RecordKind::SavedFilter, filter); },
            sentence);
    });
}

} // namespace unclench::ui
