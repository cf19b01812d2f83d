// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/saved_filters_button.h"

#include "ui/theme.h"

#include <QMenu>

namespace unclench::ui {

namespace {

constexpr double kWidestName = 40; // in units of the grid

/// As an action shows it: on one line, and with its "&".
QString filterName(const SavedFilter& filter, const QMenu& menu)
{
    const QString name = QString::fromStdString(filter.name).simplified();
    return menu.fontMetrics()
        .elidedText(name, Qt::ElideRight, theme::grid(menu.font(), kWidestName))
        .replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

SavedFiltersButton::SavedFiltersButton(QWidget* parent)
    : QToolButton(parent), m_menu(new QMenu{this})
{
    setObjectName(QStringLiteral("savedFiltersButton"));
    setText(tr("Saved filters"));
    setAccessibleName(tr("Saved filters"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    m_menu->setObjectName(QStringLiteral("savedFiltersMenu"));
    setMenu(m_menu);
    // Not before: what is chosen in it may change what stands in it.
    connect(m_menu, &QMenu::aboutToShow, this, &SavedFiltersButton::fill);
}

void SavedFiltersButton::fill()
{
    m_menu->clear();
    delete m_forgetMenu;
    for (const SavedFilter& filter : m_filters) {
        QAction* action = m_menu->addAction(filterName(filter, *m_menu));
        connect(action, &QAction::triggered, this, [this, filter] { Q_EMIT chosen(filter); });
    }
    if (m_filters.empty()) {
        m_menu->addAction(tr("None is kept yet"))->setEnabled(false);
    }
    m_menu->addSeparator();
    QAction* keep = m_menu->addAction(tr("&Keep this filter…"));
    keep->setObjectName(QStringLiteral("keepFilterAction"));
    keep->setEnabled(m_canKeep);
    connect(keep, &QAction::triggered, this, &SavedFiltersButton::keepRequested);
    m_forgetMenu = m_menu->addMenu(tr("&Delete a filter"));
    m_forgetMenu->setObjectName(QStringLiteral("forgetFilterMenu"));
    m_forgetMenu->setEnabled(!m_filters.empty());
    for (const SavedFilter& filter : m_filters) {
        QAction* action = m_forgetMenu->addAction(filterName(filter, *m_forgetMenu));
        connect(action, &QAction::triggered, this,
                [this, id = filter.stamp.id] { Q_EMIT forgetRequested(id); });
    }
}

} // namespace unclench::ui
