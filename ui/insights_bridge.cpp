// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights_bridge.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace unclench::ui {

Period toPeriod(const InsightPeriod& period, const Chronicle& chronicle)
{
    using std::chrono::days;
    // Today is one of them.
    constexpr days kYear{364};
    constexpr days kQuarter{89};
    const auto& episodes = chronicle.episodes;
    const auto firstFrom = [&](std::chrono::local_days day) {
        return std::lower_bound(episodes.begin(), episodes.end(), day,
                                [](const Chronicle::Episode& episode, std::chrono::local_days d) {
                                    return episode.onset.localDay() < d;
                                });
    };
    const auto midnight = [](std::chrono::local_days day, std::chrono::minutes offset) {
        return UtcTime{day.time_since_epoch()} - offset;
    };
    const auto beginOf = [&](std::chrono::local_days day) {
        const auto first = firstFrom(day);
        return midnight(day, first == episodes.end() ? chronicle.now.offset : first->onset.offset);
    };
    const auto endOf = [&](std::chrono::local_days day) {
        const auto next = firstFrom(day + days{1});
        return midnight(day + days{1}, next == episodes.begin() ? chronicle.now.offset
                                                                : std::prev(next)->onset.offset);
    };
    const auto today = chronicle.now.localDay();
    switch (period.span) {
    case InsightPeriod::Span::AllTime: return {};
    case InsightPeriod::Span::LastYear: return {beginOf(today - kYear), {}};
    case InsightPeriod::Span::Last90Days: return {beginOf(today - kQuarter), {}};
    case InsightPeriod::Span::FromTo: return {beginOf(period.from), endOf(period.to)};
    }
    Q_UNREACHABLE();
}

InsightsBridge::InsightsBridge(Engine& engine,
                               std::function<QString(const StorageError&)> explain,
                               QObject* parent)
    : QObject(parent), m_engine(engine), m_explain(std::move(explain)),
      m_subscription(engine.events().subscribe([this](const Event&) { refresh(); }))
{
}

void InsightsBridge::setShown(bool isShown)
{
    m_isShown = isShown;
    if (!isShown) {
        m_chronicle = {}; // months of it need not stay in memory
        m_isStale = true;
        m_isDue = true;
        return;
    }
    if (m_engine.now().wall.localDay() != m_day) {
        m_isStale = true;
        m_isDue = true;
    }
    if (m_isDue) {
        show();
    }
}

void InsightsBridge::setPeriod(const InsightPeriod& period)
{
    m_period = period;
    m_isDue = true;
    show();
}

void InsightsBridge::refresh()
{
    m_isStale = true;
    m_isDue = true;
    show();
}

void InsightsBridge::passTime()
{
    if (m_engine.now().wall.localDay() != m_day) {
        refresh();
    }
}

void InsightsBridge::show()
{
    if (!m_isShown) {
        return;
    }
    m_day = m_engine.now().wall.localDay();
    try {
        if (m_isStale) {
            m_chronicle = m_engine.chronicle();
            m_isStale = false;
        }
    } catch (const StorageError& error) {
        spdlog::warn("in the insights: {}", error.what());
        Q_EMIT failed(m_explain(error));
        return;
    }
    InsightsView view{m_chronicle.now, m_period, {}, false, m_period.isOrderWrong()};
    view.hasAny = !m_chronicle.episodes.empty() || !m_chronicle.uses.empty();
    if (!view.isDateOrderWrong) {
        view.insights = insightsOf(m_chronicle, toPeriod(m_period, m_chronicle));
    }
    m_isDue = false;
    Q_EMIT viewChanged(view);
}

} // namespace unclench::ui
