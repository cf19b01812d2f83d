// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keep_filter_row.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

constexpr int kLongestFilterName = 80;

} // namespace

KeepFilterRow::KeepFilterRow(QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit{this}),
      m_note(wrapped(QStringLiteral("keepFilterNote"), {}, theme::Size::Caption, this))
{
    setObjectName(QStringLiteral("keepFilterRow"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 0.5));
    auto* row = new FlowLayout{nullptr, theme::grid(font(), 1)};
    column->addLayout(row);
    m_name->setObjectName(QStringLiteral("filterNameEdit"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setPlaceholderText(tr("Name of the filter"));
    m_name->setMaxLength(kLongestFilterName);
    m_name->setMinimumHeight(theme::grid(font(), 4.5));
    m_name->setMinimumWidth(m_name->fontMetrics().horizontalAdvance(m_name->placeholderText()) +
                            theme::grid(font(), 4));
    QPushButton* keepIt =
        rowButton(QStringLiteral("keepFilterButton"), tr("Keep"), tr("Keep this filter"), this);
    QPushButton* cancel = rowButton(QStringLiteral("cancelFilterButton"), tr("Cancel"),
                                    tr("Do not keep this filter"), this);
    row->addWidget(m_name);
    row->addWidget(keepIt);
    row->addWidget(cancel);
    column->addWidget(m_note);
    connect(m_name, &QLineEdit::returnPressed, this, &KeepFilterRow::keep);
    connect(keepIt, &QPushButton::clicked, this, &KeepFilterRow::keep);
    connect(cancel, &QPushButton::clicked, this, &KeepFilterRow::leave);
    hide();
}

void KeepFilterRow::ask()
{
    m_name->clear();
    m_name->setAccessibleDescription({});
    m_note->setText(tr("A filter that has this name already is replaced."));
    muted(m_note);
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void KeepFilterRow::keep()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty()) {
        m_note->setText(tr("Give the filter a name first."));
        m_note->setForegroundRole(QPalette::WindowText);
        m_name->setAccessibleDescription(m_note->text()); // which a screen reader says
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_note->setText(tr("Not kept yet. Press Keep to try again.")); // seen where it fails
    muted(m_note);
    Q_EMIT named(name);
}

void KeepFilterRow::done()
{
    hide();
}

void KeepFilterRow::leave()
{
    hide();
    Q_EMIT left();
}

void KeepFilterRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace unclench::ui
