// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit_showing.h"

#include "ui/main_window.h"
#include "ui/pages/visit_gaps.h"
#include "ui/pages/visit_page.h"
#include "ui/pages/visit_preview.h"

namespace unclench::ui {

VisitShowing::VisitShowing(Engine& engine,
                           Bridge& bridge,
                           MainWindow& window,
                           const Words& words,
                           const std::function<QString(const StorageError&)>& explain)
    : m_window(window), m_page(new VisitPage), m_bridge(engine, bridge, words, explain)
{
    connect(&m_bridge, &VisitBridge::viewChanged, this, [this](const VisitView& view) {
        m_title = view.report ? view.report->title() : QString{};
        m_page->display(view);
    });
    connect(&m_bridge, &VisitBridge::failed, &window, &MainWindow::displayNotice);
    connect(&m_bridge, &VisitBridge::leaving, m_page, &VisitPage::saveDrafts);
    connect(&m_bridge, &VisitBridge::medicineSaved, m_page->gaps(), &VisitGaps::noteMedicineSaved);
    connect(m_page, &VisitPage::shownChanged, &m_bridge, &VisitBridge::setShown);
    connect(m_page, &VisitPage::prepareRequested, &m_bridge, &VisitBridge::prepare);
    connect(m_page, &VisitPage::changed, &m_bridge, &VisitBridge::change);
    connect(m_page, &VisitPage::nameTold, &m_bridge, &VisitBridge::tellName);
    connect(m_page, &VisitPage::paperChosen, &m_bridge, &VisitBridge::choosePaper);
    connect(m_page, &VisitPage::finishRequested, &m_bridge, &VisitBridge::finish);
    connect(m_page, &VisitPage::chosen, &m_bridge, &VisitBridge::choose);
    connect(m_page, &VisitPage::removeRequested, &m_bridge, &VisitBridge::remove);
    connect(m_page->gaps(), &VisitGaps::told, &m_bridge, &VisitBridge::tellBackground);
    connect(m_page->gaps(), &VisitGaps::medicineTold, &m_bridge, &VisitBridge::listMedicine);
    connect(m_page->gaps(), &VisitGaps::detailsRequested, this, &VisitShowing::detailsRequested);
    connectPreview();
}

void VisitShowing::connectPreview()
{
    VisitPreview* preview = m_page->preview();
    // What is typed belongs on the paper; where it cannot be saved, that was told.
    connect(preview, &VisitPreview::printRequested, this, [this] {
        if (m_bridge.saveDrafts() && m_bridge.visit()) {
            Q_EMIT printRequested(*m_bridge.visit(), m_title);
        }
    });
    connect(preview, &VisitPreview::saveRequested, this, [this](bool isHtml) {
        if (m_bridge.saveDrafts() && m_bridge.visit()) {
            Q_EMIT saveRequested(*m_bridge.visit(), m_title, isHtml);
        }
    });
    connect(preview, &VisitPreview::cancelRequested, this, &VisitShowing::cancelRequested);
}

QWidget* VisitShowing::page() const
{
    return m_page;
}

VisitPreview& VisitShowing::preview() const
{
    return *m_page->preview();
}

void VisitShowing::passTime()
{
    m_bridge.passTime();
}

bool VisitShowing::saveDrafts()
{
    return m_bridge.saveDrafts();
}

void VisitShowing::showPage()
{
    m_window.showPage(m_page);
}

} // namespace unclench::ui
