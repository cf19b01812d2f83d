// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/glance_showing.h"

#include "ui/month_reading.h"
#include "ui/pages/history_page.h"

namespace unclench::ui {

GlanceShowing::GlanceShowing(Engine& engine,
                             std::function<QString(const StorageError&)> explain,
                             HistoryPage& page,
                             QObject* parent)
    : QObject(parent), m_page(page), m_glance(engine, std::move(explain))
{
    connect(&m_glance, &GlanceBridge::glanceChanged, this, &GlanceShowing::display);
    connect(&m_glance, &GlanceBridge::failed, this, &GlanceShowing::failed);
    connect(&page, &HistoryPage::glanceShown, this, [this](bool isShown) {
        m_glance.setShown(isShown);
        if (!isShown) {
            m_view = {};
            m_page.displayGlance({}); // nothing of it stays in memory
        }
    });
    connect(&page, &HistoryPage::filterChanged, &m_glance, &GlanceBridge::setFilter);
    connect(&page, &HistoryPage::monthRequested, this, &GlanceShowing::displayMonth);
}

void GlanceShowing::display(const GlanceView& view)
{
    m_view = view;
    m_page.displayGlance(view);
    const std::chrono::year_month_day today{view.chronicle->now.localDay()};
    displayMonth(m_month.value_or(today.year() / today.month()));
}

void GlanceShowing::displayMonth(std::chrono::year_month month)
{
    if (m_view.chronicle) {
        const MonthView view = monthOf(*m_view.chronicle, m_view.only ? &*m_view.only : nullptr,
                                       month, m_view.chronicle->now);
        m_month = view.month;
        m_page.displayMonth(view);
    }
}

} // namespace unclench::ui
