// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/details_symptoms.h"

#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/number_field.h"
#include "ui/wording/choices.h"
#include "ui/wording/times.h"
#include "ui/wording/told.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace unclench::ui {

namespace {

constexpr std::size_t kSymptomsUpFront = 8;

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

void SymptomSection::askWhetherGone(const Symptom& symptom)
{
    Symptom gone = symptom;
    gone.isPresent = false;
    gone.change.reset();
    gone.sinceDays.reset();
    Q_EMIT revised(
        gone,
        tr("%1: is it gone now, or was it never there?").arg(wording::symptom(symptom, m_words)));
}

void SymptomSection::press(const std::string& id, bool isWanted)
{
    Symptom symptom;
    symptom.symptom = id;
    if (isWanted) {
        Q_EMIT told(symptom, Revision::ItChanged);
        return;
    }
    const auto& present = m_present.at(id);
    askWhetherGone(present.size() == 1 ? present.front() : symptom);
}

void SymptomSection::pressSide(const std::string& id, Side side, bool isWanted)
{
    const auto& present = m_present.at(id);
    if (!isWanted) {
        for (const Symptom& one : present) {
            if (one.side == side || one.side == Side::Both) {
                Symptom gone = one;
                gone.side = side;
                askWhetherGone(gone);
                return;
            }
        }
        return;
    }
    Symptom symptom = present.front();
    const bool isToldMoreExactly = !symptom.side;
    if (!isToldMoreExactly) {
        symptom = {};
        symptom.symptom = id;
    }
    symptom.side = side;
    Q_EMIT told(symptom, isToldMoreExactly ? Revision::TypedWrong : Revision::ItChanged);
}

void SymptomSection::pressChange(Symptom record, const std::string& change, bool isWanted)
{
    const bool wasTold = record.change.has_value();
    record.change = isWanted ? fromId<Change>(change) : std::nullopt;
    if (wasTold) {
        Q_EMIT revised(record, tr("%1: is it different now, or was it never so?")
                                   .arg(wording::symptom(record, m_words)));
    } else {
        // "Worse" is compared with what was told before, so it stands beside that.
        Q_EMIT told(record,
                    record.change == Change::New ? Revision::TypedWrong : Revision::ItChanged);
    }
}

SymptomSection::Part
SymptomSection::makePart(const std::string& id, std::size_t place, QWidget* parent)
{
    const QString label = m_words.label(Topic::Symptom, id);
    QString name = QStringLiteral("symptom_") + QString::fromStdString(id);
    if (place > 0) {
        name += QStringLiteral("_other");
    }
    const auto recordAt = [this, id, place]() -> const Symptom* {
        const auto present = m_present.find(id);
        return present != m_present.end() && place < present->second.size()
                   ? &present->second[place]
                   : nullptr;
    };
    Part part;
    part.widget = new QWidget{parent};
    auto* lines = new QVBoxLayout{part.widget};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::grid(font(), 1));
    part.side = new QLabel{part.widget};
    lines->addWidget(part.side);
    part.changes = new ChipGroup{name + QStringLiteral("_change"), {}, label, part.widget};
    std::vector<Choice> changes;
    for (const Change change : {Change::New, Change::Worse, Change::Unchanged}) {
        changes.push_back({std::string{toId(change)}, wording::change(change)});
    }
    const std::size_t count = changes.size();
    part.changes->offer(std::move(changes), count);
    lines->addWidget(part.changes);
    auto* row = new QHBoxLayout;
    auto* question = new QLabel{tr("For how many days?"), part.widget};
    part.since = new NumberField{name + QStringLiteral("_since"),
                                 tr("%1: for how many days?").arg(label), part.widget};
    part.since->setRange(0, Symptom::kMostSinceDays,
                         tr("A whole number of days: 0 for today, up to 36,500."));
    part.since->setPlaceholder(tr("0 for today"));
    question->setBuddy(part.since->line());
    row->addWidget(question, 0, Qt::AlignTop);
    row->addWidget(part.since, 1);
    question->setMinimumHeight(theme::grid(font(), 4.5));
    lines->addLayout(row);
    connect(part.changes, &ChipGroup::pressed, this,
            [this, recordAt](const std::string& change, bool isWanted) {
                if (const Symptom* record = recordAt()) {
                    pressChange(*record, change, isWanted);
                }
            });
    connect(part.since, &NumberField::entered, this, [this, recordAt](std::optional<int> days) {
        if (const Symptom* record = recordAt(); record != nullptr && record->sinceDays != days) {
            Symptom exact = *record;
            exact.sinceDays = days;
            Q_EMIT told(exact, Revision::TypedWrong); // the same told more exactly
        }
    });
    return part;
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
        for (const Side side : {Side::Left, Side::Right}) {
            sides.push_back({std::string{toId(side)}, wording::side(side)});
        }
        const std::size_t count = sides.size();
        row.sides->offer(std::move(sides), count);
        lines->addWidget(row.sides);
        connect(row.sides, &ChipGroup::pressed, this,
                [this, id](const std::string& side, bool isWanted) {
                    pressSide(id, *fromId<Side>(side), isWanted);
                });
    }
    for (std::size_t place = 0; place < row.parts.size(); ++place) {
        row.parts[place] = makePart(id, place, row.widget);
        lines->addWidget(row.parts[place].widget);
    }
    m_rowColumn->addWidget(row.widget);
    return row;
}

void SymptomSection::displayRow(const Row& row, const std::string& id)
{
    const auto& present = m_present.at(id);
    if (row.sides != nullptr) {
        std::vector<std::string> sides;
        for (const Symptom& one : present) {
            for (const Side side : {Side::Left, Side::Right}) {
                if (one.side == side || one.side == Side::Both) {
                    sides.emplace_back(toId(side));
                }
            }
        }
        row.sides->display(sides);
    }
    for (std::size_t place = 0; place < row.parts.size(); ++place) {
        const Part& part = row.parts[place];
        part.widget->setVisible(place < present.size());
        if (place >= present.size()) {
            part.since->display(std::nullopt);
            continue;
        }
        const Symptom& record = present[place];
        part.side->setText(record.side ? wording::side(*record.side) : QString{});
        part.side->setVisible(present.size() > 1);
        part.changes->display(chosen(record.change));
        part.since->display(record.sinceDays);
    }
}

void SymptomSection::saveDrafts()
{
    for (const auto& [id, row] : std::map{m_rows}) { // what is saved may change the rows
        for (const Part& part : row.parts) {
            if (m_rows.contains(id)) {
                part.since->commit();
            }
        }
    }
}

void SymptomSection::display(const DetailsView& view)
{
    if (m_shown != view.course.id) {
        m_shown = view.course.id;
        std::vector<Choice> choices;
        for (const std::string& id : view.order.at(Topic::Symptom)) {
            choices.push_back({id, m_words.label(Topic::Symptom, id)});
        }
        m_chips->offer(std::move(choices), kSymptomsUpFront);
    }
    m_present.clear();
    std::vector<std::string> present;
    QStringList gone;
    for (const Symptom& symptom : view.symptoms) {
        if (symptom.isPresent) {
            m_present[symptom.symptom].push_back(symptom);
            present.push_back(symptom.symptom);
        } else {
            //: A symptom that went away, and when
            gone << tr("%1 (gone, %2)")
                        .arg(wording::symptom(symptom, m_words),
                             wording::moment(symptom.at, view.now));
        }
    }
    m_chips->display(present);
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (!m_present.contains(row->first)) {
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
        displayRow(row->second, id);
    }
    m_gone->setText(gone.join(QStringLiteral("; ")));
    m_gone->setVisible(!gone.isEmpty());
}

} // namespace unclench::ui
