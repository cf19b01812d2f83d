// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/changed_body.h"

#include "ui/pages/measure_field.h"
#include "ui/theme.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/moment_edit.h"
#include "ui/widgets/number_field.h"
#include "ui/widgets/section.h"
#include "ui/wording/choices.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

#include <utility>

namespace unclench::ui {

namespace {

constexpr std::size_t kUpFront = 10;
constexpr int kMostDaysAgo = 36'500;

/// On the clock there and then.
QDate dayOf(const Moment& moment)
{
    return QDate{1970, 1, 1}.addDays(moment.localDay().time_since_epoch().count());
}

bool isImperial()
{
    return QLocale{}.measurementSystem() == QLocale::ImperialUSSystem;
}

} // namespace

ChangedBody::ChangedBody(const Vocabulary& vocabulary, const Words& words, QWidget* parent)
    : QWidget(parent), m_vocabulary(vocabulary), m_words(words)
{
    setObjectName(QStringLiteral("changedBody"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::grid(font(), 2));
    buildMeasures(column);
    buildSymptoms(column);
    buildFunctions(column);
}

void ChangedBody::buildMeasures(QVBoxLayout* column)
{
    auto* section = new Section{tr("Measured, or done to your spine"), this};
    column->addWidget(section);
    const auto make = [&](Quantity quantity, const QString& name, const QString& title,
                          MeasureField::Choice first, MeasureField::Choice second) {
        if (isImperial()) {
            std::swap(first, second);
        }
        auto* field = new MeasureField{quantity, name, title, {first, second}, section};
        section->column()->addWidget(field);
        connect(field, &MeasureField::entered, this, &ChangedBody::measured);
        return field;
    };
    m_temperature =
        make(Quantity::Temperature, QStringLiteral("temperatureEdit"), tr("&Temperature"),
             {Unit::Celsius, QStringLiteral("°C")}, {Unit::Fahrenheit, QStringLiteral("°F")});
    //: Units of weight
    m_weight = make(Quantity::Weight, QStringLiteral("weightEdit"), tr("&Weight"),
                    {Unit::Kilogram, tr("kg")}, {Unit::Pound, tr("lb")});
    buildProcedure(*section);
}

void ChangedBody::buildProcedure(Section& section)
{
    auto* label = section.addText({});
    label->setTextFormat(Qt::AutoText);
    label->setText(tr("Surgery, an injection or an epidural at your s&pine: how many days ago?"));
    m_procedure = new NumberField{QStringLiteral("procedureEdit"),
                                  tr("Surgery, an injection or an epidural at your spine: how many "
                                     "days ago"),
                                  &section};
    m_procedure->setRange(0, kMostDaysAgo,
                          tr("A whole number of days: 0 for today, up to 36,500."));
    m_procedure->setPlaceholder(tr("0 for today"));
    label->setBuddy(m_procedure->line());
    section.column()->addWidget(m_procedure);
    auto* row = new QWidget{&section};
    auto* flow = new FlowLayout{row, theme::grid(font(), 1)};
    auto* dayLabel = new QLabel{tr("Or the da&y:"), row};
    dayLabel->setMinimumHeight(theme::grid(font(), 4.5));
    m_procedureDay = new MomentEdit{QStringLiteral("procedureDayEdit"),
                                    tr("Day of the surgery, injection or epidural"), row};
    m_procedureDay->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
    m_procedureDay->setKeyboardTracking(true); // the days are counted while it is typed
    dayLabel->setBuddy(m_procedureDay);
    auto* save = rowButton(QStringLiteral("procedureEditSave"), tr("Save"),
                           tr("Surgery, injection or epidural: save"), row);
    for (QWidget* part : std::initializer_list<QWidget*>{dayLabel, m_procedureDay, save}) {
        flow->addWidget(part);
    }
    section.column()->addWidget(row);
    save->setEnabled(false);
    connect(m_procedureDay, &QDateTimeEdit::dateChanged, this, &ChangedBody::countDays);
    connect(m_procedure->line(), &QLineEdit::textEdited, this, &ChangedBody::displayDay);
    connect(m_procedure->line(), &QLineEdit::textChanged, save,
            [save](const QString& text) { save->setEnabled(!text.trimmed().isEmpty()); });
    connect(save, &QPushButton::clicked, this, &ChangedBody::saveProcedure);
    connect(m_procedure->line(), &QLineEdit::returnPressed, this, &ChangedBody::saveProcedure);
}

void ChangedBody::buildSymptoms(QVBoxLayout* column)
{
    auto* section = new Section{tr("What you notice"), this};
    column->addWidget(section);
    section->addHint(tr("Press what is there. Press it again when it is gone."));
    m_symptoms =
        new ChipGroup{QStringLiteral("changedSymptoms"), {}, tr("What you notice"), section};
    std::vector<Choice> choices;
    for (const Term& term : m_vocabulary.terms(Topic::Symptom)) {
        choices.push_back({term.id, m_words.label(Topic::Symptom, term.id)});
    }
    m_symptoms->offer(std::move(choices), kUpFront);
    section->column()->addWidget(m_symptoms);

    m_sideRow = new QWidget{section};
    auto* sides = new QVBoxLayout{m_sideRow};
    sides->setContentsMargins(0, 0, 0, 0);
    m_sideLabel = new QLabel{m_sideRow};
    m_sideLabel->setObjectName(QStringLiteral("changedSideLabel"));
    m_sideLabel->setWordWrap(true);
    sides->addWidget(m_sideLabel);
    m_sides = new ChipGroup{
        QStringLiteral("changedSide"), {}, tr("Which side?"), m_sideRow, ChipGroup::Kind::Actions};
    std::vector<Choice> sideChoices;
    for (const Side side : {Side::Left, Side::Right, Side::Both}) {
        sideChoices.push_back({std::string{toId(side)}, wording::side(side)});
    }
    const std::size_t count = sideChoices.size();
    m_sides->offer(std::move(sideChoices), count);
    sides->addWidget(m_sides);
    section->column()->addWidget(m_sideRow);
    m_sideRow->hide();

    connect(m_symptoms, &ChipGroup::pressed, this, &ChangedBody::pressSymptom);
    connect(m_sides, &ChipGroup::pressed, this, [this](const std::string& side, bool) {
        Symptom symptom;
        symptom.symptom = m_sideless;
        symptom.side = fromId<Side>(side);
        m_sideRow->hide();
        Q_EMIT symptomTold(symptom);
    });
}

void ChangedBody::pressSymptom(const std::string& id, bool isWanted)
{
    Symptom symptom;
    symptom.symptom = id;
    symptom.isPresent = isWanted;
    const Term* term = m_vocabulary.find(Topic::Symptom, id);
    const bool hasSides = isWanted && term != nullptr && !term->sides.empty();
    m_sideless = hasSides ? id : std::string{};
    m_sideRow->setVisible(hasSides);
    if (hasSides) {
        //: %1 is a symptom, as in "Tingling leg: which side?"
        m_sideLabel->setText(tr("%1: which side?").arg(m_words.label(Topic::Symptom, id)));
    }
    // Told at once; its side says the same more exactly, and may stay open.
    Q_EMIT symptomTold(symptom);
}

void ChangedBody::buildFunctions(QVBoxLayout* column)
{
    auto* section = new Section{tr("What it stops you doing"), this};
    column->addWidget(section);
    for (const Term& term : m_vocabulary.terms(Topic::Function)) {
        const QString label = m_words.label(Topic::Function, term.id);
        auto* chips =
            new ChipGroup{QStringLiteral("changedFunction_") + QString::fromStdString(term.id),
                          label, label, section};
        std::vector<Choice> levels;
        for (int level = 0; level <= FunctionLimit::kCannot; ++level) {
            levels.push_back({std::to_string(level), wording::limit(level)});
        }
        const std::size_t count = levels.size();
        chips->offer(std::move(levels), count);
        section->column()->addWidget(chips);
        m_functions.emplace(term.id, chips);
        connect(chips, &ChipGroup::pressed, this,
                [this, id = term.id](const std::string& level, bool) {
                    FunctionLimit limit;
                    limit.function = id;
                    limit.level = std::stoi(level);
                    Q_EMIT functionTold(limit);
                });
    }
}

void ChangedBody::countDays(const QDate& day)
{
    m_procedure->line()->setModified(false); // the day was typed after it
    m_procedure->display(static_cast<int>(day.daysTo(dayOf(m_now))));
    m_procedure->commit(); // which complains of a day that is still to come
}

void ChangedBody::displayDay()
{
    const QSignalBlocker blocker{m_procedureDay};
    m_procedureDay->displayAnew(m_now - std::chrono::days{m_procedure->value().value_or(0)});
}

void ChangedBody::saveProcedure()
{
    if (m_procedure->accepts() && m_procedure->value()) {
        Q_EMIT procedureTold(*m_procedure->value());
    }
}

void ChangedBody::display(const ChangedView& view)
{
    m_now = view.now;
    displayDay();
    m_symptoms->display(view.symptoms);
    for (const auto& [id, chips] : m_functions) {
        const auto limit = view.limits.find(id);
        chips->display(limit == view.limits.end() ? std::vector<std::string>{}
                                                  : std::vector{std::to_string(limit->second)});
    }
}

void ChangedBody::noteSaved(Quantity quantity)
{
    (quantity == Quantity::Temperature ? m_temperature : m_weight)->clear();
}

void ChangedBody::noteProcedureSaved()
{
    m_procedure->line()->clear();
    displayDay();
}

bool ChangedBody::hasDrafts() const
{
    return m_temperature->isOpen() || m_weight->isOpen() ||
           !m_procedure->line()->text().trimmed().isEmpty();
}

void ChangedBody::saveDrafts()
{
    for (MeasureField* field : {m_temperature, m_weight}) {
        if (field->isOpen()) {
            field->commit();
        }
    }
    saveProcedure();
}

} // namespace unclench::ui
