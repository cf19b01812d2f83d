// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_list.h"

#include "ui/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/visit.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>

namespace unclench::ui {

namespace {

/// Longer ones end in "…": the whole of it stands where the visit is shown.
constexpr int kVisitSaidShown = 160;

QString visitSaidInShort(const Visit& visit)
{
    QString said = QString::fromStdString(visit.said).simplified();
    if (said.size() > kVisitSaidShown) {
        said = said.left(kVisitSaidShown).trimmed() + QChar{0x2026};
    }
    return said;
}

} // namespace

VisitList::VisitList(QWidget* parent) : Section(tr("Your visits"), parent), m_lines(new QVBoxLayout)
{
    setObjectName(QStringLiteral("visitList"));
    m_lines->setSpacing(theme::grid(font(), 1.5));
    column()->addLayout(m_lines);
}

VisitList::Row VisitList::makeRow(const Uuid& visit)
{
    const QString name = QStringLiteral("visit_") + QString::fromStdString(visit.text());
    Row made;
    made.row = new QWidget{this};
    auto* lines = new QVBoxLayout{made.row};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 0.5));
    made.label = wrapped(name, {}, made.row);
    made.said = caption({}, made.row);
    made.said->setObjectName(name + QStringLiteral("_said"));
    auto* buttons = new QWidget{made.row};
    auto* row = new FlowLayout{buttons, theme::grid(font(), 1)};
    made.show = rowButton(name + QStringLiteral("_show"), tr("Show"), {}, buttons);
    made.remove = rowButton(name + QStringLiteral("_remove"), tr("Delete"), {}, buttons);
    row->addWidget(made.show);
    row->addWidget(made.remove);
    lines->addWidget(made.label);
    lines->addWidget(made.said);
    lines->addWidget(buttons);
    connect(made.show, &QPushButton::clicked, this, [this, visit] { Q_EMIT chosen(visit); });
    connect(made.remove, &QPushButton::clicked, this,
            [this, visit] { Q_EMIT removeRequested(visit); });
    return made;
}

void VisitList::displayRow(Row& row, const Visit& visit, const VisitView& view)
{
    const QString what = wording::visit(visit, view.now);
    const bool isShown = view.visit && view.visit->stamp.id == visit.stamp.id;
    row.label->setText(isShown        ? tr("%1 (shown here)").arg(what)
                       : visit.isOver ? tr("%1 (over)").arg(what)
                                      : what);
    const QString said = visitSaidInShort(visit);
    row.said->setText(said);
    row.said->setVisible(!said.isEmpty());
    row.show->setEnabled(!isShown);
    row.show->setAccessibleName(tr("Show the visit %1").arg(what));
    row.remove->setAccessibleName(tr("Delete the visit %1").arg(what));
}

void VisitList::display(const VisitView& view)
{
    std::set<std::string> there;
    for (const Visit& visit : view.visits) {
        const std::string key = visit.stamp.id.text();
        const int place = static_cast<int>(there.size());
        there.insert(key);
        Row& row = m_rows[key];
        if (row.row == nullptr) {
            row = makeRow(visit.stamp.id);
            m_lines->insertWidget(place, row.row);
        } else if (m_lines->indexOf(row.row) != place) {
            m_lines->insertWidget(place, row.row);
        }
        displayRow(row, visit, view);
    }
    std::erase_if(m_rows, [&](const auto& row) {
        if (there.contains(row.first)) {
            return false;
        }
        row.second.row->hide();
        row.second.row->setParent(nullptr);
        row.second.row->deleteLater();
        return true;
    });
    setVisible(!view.visits.empty());
}

} // namespace unclench::ui
