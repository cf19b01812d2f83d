// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_symptoms.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr std::size_t kUpFront = 8;

template <class Enum>
std::vector<std::string> chosen(const std::optional<Enum>& value)
{
    return value ? std::vector{std::string{toId(*value)}} : std::vector<std::string>{};
}

} // namespace

SymptomSection::SymptomSection(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : Section(tr("What else you notice"), parent), m_vocabulary(vocabulary), m_words(words),
      m_chips(new ChipGroup{QStringLiteral("symptoms"), {}, tr("What else you notice"), this}),
      m_rowColumn(new QVBoxLayout), m_gone(nullptr)
{
    column()->addWidget(m_chips);
    m_rowColumn->setSpacing(theme::grid(font(), 2));
    column()->addLayout(m_rowColumn);
    m_gone = addHint({});
    m_gone->setObjectName(QStringLiteral("goneSymptomsLabel"));
    connect(m_chips, &ChipGroup::pressed, this, &SymptomSection::press);
}

QString SymptomSection::question(const std::string& id) const
{
    return tr("%1: is it different now, or was it never so?")
        .arg(m_words.label(Topic::Symptom, id));
}

void SymptomSection::press(const std::string& id, bool isWanted)
{
    if (isWanted) {
        Symptom symptom;
        symptom.symptom = id;
        Q_EMIT told(symptom, Revision::ItChanged);
        return;
    }
    Symptom symptom = m_symptoms.at(id);
    symptom.isPresent = false;
    symptom.change.reset();
    Q_EMIT revised(
        symptom,
        tr("%1: is it gone now, or was it never there?").arg(m_words.label(Topic::Symptom, id)));
}

void SymptomSection::pressSide(const std::string& symptom, const std::string& side, bool isWanted)
{
    Symptom record = m_symptoms.at(symptom);
    const bool wasTold = record.side.has_value();
    record.side = isWanted ? fromId<Side>(side) : std::nullopt;
    if (wasTold) {
        Q_EMIT revised(record, question(symptom));
    } else {
        Q_EMIT told(record, Revision::TypedWrong); // the same told more exactly
    }
}

void SymptomSection::pressChange(const std::string& symptom,
                                 const std::string& change,
                                 bool isWanted)
{
    Symptom record = m_symptoms.at(symptom);
    const bool wasTold = record.change.has_value();
    record.change = isWanted ? fromId<Change>(change) : std::nullopt;
    if (wasTold) {
        Q_EMIT revised(record, question(symptom));
    } else {
        // "Worse" is compared with what was told before, so it stands beside that.
        Q_EMIT told(record,
                    record.change == Change::New ? Revision::TypedWrong : Revision::ItChanged);
    }
}

SymptomSection::Row SymptomSection::makeRow(const std::string& id)
{
    const QString label = m_words.label(Topic::Symptom, id);
    const QString name = QStringLiteral("symptom_") + QString::fromStdString(id);
    Row row;
    row.widget = new QWidget{this};
    auto* lines = new QVBoxLayout{row.widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    auto* top = new QHBoxLayout;
    auto* title = new QLabel{label, row.widget};
    title->setWordWrap(true);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    top->addWidget(title, 1);
    auto* gone = rowButton(name + QStringLiteral("_gone"), tr("Gone"), tr("%1: gone").arg(label),
                           row.widget);
    top->addWidget(gone);
    lines->addLayout(top);
    connect(gone, &QPushButton::clicked, this, [this, id] { press(id, false); });

    const Term* term = m_vocabulary.find(Topic::Symptom, id);
    if (term != nullptr && !term->sides.empty()) {
        row.sides = new ChipGroup{name + QStringLiteral("_side"), {}, label, row.widget};
        std::vector<Choice> sides;
        for (const Side side : term->sides) {
            sides.push_back({std::string{toId(side)}, wording::side(side)});
        }
        row.sides->offer(std::move(sides), term->sides.size());
        lines->addWidget(row.sides);
        connect(
            row.sides, &ChipGroup::pressed, this,
            [this, id](const std::string& side, bool isWanted) { pressSide(id, side, isWanted); });
    }
    row.changes = new ChipGroup{name + QStringLiteral("_change"), {}, label, row.widget};
    std::vector<Choice> changes;
    for (const Change change : {Change::New, Change::Worse, Change::Unchanged}) {
        changes.push_back({std::string{toId(change)}, wording::change(change)});
    }
    const std::size_t count = changes.size();
    row.changes->offer(std::move(changes), count);
    lines->addWidget(row.changes);
    connect(row.changes, &ChipGroup::pressed, this,
            [this, id](const std::string& change, bool isWanted) {
                pressChange(id, change, isWanted);
            });
    m_rowColumn->addWidget(row.widget);
    return row;
}

void SymptomSection::display(const DetailsView& view)
{
    if (m_shown != view.course.id) {
        m_shown = view.course.id;
        std::vector<Choice> choices;
        for (const std::string& id : view.order.at(Topic::Symptom)) {
            choices.push_back({id, m_words.label(Topic::Symptom, id)});
        }
        m_chips->offer(std::move(choices), kUpFront);
    }
    m_symptoms.clear();
    std::vector<std::string> present;
    QStringList gone;
    for (const Symptom& symptom : view.symptoms) {
        m_symptoms.emplace(symptom.symptom, symptom);
        if (symptom.isPresent) {
            present.push_back(symptom.symptom);
        } else {
            //: A symptom that went away, and when
            gone << tr("%1 (gone, %2)")
                        .arg(m_words.label(Topic::Symptom, symptom.symptom),
                             wording::moment(symptom.at, view.now));
        }
    }
    m_chips->display(present);
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (std::find(present.begin(), present.end(), row->first) == present.end()) {
            row->second.widget->hide();
            row->second.widget->setParent(nullptr);
            row->second.widget->deleteLater();
            row = m_rows.erase(row);
        } else {
            ++row;
        }
    }
    for (const std::string& id : present) {
        auto row = m_rows.find(id);
        if (row == m_rows.end()) {
            row = m_rows.emplace(id, makeRow(id)).first;
        }
        const Symptom& symptom = m_symptoms.at(id);
        if (row->second.sides != nullptr) {
            row->second.sides->display(chosen(symptom.side));
        }
        row->second.changes->display(chosen(symptom.change));
    }
    m_gone->setText(gone.join(QStringLiteral("; ")));
    m_gone->setVisible(!gone.isEmpty());
}

} // namespace unclench::ui
