// SPDX-License-Identifier: GPL-3.0-or-later
// The part of *Something changed* on the body: what was measured or done, what is noticed, and what
// the back keeps the person from. Told inside an episode or outside.
#pragma once

#include "core/knowledge/vocabulary.h"
#include "ui/pages/changed_view.h"
#include "ui/wording/words.h"

#include <QWidget>

class QDate;
class QLabel;
class QVBoxLayout;

namespace unclench::ui {

class ChipGroup;
class MeasureField;
class MomentEdit;
class NumberField;
class Section;

class ChangedBody : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    ChangedBody(const Vocabulary& vocabulary, const Words& words, QWidget* parent = nullptr);

    void display(const ChangedView& view);
    /// A measure of this kind was saved; its line becomes free.
    void noteSaved(Quantity quantity);
    void noteProcedureSaved();
    [[nodiscard]] bool hasDrafts() const;
    /// Wishes for what is typed.
    void saveDrafts();

Q_SIGNALS:
    void measured(unclench::Quantity quantity, double value, unclench::Unit unit);
    void procedureTold(int daysAgo);
    void symptomTold(const unclench::Symptom& symptom);
    void functionTold(const unclench::FunctionLimit& limit);

private:
    void buildMeasures(QVBoxLayout* column);
    void buildSymptoms(QVBoxLayout* column);
    void buildFunctions(QVBoxLayout* column);
    void pressSymptom(const std::string& id, bool isWanted);
    void saveProcedure();
    void buildProcedure(Section& section);
    void countDays(const QDate& day);
    void displayDay();

    const Vocabulary& m_vocabulary;
    const Words& m_words;
    MeasureField* m_temperature = nullptr;
    MeasureField* m_weight = nullptr;
    NumberField* m_procedure = nullptr;
    MomentEdit* m_procedureDay = nullptr;
    /// What a day is counted from.
    Moment m_now;
    ChipGroup* m_symptoms = nullptr;
    /// Asks for the side of the symptom that was pressed last.
    QWidget* m_sideRow = nullptr;
    QLabel* m_sideLabel = nullptr;
    ChipGroup* m_sides = nullptr;
    std::string m_sideless;
    std::map<std::string, ChipGroup*> m_functions;
};

} // namespace unclench::ui
