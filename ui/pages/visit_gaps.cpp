// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/visit_gaps.h"

#include "ui/theme.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/section.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/wording/visit.h"

#include <QApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

namespace {

QVBoxLayout* gapColumn(QWidget* row)
{
    auto* column = new QVBoxLayout{row};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(row->font(), 0.5));
    return column;
}

} // namespace

VisitGaps::VisitGaps(QWidget* parent)
    : QWidget(parent), m_missing(new Section{tr("What is still missing"), this}),
      m_known(new Section{tr("What you told before"), this})
{
    setObjectName(QStringLiteral("visitGaps"));
    m_missing->setObjectName(QStringLiteral("visitMissing"));
    m_known->setObjectName(QStringLiteral("visitKnown"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    column->addWidget(m_missing);
    column->addWidget(m_known);
    m_missing->addHint(tr("Doctors ask this. Leave empty what you do not know."));
    for (const std::string_view id : kNames<BackgroundTopic>) {
        const BackgroundTopic topic = *fromId<BackgroundTopic>(id);
        m_rows.emplace(topic, addRow(topic));
    }
    m_missing->column()->addWidget(buildMedicines());
    m_missing->column()->addWidget(buildPlaces());
    m_nothing = m_missing->addText(tr("All that is asked for here is told."));
    m_nothing->setObjectName(QStringLiteral("visitNothingMissing"));
}

VisitGaps::Row VisitGaps::addRow(BackgroundTopic topic)
{
    const QString id = QString::fromStdString(std::string{toId(topic)});
    const QString question = wording::backgroundQuestion(topic);
    Row made;
    made.row = new QWidget{m_missing};
    made.row->setObjectName(QStringLiteral("visitGap_") + id);
    QVBoxLayout* column = gapColumn(made.row);
    made.label = wrappedText(question, made.row);
    made.note = new KeptNote{QStringLiteral("visitGapEdit_") + id, question, made.row};
    made.note->setFixedHeight(theme::grid(font(), 8));
    made.label->setBuddy(made.note);
    made.none =
        rowButton(QStringLiteral("visitGapNone_") + id, tr("None that I know of"),
                  tr("%1: none that I know of").arg(wording::backgroundTopic(topic)), made.row);
    // When it began, one knows or not: there is no "none" for that.
    made.none->setVisible(topic != BackgroundTopic::FirstBegan);
    column->addWidget(made.label);
    column->addWidget(made.note);
    column->addWidget(made.none, 0, Qt::AlignLeft);
    m_missing->column()->addWidget(made.row);
    connect(made.note, &KeptNote::entered, this,
            [this, topic](const QString& text) { Q_EMIT told(topic, text); });
    connect(made.none, &QPushButton::clicked, this, [this, topic, note = made.note] {
        //: An answer to "Which tests were done?" and the like, as it stands on the page
        note->setPlainText(tr("None that I know of."));
        note->commit();
    });
    return made;
}

QWidget* VisitGaps::buildMedicines()
{
    m_medicines = new QWidget{m_missing};
    m_medicines->setObjectName(QStringLiteral("visitGap_medicines"));
    QVBoxLayout* column = gapColumn(m_medicines);
    m_medicinesLabel = wrapped(QStringLiteral("visitMedicinesLabel"), {}, m_medicines);
    m_medicine = new KeptLine{QStringLiteral("visitMedicineEdit"),
                              tr("A medicine that you take regularly"), m_medicines};
    m_medicine->setPlaceholderText(tr("One that you take regularly"));
    m_medicinesLabel->setBuddy(m_medicine);
    column->addWidget(m_medicinesLabel);
    column->addWidget(m_medicine);
    connect(m_medicine, &KeptLine::entered, this, &VisitGaps::medicineTold);
    return m_medicines;
}

QWidget* VisitGaps::buildPlaces()
{
    m_places = new QWidget{m_missing};
    m_places->setObjectName(QStringLiteral("visitGap_places"));
    QVBoxLayout* column = gapColumn(m_places);
    m_placesLabel = wrapped(QStringLiteral("visitPlacesLabel"), {}, m_places);
    QPushButton* open =
        rowButton(QStringLiteral("visitTellPlaceButton"), tr("Tell where the last one was"),
                  tr("Open the last spasm without a place"), m_places);
    column->addWidget(m_placesLabel);
    column->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, [this] {
        if (m_withoutPlace) {
            Q_EMIT detailsRequested(*m_withoutPlace);
        }
    });
    return m_places;
}

void VisitGaps::place(QWidget* row, bool isMissing, Places& places)
{
    const QWidget* keyboard = QApplication::focusWidget();
    const bool isHeld = keyboard != nullptr && row->isAncestorOf(keyboard);
    bool isAmongMissing = m_missing->column()->indexOf(row) >= 0;
    if (isAmongMissing != isMissing && !isHeld) { // under the hand it stays
        (isAmongMissing ? m_missing : m_known)->column()->removeWidget(row);
        isAmongMissing = isMissing;
        (isMissing ? m_missing : m_known)
            ->column()
            ->insertWidget(isMissing ? places.missing : places.known, row);
        row->show();
    }
    ++(isAmongMissing ? places.missing : places.known);
}

void VisitGaps::display(const VisitView& view)
{
    int gaps = 0;
    Places places{2, 1}; // behind the headings and a hint
    for (auto& [topic, row] : m_rows) {
        const auto found = view.background.find(topic);
        const bool isMissing = found == view.background.end();
        gaps += isMissing ? 1 : 0;
        row.note->display(isMissing ? QString{} : QString::fromStdString(found->second));
        row.label->setText(isMissing ? wording::backgroundQuestion(topic)
                                     : wording::backgroundTopic(topic));
        row.none->setVisible(isMissing && topic != BackgroundTopic::FirstBegan);
        place(row.row, isMissing, places);
    }
    const bool hasNoMedicine = view.medicines.empty();
    gaps += hasNoMedicine ? 1 : 0;
    QStringList names;
    for (const std::string& name : view.medicines) {
        names << QString::fromStdString(name);
    }
    m_medicinesLabel->setText(
        hasNoMedicine
            ? tr("Which medicines do you take? Tell one at a time.")
            : tr("Medicines on your list: %1. Add another:").arg(names.join(QLatin1String(", "))));
    place(m_medicines, hasNoMedicine, places);

    m_withoutPlace = view.withoutPlace;
    gaps += m_withoutPlace ? 1 : 0;
    m_placesLabel->setText(tr("For %1 of %2 spasms of these days it is not told where it hurt.")
                               .arg(view.spasmsWithoutPlace)
                               .arg(view.spasms));
    m_places->setVisible(m_withoutPlace.has_value());
    m_nothing->setVisible(gaps == 0);
    m_known->setVisible(m_known->column()->count() > 1);
}

void VisitGaps::saveDrafts()
{
    for (auto& [topic, row] : m_rows) {
        row.note->commit();
    }
    m_medicine->commit();
}

void VisitGaps::noteMedicineSaved()
{
    m_medicine->setText({});
}

} // namespace unclench::ui
