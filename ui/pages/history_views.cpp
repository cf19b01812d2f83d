// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history_views.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace unclench::ui {

HistoryViews::HistoryViews(QWidget* first, const Views& views, QWidget* parent)
    : QWidget(parent), m_views(views)
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 1.5));
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 1)};
    row->addWidget(first);
    const auto add = [&](Which which, const char* name, const QString& text, const QString& what) {
        QPushButton* button = rowButton(QLatin1String{name}, text, what, this);
        button->setCheckable(true);
        button->setToolTip(what);
        connect(button, &QPushButton::clicked, this, [this, which] { show(which); });
        m_buttons[static_cast<std::size_t>(which)] = button;
        row->addWidget(button);
    };
    add(Which::Table, "tableViewButton", tr("&Table"), tr("Your spasms as a table"));
    add(Which::Timeline, "timelineViewButton", tr("T&imeline"), tr("As a timeline"));
    add(Which::Calendar, "calendarViewButton", tr("&Calendar"), tr("As a calendar"));
    add(Which::List, "listViewButton", tr("Li&st"),
        tr("What timeline or calendar shows, as a table (Ctrl+T)"));
    m_buttons.front()->setChecked(true);
    column->addLayout(row);
    for (QWidget* view : m_views) {
        column->addWidget(view, 1);
        view->setVisible(view == m_views.front());
    }
    connect(new QShortcut{QKeySequence{Qt::CTRL | Qt::Key_T}, this, nullptr, nullptr,
                          Qt::WindowShortcut},
            &QShortcut::activated, this,
            [this] { show(shown() == m_before ? Which::List : m_before); });
}

void HistoryViews::show(Which which)
{
    if (which == Which::Timeline || which == Which::Calendar) {
        m_before = which;
    }
    const QWidget* hadKeyboard = QApplication::focusWidget();
    const bool takesKeyboard =
        hadKeyboard != nullptr &&
        m_views[static_cast<std::size_t>(m_shown)]->isAncestorOf(hadKeyboard);
    m_shown = which;
    QWidget* shown = m_views[static_cast<std::size_t>(which)];
    shown->setVisible(true);
    if (takesKeyboard) { // or it would go to the next page
        constexpr std::array kParts{"historyTable", "timeline", "monthCalendar", "glanceTable"};
        shown->findChild<QWidget*>(QLatin1String{kParts[static_cast<std::size_t>(which)]})
            ->setFocus(Qt::OtherFocusReason);
    }
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        m_buttons[i]->setChecked(m_views[i] == shown);
        m_views[i]->setVisible(m_views[i] == shown);
    }
    Q_EMIT switched(which);
}

} // namespace unclench::ui
