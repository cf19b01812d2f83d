// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_medicines.h"

#include "ui/pages/details_medicine_list.h"
#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"
#include "ui/wording/told.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace unclench::ui {

namespace {

constexpr std::size_t kMedicinesUpFront = 6;

} // namespace

MedicineSection::MedicineSection(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : Section(tr("Medicines"), parent), m_vocabulary(vocabulary), m_words(words),
      m_ownList(new ChipGroup{QStringLiteral("ownMedicines"), tr("Press what you took just now"),
                              tr("I took"), this, ChipGroup::Kind::Actions}),
      m_rowColumn(new QVBoxLayout)
{
    column()->addWidget(m_ownList);
    buildOwnList();
    buildDraft();
    m_cautions = addText({});
    m_cautions->setObjectName(QStringLiteral("cautionsLabel"));
    QLabel* label = addText(tr("Follow the label. Ask a pharmacist."));
    label->setObjectName(QStringLiteral("pharmacistLabel"));
    m_rowColumn->setSpacing(theme::grid(font(), 1));
    column()->addLayout(m_rowColumn);
    connect(m_ownList, &ChipGroup::pressed, this, [this](const std::string& id) {
        for (const Medicine& medicine : m_medicines) {
            if (medicine.stamp.id.text() == id) {
                Q_EMIT taken({medicine.name, std::nullopt, medicine.dose});
                return;
            }
        }
    });
}

void MedicineSection::buildOwnList()
{
    m_changeList = rowButton(QStringLiteral("changeListButton"), tr("Change your list"),
                             tr("Change your list of medicines"), this);
    m_changeList->setCheckable(true);
    column()->addWidget(m_changeList, 0, Qt::AlignLeft);
    m_list = new MedicineList{m_vocabulary, m_words, this};
    m_list->hide();
    column()->addWidget(m_list);
    connect(m_changeList, &QPushButton::toggled, m_list, &QWidget::setVisible);
    connect(m_list, &MedicineList::corrected, this, &MedicineSection::corrected);
    connect(m_list, &MedicineList::removed, this, &MedicineSection::removed);
}

void MedicineSection::saveDrafts()
{
    m_list->saveDrafts();
}

void MedicineSection::buildDraft()
{
    const auto addLine = [this](const QString& name, const QString& title, const QString& hint) {
        auto* label = new QLabel{title, this};
        label->setWordWrap(true);
        auto* line = new QLineEdit{this};
        line->setObjectName(name);
        line->setAccessibleName(QString{title}.remove(QLatin1Char('&')));
        line->setPlaceholderText(hint);
        line->setMinimumHeight(theme::grid(font(), 4.5));
        line->setMaxLength(std::numeric_limits<int>::max()); // the diary says what is too long
        label->setBuddy(line);
        column()->addWidget(label);
        column()->addWidget(line);
        connect(line, &QLineEdit::returnPressed, this, &MedicineSection::pressTaken);
        return line;
    };
    m_name = addLine(QStringLiteral("medicineNameEdit"), tr("Another &medicine"),
                     tr("As it stands on the box"));
    m_dose = addLine(QStringLiteral("medicineDoseEdit"), tr("How muc&h"),
                     tr("In your words, as in: 1 tablet"));
    m_classes = new ChipGroup{QStringLiteral("medicineClass"), tr("What kind is it?"),
                              tr("Kind of medicine"), this};
    column()->addWidget(m_classes);
    connect(m_classes, &ChipGroup::pressed, this, [this](const std::string& id, bool isWanted) {
        m_draftClass = isWanted ? std::optional{id} : std::nullopt;
        m_classes->display(isWanted ? std::vector{id} : std::vector<std::string>{});
        displayCautions();
    });
    m_took = rowButton(QStringLiteral("tookButton"), tr("I &took it just now"),
                       tr("I took it just now"), this);
    m_took->setEnabled(false);
    column()->addWidget(m_took, 0, Qt::AlignLeft);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_took->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_took, &QPushButton::clicked, this, &MedicineSection::pressTaken);
}

void MedicineSection::pressTaken()
{
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty()) {
        Q_EMIT taken({name.toStdString(), m_draftClass, m_dose->text().trimmed().toStdString()});
    }
}

void MedicineSection::clearDraft()
{
    m_name->clear();
    m_dose->clear();
    m_draftClass.reset();
    m_classes->display({});
}

void MedicineSection::displayCautions()
{
    std::vector<std::string> ids;
    const auto add = [&](const std::optional<std::string>& id) {
        if (id && std::find(ids.begin(), ids.end(), *id) == ids.end()) {
            ids.push_back(*id);
        }
    };
    add(m_draftClass);
    for (const IntakeLine& line : m_intakes) {
        add(line.medicine.medicineClass);
    }
    QStringList paragraphs;
    for (const std::string& id : ids) {
        const Term* term = m_vocabulary.find(Topic::MedicineClass, id);
        if (term == nullptr) {
            continue;
        }
        const QString label = m_words.label(Topic::MedicineClass, id);
        paragraphs << (m_knownClasses.contains(id)
                           //: A kind of medicine and its caution
                           ? tr("%1: %2").arg(label, m_words.cautionLine(id))
                           : tr("%1: %2").arg(label,
                                              m_words.cautions(*term).join(QLatin1Char(' '))));
    }
    m_cautions->setText(paragraphs.join(QStringLiteral("\n\n")));
    m_cautions->setVisible(!paragraphs.isEmpty());
}

void MedicineSection::offerOwnList(const std::vector<Medicine>& medicines)
{
    const auto sameList = std::is_permutation(medicines.begin(), medicines.end(),
                                              m_medicines.begin(), m_medicines.end());
    if (sameList) {
        return;
    }
    m_medicines = medicines;
    std::vector<Choice> choices;
    for (const Medicine& medicine : medicines) {
        choices.push_back(
            {medicine.stamp.id.text(), wording::medicine(medicine.name, medicine.dose)});
    }
    m_ownList->offer(std::move(choices), kMedicinesUpFront);
    m_ownList->setVisible(!medicines.empty());
    m_changeList->setVisible(!medicines.empty());
    m_list->setVisible(!medicines.empty() && m_changeList->isChecked());
    m_list->display(medicines);
}

MedicineSection::Row MedicineSection::makeRow(const IntakeLine& line)
{
    const std::string key = line.intake.stamp.id.text();
    const QString name = QStringLiteral("intake_") + QString::fromStdString(key);
    Row row{};
    row.widget = new QWidget{this};
    auto* lines = new QVBoxLayout{row.widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* top = new QHBoxLayout;
    row.label = new QLabel{row.widget};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setWordWrap(true);
    row.remove = rowButton(name + QStringLiteral("_remove"), tr("Remove"), {}, row.widget);
    top->addWidget(row.label, 1);
    top->addWidget(row.remove);
    lines->addLayout(top);
    row.patch = new ChipGroup{name + QStringLiteral("_patch"), tr("If it is a patch, where is it?"),
                              tr("The patch is"), row.widget};
    std::vector<Choice> sites;
    for (const PatchSite site : {PatchSite::AtSite, PatchSite::Elsewhere}) {
        sites.push_back({std::string{toId(site)}, wording::patchSite(site)});
    }
    const std::size_t count = sites.size();
    row.patch->offer(std::move(sites), count);
    lines->addWidget(row.patch);
    connect(row.remove, &QPushButton::clicked, this,
            [this, id = line.intake.stamp.id] { Q_EMIT removed(RecordKind::Intake, id); });
    connect(row.patch, &ChipGroup::pressed, this,
            [this, key](const std::string& id, bool isWanted) {
                for (const IntakeLine& one : m_intakes) {
                    if (one.intake.stamp.id.text() == key) {
                        Intake intake = one.intake;
                        intake.patchSite = isWanted ? fromId<PatchSite>(id) : std::nullopt;
                        Q_EMIT corrected(intake);
                        return;
                    }
                }
            });
    m_rowColumn->addWidget(row.widget);
    return row;
}

void MedicineSection::displayRow(const Row& row, const IntakeLine& line, const Moment& now)
{
    const QString text = wording::medicine(line.medicine.name, line.intake.dose);
    row.label->setText(tr("%1 at %2", "a medicine and when it was taken")
                           .arg(text, wording::moment(line.intake.at, now)));
    row.remove->setAccessibleName(tr("Remove %1").arg(text));
    const auto& site = line.intake.patchSite;
    row.patch->setVisible(site ||
                          comesAsPatch(line.medicine.medicineClass.value_or(std::string{})));
    row.patch->display(site ? std::vector{std::string{toId(*site)}} : std::vector<std::string>{});
}

void MedicineSection::display(const DetailsView& view)
{
    if (m_shown != view.course.id) {
        m_shown = view.course.id;
        m_ownList->setVisible(!view.medicines.empty());
        m_changeList->setVisible(!view.medicines.empty());
        std::vector<Choice> choices;
        for (const std::string& id : view.order.at(Topic::MedicineClass)) {
            choices.push_back({id, m_words.label(Topic::MedicineClass, id)});
        }
        const std::size_t count = choices.size();
        m_classes->offer(std::move(choices), count);
        clearDraft();
    } else if (!m_name->text().isEmpty() && view.intakes.size() > m_intakes.size() &&
               QString::fromStdString(view.intakes.back().medicine.name)
                       .compare(m_name->text().trimmed(), Qt::CaseInsensitive) == 0) {
        clearDraft(); // what was typed stands in the diary now
    }
    m_intakes = view.intakes;
    m_knownClasses = view.knownClasses;
    offerOwnList(view.medicines);
    std::map<std::string, Row> rows;
    for (const IntakeLine& line : m_intakes) {
        const std::string key = line.intake.stamp.id.text();
        const auto old = m_rows.find(key);
        rows[key] = old == m_rows.end() ? makeRow(line) : old->second;
        displayRow(rows[key], line, view.now);
    }
    for (const auto& [key, row] : m_rows) {
        if (!rows.contains(key)) {
            row.widget->hide();
            row.widget->setParent(nullptr);
            row.widget->deleteLater();
        }
    }
    m_rows = std::move(rows);
    displayCautions();
}

} // namespace unclench::ui
