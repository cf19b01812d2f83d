// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_medicine_list.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/kept_text.h"
#include "ui/widgets/section.h"
#include "ui/wording/choices.h"
#include "ui/wording/told.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unclench::ui {

MedicineList::MedicineList(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_vocabulary(vocabulary), m_words(words), m_column(new QVBoxLayout{this})
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::grid(font(), 1.5));
}

template <class Change>
void MedicineList::correct(const std::string& key, Change&& change)
{
    const auto stored = m_medicines.find(key);
    if (stored == m_medicines.end()) {
        return; // removed while something was typed for it
    }
    Medicine medicine = stored->second;
    change(medicine);
    if (medicine != stored->second) {
        Q_EMIT corrected(medicine);
    }
}

QWidget* MedicineList::makeEditor(Row& row, const std::string& key)
{
    const QString name = QStringLiteral("medicine_") + QString::fromStdString(key);
    auto* editor = new QWidget{row.widget};
    auto* lines = new QVBoxLayout{editor};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    row.name = new KeptLine{name + QStringLiteral("_name"), tr("Name of the medicine"), editor};
    row.dose = new KeptLine{name + QStringLiteral("_dose"), tr("How much of it"), editor};
    row.dose->setPlaceholderText(tr("In your words, as in: 1 tablet"));
    row.use = new ChipGroup{name + QStringLiteral("_use"), {}, tr("I take it"), editor};
    std::vector<Choice> uses;
    for (const MedicineUse use : {MedicineUse::Regular, MedicineUse::Rescue}) {
        uses.push_back({std::string{toId(use)}, wording::medicineUse(use)});
    }
    const std::size_t useCount = uses.size();
    row.use->offer(std::move(uses), useCount);
    row.medicineClass = new ChipGroup{name + QStringLiteral("_class"), tr("What kind is it?"),
                                      tr("Kind of medicine"), editor};
    std::vector<Choice> classes;
    for (const Term& term : m_vocabulary.terms(Topic::MedicineClass)) {
        classes.push_back({term.id, m_words.label(Topic::MedicineClass, term.id)});
    }
    const std::size_t classCount = classes.size();
    row.medicineClass->offer(std::move(classes), classCount);
    lines->addWidget(row.name);
    lines->addWidget(row.dose);
    lines->addWidget(row.use);
    lines->addWidget(row.medicineClass);
    editor->hide();
    connect(row.edit, &QPushButton::toggled, editor, [editor, line = row.name](bool isOpen) {
        editor->setVisible(isOpen);
        if (isOpen) {
            line->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(row.name, &KeptLine::entered, this, [this, key](const QString& text) {
        correct(key, [&](Medicine& medicine) { medicine.name = text.toStdString(); });
    });
    connect(row.dose, &KeptLine::entered, this, [this, key](const QString& text) {
        correct(key, [&](Medicine& medicine) { medicine.dose = text.toStdString(); });
    });
    connect(row.use, &ChipGroup::pressed, this, [this, key](const std::string& id) {
        correct(key, [&](Medicine& medicine) { medicine.use = *fromId<MedicineUse>(id); });
    });
    connect(row.medicineClass, &ChipGroup::pressed, this,
            [this, key](const std::string& id, bool isWanted) {
                correct(key, [&](Medicine& medicine) {
                    medicine.medicineClass = isWanted ? std::optional{id} : std::nullopt;
                });
            });
    return editor;
}

MedicineList::Row MedicineList::makeRow(const Uuid& id)
{
    const std::string key = id.text();
    const QString name = QStringLiteral("medicine_") + QString::fromStdString(key);
    Row row{};
    row.widget = new QWidget{this};
    auto* lines = new QVBoxLayout{row.widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* top = new QHBoxLayout;
    row.label = new QLabel{row.widget};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setWordWrap(true);
    top->addWidget(row.label, 1);
    row.edit = rowButton(name + QStringLiteral("_edit"), tr("Edit"), {}, row.widget);
    row.edit->setCheckable(true);
    row.remove = rowButton(name + QStringLiteral("_remove"), tr("Remove"), {}, row.widget);
    top->addWidget(row.edit);
    top->addWidget(row.remove);
    lines->addLayout(top);
    lines->addWidget(makeEditor(row, key));
    connect(row.remove, &QPushButton::clicked, this,
            [this, id] { Q_EMIT removed(RecordKind::Medicine, id); });
    m_column->addWidget(row.widget);
    return row;
}

void MedicineList::saveDrafts()
{
    const auto rows = m_rows; // what is saved may change them
    for (const auto& [key, row] : rows) {
        if (m_rows.contains(key)) {
            row.name->commit();
            row.dose->commit();
        }
    }
}

void MedicineList::display(const std::vector<Medicine>& medicines)
{
    m_medicines.clear();
    for (const Medicine& medicine : medicines) {
        const std::string key = medicine.stamp.id.text();
        m_medicines.emplace(key, medicine);
        auto found = m_rows.find(key);
        if (found == m_rows.end()) {
            found = m_rows.emplace(key, makeRow(medicine.stamp.id)).first;
        }
        const Row& row = found->second;
        const QString what = wording::medicine(medicine.name, medicine.dose);
        //: A medicine and how it is taken, as in "Ibuprofen, 400 mg: when needed"
        row.label->setText(tr("%1: %2").arg(what, wording::medicineUse(medicine.use)));
        row.edit->setAccessibleName(tr("Edit %1").arg(what));
        row.remove->setAccessibleName(tr("Take %1 off the list").arg(what));
        row.name->display(QString::fromStdString(medicine.name));
        row.dose->display(QString::fromStdString(medicine.dose));
        row.use->display({std::string{toId(medicine.use)}});
        row.medicineClass->display(medicine.medicineClass ? std::vector{*medicine.medicineClass}
                                                          : std::vector<std::string>{});
    }
    std::erase_if(m_rows, [&](const auto& row) {
        if (m_medicines.contains(row.first)) {
            return false;
        }
        row.second.widget->hide();
        row.second.widget->setParent(nullptr);
        row.second.widget->deleteLater();
        return true;
    });
}

} // namespace unclench::ui
