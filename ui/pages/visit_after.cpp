// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_after.h"

#include "ui/theme.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/moment_edit.h"
#include "ui/widgets/wrapped_box.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

VisitAfter::VisitAfter(QWidget* parent)
    : Section(tr("After the visit"), parent), m_hint(addHint({})),
      m_said(new KeptNote{QStringLiteral("visitSaidEdit"), tr("What was said"), this}),
      m_toDo(new KeptNote{QStringLiteral("visitToDoEdit"), tr("What you will do"), this}),
      m_hasNext(new WrappedCheckBox{tr("There is a date for the next visit"), this}),
      m_next(new MomentEdit{QStringLiteral("visitNextEdit"), tr("When the next visit is"), this}),
      m_over(rowButton(QStringLiteral("visitOverButton"),
                       tr("The visit is over"),
                       tr("The visit is over: put it among the past ones"),
                       this))
{
    setObjectName(QStringLiteral("visitAfter"));
    m_hint->setObjectName(QStringLiteral("visitAfterHint"));
    m_hasNext->setObjectName(QStringLiteral("visitHasNextCheckBox"));
    m_hasNext->setAccessibleName(m_hasNext->text());
    const auto add = [this](const QString& question, KeptNote* note) {
        QLabel* label = addText(question);
        label->setBuddy(note);
        note->setFixedHeight(theme::grid(font(), 12));
        column()->addWidget(note);
    };
    add(tr("What was said?"), m_said);
    add(tr("What will you do, and until when?"), m_toDo);
    column()->addWidget(m_hasNext);
    column()->addWidget(m_next, 0, Qt::AlignLeft);
    column()->addWidget(m_over, 0, Qt::AlignLeft);
    connect(m_said, &KeptNote::entered, this, [this](const QString& text) {
        Q_EMIT changed([text](Visit& visit) { visit.said = text.toStdString(); },
                       tr("Saved: what was said."));
    });
    connect(m_toDo, &KeptNote::entered, this, [this](const QString& text) {
        Q_EMIT changed([text](Visit& visit) { visit.toDo = text.toStdString(); },
                       tr("Saved: what you will do."));
    });
    connect(m_hasNext, &QCheckBox::toggled, this,
            [this](bool isOn) { m_next->setEnabled(isOn && m_hasNext->isEnabled()); });
    connect(m_next, &MomentEdit::entered, this, [this](const Moment& at) {
        m_nextAt = at;
        m_next->displayAnew(at);
    });
    connect(m_over, &QPushButton::clicked, this, &VisitAfter::finish);
}

void VisitAfter::finish()
{
    m_next->commit();
    Q_EMIT finishRequested(m_hasNext->isChecked() ? std::optional{m_nextAt} : std::nullopt);
}

void VisitAfter::display(const VisitView& view, bool isOther)
{
    const Visit& visit = *view.visit;
    const QString said = QString::fromStdString(visit.said);
    const QString toDo = QString::fromStdString(visit.toDo);
    if (isOther) {
        m_said->displayAnew(said);
        m_toDo->displayAnew(toDo);
        m_hasNext->setChecked(false);
        m_nextAt = view.next;
        m_next->displayAnew(m_nextAt);
    } else {
        m_said->display(said);
        m_toDo->display(toDo);
    }
    const bool canEnd = view.hasBegun && !visit.isOver;
    const bool canWrite = view.hasBegun || visit.isOver;
    m_said->setEnabled(canWrite);
    m_toDo->setEnabled(canWrite);
    m_hasNext->setEnabled(canEnd);
    m_next->setEnabled(canEnd && m_hasNext->isChecked());
    m_over->setEnabled(canEnd);
    m_hint->setText(
        visit.isOver ? tr("This visit is over. What you wrote can still be changed.")
        : canEnd     ? tr("Best written down soon, while you remember it.")
                 : tr("You can fill this in from %1 on.").arg(wording::moment(visit.at, view.now)));
}

void VisitAfter::saveDrafts()
{
    m_said->commit();
    m_toDo->commit();
}

} // namespace unclench::ui
